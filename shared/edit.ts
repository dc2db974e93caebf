/** Turns what a person asks for into one change of a report, on the one path that window, command line and undo share. */
import { withColumn } from './columnEdit.ts'
import { isComputed } from './columns.ts'
import { propertiesOf } from './change.ts'
import { areEqual } from './equal.ts'
import type { ChangeLabel, Column, Edit, Id, Replaced, Report, ReportChange, Row } from './model.ts'
import { headerOf } from './paper.ts'
import { failure, success, type Result } from './result.ts'
import { withText } from './rowText.ts'
import { normalText } from './text.ts'

export interface AppliedEdits {
  readonly report: Report
  /** Empty lists and no properties where the edits change nothing. */
  readonly change: ReportChange
  readonly label: ChangeLabel
}

/**
 * Carries out all edits in order, or none: fails with `not-found` for a row or column that is not there. Texts are kept
 * exactly as typed. `updatedAt` stays as it was: time is the caller's.
 */
export function applyEdits(report: Report, edits: readonly Edit[]): Result<AppliedEdits> {
  const places = new Map(report.rows.map((row, index) => [row.id, index]))
  let rows = [...report.rows]
  let after = report
  for (const edit of edits) {
    if (edit.type === 'properties') {
      after = { ...after, ...edit.properties }
      continue
    }
    const column = after.columns.find(({ id }) => id === edit.column)
    if (column === undefined) return failure('not-found', 'column-unknown', { id: edit.column })
    if (edit.type === 'column') {
      after = withColumn({ ...after, rows }, column, edit.set)
      rows = [...after.rows]
      continue
    }
    const place = places.get(edit.row)
    const row = place === undefined ? undefined : rows[place]
    if (place === undefined || row === undefined) return failure('not-found', 'row-unknown', { id: edit.row })
    rows[place] = withText(row, column, edit.text, edit.reason)
  }
  after = { ...after, rows }
  return success({ report: after, change: difference(report, after), label: labelOf(report, edits) })
}

/** Of two states with the same rows and columns in the same places. */
function difference(before: Report, after: Report): ReportChange {
  const was = propertiesOf(before)
  const is = propertiesOf(after)
  return {
    report: before.id,
    ...(!areEqual(was, is) && { properties: { before: was, after: is } }),
    columns: replacements(before.columns, after.columns),
    rows: replacements(before.rows, after.rows),
  }
}

function replacements<T>(before: readonly T[], after: readonly T[]): Replaced<T>[] {
  const replaced: Replaced<T>[] = []
  before.forEach((was, index) => {
    const is = after[index]
    if (is !== undefined && is !== was && !areEqual(was, is)) replaced.push({ before: was, after: is })
  })
  return replaced
}

/** Names what was asked for by the report as it was before: a renamed row by its old name. */
function labelOf(report: Report, edits: readonly Edit[]): ChangeLabel {
  const [first] = edits
  const single = edits.length === 1
  const column = columnOf(report, edits.find((edit) => edit.type === 'column')?.column)
  if (column !== undefined) return { key: 'column', params: { column: columnName(column) } }
  if (first === undefined || edits.some((edit) => edit.type === 'properties'))
    return { key: 'properties', params: {} }
  if (!single || first.type !== 'cell') return { key: 'editCells', params: { count: edits.length } }

  const edited = columnOf(report, first.column)
  const row = report.rows.find(({ id }) => id === first.row)
  const params = {
    row: row === undefined ? '' : rowName(row),
    column: edited === undefined ? '' : columnName(edited),
    text: normalText(first.text),
  }
  if (edited === undefined || !isComputed(edited.role)) return { key: 'editCell', params }
  return { key: first.text.trim() === '' ? 'clearOverride' : 'override', params }
}

function columnOf(report: Report, id: Id | undefined): Column | undefined {
  return report.columns.find((column) => column.id === id)
}

function columnName(column: Column): string {
  return normalText(headerOf(column).at(-1) ?? '')
}

function rowName(row: Row): string {
  return normalText(row.name === '' ? row.ordinal : row.name)
}
