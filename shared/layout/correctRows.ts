/** The rows of a planned table as a person corrected them: their kinds, their levels, and which of them belong to it. */
import type { PlanCorrections, PlannedRow } from './plan.ts'

export interface CorrectedRow {
  /** With the corrected kind; its level is that among all rows, also those that are left out. */
  readonly row: PlannedRow
  readonly leftOut: boolean
  /** Among the rows that are imported: those below one that is left out take its place. */
  readonly level: number
}

/**
 * The table's rows from top to bottom, those that are left out among them. A row stands one level below the nearest row
 * above it that was given a lower level, so that whatever a person asks for is an outline.
 */
export function correctedRows(
  rows: readonly PlannedRow[],
  { rows: corrected = {}, headerRows, lastRow = Infinity }: PlanCorrections,
): readonly CorrectedRow[] {
  const above: { readonly wanted: number; readonly leftOut: boolean }[] = []
  return rows
    .filter(({ row }) => row > (headerRows?.last ?? 0) && row <= lastRow)
    .map((row) => {
      const { kind = row.kind, level: wanted = row.level, leftOut = false } = corrected[row.row] ?? {}
      while ((above.at(-1)?.wanted ?? -1) >= wanted) above.pop()
      const level = above.filter((ancestor) => !ancestor.leftOut).length
      const place = { row: { ...row, kind, level: above.length }, leftOut, level }
      above.push({ wanted, leftOut })
      return place
    })
}

/** Those that are imported. */
export function importedRows(rows: readonly CorrectedRow[]): readonly PlannedRow[] {
  return rows.flatMap(({ row, leftOut, level }) => (leftOut ? [] : [{ ...row, level }]))
}
