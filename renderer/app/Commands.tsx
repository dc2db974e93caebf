/** The one row of commands. */
import { Button, Spinner, Toolbar, ToolbarButton, ToolbarDivider, Tooltip } from '@fluentui/react-components'
import {
  ArrowImportRegular,
  ArrowRedoRegular,
  ArrowUndoRegular,
  ClipboardTaskListLtrRegular,
  DocumentPdfRegular,
  DocumentTableRegular,
  PanelLeftRegular,
  PanelRightRegular,
} from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { ChangeLabel } from '../../shared/model.ts'
import { redo, undo } from '../actions/editing.ts'
import { exportReport } from '../actions/exporting.ts'
import { pickAndPlan } from '../actions/importing.ts'
import { showPanel, toggleList, togglePanel } from '../actions/program.ts'
import { unsettledCount } from '../findings/list.ts'
import { useStore } from '../store.ts'
import { useShownPanel } from './useShownPanel.ts'

export function Commands() {
  const { t } = useTranslation(['common', 'changes'])
  const open = useStore((state) => state.open)
  const exporting = useStore((state) => state.exporting)
  const listShown = useStore((state) => state.listShown)
  const panel = useShownPanel()
  const findings = useStore((state) => unsettledCount(state.findings))
  const nothing = open === null
  const stepName = (verb: string, label: ChangeLabel | null | undefined) =>
    label ? `${verb}: ${t(`changes:${label.key}`, label.params)}` : verb

  return (
    <Toolbar size="small" className="commands" aria-label={t('commands')}>
      <Tooltip content={t('toggleList')} relationship="label">
        <ToolbarButton
          icon={<PanelLeftRegular />}
          data-testid="toggle-list"
          aria-pressed={listShown}
          onClick={toggleList}
        />
      </Tooltip>
      <ToolbarDivider />
      <ToolbarButton icon={<ArrowImportRegular />} data-testid="import" onClick={() => void pickAndPlan()}>
        {t('importExcel')}
      </ToolbarButton>
      <ToolbarButton
        icon={exporting === 'xlsx' ? <Spinner size="extra-tiny" /> : <DocumentTableRegular />}
        data-testid="export-xlsx"
        disabled={nothing || exporting !== null}
        onClick={() => void exportReport('xlsx')}
      >
        {t('exportExcel')}
      </ToolbarButton>
      <ToolbarButton
        icon={exporting === 'pdf' ? <Spinner size="extra-tiny" /> : <DocumentPdfRegular />}
        data-testid="export-pdf"
        disabled={nothing || exporting !== null}
        onClick={() => void exportReport('pdf')}
      >
        {t('exportPdf')}
      </ToolbarButton>
      <ToolbarDivider />
      <Tooltip content={`${stepName(t('undo'), open?.undo)} (Ctrl+Z)`} relationship="label">
        <ToolbarButton
          icon={<ArrowUndoRegular />}
          data-testid="undo"
          disabled={!open?.undo}
          onClick={() => void undo()}
        />
      </Tooltip>
      <Tooltip content={`${stepName(t('redo'), open?.redo)} (Ctrl+Y)`} relationship="label">
        <ToolbarButton
          icon={<ArrowRedoRegular />}
          data-testid="redo"
          disabled={!open?.redo}
          onClick={() => void redo()}
        />
      </Tooltip>
      <ToolbarDivider />
      <ToolbarButton
        icon={<ClipboardTaskListLtrRegular />}
        data-testid="check"
        disabled={nothing}
        aria-pressed={!nothing && panel === 'findings'}
        onClick={() => showPanel('findings')}
      >
        {t('checkFigures', { n: findings })}
      </ToolbarButton>
      <span className="commands-rest" />
      <Tooltip content={t('togglePanel')} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={<PanelRightRegular />}
          data-testid="toggle-panel"
          aria-pressed={panel !== null}
          onClick={togglePanel}
        />
      </Tooltip>
    </Toolbar>
  )
}
