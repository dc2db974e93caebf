/** A sheet by rows, with the merges found by their first row: what the rest of the recognition looks at. */
import type { CellRange, Sheet, SheetCell } from '../sheet.ts'

export interface GridRow {
  readonly row: number
  /** From left to right; only cells with content. */
  readonly cells: readonly SheetCell[]
}

export interface Grid {
  /** Only rows with content, from top to bottom. */
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
  const byRow = new Map<number, SheetCell[]>()
  for (const cell of sheet.cells) {
    if (cell.text.trim() === '' && cell.uncalculated !== true) continue
    const cells = byRow.get(cell.row)
    if (cells === undefined) byRow.set(cell.row, [cell])
    else cells.push(cell)
  }
  const merges = Map.groupBy(sheet.merges, (merge) => merge.top)
  const mergesFrom = (row: number) => merges.get(row) ?? []

  return {
    lastColumn: sheet.cells.reduce((last, { column }) => Math.max(last, column), 0),
    rows: [...byRow].map(([row, cells]) => ({ row, cells })),
    rowAt: (row) => {
      const cells = byRow.get(row)
      return cells && { row, cells }
    },
    cellAt: (row, column) => byRow.get(row)?.find((cell) => cell.column === column),
    mergesFrom,
    spanOf: ({ row, column }) =>
      mergesFrom(row).find((merge) => merge.left === column) ?? { left: column, right: column },
  }
}
