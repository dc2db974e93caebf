/** When a figure was counted, how firm it is, where it comes from. All of it may be left open. */
import { Field, Select } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { CellMetadata, Period } from '../../shared/model.ts'
import { edit } from '../actions/editing.ts'
import { metadataText } from '../grid/notes.ts'
import type { EditRequest } from '../store.ts'
import { DayField } from './DayField.tsx'
import type { FigureProps } from './FigureCell.tsx'
import { Section } from './Section.tsx'
import { TextField } from './TextField.tsx'

const KINDS = {
  actual: 'row:kindActual',
  estimate: 'row:kindEstimate',
  forecast: 'row:kindForecast',
} as const

type MetadataSet = Extract<EditRequest, { readonly type: 'metadata' }>['set']

export function MetadataFields({ report, row, column }: FigureProps) {
  const { t } = useTranslation()
  const metadata: CellMetadata = row.cells[column.id]?.metadata ?? {}
  const set = (fields: MetadataSet) =>
    void edit([{ type: 'metadata', row: row.id, column: column.id, set: fields }])
  return (
    <Section section="metadata" title={t('row:metadata')} summary={metadataText(metadata, t)}>
      <div className="row-pair">
        <Field label={t('row:kind')} size="small">
          <Select
            size="small"
            data-testid="metadata-kind"
            value={metadata.kind ?? ''}
            onChange={(_, { value }) => set({ kind: kindOf(value) })}
          >
            <option value="">{t('row:kindOpen')}</option>
            {Object.entries(KINDS).map(([kind, key]) => (
              <option key={kind} value={kind}>
                {t(key)}
              </option>
            ))}
          </Select>
        </Field>
        <DayField
          testId="metadata-as-of"
          label={t('row:asOf')}
          day={metadata.asOf}
          year={yearOf(report.period)}
          onChange={(asOf) => set({ asOf })}
        />
      </div>
      <TextField
        testId="metadata-source"
        label={t('row:source')}
        text={metadata.source ?? ''}
        onChange={(source) => set({ source: source.trim() === '' ? null : source })}
      />
      <TextField
        testId="metadata-note"
        label={t('row:note')}
        text={metadata.note ?? ''}
        onChange={(note) => set({ note: note.trim() === '' ? null : note })}
      />
    </Section>
  )
}

function kindOf(value: string): keyof typeof KINDS | null {
  return value === 'actual' || value === 'estimate' || value === 'forecast' ? value : null
}

/** The year that a day without one belongs to. */
export function yearOf(period: Period): number | undefined {
  return 'year' in period ? period.year : undefined
}
