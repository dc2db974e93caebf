/** The past of one cell. */
import type { CellHistoryEntry } from '../../shared/api.ts'
import type { Id } from '../../shared/model.ts'
import type { Result } from '../../shared/result.ts'
import { api } from '../api.ts'
import type { CellAddress } from '../grid/sheet.ts'
import { enqueue } from './queue.ts'

/** What happened to a cell, edits still on their way included. Shown in place, so a failure is handed back. */
export function readCellHistory(report: Id, cell: CellAddress): Promise<Result<readonly CellHistoryEntry[]>> {
  return enqueue(() => api.cellHistory({ report, ...cell }))
}
