/**
 * Finds a table's header and reads each column's header path, the outermost group first. Headers are merged in both
 * directions, or stacked word by word down the rows without any merge; a row of column numbers may close them.
 */
import type { CellRange, SheetCell } from '../sheet.ts'
import { normalText } from '../text.ts'
import type { Grid, GridRow } from './grid.ts'
import { namesPersons, openingRole, roleOfText } from './headerWords.ts'
import { ordinalKind } from './ordinal.ts'
import type { RowSpan } from './plan.ts'
import { isAboveTable } from './titleWords.ts'

export interface Header {
  readonly top: number
  /** The last header row, a row of column numbers included. */
  readonly bottom: number
  /** The row of column numbers, where there is one. */
  readonly numberRow?: number
  readonly columns: readonly HeaderColumn[]
}

export interface HeaderColumn {
  readonly column: number
  readonly path: readonly string[]
  /** Shares its innermost header cell with the column to its left: "Chỉ tiêu" merged over two columns. */
  readonly shared?: boolean
}

/** Deeper headers were not seen. */
const DEEPEST = 12
/** A header cell that says more is a sentence of a title or of the body. */
const LONGEST = 150
const GOES_ON = /^\s*\p{Ll}/u
/** More columns without a header than this end the table to the right: what follows is scratch. */
const WIDEST_GAP = 2

/** Whether a header may begin in this row: several header words side by side and no figures but years. */
export function startsHeader(row: GridRow): boolean {
  if (row.cells.length < 2 || !row.cells.every(mayStandInHeader) || row.cells.some(isOrdinal)) return false
  const roles = row.cells
    .filter((cell) => cell.text.length <= LONGEST)
    .map((cell) => (namesPersons(cell.text) ? undefined : roleOfText(cell.text)))
    .filter((role) => role !== undefined)
  if (roles.includes('name')) return true
  const telling = roles.filter((role) => role !== 'text' && role !== 'owner' && role !== 'note')
  return telling.length >= 2
}

/** The stricter sign of a header below a table that has begun: the words of its first columns. */
export function startsNextHeader(row: GridRow): boolean {
  if (!row.cells.every(mayStandInHeader)) return false
  const opening = row.cells.map((cell) => openingRole(cell.text))
  const opens = opening.includes('ordinal') || (opening.includes('name') && opening.includes('unit'))
  return opens && startsHeader(row)
}

/** The header around a row that `startsHeader`, looking no higher than `highest`. */
export function headerAt(grid: Grid, start: GridRow, highest: number): Header {
  const top = topOf(grid, start, highest)
  const { bottom, numberRow } = bottomOf(grid, top, start)
  const named = numberRow === undefined ? bottom : numberRow - 1
  return { top, bottom, ...(numberRow !== undefined && { numberRow }), columns: columnsOf(grid, top, named) }
}

/** The header in rows that a person pointed out; undefined where there are no words in them. */
export function headerIn(grid: Grid, { first, last }: RowSpan): Header | undefined {
  const bottomRow = grid.rowAt(last)
  const numberRow = last > first && bottomRow !== undefined && isNumberRow(bottomRow) ? last : undefined
  const columns = columnsOf(grid, first, numberRow === undefined ? last : last - 1)
  if (columns.length === 0) return undefined
  return { top: first, bottom: last, ...(numberRow !== undefined && { numberRow }), columns }
}

/** "(1) (2) (3)", "A B 1 2", "4=3/2": numbers of columns, in ascending order. */
export function isNumberRow(row: GridRow): boolean {
  if (row.cells.length < 3) return false
  let last = 0
  let numbers = 0
  for (const cell of row.cells) {
    // Numbers made by formulas break with the columns they count.
    if (cell.type === 'error') continue
    const text = normalText(cell.text)
    if (/^\(?[A-Z]\)?$/.test(text)) continue
    const number = /^[([]?(\d{1,3})[)\]]?(?: ?= ?[\d()[\]+\-*/:x×% .]+)?$/.exec(text)?.[1]
    if (number === undefined || Number(number) <= last) return false
    last = Number(number)
    numbers++
  }
  return numbers >= 2 && last <= row.cells.length * 2
}

/** Rows of the body begin with one. */
function isOrdinal({ type, text }: SheetCell): boolean {
  return type === 'text' && ordinalKind(normalText(text)) !== undefined
}

/** Words, and numbers that are years. */
export function mayStandInHeader(cell: SheetCell): boolean {
  if (cell.type === 'text') return true
  return cell.type === 'number' && /^(?:19|20)\d\d$/.test(cell.value ?? '')
}

/** A group such as "Năm 2023" may stand above the row with the telling words. */
function topOf(grid: Grid, start: GridRow, highest: number): number {
  const first = start.cells.find((cell) => opensRow(cell))
  // Without such a column the names stand left of the header, under nothing.
  const leftmost = first?.column ?? (start.cells[0]?.column ?? 1) - 1
  let top = start.row
  while (top > highest) {
    const above = grid.rowAt(top - 1)
    if (!above?.cells.every((cell) => isGroupAbove(grid, cell, leftmost))) break
    if (above.cells.length === 1 && above.cells.every((cell) => width(grid, cell) === 1)) break
    top--
  }
  return top
}

function isGroupAbove(grid: Grid, cell: SheetCell, leftmost: number): boolean {
  const { left } = grid.spanOf(cell)
  return left > leftmost && mayStandInHeader(cell) && cell.text.length <= LONGEST && !isAboveTable(cell.text)
}

