/** The values that a plan had, each with its decision. Which of them counts is a matter of the column. */
import { Button } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanValue } from '../../shared/model.ts'
import { edit } from '../actions/editing.ts'
import { planValuesText } from '../grid/notes.ts'
import { DayField } from './DayField.tsx'
import type { FigureProps } from './FigureCell.tsx'
import { yearOf } from './MetadataFields.tsx'
import { Section } from './Section.tsx'
import { TextField } from './TextField.tsx'

/** A value as it is sent: what it means is worked out from its text. */
type TypedPlan = Pick<PlanValue, 'text' | 'decision' | 'date'>

const EMPTY: TypedPlan = { text: '', decision: '' }

export function PlanValues({ report, row, column }: FigureProps) {
  const { t } = useTranslation()
  /** The next one, until it has a value. */
  const [next, setNext] = useState<TypedPlan | null>(null)
  /** What was sent and is not yet answered: whoever goes on to the next field adds to it. */
  const [sent, setSent] = useState<readonly TypedPlan[] | null>(null)
  const underWay = useRef(0)
  const cell = row.cells[column.id]
  const values: readonly TypedPlan[] = sent ?? cell?.planValues ?? []
  const known = values.length > 0 || cell === undefined ? values : [{ ...EMPTY, text: cell.text }]
  const year = yearOf(report.period)

  async function send(changed: readonly TypedPlan[]): Promise<void> {
    const typed = changed.map(({ text, decision, date }) => ({
      text,
      decision,
      ...(date !== undefined && { date }),
    }))
    setSent(typed)
    underWay.current++
    try {
      await edit([{ type: 'planValues', row: row.id, column: column.id, values: typed }])
    } finally {
      underWay.current--
      if (underWay.current === 0) setSent(null)
    }
  }
  /** The new one counts once it has a value: without one the plan would be empty. */
  function changeNext(plan: TypedPlan): void {
    if (plan.text.trim() === '') setNext(plan)
    else {
      setNext(null)
      void send([...known, plan])
    }
  }

  const stored = values.map((plan, index) => (
    <PlanFields
      key={index}
      plan={plan}
      year={year}
      testId={`plan-${index + 1}`}
      onChange={(changed) => void send(values.with(index, changed))}
      onRemove={() => void send(values.toSpliced(index, 1))}
    />
  ))
  // By its place to come, so that its fields stay, with the focus in them, when it becomes one of the others.
  const added = next !== null && (
    <PlanFields
      key={known.length}
      plan={next}
      year={year}
      testId="plan-new"
      autoFocus
      onChange={changeNext}
      onRemove={() => setNext(null)}
    />
  )
  return (
    <Section
      section="plans"
      title={values.length === 0 ? t('row:plansNone') : t('row:plans', { n: values.length })}
      summary={values.length === 0 ? undefined : planValuesText(values)}
    >
      {values.length > 0 && (
        <p className="row-note quiet" data-testid="plan-counts">
          {t(column.counts === 'first' ? 'row:countsFirst' : 'row:countsLatest')}
        </p>
      )}
      {[...stored, added]}
      {next === null && (
        <Button size="small" data-testid="plan-add" onClick={() => setNext(EMPTY)}>
          {t('row:planAdd')}
        </Button>
      )}
    </Section>
  )
}

interface PlanFieldsProps {
  readonly plan: TypedPlan
  readonly year: number | undefined
  readonly testId: string
  readonly autoFocus?: boolean
  readonly onChange: (plan: TypedPlan) => void
  readonly onRemove: () => void
}

function PlanFields({ plan, year, testId, autoFocus = false, onChange, onRemove }: PlanFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className="row-plan" data-testid={testId}>
      <TextField
        bare
        autoFocus={autoFocus}
        testId={`${testId}-text`}
        label={t('row:planValue')}
        text={plan.text}
        onChange={(text) => onChange({ ...plan, text })}
      />
      <TextField
        bare
        testId={`${testId}-decision`}
        label={t('row:planDecision')}
        text={plan.decision}
        onChange={(decision) => onChange({ ...plan, decision })}
      />
      <DayField
        bare
        testId={`${testId}-date`}
        label={t('row:planDate')}
        day={plan.date}
        year={year}
        onChange={(day) => {
          const { date: _date, ...rest } = plan
          onChange({ ...rest, ...(day !== null && { date: day }) })
        }}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('row:planRemove')}
        title={t('row:planRemove')}
        data-testid={`${testId}-remove`}
        onClick={onRemove}
      />
    </div>
  )
}
