/** Every pair of result and target that the report's computed columns of a role compare, row by row. */
import { basisOf } from '../basis.ts'
import type { Cell, Column, Report, Role, Row, Stated } from '../model.ts'

export interface Compared {
  readonly row: Row
  /** The computed column. */
  readonly column: Column
  readonly of: Column
  readonly to: Column
  readonly result: Cell | undefined
  readonly target: Cell | undefined
}

/** The pairs of every column of a role. */
export function comparedIn(report: Report, role: Role): readonly Compared[] {
  return report.columns.flatMap((column) => (column.role === role ? comparedBy(report, column) : []))
}

/** Asked for by many rules; a report never changes. */
const known = new WeakMap<Report, Map<Column, readonly Compared[]>>()

/** The pairs that one computed column compares. Sections have no figures and are left out. */
export function comparedBy(report: Report, column: Column): readonly Compared[] {
  const byColumn = known.get(report) ?? new Map<Column, readonly Compared[]>()
  known.set(report, byColumn)
  const before = byColumn.get(column)
  if (before !== undefined) return before
  const of = report.columns.find(({ id }) => id === column.of)
  const to = report.columns.find(({ id }) => id === column.to)
  const pairs =
    of === undefined || to === undefined
      ? []
      : report.rows
          .filter((row) => row.kind !== 'section')
          .map((row) => ({ row, column, of, to, result: row.cells[of.id], target: row.cells[to.id] }))
  byColumn.set(column, pairs)
  return pairs
}

/** The pairs of ratios and assessments alike, each row and pair of columns once. */
export function comparedOnce(report: Report): readonly Compared[] {
  const seen = new Set<string>()
  return (['ratio', 'assessment'] as const).flatMap((role) =>
    report.columns.flatMap((column) => {
      const pair = `${column.of ?? ''} ${column.to ?? ''}`
      if (column.role !== role || seen.has(pair)) return []
      seen.add(pair)
      return comparedBy(report, column)
    }),
  )
}

/** What the file states, as long as it holds and nobody overruled it or took the computed value instead. */
export function statedNow(report: Report, row: Row, column: Column): Stated | undefined {
  const stated = row.stated[column.id]
  if (stated === undefined || stated.replaced === true || row.overrides[column.id] !== undefined) {
    return undefined
  }
  return stated.basis === basisKnown(report, row, column) ? stated : undefined
}

const bases = new WeakMap<Report, Map<Column, Map<Row, string>>>()

/** Worked out once for a cell of a report, for many rules ask. */
function basisKnown(report: Report, row: Row, column: Column): string {
  const byColumn = bases.get(report) ?? new Map<Column, Map<Row, string>>()
  bases.set(report, byColumn)
  const byRow = byColumn.get(column) ?? new Map<Row, string>()
  byColumn.set(column, byRow)
  const known = byRow.get(row)
  if (known !== undefined) return known
  const basis = basisOf(report, row, column)
  byRow.set(row, basis)
  return basis
}
