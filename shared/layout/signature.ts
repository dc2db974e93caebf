/** The signature block below a table: date, who signs as what, names, the list of recipients. */
import type { TextBlock } from '../model.ts'
import type { Sheet } from '../sheet.ts'
import { blocksOf, linesOf, placed, sideOf } from './blocks.ts'
import type { Grid } from './grid.ts'
import { isSignature, lineKind } from './titleWords.ts'

/** Names follow their titles after a few empty rows; what comes later is something else. */
const WIDEST_GAP = 8
const MOST_ROWS = 30

/** Looks in the rows `from` to `to`, and begins with the first line that is one of a signature. */
export function readSignature(
  sheet: Sheet,
  grid: Grid,
  rows: { readonly from: number; readonly to: number },
  columns: { readonly left: number; readonly right: number },
): readonly TextBlock[] {
  const below = grid.rows.filter(({ row }) => row >= rows.from && row <= rows.to)
  const first = below.findIndex(({ cells }) => cells.some(({ text }) => isSignature(text)))
  if (first < 0) return []

  const lines: { side: TextBlock['side']; line: string }[] = []
  let previous = below[first]?.row ?? rows.from
  for (const row of below.slice(first, first + MOST_ROWS)) {
    if (row.row - previous > WIDEST_GAP || row.cells.some(({ type }) => type !== 'text')) break
    previous = row.row
    for (const cell of row.cells) {
      if (cell.column > columns.right) continue
      const side = sideOf(sheet, columns, placed(grid, cell))
      for (const line of linesOf(cell)) if (lineKind(line) !== 'rule') lines.push({ side, line })
    }
  }
  return blocksOf(lines)
}
