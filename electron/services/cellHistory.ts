/** What stood in one cell over time, told from the journal of its row. */
import type { CellHistoryEntry } from '../../shared/api.ts'
import { calculateAlone } from '../../shared/calculate.ts'
import { cellEvents } from '../../shared/cellEvents.ts'
import type { Column, Id, Report, Row } from '../../shared/model.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { shown } from '../../shared/shown.ts'
import { attempt } from '../db/failures.ts'
import { eachRowStep } from '../db/journal.ts'
import type { Database } from '../db/open.ts'
import { openReport } from './reports.ts'

export interface CellPlace {
  readonly report: Id
  readonly row: Id
  readonly column: Id
}

/** A panel holds no more, and nobody reads further back. */
const MOST_ENTRIES = 200

/**
 * The changes of the row that changed what this cell shows or what is known and said of it, newest first, the last 200 of them. A computed cell has one also
 * where a figure it depends on was changed; parents and properties count as they are today.
 */
export function cellHistory(db: Database, place: CellPlace): Result<readonly CellHistoryEntry[]> {
  return attempt(db.name, () => {
    const opened = openReport(db, place.report)
    if (!opened.ok) return opened
    const { report } = opened.value
    const column = report.columns.find(({ id }) => id === place.column)
    if (column === undefined) return failure('not-found', 'cell-unknown')

    const entries: CellHistoryEntry[] = []
    for (const { before, after, at, author, kind } of eachRowStep(db, report.id, place.row)) {
      const was = shownThen(report, column, before)
      const is = shownThen(report, column, after)
      const reason = after?.overrides[column.id]?.reason
      const sameReason = reason === before?.overrides[column.id]?.reason
      const told = before === null || after === null ? [] : cellEvents(before, after, column)
      if (was === is && sameReason && told.length === 0) continue
      entries.push({
        at,
        author,
        kind,
        before: was,
        after: is,
        ...(reason !== undefined && !sameReason && { reason }),
        ...(told.length > 0 && { told }),
      })
      if (entries.length === MOST_ENTRIES) break
    }
    return success(entries)
  })
}

/** What the cell shows in the report of today with the row as it was; "" where the row did not exist. */
function shownThen(report: Report, column: Column, row: Row | null): string {
  return row === null ? '' : shown(report, row, column, calculateAlone(report, row)).text
}
