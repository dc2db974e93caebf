/** The values that a plan had, each with its decision. Which of them counts is a matter of the column. */
import { Button } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
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
  const cell = row.cells[column.id]
  const values: readonly TypedPlan[] = cell?.planValues ?? []
  const known = values.length > 0 || cell === undefined ? values : [{ ...EMPTY, text: cell.text }]
  const year = yearOf(report.period)

  function send(changed: readonly TypedPlan[]): void {
    const sent = changed.map(({ text, decision, date }) => ({
      text,
      decision,
      ...(date !== undefined && { date }),
    }))
    void edit([{ type: 'planValues', row: row.id, column: column.id, values: sent }])
  }
  /** The new one counts once it has a value: without one the plan would be empty. */
  function changeNext(plan: TypedPlan): void {
    if (plan.text.trim() === '') setNext(plan)
    else {
      setNext(null)
      send([...known, plan])
    }
  }

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
      {values.map((plan, index) => (
        <PlanFields
          key={index}
          plan={plan}
          year={year}
          testId={`plan-${index + 1}`}
          onChange={(changed) => send(values.with(index, changed))}
          onRemove={() => send(values.toSpliced(index, 1))}
        />
      ))}
      {next !== null && (
        <PlanFields
          plan={next}
          year={year}
          testId="plan-new"
          onChange={changeNext}
          onRemove={() => setNext(null)}
        />
      )}
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
  readonly onChange: (plan: TypedPlan) => void
  readonly onRemove: () => void
}

function PlanFields({ plan, year, testId, onChange, onRemove }: PlanFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className="row-plan" data-testid={testId}>
      <TextField
        bare
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
