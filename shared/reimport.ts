/**
 * A corrected workbook over the report that came from it before: what the file says is taken, what a person said in the
 * program stays.
 */
import { isComputed, isField, nextTag } from './columns.ts'
import { applyEdits } from './edit.ts'
import { areEqual } from './equal.ts'
import { matched, type Matching } from './matching.ts'
import type { Cell, Column, Edit, Id, Report, Row, Stated } from './model.ts'
import { arranged } from './order.ts'
import { saysSame } from './partSum.ts'
import { rolledUp, withRollUps } from './rollUp.ts'
import { withCounting, withEntry } from './rowText.ts'

export interface Taking {
  /** Rows that stay as they are: those of the report by their ids, new ones by their ids in what was imported. */
  readonly leftOut?: ReadonlySet<Id>
  /** The highest numbers that tags of columns and rows ever had, for no tag is used again. */
  readonly lastTags?: { readonly columns: number; readonly rows: number }
}

/**
 * The report as the file has it now. From the file come texts, figures, what it states in computed columns, headers,
 * names, units, kinds, levels and the order, new rows and columns, and where it all stands in the workbook; rows that it no longer has go.
 * Kept are ids and tags, overrides, directions, notes, roll-ups, identities of indicators, what was settled, metadata and
 * the values of adjusted plans, readings that were chosen for texts that are the same, title, period, office and policy.
 * Columns that the file no longer has stay, and so do rows and columns that came from no file.
 */
export function merged(stored: Report, imported: Report, { leftOut, lastTags }: Taking = {}): Report {
  const matching = matched(stored, imported)
  const report = withRolesOf(stored, imported, matching)
  const columns = mergedColumns(report.columns, imported.columns, matching, lastTags?.columns ?? 0)
  const taken = imported.rows.filter(({ id }) => leftOut?.has(matching.rows.get(id) ?? id) !== true)
  const rows = mergedRows(report, { ...imported, rows: taken }, { matching, columns, leftOut, lastTags })
  const { source: _source, ...properties } = report
  const { source } = imported
  const after = withRollUps(report, { ...properties, ...(source !== undefined && { source }), columns, rows })
  return followingAgain(after, report, { ...imported, rows: taken }, matching)
}

/**
 * Sums of the file, which were taken as they stand, follow their parts again where they did so before, or where they are new
 * and the file shows that they do, unless the parts come to something else.
 */
function followingAgain(after: Report, before: Report, imported: Report, matching: Matching): Report {
  const was = new Map(before.rows.map((row) => [row.id, row]))
  const inFile = new Map(imported.rows.map((row) => [matching.rows.get(row.id), row]))
  const inFileColumn = new Map([...matching.columns].map(([column, stored]) => [stored, column]))
  const rows = after.rows.map((row) => {
    const [stored, read] = [was.get(row.id), inFile.get(row.id)]
    if (read === undefined || row.rollUp === undefined || row.rollUp === 'none') return row
    return after.columns.reduce((marked, column) => {
      const known = stored?.cells[column.id] ?? read.cells[inFileColumn.get(column.id) ?? '']
      const cell = row.cells[column.id]
      if (known?.rolledUp !== true || cell === undefined || !isFigureAlone(cell)) return marked
      const sum = rolledUp(after, row, column)
      if ('missing' in sum || !saysSame(cell.quantity, sum.quantity, row.unit)) return marked
      return { ...marked, cells: withEntry(marked.cells, column.id, { ...cell, rolledUp: true }) }
    }, row)
  })
  return { ...after, rows }
}

/** The values of an adjusted plan, or the mark of a footnote, would be lost with the next sum. */
function isFigureAlone({ planValues, quantity }: Cell): boolean {
  return planValues === undefined && quantity?.footnote === undefined
}

/** Columns go on in the role that they were imported in. */
function withRolesOf(report: Report, imported: Report, { columns: pairs }: Matching): Report {
  const edits = imported.columns.flatMap(({ id, role }): readonly Edit[] => {
    const column = report.columns.find((each) => each.id === pairs.get(id))
    return column === undefined || column.role === role
      ? []
      : [{ type: 'column', column: column.id, set: { role } }]
  })
  if (edits.length === 0) return report
  const applied = applyEdits(report, edits)
  return applied.ok ? applied.value.report : report
}

