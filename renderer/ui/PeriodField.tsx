/** Choosing a period: its kind, and what that kind needs to know. */
import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
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
            onChange={(from) => onChange({ ...period, from, to: Math.max(from, period.to) })}
          />
          <NumberField
            label={t('toYear')}
            value={period.to}
            least={1900}
            most={2200}
            onChange={(to) => onChange({ ...period, from: Math.min(period.from, to), to })}
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

/** Every valid number counts as soon as it is typed; leaving the field brings the last valid one back. */
function NumberField({ label, value, least, most, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Field label={label} size="small">
      <Input
        type="number"
        size="small"
        className="number-field"
        min={least}
        max={most}
        value={typed ?? String(value)}
        onChange={(_, { value: text }) => {
          setTyped(text)
          const number = Number(text)
          if (Number.isInteger(number) && number >= least && number <= most) onChange(number)
        }}
        onBlur={() => setTyped(null)}
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
