/** A table from the clipboard becomes a new report: through the same preview as a file. */
import { mayBeTable, type PastedContent } from '../../shared/pasted.ts'
import { failure } from '../../shared/result.ts'
import { MOST_FILE_BYTES } from '../../shared/workbookFile.ts'
import { api } from '../api.ts'
import { useStore } from '../store.ts'
import { focusTable } from '../ui/panes.ts'
import { planFile } from './importing.ts'
import { showFailure, valueOrMessage } from './messages.ts'

/** Nothing while something else is being asked. */
export function openPaste(): void {
  if (mayPaste()) useStore.setState({ pasting: true })
}

/** The keyboard goes back to the table. */
export function closePaste(): void {
  useStore.setState({ pasting: false })
  // Once the dialog is gone: as long as it is there it keeps the focus within.
  setTimeout(focusTable)
}

/** No dialog is open and no files are being imported. */
export function mayPaste(): boolean {
  const { importing, updating, settings, batch, profiles, pasting } = useStore.getState()
  const isImporting = importing !== null || updating !== null || batch?.shown === true
  return !isImporting && settings === null && profiles === null && !pasting
}

/** Shows the preview of what was pasted; `name` is what it is called. */
export async function pasteAsReport({ html, text }: PastedContent, name: string): Promise<void> {
  useStore.setState({ pasting: false })
  if (!mayBeTable({ html, text })) {
    showFailure(failure('no-table', 'paste-nothing').failure)
    return
  }
  if (Math.max(html.length, text.length) > MOST_FILE_BYTES) {
    const limit = MOST_FILE_BYTES / 1_000_000
    showFailure(failure('limit', 'file-too-big', { file: name, limit }).failure)
    return
  }
  const offered = valueOrMessage(await api.offerPasted({ name, html, text }))
  if (offered !== undefined) await planFile(offered)
}
