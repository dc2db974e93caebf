/** Writing the open report into a file, and opening what was written. */
import type { PickedFile } from '../../shared/api.ts'
import { api } from '../api.ts'
import { useStore } from '../store.ts'
import { showMessage, valueOrMessage } from './messages.ts'
import { enqueue } from './queue.ts'

/** Edits that are still on their way reach the disk first, and with it the file. */
export async function exportReport(format: 'xlsx' | 'pdf'): Promise<void> {
  const { open, exporting, exportReasons: reasons } = useStore.getState()
  if (open === null || exporting !== null) return
  useStore.setState({ exporting: format })
  try {
    await enqueue(() => Promise.resolve())
    const file = valueOrMessage(await api.exportReport({ report: open.report.id, format, reasons }))
    if (file !== undefined) showMessage({ type: 'exported', file })
  } finally {
    useStore.setState({ exporting: null })
  }
}

/** Whether exported files say why cells were overruled, from now on. */
export function setExportReasons(exportReasons: boolean): void {
  useStore.setState({ exportReasons })
}

export async function openFile(file: PickedFile, how: 'open' | 'show'): Promise<void> {
  valueOrMessage(await api.openFile({ token: file.token, how }))
}
