/** Lines beside each other above or below a table: which side of the page each belongs to. */
import type { TextBlock } from '../model.ts'
import type { Sheet, SheetCell } from '../sheet.ts'
import { normalText } from '../text.ts'
import type { Grid } from './grid.ts'

export interface PlacedCell {
  readonly cell: SheetCell
  readonly left: number
  readonly right: number
}

const DEFAULT_WIDTH = 9

export function placed(grid: Grid, cell: SheetCell): PlacedCell {
  return { cell, ...grid.spanOf(cell) }
}

/** The side of a cell within the table's columns, by the middle of its merge and the columns' widths. */
export function sideOf(
  sheet: Sheet,
  table: { left: number; right: number },
  place: PlacedCell,
): TextBlock['side'] {
  const edge = edges(sheet, table.right)
  const start = edge(table.left - 1)
  const width = edge(table.right) - start
  const middle = (edge(place.left - 1) + edge(Math.min(place.right, table.right))) / 2 - start
  if (width === 0 || middle < width * 0.42) return 'left'
  return middle > width * 0.58 ? 'right' : 'centre'
}

/** The texts of one cell, a line each. */
export function linesOf({ text }: SheetCell): readonly string[] {
  return text
    .split(/\r\n|[\r\n]/)
    .map(normalText)
    .filter((line) => line !== '')
}

/** One block a side, from left to right; lines in the order given. */
export function blocksOf(
  lines: readonly { readonly side: TextBlock['side']; readonly line: string }[],
): readonly TextBlock[] {
  const sides = ['left', 'centre', 'right'] as const
  return sides
    .map((side) => ({ side, lines: lines.filter((line) => line.side === side).map(({ line }) => line) }))
    .filter((block) => block.lines.length > 0)
}

/** The right edge of each column in characters from the sheet's left edge. */
function edges(sheet: Sheet, last: number): (column: number) => number {
  const widths = new Map(
    sheet.columns.map(({ column, width, hidden }) => [column, hidden ? 0 : (width ?? DEFAULT_WIDTH)]),
  )
  const sums = [0]
  for (let column = 1; column <= last; column++)
    sums.push((sums.at(-1) ?? 0) + (widths.get(column) ?? DEFAULT_WIDTH))
  return (column) => sums[Math.max(0, Math.min(column, last))] ?? 0
}
