/** The preview: which table, its title, period and office, the table itself, and why it was read so. */
import { Field, Input, MessageBar, MessageBarBody, Select } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES } from '../../shared/model.ts'
import { chooseTable, correct } from '../actions/importing.ts'
import type { Importing } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PeriodField } from '../ui/PeriodField.tsx'
import { ROLE_NAMES } from '../ui/roles.ts'
import { previewOf } from './previewReport.ts'
import { PreviewTable } from './PreviewTable.tsx'

export interface PreviewScreenProps {
  readonly importing: Extract<Importing, { readonly step: 'preview' }>
}

const NO_CORRECTIONS = {}

export function PreviewScreen({ importing }: PreviewScreenProps) {
  const { t } = useTranslation(['common', 'import', 'failures'])
  const { plan, table: index, file, failure } = importing
  const table = plan.tables[index]
  const corrections = importing.corrections[index] ?? NO_CORRECTIONS
  const preview = useMemo(
    () => (table === undefined ? null : previewOf(table, corrections, file.name)),
    [table, corrections, file.name],
  )
  if (table === undefined || preview === null) {
    return <EmptyState title={t('import:noTable')} hint={t('import:noTableHint')} />
  }
  const { report, findings } = preview
  const roleName = (role: string | number | undefined) => {
    const known = ROLES.find((each) => each === role)
    return known === undefined ? '' : t(ROLE_NAMES[known])
  }
  return (
    <>
      {failure !== undefined && (
        <MessageBar intent="error" layout="multiline" data-testid="import-failure">
          <MessageBarBody>{t(`failures:${failure.reason}`, failure.params)}</MessageBarBody>
        </MessageBar>
      )}
      <div className="import-fields">
        {plan.tables.length > 1 && (
          <Field label={t('import:table')} size="small">
            <Select
              size="small"
              data-testid="import-table"
              value={String(index)}
              onChange={(_, { value }) => chooseTable(Number(value))}
            >
              {plan.tables.map(({ sheet, range, title }, each) => (
                <option key={`${sheet} ${range}`} value={each}>
                  {t('import:tableAt', { sheet, range, title })}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={t('title')} size="small" className="import-title">
          <Input
            size="small"
            data-testid="import-title"
            value={report.title}
            onChange={(_, { value }) => correct({ title: value })}
          />
        </Field>
        <Field label={t('office')} size="small">
          <Input
            size="small"
            data-testid="import-office"
            placeholder={t('officePlaceholder')}
            value={report.office}
            onChange={(_, { value }) => correct({ office: value })}
          />
        </Field>
        <PeriodField period={report.period} onChange={(period) => correct({ period })} />
      </div>
      <PreviewTable
        table={table}
        preview={preview}
        onRole={(column, role) => correct({ roles: { [column]: role } })}
      />
      <details className="import-reasons">
        <summary data-testid="import-summary">
          {t('import:summary', {
            sheet: table.sheet,
            range: table.range,
            rows: report.rows.length,
            findings: findings.length,
          })}
        </summary>
        <ul>
          {table.reasons.map(({ key, params }, each) => (
            <li key={each}>{t(`import:${key}`, { ...params, role: roleName(params.role) })}</li>
          ))}
          {plan.skipped.map(({ sheet }) => (
            <li key={sheet}>{t('import:skippedSheet', { sheet })}</li>
          ))}
        </ul>
      </details>
    </>
  )
}
