/** Choosing a period: its kind, and what that kind needs to know. */
import { Field, Select, SpinButton } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Period, PeriodKind } from '../../shared/model.ts'

export interface PeriodFieldProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
}

const KINDS: Readonly<Record<PeriodKind, string>> = {
  month: 'kindOfMonth',
  quarter: 'kindOfQuarter',
  'half-year': 'kindOfHalfYear',
  'nine-months': 'kindOfNineMonths',
  year: 'wholeYear',
  term: 'kindOfTerm',
  unknown: 'periodUnknown',
}

const MOST: Readonly<Partial<Record<PeriodKind, number>>> = { month: 12, quarter: 4, 'half-year': 2 }

export function PeriodField({ period, onChange }: PeriodFieldProps) {
  const { t } = useTranslation()
  return (
    <div className="period-field">
      <Field label={t('period')} size="small">
        <Select
          size="small"
          data-testid="period-kind"
          value={period.kind}
          onChange={(_, { value }) => {
            const kind = kindOf(value)
            if (kind !== undefined) onChange(ofKind(kind, period))
          }}
        >
          {Object.entries(KINDS).map(([kind, key]) => (
            <option key={kind} value={kind}>
              {t(key)}
            </option>
          ))}
        </Select>
      </Field>
      {'index' in period && (
        <NumberField
          label={t('periodIndex')}
          value={period.index}
          least={1}
          most={MOST[period.kind] ?? 12}
          onChange={(index) => onChange({ ...period, index })}
        />
      )}
      {'year' in period && (
        <NumberField
          label={t('year')}
          value={period.year}
          least={1900}
          most={2200}
          onChange={(year) => onChange({ ...period, year })}
        />
      )}
      {period.kind === 'term' && (
        <>
          <NumberField
            label={t('fromYear')}
            value={period.from}
            least={1900}
            most={2200}
            onChange={(from) => onChange({ ...period, from })}
          />
          <NumberField
            label={t('toYear')}
            value={period.to}
            least={1900}
            most={2200}
            onChange={(to) => onChange({ ...period, to })}
          />
        </>
      )}
    </div>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
}

function NumberField({ label, value, least, most, onChange }: NumberFieldProps) {
  return (
    <Field label={label} size="small">
      <SpinButton
        size="small"
        className="number-field"
        value={value}
        min={least}
        max={most}
        onChange={(_, { value: stepped, displayValue }) => {
          const typed = stepped ?? Number(displayValue)
          if (Number.isInteger(typed) && typed >= least && typed <= most) onChange(typed)
        }}
      />
    </Field>
  )
}

function kindOf(value: string): PeriodKind | undefined {
  switch (value) {
    case 'month':
    case 'quarter':
    case 'half-year':
    case 'nine-months':
    case 'year':
    case 'term':
    case 'unknown':
      return value
    default:
      return undefined
  }
}

/** Another kind of period with the year, if there is one to keep. */
function ofKind(kind: PeriodKind, before: Period): Period {
  const year = 'year' in before ? before.year : 'to' in before ? before.to : new Date().getFullYear()
  switch (kind) {
    case 'month':
    case 'quarter':
    case 'half-year':
      return { kind, index: 1, year }
    case 'nine-months':
    case 'year':
      return { kind, year }
    case 'term':
      return { kind, from: year - 4, to: year }
    case 'unknown':
      return { kind }
  }
}
