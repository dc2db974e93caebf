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

/** The pairs that one computed column compares. Sections have no figures and are left out. */
export function comparedBy(report: Report, column: Column): readonly Compared[] {
  const of = report.columns.find(({ id }) => id === column.of)
  const to = report.columns.find(({ id }) => id === column.to)
  if (of === undefined || to === undefined) return []
  return report.rows
    .filter((row) => row.kind !== 'section')
    .map((row) => ({ row, column, of, to, result: row.cells[of.id], target: row.cells[to.id] }))
}

/** The pairs of ratios and assessments alike, each row and pair of columns once. */
export function comparedOnce(report: Report): readonly Compared[] {
  const seen = new Set<string>()
  return [...comparedIn(report, 'ratio'), ...comparedIn(report, 'assessment')].filter(({ row, of, to }) => {
    const key = `${row.id} ${of.id} ${to.id}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** What the file states, as long as it holds and nobody overruled it or took the computed value instead. */
export function statedNow(report: Report, row: Row, column: Column): Stated | undefined {
  const stated = row.stated[column.id]
  if (stated === undefined || stated.replaced === true || row.overrides[column.id] !== undefined) {
    return undefined
  }
  return stated.basis === basisOf(report, row, column) ? stated : undefined
}
