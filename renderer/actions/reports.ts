/** The list of reports, and opening one of them. */
import { calculate } from '../../shared/calculate.ts'
import type { Id } from '../../shared/model.ts'
import { api } from '../api.ts'
import { singleCell } from '../grid/sheet.ts'
import { useStore } from '../store.ts'
import { valueOrMessage } from './messages.ts'
import { enqueue } from './queue.ts'

export async function readReports(): Promise<void> {
  const reports = valueOrMessage(await api.listReports())
  if (reports !== undefined) useStore.setState({ reports })
}

/** Opens a report, once the edits of the one before it are on disk. What was asked for last is open in the end. */
export function openReport(id: Id): Promise<void> {
  const { open, opening } = useStore.getState()
  if ((opening ?? open?.report.id) === id) return Promise.resolve()
  useStore.setState({ opening: id })
  return enqueue(() => (isOvertaken(id) ? Promise.resolve() : reload(id)))
}

/** Reads the report from disk anew, such as when the window's copy turns out to be behind. */
export async function reload(id: Id): Promise<void> {
  try {
    const opened = valueOrMessage(await api.openReport({ report: id }))
    if (opened === undefined || isOvertaken(id)) return
    const { report, undo, redo } = opened
    useStore.setState(({ open, selection, messages }) => ({
      open: { report, computed: calculate(report), undo, redo },
      selection: open?.report.id === id ? selection : firstCell(report),
      savedAt: report.updatedAt,
      messages: messages.filter(({ type }) => type === 'not-saved'),
    }))
  } finally {
    useStore.setState(({ opening }) => ({ opening: opening === id ? null : opening }))
  }
}

/** Another report has been asked for since. */
function isOvertaken(id: Id): boolean {
  const { opening } = useStore.getState()
  return opening !== null && opening !== id
}

function firstCell(report: {
  readonly rows: readonly { readonly id: Id; readonly hidden?: boolean }[]
  readonly columns: readonly { readonly id: Id; readonly hidden?: boolean }[]
}) {
  const row = report.rows.find(({ hidden }) => hidden !== true)
  const column = report.columns.find(({ hidden }) => hidden !== true)
  if (row === undefined || column === undefined) return null
  return singleCell({ row: row.id, column: column.id })
}
