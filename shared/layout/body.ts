/** The rows below a header: where they end, and their cells. */
import { addedRows, mayAdd } from './addedRows.ts'
import { splitMark } from '../marks.ts'
import type { Cell } from '../model.ts'
import type { Sheet, SheetCell } from '../sheet.ts'
import { normalText } from '../text.ts'
import { plannedCell } from './cell.ts'
import { parseFormula } from './formulaText.ts'
import { rowsIn, type Grid, type GridRow } from './grid.ts'
import { isNumberRow, startsHeader, startsNextHeader, type Header } from './header.ts'
import { ordinalKind, splitOrdinal } from './ordinal.ts'
import { goesOn, type RawRow } from './rows.ts'
import { isFootnote, isSignature } from './titleWords.ts'

export interface Body {
  readonly rows: readonly GridRow[]
  /** The last row that belongs to the table. */
  readonly last: number
  readonly endedBy: 'signature' | 'note' | 'header' | 'gap' | 'sheet' | 'person'
}

/** More empty rows than this, and what follows is something else. */
const WIDEST_GAP = 5
/** What Excel indents by two or three spaces is one step. */
const SPACES_A_STEP = 2

/**
 * Rows with content up to the header's last column; what stands right of it is scratch. Where a person says which row is
 * the last, nothing else ends the table.
 */
export function bodyOf(grid: Grid, header: Header, lastRow?: number): Body {
  const right = header.columns.at(-1)?.column ?? 0
  const found: GridRow[] = []
  let endedBy: Body['endedBy'] = 'sheet'
  let previous = header.bottom

  let repeatedUntil = 0

  for (const whole of rowsIn(grid, header.bottom + 1)) {
    const within = (cells: readonly SheetCell[]) => cells.filter(({ column }) => column <= right)
    const row = { ...whole, cells: within(whole.cells), unseen: within(whole.unseen) }
    if (repeatsHeader(grid, header, row, found.at(-1))) {
      repeatedUntil = row.row + header.bottom - header.top
    }
    if (row.row <= repeatedUntil) {
      previous = row.row
      continue
    }
    const end = lastRow === undefined ? endAt(whole, row, previous) : row.row > lastRow ? 'person' : undefined
    if (end !== undefined) {
      endedBy = end
      break
    }
    if (row.cells.length === 0) continue
    previous = row.row
    if (found.length > 0 || !isNumberRow(row)) found.push(row)
  }

  const kept = lastRow === undefined ? withoutTrailingHeadings(found, endedBy === 'header') : found
  return {
    rows: kept,
    last: kept.at(-1)?.row ?? header.bottom,
    endedBy,
  }
}

/** The rows with each cell's text and meaning. */
export function rawRows(sheet: Sheet, rows: readonly GridRow[]): readonly RawRow[] {
  const hidden = new Set(sheet.hiddenRows)
  return rows.map((row) => rawRow(row, hidden.has(row.row)))
}

/** The header once more at the top of a page: the very texts of its first row, right below a row of figures. */
function repeatsHeader(grid: Grid, header: Header, row: GridRow, above: GridRow | undefined): boolean {
  if (above?.row !== row.row - 1 || above.cells.length < 2) return false
  const first = grid.rowAt(header.top)?.cells ?? []
  return (
    row.cells.length > 1 &&
    row.cells.every(({ column, text }) =>
      first.some((cell) => cell.column === column && normalText(cell.text) === normalText(text)),
    )
  )
}

function endAt(whole: GridRow, row: GridRow, previous: number): Body['endedBy'] | undefined {
  if (row.cells.length > 0 && row.row - previous > WIDEST_GAP + 1) return 'gap'
  if (startsNextHeader(row) || (row.row - previous > 1 && startsHeader(row))) return 'header'
  if (!whole.cells.every(isWords)) return undefined
  if (whole.cells.some(({ text }) => isSignature(text))) return 'signature'
  const first = whole.cells[0]
  return first !== undefined && isFootnote(first.text) ? 'note' : undefined
}

/** Signatures and remarks have neither figures nor ordinals. */
function isWords(cell: SheetCell): boolean {
  return (
    cell.type === 'text' && ordinalKind(normalText(cell.text)) === undefined && !/^[\d.,% ]+$/.test(cell.text)
  )
}

/** A heading that heads nothing is the title of the next table or a line below this one. */
function withoutTrailingHeadings(rows: readonly GridRow[], headerFollows: boolean): readonly GridRow[] {
  let end = rows.length
  while (end > 0) {
    const [last, before] = [rows[end - 1], rows[end - 2]]
    const [only, ...more] = last?.cells ?? []
    if (last === undefined || only === undefined || more.length > 0 || !isWords(only)) break
    const text = normalText(only.text)
    const afterGap = before === undefined || last.row - before.row > 1
    const isRow = splitOrdinal(text).ordinal !== '' || splitMark(text).mark !== undefined
    if (!afterGap && goesOn(text)) break
    if (isRow && !(headerFollows && afterGap)) break
    end--
  }
  return rows.slice(0, end)
}

function rawRow({ row, cells, unseen }: GridRow, hidden: boolean): RawRow {
  const planned: Record<number, Cell> = {}
  for (const cell of [...cells, ...unseen]) planned[cell.column] = plannedCell(cell)
  const name = cells.find(({ type, text }) => type === 'text' && mayBeName(text))
  const adds = addedBelow(row, cells)
  return {
    row,
    hidden,
    indent: indentOf(name),
    ...(name?.bold === true && { bold: true }),
    ...(adds !== undefined && { adds }),
    cells: planned,
  }
}

/** The rows below that the row's first formula of the kind adds up. */
function addedBelow(row: number, cells: readonly SheetCell[]): readonly number[] | undefined {
  for (const { formula, column } of cells) {
    if (formula === undefined || !mayAdd(formula, column)) continue
    const adds = addedRows(parseFormula(formula, ''), column)
    if (adds !== undefined && adds.length > 0) return adds.every((added) => added > row) ? adds : undefined
  }
  return undefined
}

/** What is too long for an ordinal, or is none by its signs. */
function mayBeName(text: string): boolean {
  return text.length > 6 || (/\p{L}{2}/u.test(text) && ordinalKind(text.trim()) === undefined)
}

function indentOf(name: SheetCell | undefined): number {
  const spaces = /^[ \u00a0]*/.exec(name?.text ?? '')?.[0].length ?? 0
  return (name?.indent ?? 0) + Math.floor(spaces / SPACES_A_STEP)
}
