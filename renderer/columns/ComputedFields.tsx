/** What a computed column compares, how it is rounded, and over how many years a growth is averaged. */
import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSourceFigure } from '../../shared/columns.ts'
import type { Id, Role } from '../../shared/model.ts'
import { policyOf } from '../../shared/policy.ts'
import { sentence } from '../../shared/sentence.ts'
import { warningOf } from '../ui/warning.ts'
import type { ColumnFieldsProps } from './ColumnFields.tsx'
import { nameOf } from './problems.ts'

/** "Tỷ lệ của … so với …". */
const COMPARES: Readonly<Partial<Record<Role, string>>> = {
  ratio: 'settings:ratioOf',
  change: 'settings:changeOf',
  growth: 'settings:growthOf',
  assessment: 'settings:assessmentOf',
}

const MOST_STEPS = 100

export function ComputedFields(props: ColumnFieldsProps) {
  const { report, column, problems, onSet } = props
  const { t } = useTranslation(['common', 'settings'])
  const usual = policyOf(report).digits
  return (
    <>
      <Field
        size="small"
        orientation="horizontal"
        label={t(COMPARES[column.role] ?? '')}
        className="column-compared"
      >
        <FigurePicker
          report={report}
          testId="set-of"
          label={t(COMPARES[column.role] ?? '')}
          value={column.of}
          onChange={(of) => onSet({ of })}
        />
      </Field>
      <Field
        size="small"
        orientation="horizontal"
        label={t('settings:comparedTo')}
        {...warningOf(problems.compared, t)}
      >
        <FigurePicker
          report={report}
          testId="set-to"
          label={t('settings:comparedTo')}
          value={column.to}
          onChange={(to) => onSet({ to })}
        />
      </Field>
      {column.role === 'growth' && <StepsField {...props} />}
      {column.role !== 'assessment' && (
        <Field size="small" orientation="horizontal" label={t('settings:digits')}>
          <Select
            size="small"
            data-testid="set-digits"
            value={column.digits === undefined ? '' : String(column.digits)}
            onChange={(_, { value }) => onSet({ digits: value === '' ? null : Number(value) })}
          >
            <option value="">{t('settings:digitsOfReport', { n: usual })}</option>
            {[0, 1, 2, 3, 4, 5, 6].map((digits) => (
              <option key={digits} value={digits}>
                {digits}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  )
}

interface FigurePickerProps extends Pick<ColumnFieldsProps, 'report'> {
  readonly testId: string
  readonly label: string
  readonly value: Id | undefined
  readonly onChange: (column: Id) => void
}

/** The columns of figures that a person or a file supplied, in table order. */
function FigurePicker({ report, testId, label, value, onChange }: FigurePickerProps) {
  const { t } = useTranslation('settings')
  return (
    <Select
      size="small"
      data-testid={testId}
      aria-label={label}
      value={value ?? ''}
      onChange={(_, { value: chosen }) => onChange(chosen)}
    >
      {value === undefined && <option value="">{t('settings:noColumn')}</option>}
      {report.columns
        .filter(({ role }) => isSourceFigure(role))
        .map((column) => (
          <option key={column.id} value={column.id}>
            {column.hidden === true ? t('settings:hiddenColumn', { column: nameOf(column) }) : nameOf(column)}
          </option>
        ))}
    </Select>
  )
}

/** Every whole number of years counts as soon as it is typed; what is none is explained and changes nothing. */
function StepsField({ column, problems, onSet }: ColumnFieldsProps) {
  const { t } = useTranslation(['common', 'settings'])
  const [typed, setTyped] = useState(String(column.steps ?? 1))
  const kept = column.steps ?? 1
  const problem = isSteps(typed) ? problems.steps : sentence('settings:stepsNoNumber', { text: typed, kept })
  return (
    <Field
      size="small"
      orientation="horizontal"
      label={t('settings:steps')}
      hint={kept > 1 ? t('settings:stepsAverage', { n: kept }) : t('settings:stepsOne')}
      {...warningOf(problem, t)}
    >
      <Input
        size="small"
        className="number-field"
        data-testid="set-steps"
        value={typed}
        onChange={(_, { value }) => {
          setTyped(value)
          if (isSteps(value)) onSet({ steps: Number(value) === 1 ? null : Number(value) })
        }}
      />
    </Field>
  )
}

function isSteps(typed: string): boolean {
  const steps = Number(typed)
  return typed.trim() !== '' && Number.isInteger(steps) && steps >= 1 && steps <= MOST_STEPS
}
