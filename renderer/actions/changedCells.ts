/** Which cells a change of a report has changed, for the cursor to go there. */
import { isComputed } from '../../shared/columns.ts'
import { areEqual } from '../../shared/equal.ts'
import type { Column, Report, ReportChange, Row } from '../../shared/model.ts'
import { textIn } from '../../shared/shown.ts'
import type { Selection } from '../grid/sheet.ts'

/**
 * The rectangle around all visible cells that differ, with the cursor in the first of them. `report` is as it stands
 * after the change. Undefined where no such cell changed.
 */
export function changedCells(report: Report, { rows }: ReportChange): Selection | undefined {
  const before = new Map(rows.map((replaced) => [replaced.after?.id, replaced.before]))
  const columns = report.columns.filter(({ hidden }) => hidden !== true)
  const places = report.rows
    .filter((row) => row.hidden !== true && before.has(row.id))
    .flatMap((row) => {
      const was = before.get(row.id) ?? undefined
      return columns.flatMap((column, index) => (differs(was, row, column) ? [{ row: row.id, index }] : []))
    })
  const [first] = places
  const last = places.at(-1)
  if (first === undefined || last === undefined) return undefined
  const indices = places.map(({ index }) => index)
  const columnAt = (index: number) => columns[index]?.id ?? ''
  return {
    cursor: { row: first.row, column: columnAt(first.index) },
    anchor: { row: first.row, column: columnAt(Math.min(...indices)) },
    end: { row: last.row, column: columnAt(Math.max(...indices)) },
  }
}

function differs(before: Row | undefined, after: Row, column: Column): boolean {
  if (before === undefined) return true
  return isComputed(column.role)
    ? !areEqual(before.overrides[column.id], after.overrides[column.id])
    : textIn(before, column) !== textIn(after, column)
}
