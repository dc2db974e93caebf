/** Starting the window, its language, its panes and the log. */
import { api } from '../api.ts'
import type { Selection } from '../grid/sheet.ts'
import { useStore, type Panel, type RowSection } from '../store.ts'
import { isWide } from '../ui/wide.ts'
import { followBatch } from './batchRun.ts'
import { checkWhenChanged } from './checking.ts'
import { prepareToClose } from './closing.ts'
import { reportUnexpected, valueOrMessage } from './messages.ts'
import { openReport, readReports } from './reports.ts'

/** Listens to what main tells unasked, reads what the window needs and opens the first report. */
export async function start(): Promise<void> {
  window.addEventListener('error', ({ error, message }) => reportUnexpected(error ?? message))
  window.addEventListener('unhandledrejection', ({ reason }) => reportUnexpected(reason))
  api.on('unexpectedError', ({ message }) => useStore.setState({ unexpected: message }))
  api.on('closing', ({ again }) => void prepareToClose(again))
  followBatch()
  checkWhenChanged()
  const status = valueOrMessage(await api.status())
  if (status !== undefined) useStore.setState({ status })
  await readReports()
  const first = useStore.getState().reports?.[0]
  if (first !== undefined) await openReport(first.id)
}

export async function setLanguage(language: 'vi' | 'en'): Promise<void> {
  const status = valueOrMessage(await api.setLanguage({ language }))
  if (status !== undefined) useStore.setState({ status })
}

export async function openLog(): Promise<void> {
  valueOrMessage(await api.openLog())
}

export function toggleList(): void {
  useStore.setState(({ listShown }) => ({ listShown: !listShown }))
}

export function showPanel(panel: Panel): void {
  useStore.setState({ panel, panelShown: isWide() ? null : true })
}

export function togglePanel(): void {
  const wide = isWide()
  useStore.setState(({ panelShown }) => ({ panelShown: (panelShown ?? wide) === wide ? !wide : null }))
}

/** Opens a part of the row panel or folds it away. */
export function toggleSection(section: RowSection): void {
  useStore.setState(({ openSections: open }) => ({
    openSections: open.includes(section) ? open.filter((each) => each !== section) : [...open, section],
  }))
}

export function select(selection: Selection): void {
  useStore.setState({ selection })
}
