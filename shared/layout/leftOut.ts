/** What stands beside, within and below a table and is not imported with it: scratch, remarks, stray cells. */
import type { SheetCell } from '../sheet.ts'
import { normalText } from '../text.ts'
import { columnLetter } from './address.ts'
import type { Body } from './body.ts'
import type { Found } from './findTables.ts'
import { rowsIn, type Grid } from './grid.ts'
import type { RowSpan } from './plan.ts'
import { nameColumnsOf, type ColumnRole } from './rows.ts'
import { isFootnote } from './titleWords.ts'

/** In characters, of a row's texts. */
const LONGEST_EXCERPT = 120
const MOST_ROWS = 10

export interface LeftOutRow {
  readonly row: number
  readonly text: string
}

/** Letters of the columns with cells in these rows that belong neither to the table nor to one beside it. */
export function columnsBeside(
  grid: Grid,
  rows: RowSpan,
  columns: readonly ColumnRole[],
  all: readonly Found[],
): readonly string[] {
  const own = new Set([...columns.map(({ column }) => column), ...nameColumnsOf(columns)])
  const isBeside = ({ header, body }: Found) => header.top <= rows.last && body.last >= rows.first
  const isTaken = (column: number) =>
    own.has(column) ||
    all.some((table) => isBeside(table) && table.columns.some((other) => other.column === column))
  const found = new Set<number>()
  for (const { cells } of rowsIn(grid, rows.first, rows.last)) {
    for (const { column } of cells) if (!isTaken(column)) found.add(column)
  }
  return [...found].sort((a, b) => a - b).map(columnLetter)
}

/**
 * The rows of the body that became none of the table's, those below it up to the signature, and below that the remarks.
 * What stands between the table and the next one is that one's, but for the remarks. `imported` are sheet rows.
 */
export function rowsOutside(
  grid: Grid,
  imported: readonly number[],
  {
    body,
    last,
    signature,
    nextTop,
  }: {
    readonly body: Body
    readonly last: number
    readonly signature: RowSpan | undefined
    readonly nextTop: number
  },
): readonly LeftOutRow[] {
  const known = new Set(imported)
  const within = body.rows.filter(({ row }) => row > last && !known.has(row))
  const below = rowsIn(grid, Math.max(last, body.last) + 1, nextTop - 1).filter(({ row, cells }) => {
    if (signature !== undefined && row >= signature.first && row <= signature.last) return false
    return isRemark(cells) || (nextTop === Infinity && (signature === undefined || row < signature.first))
  })
  return [...within, ...below].slice(0, MOST_ROWS).map(({ row, cells }) => ({ row, text: excerpt(cells) }))
}

function isRemark([first]: readonly SheetCell[]): boolean {
  return first !== undefined && isFootnote(first.text)
}

function excerpt(cells: readonly SheetCell[]): string {
  const text = normalText(cells.map((cell) => cell.text).join(' '))
  return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text
}
