/** How many texts of a table, and of the lines above it, were in an encoding from before Unicode. */
import type { Conversion } from '../model.ts'
import type { CellRange } from '../sheet.ts'
import { rowsIn, type Grid } from './grid.ts'

/** By encoding, in the order in which they come up. */
export function conversionsIn(
  grid: Grid,
  { top, bottom, right }: Pick<CellRange, 'top' | 'bottom' | 'right'>,
): readonly Conversion[] {
  const counts = new Map<Conversion['encoding'], number>()
  for (const { cells } of rowsIn(grid, top, bottom)) {
    for (const { column, converted } of cells) {
      if (converted !== undefined && column <= right) counts.set(converted, (counts.get(converted) ?? 0) + 1)
    }
  }
  return [...counts].map(([encoding, cells]) => ({ encoding, cells }))
}
