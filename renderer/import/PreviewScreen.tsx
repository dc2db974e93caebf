/** The preview: what is asked, which table, its title, period and office, the table itself, and why it was read so. */
import { Field, Input, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withRemembered } from '../../shared/layout/remembered.ts'
import type { PlanCorrections, PlannedTable } from '../../shared/layout/plan.ts'
import { correct, placeTable, restoreRecognised, undoCorrection } from '../actions/importing.ts'
import { UpdateOffer } from '../reimport/UpdateOffer.tsx'
import type { Importing } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PeriodField } from '../ui/PeriodField.tsx'
import { isCorrected, NO_DRAFT } from './drafts.ts'
import { previewOf, type Preview } from './previewReport.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { Question } from './Question.tsx'
import { openQuestions } from './questions.ts'
import { Reasons } from './Reasons.tsx'
import { withKind, withLeftOut, withLevel } from './rowCorrections.ts'
import type { RowCommand } from './rowKeys.ts'
import { RowNotes } from './RowNotes.tsx'
import { allOf, keptWithin, movedBy, type RowSelection } from './rowSelection.ts'
import { RowTools } from './RowTools.tsx'
import { TableList } from './TableList.tsx'

export interface PreviewScreenProps {
  readonly importing: Extract<Importing, { readonly step: 'preview' }>
}

export function PreviewScreen({ importing }: PreviewScreenProps) {
  const { t } = useTranslation(['common', 'import', 'failures'])
  const { plan, table: index, drafts, chosen, imported, failure } = importing
  const table = plan.tables[index]
  if (table === undefined) return <EmptyState title={t('import:noTable')} hint={t('import:noTableHint')} />
  return (
    <>
      {failure !== undefined && (
        <MessageBar intent="error" layout="multiline" data-testid="import-failure">
          <MessageBarBody>{t(`failures:${failure.reason}`, failure.params)}</MessageBarBody>
        </MessageBar>
      )}
      <div className="import-columns">
        {plan.tables.length > 1 && (
          <TableList
            tables={plan.tables}
            shown={index}
            chosen={chosen}
            imported={imported}
            isAsked={(each) => {
              const planned = plan.tables[each]
              const { corrections } = drafts[each] ?? NO_DRAFT
              return planned !== undefined && openQuestions(planned, corrections).length > 0
            }}
          />
        )}
        <TablePreview key={index} importing={importing} table={table} />
      </div>
    </>
  )
}

function TablePreview({ importing, table }: PreviewScreenProps & { readonly table: PlannedTable }) {
  const { t } = useTranslation(['common', 'import'])
  const { plan, table: index, drafts, file, busy } = importing
  const draft = drafts[index] ?? NO_DRAFT
  const { corrections } = draft
  // A title can be typed while a long table is worked out again.
  const shown = useDeferredValue(corrections)
  const preview = useMemo(() => previewOf(table, shown, file.name), [table, shown, file.name])
  const { selection, select, command } = useRows(preview)
  return (
    <div className="table-preview">
      <UpdateOffer importing={importing} />
      <Question table={table} questions={openQuestions(table, corrections)} />
      <div className="import-fields">
        <Field label={t('title')} size="small" className="import-title">
          <Input
            size="small"
            data-testid="import-title"
            value={corrections.title ?? table.title}
            onChange={(_, { value }) => correct({ title: value })}
          />
        </Field>
        <Field label={t('office')} size="small">
          <Input
            size="small"
            data-testid="import-office"
            placeholder={t('officePlaceholder')}
            value={corrections.office ?? table.office}
            onChange={(_, { value }) => correct({ office: value })}
          />
        </Field>
        <PeriodField period={corrections.period ?? table.period} onChange={(period) => correct({ period })} />
      </div>
      <RowTools
        table={table}
        lastRow={
          withRemembered(table, corrections).lastRow ?? table.rows.at(-1)?.row ?? table.headerRows.last + 1
        }
        canRestore={isCorrected(draft)}
        disabled={busy !== null}
        onCommand={command}
        onPlace={(place) => void placeTable(place)}
        onRestore={restoreRecognised}
      />
      <PreviewTable
        table={table}
        preview={preview}
        selection={selection}
        onSelect={select}
        onCommand={command}
      />
      {busy === 'planning' && (
        <Spinner size="tiny" label={t('import:readingAgain')} className="import-again" />
      )}
      <RowNotes preview={preview} selection={selection} />
      <Reasons
        plan={plan}
        table={table}
        rows={preview.report.rows.length}
        findings={preview.findings.length}
      />
    </div>
  )
}

/** The selected rows, and what a command does to them. */
function useRows({ rows }: Preview) {
  const [wanted, select] = useState<RowSelection>()
  const all = useMemo(() => rows.map(({ row }) => row.row), [rows])
  const selection = keptWithin(all, wanted)
  const command = (given: RowCommand) => {
    if (selection === undefined) return
    const chosen = selection.rows
    switch (given.type) {
      case 'undo': {
        undoCorrection()
        return
      }
      case 'move': {
        select(movedBy(all, selection, given.move, given.extend))
        return
      }
      case 'select-all': {
        select(allOf(all, selection))
        return
      }
      case 'kind': {
        correctRows(withKind(rows, chosen, given.kind))
        return
      }
      case 'level': {
        correctRows(withLevel(rows, chosen, given.step))
        return
      }
      case 'leave-out': {
        correctRows(withLeftOut(rows, chosen))
        return
      }
    }
  }
  return { selection, select, command }
}

function correctRows(rows: NonNullable<PlanCorrections['rows']>): void {
  if (Object.keys(rows).length > 0) correct({ rows })
}
