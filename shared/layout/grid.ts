/** A sheet by rows, with the merges found by their first row: what the rest of the recognition looks at. */
import type { CellRange, Sheet, SheetCell } from '../sheet.ts'
import { isUnseen } from './cell.ts'

export interface GridRow {
  readonly row: number
  /** From left to right; only cells that show something, or are formulas nobody calculated. */
  readonly cells: readonly SheetCell[]
  /** Numbers that their format shows as nothing: tables are found by what is to be seen. */
  readonly unseen: readonly SheetCell[]
}

export interface Grid {
  /** Only rows with `cells`, from top to bottom. */
  readonly rows: readonly GridRow[]
  readonly firstColumn: number
  /** Merges may reach further. */
  readonly lastColumn: number
  rowAt(row: number): GridRow | undefined
  /** The merges whose first row this is. */
  mergesFrom(row: number): readonly CellRange[]
  /** The columns a cell stands for: its merge's, or its own. */
  spanOf(cell: SheetCell): { readonly left: number; readonly right: number }
}

/** The rows from `first` to `last`, both included; found without looking at the others. */
export function rowsIn(grid: Pick<Grid, 'rows'>, first: number, last = Infinity): readonly GridRow[] {
  return grid.rows.slice(placeOf(grid.rows, first), placeOf(grid.rows, last + 1))
}

/** How many of the rows, which are in order, come before this sheet row. */
function placeOf(rows: readonly GridRow[], row: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.row ?? row) < row) low = middle + 1
    else high = middle
  }
  return low
}

/** The part of a grid between these rows and columns, both ends included; the addresses stay. */
export function regionOf(
  grid: Grid,
  { top = 1, bottom = Infinity, left = 1, right = Infinity }: Partial<CellRange>,
): Grid {
  const isWhole = left === 1 && right >= grid.lastColumn
  const inside = ({ column }: SheetCell) => column >= left && column <= right
  const within = rowsIn(grid, top, bottom)
  const rows = isWhole
    ? within
    : within
        .map((row) => ({ ...row, cells: row.cells.filter(inside), unseen: row.unseen.filter(inside) }))
        .filter(({ cells }) => cells.length > 0)
  const byRow = new Map(rows.map((row) => [row.row, row]))
  return {
    rows,
    firstColumn: Math.max(left, grid.firstColumn),
    lastColumn: Math.min(right, grid.lastColumn),
    rowAt: (row) => byRow.get(row),
    mergesFrom: (row) => grid.mergesFrom(row).filter((merge) => merge.left >= left && merge.left <= right),
    spanOf: (cell) => grid.spanOf(cell),
  }
}

export function gridOf(sheet: Sheet): Grid {
  const byRow = new Map<number, { row: number; cells: SheetCell[]; unseen: SheetCell[] }>()
  for (const cell of sheet.cells) {
    const unseen = isUnseen(cell)
    if (cell.text.trim() === '' && cell.uncalculated !== true && !unseen) continue
    const row = byRow.get(cell.row) ?? { row: cell.row, cells: [], unseen: [] }
    byRow.set(cell.row, row)
    row[unseen ? 'unseen' : 'cells'].push(cell)
  }
  const rows = [...byRow.values()].filter(({ cells }) => cells.length > 0)
  const merges = Map.groupBy(sheet.merges, (merge) => merge.top)
  const mergesFrom = (row: number) => merges.get(row) ?? []

  return {
    firstColumn: 1,
    lastColumn: sheet.cells.reduce((last, { column }) => Math.max(last, column), 0),
    rows,
    rowAt: (row) => {
      const found = byRow.get(row)
      return found !== undefined && found.cells.length > 0 ? found : undefined
    },
    mergesFrom,
    spanOf: ({ row, column }) =>
      mergesFrom(row).find((merge) => merge.left === column) ?? { left: column, right: column },
  }
}
