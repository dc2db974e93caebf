/**
 * Headers whose words say nothing of plan or result, as in statistics and budgets: the rows of words above a row of column
 * numbers, or right above the first row of figures.
 */
import { normalText } from '../text.ts'
import { rowsIn, type Grid, type GridRow } from './grid.ts'
import { columnsOf, isNumberRow, mayStandInHeader, type Header } from './header.ts'
import { lineKind } from './titleWords.ts'
import type { SheetCell } from '../sheet.ts'

/** Deeper headers were not seen. */
const DEEPEST = 12
/** A row of columns' units may stand apart from the figures by this many empty rows. */
const WIDEST_GAP = 2
/** Headings between the header and the first figures. */
const MOST_HEADINGS = 4
const BARE_FIGURE = /^[-+]?\d[\d.,\s]*%?$/

/** From top to bottom; each as deep as words reach without a gap. */
export function* headersAboveFigures(grid: Grid): Generator<Header> {
  let reached = 0
  for (const [index, row] of grid.rows.entries()) {
    const above = grid.rows[index - 1]
    if (above === undefined || above.row <= reached) {
      if (isFigureRow(row)) reached = row.row
      continue
    }
    const isNumbers = isNumberRow(row)
    if (!isNumbers && !isFigureRow(row)) continue
    const header = isNumbers ? aboveNumbers(grid, row, index) : aboveFigures(grid, row, index)
    if (header !== undefined) yield header
    reached = row.row
  }
}

function aboveNumbers(grid: Grid, numbers: GridRow, index: number): Header | undefined {
  const below = grid.rows.slice(index + 1, index + 1 + MOST_HEADINGS).find(isFigureRow)
  if (below === undefined) return undefined
  const top = topOf(grid, numbers.row - 1, nameColumnOf(below))
  if (top === numbers.row) return undefined
  const columns = columnsOf(grid, top, numbers.row - 1)
  return { top, bottom: numbers.row, numberRow: numbers.row, columns }
}

function aboveFigures(grid: Grid, figures: GridRow, index: number): Header | undefined {
  const nameColumn = nameColumnOf(figures)
  const above = grid.rows
    .slice(Math.max(0, index - MOST_HEADINGS - 1), index)
    .findLast((row) => !isUnitRow(row) && row.cells.some(({ column }) => column > nameColumn))
  const first = rowsIn(grid, (above?.row ?? 0) + 1, figures.row)[0] ?? figures
  if (above === undefined || isFigureRow(above) || first.row - above.row > WIDEST_GAP + 1) return undefined
  const top = topOf(grid, above.row, nameColumn)
  if (top > above.row) return undefined
  return { top, bottom: above.row, columns: columnsOf(grid, top, above.row) }
}

/** The first row of words without a gap above `bottom`; the row below it where that is none. */
function topOf(grid: Grid, bottom: number, nameColumn: number): number {
  let top = bottom + 1
  while (bottom - top < DEEPEST && isHeaderRow(grid, grid.rowAt(top - 1), nameColumn)) top--
  while (top <= bottom && isCorner(grid, grid.rowAt(top), top < bottom)) top++
  return top
}

/** One word over one column is no group of columns, but what stands in the corner above them; so is a line with the unit. */
function isCorner(grid: Grid, row: GridRow | undefined, hasMore: boolean): boolean {
  const [cell, ...more] = row?.cells ?? []
  if (cell === undefined) return false
  const { left, right } = grid.spanOf(cell)
  if (more.length === 0 && left === right && hasMore) return true
  return more.length < 2 && [cell, ...more].every(({ text }) => lineKind(text) !== 'other')
}

/** The unit of all figures, between the header and the first of them. */
function isUnitRow({ cells }: GridRow): boolean {
  return cells.length === 1 && cells.every(({ text }) => lineKind(text) === 'unit')
}

/** Words of which at least one stands over the figures; titles begin over the names. */
function isHeaderRow(grid: Grid, row: GridRow | undefined, nameColumn: number): boolean {
  if (row?.cells.every(mayStandInHeader) !== true) return false
  return row.cells.some((cell) => grid.spanOf(cell).left > nameColumn)
}

/** A name and, right of it, figures. */
function isFigureRow({ cells }: GridRow): boolean {
  const name = cells.findIndex(isWords)
  return name >= 0 && cells.slice(name + 1).some(isFigure) && !cells.slice(name + 1).every(isWords)
}

function nameColumnOf({ cells }: GridRow): number {
  return cells.find(isWords)?.column ?? 1
}

function isWords({ type, text }: SheetCell): boolean {
  return type === 'text' && /\p{L}{2}/u.test(text)
}

function isFigure(cell: SheetCell): boolean {
  if (cell.type === 'number') return !mayStandInHeader(cell)
  return cell.type === 'text' && BARE_FIGURE.test(normalText(cell.text))
}
