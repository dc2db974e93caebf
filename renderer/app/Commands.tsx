/** The one row of commands. */
import {
  Button,
  Menu,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  Tooltip,
} from '@fluentui/react-components'
import {
  ArrowImportRegular,
  ArrowRedoRegular,
  ArrowUndoRegular,
  CalculatorRegular,
  ChevronDownRegular,
  ClipboardTaskListLtrRegular,
  DataPieRegular,
  DocumentPdfRegular,
  DocumentTableRegular,
  LayoutColumnTwoRegular,
  PanelLeftRegular,
  PanelRightRegular,
} from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { ChangeLabel } from '../../shared/model.ts'
import { pickFiles, pickFolder, showBatch } from '../actions/batch.ts'
import { redo, undo } from '../actions/editing.ts'
import { exportReport, setExportReasons } from '../actions/exporting.ts'
import { openPaste } from '../actions/pasting.ts'
import { openProfiles } from '../actions/profiles.ts'
import { showPanel, toggleList, togglePanel } from '../actions/program.ts'
import { openSettings } from '../actions/settings.ts'
import { unsettledCount } from '../findings/list.ts'
import { useStore } from '../store.ts'
import './commands.css'
import { useShownPanel } from './useShownPanel.ts'

export function Commands() {
  const { t } = useTranslation(['common', 'changes', 'settings'])
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
      <ToolbarButton icon={<ArrowImportRegular />} data-testid="import" onClick={() => void pickFiles()}>
        {t('importExcel')}
      </ToolbarButton>
      <ImportOptions />
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
      <ExportOptions />
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
      <ToolbarButton
        icon={<DataPieRegular />}
        data-testid="summary"
        disabled={nothing}
        aria-pressed={!nothing && panel === 'summary'}
        onClick={() => showPanel('summary')}
      >
        {t('panelSummary')}
      </ToolbarButton>
      <ToolbarDivider />
      <ToolbarButton
        icon={<CalculatorRegular />}
        data-testid="policy"
        disabled={nothing}
        onClick={() => openSettings({ type: 'policy' })}
      >
        {t('settings:policyCommand')}
      </ToolbarButton>
      <ColumnCommand />
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

/** The ways of importing more than one file. */
function ImportOptions() {
  const { t } = useTranslation(['batch', 'paste', 'profiles'])
  const hasList = useStore((state) => state.batch !== null)
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t('batch:options')} relationship="label">
          <ToolbarButton icon={<ChevronDownRegular />} data-testid="import-options" />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem data-testid="import-many" onClick={() => void pickFiles()}>
            {t('batch:pickFiles')}
          </MenuItem>
          <MenuItem data-testid="import-folder" onClick={() => void pickFolder()}>
            {t('batch:pickFolder')}
          </MenuItem>
          <MenuItem data-testid="import-paste" secondaryContent={t('paste:commandKeys')} onClick={openPaste}>
            {t('paste:command')}
          </MenuItem>
          <MenuItem data-testid="import-list" disabled={!hasList} onClick={() => showBatch(true)}>
            {t('batch:showList')}
          </MenuItem>
          <MenuItem data-testid="profiles" onClick={() => void openProfiles()}>
            {t('profiles:command')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** What goes into exported files beside the table. */
function ExportOptions() {
  const { t } = useTranslation('settings')
  const reasons = useStore((state) => state.exportReasons)
  return (
    <Menu
      checkedValues={{ options: reasons ? ['reasons'] : [] }}
      onCheckedValueChange={(_, { checkedItems }) => setExportReasons(checkedItems.includes('reasons'))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t('settings:exportOptions')} relationship="label">
          <ToolbarButton icon={<ChevronDownRegular />} data-testid="export-options" />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemCheckbox name="options" value="reasons" data-testid="export-reasons">
            {t('settings:exportReasons')}
          </MenuItemCheckbox>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** The menu of the column with the cursor, for those who do not find it at the header. */
function ColumnCommand() {
  const { t } = useTranslation('settings')
  const column = useStore((state) => state.selection?.cursor.column)
  return (
    <ToolbarButton
      icon={<LayoutColumnTwoRegular />}
      data-testid="column"
      aria-haspopup="menu"
      disabled={column === undefined}
      onClick={({ currentTarget }) => {
        const { left: x, bottom: y } = currentTarget.getBoundingClientRect()
        if (column !== undefined) openSettings({ type: 'columnMenu', column, place: { x, y } })
      }}
    >
      {t('settings:columnCommand')}
      <ChevronDownRegular className="command-chevron" />
    </ToolbarButton>
  )
}