function bottomOf(grid: Grid, top: number, start: GridRow): { bottom: number; numberRow?: number } {
  let bottom = start.row
  for (let row = top; row <= bottom; row++) {
    for (const merge of grid.mergesFrom(row)) {
      if (merge.bottom <= top + DEEPEST) bottom = Math.max(bottom, merge.bottom)
    }
    if (row < bottom || bottom - top >= DEEPEST) continue
    const next = grid.rowAt(row + 1)
    if (next === undefined) break
    if (isNumberRow(next)) return { bottom: next.row, numberRow: next.row }
    if (continuesHeader(grid, top, next)) bottom++
  }
  const last = grid.rowAt(bottom)
  if (bottom > start.row && last !== undefined && isNumberRow(last)) return { bottom, numberRow: bottom }
  return { bottom }
}

/** A row of more header words: the columns that begin a row (TT, Chỉ tiêu) have nothing of their own in it. */
function continuesHeader(grid: Grid, top: number, row: GridRow): boolean {
  if (!row.cells.every((cell) => mayStandInHeader(cell) && cell.text.length <= LONGEST)) return false
  if (startsNextHeader(row)) return true
  const above = rowsBetween(grid, top, row.row - 1)
  const opening = above.flatMap(({ cells }) => cells.filter((cell) => opensRow(cell)))
  const leftmost = Math.min(...above.flatMap(({ cells }) => cells.map(({ column }) => column)))
  return row.cells.every(
    ({ column }) => column >= leftmost && !opening.some((cell) => covers(grid.spanOf(cell), column)),
  )
}

/** The columns that have words in these rows, from left to right. */
export function columnsOf(grid: Grid, top: number, bottom: number): readonly HeaderColumn[] {
  const rows = rowsBetween(grid, top, bottom)
  const merges = rows.flatMap(({ row }) => grid.mergesFrom(row))
  const pieces = rows.flatMap(({ row, cells }) =>
    cells.map((cell) => ({ row, cell, span: { ...grid.spanOf(cell) }, bottom: bottomOfCell(merges, cell) })),
  )
  if (pieces.length === 0) return []
  for (const piece of pieces) spreadRight(piece, pieces)

  const last = Math.min(grid.lastColumn, Math.max(...pieces.map(({ span }) => span.right)))
  const columns: HeaderColumn[] = []
  for (let column = Math.min(...pieces.map(({ span }) => span.left)); column <= last; column++) {
    const above = pieces.filter(({ span }) => covers(span, column))
    const path = pathOf(above)
    if (path.length === 0) continue
    const shared = (above.at(-1)?.span.left ?? column) < column
    const gap = column - (columns.at(-1)?.column ?? column) - 1
    if (gap > WIDEST_GAP) break
    columns.push({ column, path, ...(shared && { shared }) })
  }
  return columns
}

interface Piece {
  readonly row: number
  readonly cell: SheetCell
  readonly span: { readonly left: number; right: number }
  readonly bottom: number
}

/**
 * A group that nobody merged stands in its first column only. It reaches over the empty cells to its right as long as
 * those columns have words of their own below, as its first column has, and above only the groups they share with it. A
 * word that goes on in lower case below is no group.
 */
function spreadRight(piece: Piece, pieces: readonly Piece[]): void {
  if (piece.span.right > piece.span.left || piece.bottom > piece.row) return
  if (isLetter(piece.cell.text)) return
  const others = (column: number) => pieces.filter((other) => other !== piece && covers(other.span, column))
  const below = (column: number) => others(column).find(({ row }) => row > piece.row)?.cell.text
  const own = below(piece.span.left)
  if (own === undefined) return
  for (let column = piece.span.left + 1; ; column++) {
    const next = below(column)
    if (next === undefined || (GOES_ON.test(own) && !GOES_ON.test(next))) return
    const isTaken = others(column).some(({ row, span }) => row <= piece.row && !covers(span, piece.span.left))
    if (isTaken) return
    piece.span.right = column
  }
}

/** Words over the same columns are one text in several lines; words over fewer columns go one step inward. */
function pathOf(pieces: readonly Piece[]): readonly string[] {
  const path: { text: string; left: number; right: number }[] = []
  for (const { cell, span } of pieces) {
    const text = normalText(cell.text)
    const outer = path.at(-1)
    if (text === '' || (outer?.text === text && !isLetter(text))) continue
    if (outer?.left === span.left && outer.right === span.right) outer.text += ` ${text}`
    else path.push({ text, ...span })
  }
  return path.map(({ text }) => text)
}

/** "S", "T", "T" down the rows are one word. */
function isLetter(text: string): boolean {
  return /^\p{L}$/u.test(text.trim())
}

function rowsBetween(grid: Grid, top: number, bottom: number): readonly GridRow[] {
  const rows: GridRow[] = []
  for (let row = top; row <= bottom; row++) {
    const found = grid.rowAt(row)
    if (found !== undefined) rows.push(found)
  }
  return rows
}

function bottomOfCell(merges: readonly CellRange[], cell: SheetCell): number {
  return merges.find(({ top, left }) => top === cell.row && left === cell.column)?.bottom ?? cell.row
}

function opensRow({ text }: SheetCell): boolean {
  return ['name', 'ordinal'].includes(openingRole(text) ?? '')
}

function width(grid: Grid, cell: SheetCell): number {
  const { left, right } = grid.spanOf(cell)
  return right - left + 1
}

function covers(span: { readonly left: number; readonly right: number }, column: number): boolean {
  return span.left <= column && column <= span.right
}