function mergedColumns(
  stored: readonly Column[],
  imported: readonly Column[],
  { columns: pairs }: Matching,
  last: number,
): readonly Column[] {
  const byId = new Map(stored.map((column) => [column.id, column]))
  const storedId = (id: Id | undefined) => (id === undefined ? undefined : (pairs.get(id) ?? id))
  const known = new Set(pairs.values())
  const fresh: Column[] = []
  const inFile = imported.flatMap((column) => {
    const before = byId.get(pairs.get(column.id) ?? '')
    if (before !== undefined) return [columnOfFile(before, column)]
    if (column.added === true) return []
    const { of, to, order: _order, ...rest } = column
    const [ofId, toId] = [storedId(of), storedId(to)]
    const tag = nextTag([...stored, ...fresh], last)
    fresh.push({ ...column, tag })
    return [
      { ...rest, tag, ...(ofId !== undefined && { of: ofId }), ...(toId !== undefined && { to: toId }) },
    ]
  })
  const gone = stored.filter(({ id }) => !known.has(id)).map(({ letter: _letter, ...column }) => column)
  return arranged(inserted<Omit<Column, 'order'> & { readonly order?: string }>(inFile, gone, stored))
}

/** A header that says something else says it about plan and year too. */
function columnOfFile(before: Column, column: Column): Column {
  const { letter: _letter, header, ...kept } = before
  const place = { header: column.header, ...(column.letter !== undefined && { letter: column.letter }) }
  if (areEqual(header, column.header)) return { ...kept, ...place }
  const { assignedBy: _assignedBy, year: _year, term: _term, withoutPlan: _withoutPlan, ...rest } = kept
  const { assignedBy, year, term, withoutPlan } = column
  return {
    ...rest,
    ...place,
    ...(assignedBy !== undefined && { assignedBy }),
    ...(year !== undefined && { year }),
    ...(term !== undefined && { term }),
    ...(withoutPlan !== undefined && { withoutPlan }),
  }
}

interface Merging extends Taking {
  readonly matching: Matching
  readonly columns: readonly Column[]
}

function mergedRows(report: Report, imported: Report, merging: Merging): readonly Row[] {
  const { matching, leftOut, lastTags } = merging
  const byId = new Map(report.rows.map((row) => [row.id, row]))
  let last = Math.max(lastTags?.rows ?? 0, ...report.rows.map(({ tag }) => Number(tag.replace(/^\D+/, ''))))
  const met = new Set<Id>()
  const inFile = imported.rows.map((row) => {
    const before = byId.get(matching.rows.get(row.id) ?? '')
    if (before === undefined) {
      last++
      return { ...newRow(row, imported.columns, merging), tag: `r${last}` }
    }
    met.add(before.id)
    return mergedRow(before, row, imported.columns, merging)
  })
  const kept = report.rows.filter(
    ({ id, source }) => !met.has(id) && (leftOut?.has(id) === true || source === undefined),
  )
  const rows = arranged(inserted<Omit<Row, 'order'> & { readonly order?: string }>(inFile, kept, report.rows))
  return rows.map((row) => {
    const before = byId.get(row.id)
    return before !== undefined && areEqual(before, row) ? before : row
  })
}

function newRow(row: Row, importedColumns: readonly Column[], merging: Merging): Omit<Row, 'order'> {
  const { order: _order, ...rest } = row
  const { cells, stated } = valuesOfFile(row, importedColumns, merging)
  return { ...rest, cells: Object.fromEntries(cells), stated: Object.fromEntries(stated) }
}

function withoutMark({ rolledUp: _rolledUp, ...cell }: Cell): Cell {
  return cell
}

