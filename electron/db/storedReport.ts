/** A whole report out of its tables, and a change into them together with its journal. */
import type { Change, Id, Report, ReportChange } from '../../shared/model.ts'
import type { Profile } from '../../shared/profile.ts'
import { deleteColumn, putColumn, selectColumns } from './columns.ts'
import { appendChange } from './journal.ts'
import type { Database } from './open.ts'
import { putProfile } from './profiles.ts'
import { deleteReport, putReport, selectReport, touchReport } from './reports.ts'
import { changeRow, deleteRow, selectRows } from './rows.ts'
import { insertWorkbook, type StoredWorkbook } from './workbooks.ts'

export function loadReport(db: Database, id: Id): Report | undefined {
  const head = selectReport(db, id)
  return head && { ...head, columns: selectColumns(db, id), rows: selectRows(db, id) }
}

/**
 * On disk when it returns, values and journal both, the workbooks the change tells of and the templates remembered with
 * it; on an error nothing is. The caller has made sure that each `before` is what is stored. Only what differs is written.
 */
export function saveChange(
  db: Database,
  change: Change,
  workbooks: readonly StoredWorkbook[],
  profiles: readonly Profile[] = [],
): void {
  db.transaction(() => {
    for (const workbook of workbooks) insertWorkbook(db, workbook)
    for (const profile of profiles) putProfile(db, profile, change.at)
    for (const report of change.reports) applyToTables(db, report, change.at)
    appendChange(db, change)
  }).immediate()
}

/** In the order that references ask for: the report, its columns, the rows; deletions the other way round. */
function applyToTables(db: Database, change: ReportChange, at: string): void {
  const { report, properties, columns, rows } = change
  if (properties?.after) putReport(db, report, properties.after, at)
  else if (!properties) touchReport(db, report, at)

  for (const { after } of columns) if (after) putColumn(db, report, after)
  for (const { before, after } of rows) {
    if (after) changeRow(db, report, before, after)
    else if (before) deleteRow(db, before.id)
  }
  for (const { before, after } of columns) if (before && !after) deleteColumn(db, before.id)

  if (properties && !properties.after) deleteReport(db, report)
}
