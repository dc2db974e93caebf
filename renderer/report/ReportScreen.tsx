/** The open report in the middle of the window, reading like the table on paper. */
import { Button, Spinner } from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { failure } from '../../shared/result.ts'
import { pickFiles } from '../actions/batch.ts'
import { edit, redo, tellUnexplained, undo } from '../actions/editing.ts'
import { showFailure } from '../actions/messages.ts'
import { select } from '../actions/program.ts'
import { openSettings } from '../actions/settings.ts'
import { ReportGrid } from '../grid/ReportGrid.tsx'
import { useStore, type EditRequest } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { EditablePeriod } from './EditablePeriod.tsx'
import { EditableText } from './EditableText.tsx'

type Properties = Extract<EditRequest, { readonly type: 'properties' }>['properties']

export function ReportScreen() {
  const { t } = useTranslation()
  const open = useStore((state) => state.open)
  const opening = useStore((state) => state.opening)
  const reports = useStore((state) => state.reports)
  const drafts = useStore((state) => state.drafts)
  const findings = useStore((state) => state.findings)
  const selection = useStore((state) => state.selection)

  if (open === null) {
    if (opening !== null || reports === null) return <Spinner className="sheet-wait" label={t('opening')} />
    return (
      <EmptyState
        title={reports.length === 0 ? t('noReports') : t('noReportOpen')}
        hint={reports.length === 0 ? t('noReportsHint') : t('noReportOpenHint')}
      >
        <Button appearance="primary" icon={<ArrowImportRegular />} onClick={() => void pickFiles()}>
          {t('importExcel')}
        </Button>
      </EmptyState>
    )
  }
  const { report, computed } = open
  return (
    <div
      key={report.id}
      className="sheet"
      data-testid="sheet"
      data-report={report.id}
      aria-busy={opening !== null}
    >
      <header className="sheet-heading">
        <EditableText
          className="sheet-title"
          testId="report-title"
          label={t('title')}
          placeholder={t('title')}
          text={report.title}
          onChange={rename}
        />
        <EditableText
          className="sheet-subtitle"
          testId="report-subtitle"
          label={t('subtitle')}
          placeholder={t('subtitlePlaceholder')}
          text={report.subtitle}
          onChange={(subtitle) => change({ subtitle })}
        />
        <div className="sheet-line">
          <EditableText
            className="sheet-office"
            testId="report-office"
            label={t('office')}
            placeholder={t('office')}
            text={report.office}
            onChange={(office) => change({ office })}
          />
          <span aria-hidden>·</span>
          <EditablePeriod period={report.period} onChange={(period) => change({ period })} />
        </div>
      </header>
      <ReportGrid
        report={report}
        computed={computed}
        drafts={drafts}
        findings={findings}
        selection={selection}
        onSelect={select}
        onEdit={(edits) => void edit(edits)}
        onUndo={() => void undo()}
        onRedo={() => void redo()}
        onColumnMenu={(column, place) => openSettings({ type: 'columnMenu', column, place })}
        onUnexplained={tellUnexplained}
        onNothingToPaste={() => showFailure(failure('unreadable', 'paste-no-text').failure)}
      />
    </div>
  )
}

/** A report without a title could not be found again. */
function rename(title: string): void {
  if (title.trim() === '') showFailure(failure('usage', 'title-empty').failure)
  else change({ title })
}

function change(properties: Properties): void {
  void edit([{ type: 'properties', properties }])
}
