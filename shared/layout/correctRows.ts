/** The rows of a planned table as a person corrected them: their kinds, their levels, and which of them belong to it. */
import type { PlanCorrections, PlannedRow, RowCorrection } from './plan.ts'

/**
 * The rows that are imported, from top to bottom. A row stands one level below the nearest row above it that was given a
 * lower level, so that whatever a person asks for is an outline; the rows below one that is left out take its place.
 */
export function correctedRows(
  rows: readonly PlannedRow[],
  corrections: PlanCorrections,
): readonly PlannedRow[] {
  const { rows: corrected, headerRows, lastRow } = corrections
  if (corrected === undefined && headerRows === undefined && lastRow === undefined) return rows
  const within = rows.filter(({ row }) => row > (headerRows?.last ?? 0) && row <= (lastRow ?? Infinity))
  return soundLevels(within.map((row) => correctedRow(row, corrected?.[row.row])))
}

interface CorrectedRow {
  readonly row: PlannedRow
  readonly leftOut: boolean
}

function correctedRow(row: PlannedRow, correction: RowCorrection = {}): CorrectedRow {
  const { kind = row.kind, level = row.level, leftOut = false } = correction
  return { row: { ...row, kind, level }, leftOut }
}

function soundLevels(rows: readonly CorrectedRow[]): readonly PlannedRow[] {
  const above: CorrectedRow[] = []
  return rows.flatMap((corrected) => {
    const { row, leftOut } = corrected
    while ((above.at(-1)?.row.level ?? -1) >= row.level) above.pop()
    const level = above.filter((ancestor) => !ancestor.leftOut).length
    above.push(corrected)
    return leftOut ? [] : [{ ...row, level }]
  })
}
