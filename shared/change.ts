/** Finds a change, carries it out and turns it round: editing, undo, redo and the window's copy of a report all go this way. */
import { areEqual } from './equal.ts'
import type { Id, Replaced, Report, ReportChange, ReportProperties, Row } from './model.ts'
import { failure, success, type Result } from './result.ts'

/**
 * The report after the change, null once it is deleted; `report` is null for one that does not exist yet. Fails with
 * `conflict` where what the change replaces is not there. `updatedAt` stays as it was: time is the caller's.
 */
export function applyChange(report: Report | null, change: ReportChange): Result<Report | null> {
  const properties = report === null ? null : propertiesOf(report)
  if (change.properties !== undefined && !areEqual(change.properties.before, properties)) return conflict()
  const after = change.properties === undefined ? properties : change.properties.after
  if (report !== null && report.id !== change.report) return conflict()

  const columns = replaceAll(report?.columns ?? [], change.columns)
  const rows = replaceAll(report?.rows ?? [], change.rows)
  if (columns === undefined || rows === undefined) return conflict()
  if (after === null) {
    return report !== null && columns.length === 0 && rows.length === 0 ? success(null) : conflict()
  }
  return success({ ...after, id: change.report, columns, rows, updatedAt: report?.updatedAt ?? '' })
}

/** The change that takes this one back. */
export function invert(change: ReportChange): ReportChange {
  return {
    report: change.report,
    ...(change.properties !== undefined && { properties: turned(change.properties) }),
    columns: change.columns.map(turned),
    rows: change.rows.map(turned),
  }
}

/** The change that makes this report where there was none. */
export function creationOf(report: Report): ReportChange {
  const made = <T>(after: T): Replaced<T> => ({ before: null, after })
  return {
    report: report.id,
    properties: made(propertiesOf(report)),
    columns: report.columns.map(made),
    rows: report.rows.map(made),
  }
}

/** The change that makes `after` of `before`, two states of one report. */
export function changeBetween(before: Report, after: Report): ReportChange {
  const was = propertiesOf(before)
  const is = propertiesOf(after)
  return {
    report: before.id,
    ...(!areEqual(was, is) && { properties: { before: was, after: is } }),
    columns: replacements(before.columns, after.columns),
    rows: haveSamePlaces(before.rows, after.rows)
      ? before.rows.flatMap((row, place) => {
          const { [place]: rowAfter = row } = after.rows
          return row === rowAfter || areEqual(row, rowAfter) ? [] : [{ before: row, after: rowAfter }]
        })
      : replacements(before.rows, after.rows),
  }
}

/** Nothing is different afterwards, and there is nothing to undo. */
export function isEmptyChange(change: ReportChange): boolean {
  return change.properties === undefined && change.columns.length === 0 && change.rows.length === 0
}

/** Everything of a report beside its identity, columns, rows and time. */
export function propertiesOf(report: Report): ReportProperties {
  const { id: _id, columns: _columns, rows: _rows, updatedAt: _updatedAt, ...properties } = report
  return properties
}

function haveSamePlaces(before: readonly Row[], after: readonly Row[]): boolean {
  return before.length === after.length && before.every(({ id }, place) => after[place]?.id === id)
}

function replacements<T extends Ordered>(before: readonly T[], after: readonly T[]): readonly Replaced<T>[] {
  const was = new Map(before.map((thing) => [thing.id, thing]))
  const is = new Map(after.map((thing) => [thing.id, thing]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const replaced = { before: was.get(id) ?? null, after: is.get(id) ?? null }
    return areEqual(replaced.before, replaced.after) ? [] : [replaced]
  })
}

function turned<T>({ before, after }: Replaced<T>): Replaced<T> {
  return { before: after, after: before }
}

interface Ordered {
  readonly id: Id
  readonly order: string
}

/** Undefined where something to be replaced is not as the change remembers it. */
function replaceAll<T extends Ordered>(
  items: readonly T[],
  replacements: readonly Replaced<T>[],
): readonly T[] | undefined {
  if (replacements.length === 0) return items
  const byId = new Map(replacements.map((replaced) => [(replaced.before ?? replaced.after)?.id, replaced]))
  if (byId.size !== replacements.length) return undefined
  const result: T[] = []
  let sorted = true
  let met = 0
  for (const item of items) {
    const replaced = byId.get(item.id)
    if (replaced === undefined) {
      result.push(item)
      continue
    }
    if (!areEqual(replaced.before, item)) return undefined
    met++
    if (replaced.after === null) continue
    if (replaced.after.order !== item.order) sorted = false
    result.push(replaced.after)
  }
  for (const { before, after } of replacements) {
    if (before !== null || after === null) continue
    met++
    sorted = false
    result.push(after)
  }
  if (met !== replacements.length) return undefined
  return sorted ? result : result.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
}

function conflict() {
  return failure('conflict', 'changed-meanwhile')
}
