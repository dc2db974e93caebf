/** What stands right above and below a table in its sheet: by these lines a person sees whether it was cut rightly. */
import { normalText } from '../text.ts'
import { rowsIn, type Grid, type GridRow } from './grid.ts'
import type { SheetLine } from './plan.ts'

const MOST_ABOVE = 8
const MOST_BELOW = 12

/** The lines between this table's first row and the one above it, and between its last row and the one below it. */
export function surroundingsOf(
  grid: Grid,
  table: { readonly first: number; readonly last: number },
  others: { readonly above: number; readonly below: number },
): { readonly above: readonly SheetLine[]; readonly below: readonly SheetLine[] } {
  const between = (from: number, to: number) => rowsIn(grid, from + 1, to - 1)
  return {
    above: between(others.above, table.first).slice(-MOST_ABOVE).map(lineOf),
    below: between(table.last, others.below).slice(0, MOST_BELOW).map(lineOf),
  }
}

function lineOf({ row, cells }: GridRow): SheetLine {
  return { row, cells: cells.map(({ column, text }) => ({ column, text: normalText(text) })) }
}
