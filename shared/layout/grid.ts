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
  /** Merges may reach further. */
  readonly lastColumn: number
  rowAt(row: number): GridRow | undefined
  cellAt(row: number, column: number): SheetCell | undefined
  /** The merges whose first row this is. */
  mergesFrom(row: number): readonly CellRange[]
  /** The columns a cell stands for: its merge's, or its own. */
  spanOf(cell: SheetCell): { readonly left: number; readonly right: number }
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
    lastColumn: sheet.cells.reduce((last, { column }) => Math.max(last, column), 0),
    rows,
    rowAt: (row) => {
      const found = byRow.get(row)
      return found !== undefined && found.cells.length > 0 ? found : undefined
    },
    cellAt: (row, column) => byRow.get(row)?.cells.find((cell) => cell.column === column),
    mergesFrom,
    spanOf: ({ row, column }) =>
      mergesFrom(row).find((merge) => merge.left === column) ?? { left: column, right: column },
  }
}
