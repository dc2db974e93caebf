/** The whole window: commands above, reports left, the sheet in the middle, what belongs to the selection right. */
import { FluentProvider } from '@fluentui/react-components'
import { useEffect, useLayoutEffect } from 'react'
import { flushSync } from 'react-dom'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { redo, undo } from '../actions/editing.ts'
import { openPaste } from '../actions/pasting.ts'
import { showPanel } from '../actions/program.ts'
import { BatchWindow } from '../batch/BatchWindow.tsx'
import { ImportDialog } from '../import/ImportDialog.tsx'
import { ProfilesDialog } from '../profiles/ProfilesDialog.tsx'
import { PasteTarget } from '../paste/PasteTarget.tsx'
import { UpdateDialog } from '../reimport/UpdateDialog.tsx'
import { ReportList } from '../reports/ReportList.tsx'
import { ReportScreen } from '../report/ReportScreen.tsx'
import { useStore } from '../store.ts'
import { speak, texts } from '../texts.ts'
import { theme } from '../theme.ts'
import { Pane } from '../ui/Pane.tsx'
import { focusFindings, focusNextPane, focusTable, isReadyCell, isTyping, watchFocus } from '../ui/panes.ts'
import { Commands } from './Commands.tsx'
import { DropTarget } from './DropTarget.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Messages } from './Messages.tsx'
import { SettingsWindow } from './SettingsWindow.tsx'
import { SidePanel } from './SidePanel.tsx'
import { StatusBar } from './StatusBar.tsx'
import { UnexpectedDialog } from './UnexpectedDialog.tsx'
import { useShownPanel } from './useShownPanel.ts'

export function Program() {
  const language = useStore((state) => state.status?.language ?? 'vi')
  useLayoutEffect(() => speak(language), [language])
  return (
    <I18nextProvider i18n={texts}>
      <FluentProvider theme={theme} className="program">
        <ErrorBoundary>
          <Window />
        </ErrorBoundary>
        <UnexpectedDialog />
      </FluentProvider>
    </I18nextProvider>
  )
}

function Window() {
  const { t } = useTranslation()
  const listShown = useStore((state) => state.listShown)
  const panel = useShownPanel()
  const importing = useStore((state) => state.importing)
  const updating = useStore((state) => state.updating)
  const profiles = useStore((state) => state.profiles)
  useWindowTitle()
  useWindowKeys()
  return (
    <>
      <Pane name="commands" label={t('commands')} className="pane-commands">
        <Commands />
      </Pane>
      <div className="panes">
        {listShown && (
          <Pane name="report-list" label={t('reports')} className="pane-list">
            <ReportList />
          </Pane>
        )}
        <Pane name="report" label={t('table')} className="pane-sheet">
          <Messages />
          <ReportScreen />
        </Pane>
        {panel !== null && (
          <Pane name="side-panel" label={t('sidePanel')} className="pane-side">
            <SidePanel panel={panel} />
          </Pane>
        )}
      </div>
      <Pane name="status-bar" label={t('statusBar')} className="pane-status">
        <StatusBar />
      </Pane>
      <SettingsWindow />
      {importing === null && <BatchWindow />}
      {updating !== null && <UpdateDialog updating={updating} />}
      {importing !== null && updating === null && <ImportDialog importing={importing} />}
      {profiles !== null && <ProfilesDialog profiles={profiles} />}
      <PasteTarget />
      <DropTarget />
    </>
  )
}

function useWindowTitle(): void {
  const { t } = useTranslation()
  const report = useStore((state) => state.open?.report)
  const parts = report === undefined ? [] : [report.title, report.office].filter((part) => part !== '')
  const title = parts.length === 0 ? t('appName') : `${t('appName')} — ${parts.join(' · ')}`
  useEffect(() => {
    document.title = title
  }, [title])
}

/** Keys that mean the same wherever the focus is. A letter typed while nothing has the focus goes into the table, but for one that was meant for the side panel. */
function useWindowKeys(): void {
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const isForTable = watchFocus(signal)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'F6') {
        event.preventDefault()
        focusNextPane(event.shiftKey ? -1 : 1)
      } else if (event.key === 'F8') {
        event.preventDefault()
        flushSync(() => showPanel('findings'))
        focusFindings()
      } else if (
        event.ctrlKey &&
        event.shiftKey &&
        event.code === 'KeyV' &&
        (isReadyCell(event.target) || !isTyping(event.target))
      ) {
        event.preventDefault()
        openPaste()
      } else if (
        event.ctrlKey &&
        (event.code === 'KeyZ' || event.code === 'KeyY') &&
        !isTyping(event.target)
      ) {
        const step = event.code === 'KeyY' || event.shiftKey ? redo : undo
        event.preventDefault()
        void step()
      } else if (isForTable()) {
        focusTable()
        // These would type a line break there, or leave it at once.
        if (event.key === 'Enter' || event.key === 'Tab') event.preventDefault()
      }
    }
    window.addEventListener('keydown', onKeyDown, { signal })
    return () => listening.abort()
  }, [])
}