/** Cells and statements of the file by the ids of the report's columns. */
function valuesOfFile(row: Row, importedColumns: readonly Column[], { matching, columns }: Merging) {
  const cells: [Id, Cell][] = []
  const stated: [Id, Stated][] = []
  for (const column of importedColumns) {
    const id = matching.columns.get(column.id) ?? column.id
    if (!columns.some((each) => each.id === id)) continue
    const cell = row.cells[column.id]
    const said = row.stated[column.id]
    if (cell !== undefined) cells.push([id, withoutMark(cell)])
    if (said !== undefined) stated.push([id, said])
  }
  return { cells, stated }
}

/** Its sums are taken as the file says them; those that are still the sum of their parts go on following them. */
function mergedRow(before: Row, row: Row, importedColumns: readonly Column[], merging: Merging): Row {
  const { mark: _mark, hidden: _hidden, source: _source, ...kept } = before
  const values = valuesOfFile(row, importedColumns, merging)
  const [cells, stated] = [new Map(values.cells), new Map(values.stated)]
  const said = new Set(importedColumns.map(({ id }) => merging.matching.columns.get(id) ?? id))
  const has = (field: 'ordinal' | 'name' | 'unit') => importedColumns.some(({ role }) => role === field)
  const after: Record<Id, Cell> = {}
  const statedAfter: Record<Id, Stated> = {}
  for (const column of merging.columns) {
    const { id, role } = column
    const [cell, statement] = [before.cells[id], before.stated[id]]
    const isOfFile = said.has(id) && !isField(role)
    const merged = isOfFile && !isComputed(role) ? mergedCell(cell, cells.get(id), column) : cell
    const say = isOfFile && isComputed(role) ? mergedStatement(statement, stated.get(id)) : statement
    if (merged !== undefined) after[id] = merged
    if (say !== undefined) statedAfter[id] = say
  }
  return {
    ...kept,
    kind: row.kind,
    level: row.level,
    ...(row.mark !== undefined && { mark: row.mark }),
    ordinal: has('ordinal') ? row.ordinal : before.ordinal,
    name: row.name,
    unit: has('unit') ? row.unit : before.unit,
    cells: after,
    stated: statedAfter,
    ...(row.hidden === true && { hidden: true }),
    ...(row.source !== undefined && { source: row.source }),
  }
}

function mergedCell(before: Cell | undefined, after: Cell | undefined, column: Column): Cell | undefined {
  const { metadata, planValues, chosen, quantity, text } = before ?? { text: '' }
  const read = after ?? { text: '' }
  const isSameText = text === read.text && chosen === true
  const cell = isSameText ? { ...read, chosen, ...(quantity !== undefined && { quantity }) } : read
  const says =
    cell.text !== '' || cell.flags !== undefined || metadata !== undefined || planValues !== undefined
  if (!says) return undefined
  return {
    ...cell,
    ...(metadata !== undefined && { metadata }),
    ...(planValues !== undefined && { planValues: withCounting(planValues, column, cell) }),
  }
}

/** Taken for a computed value is what the file said then; once it says something else, that is news. */
function mergedStatement(before: Stated | undefined, after: Stated | undefined): Stated | undefined {
  if (after === undefined || before?.replaced !== true || before.text !== after.text) return after
  return { ...after, replaced: true }
}

/** `list` with each of `others` behind the one that it followed in `before`, or in front. */
function inserted<T extends { readonly id: Id }>(
  list: readonly T[],
  others: readonly T[],
  before: readonly { readonly id: Id }[],
): readonly T[] {
  if (others.length === 0) return list
  const placed = new Set([...list, ...others].map(({ id }) => id))
  const byId = new Map(others.map((thing) => [thing.id, thing]))
  const following = new Map<Id | undefined, T[]>()
  let above: Id | undefined
  for (const { id } of before) {
    const other = byId.get(id)
    if (other !== undefined) following.set(above, [...(following.get(above) ?? []), other])
    else if (placed.has(id)) above = id
  }
  return [
    ...(following.get(undefined) ?? []),
    ...list.flatMap((thing) => [thing, ...(following.get(thing.id) ?? [])]),
  ]
}
