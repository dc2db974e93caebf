/** A table too wide for any paper, cut into bands of columns that are printed one after the other. */
import type { Role } from '../../shared/model.ts'
import { headerCells, type PaperTable } from '../../shared/paper.ts'
import type { WidthNeed } from '../../shared/paperWidths.ts'

/** They lead every band, so that each page can be read by itself. */
const LEADING: readonly Role[] = ['ordinal', 'name', 'unit']

/** The bands from left to right, the notes below the last. Each needs at most `room`, unless one column beside the leading ones needs more. */
export function bands(table: PaperTable, needs: readonly WidthNeed[], room: number): readonly PaperTable[] {
  const widthOf = (indexes: readonly number[]) =>
    indexes.reduce((sum, index) => sum + (needs[index]?.least ?? 0), 0)
  const all = table.columns.map((_, index) => index)
  const leading = all.filter((index) => LEADING.includes(table.columns[index]?.role ?? 'text'))
  const groups: number[][] = []
  for (const index of all) {
    if (leading.includes(index)) continue
    const group = groups.at(-1)
    if (group && widthOf([...leading, ...group, index]) <= room) group.push(index)
    else groups.push([index])
  }
  return groups.map((group, index) => ({
    ...columnsOf(
      table,
      [...leading, ...group].sort((a, b) => a - b),
    ),
    notes: index === groups.length - 1 ? table.notes : [],
  }))
}

/** The table with only these of its columns, given by ascending index. */
function columnsOf(table: PaperTable, indexes: readonly number[]): PaperTable {
  const columns = indexes.flatMap((index) => table.columns[index] ?? [])
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.flatMap((cell) => {
      const covered = indexes.filter((index) => index >= cell.column && index < cell.column + cell.across)
      const first = covered[0]
      return first === undefined ? [] : [{ ...cell, column: indexes.indexOf(first), across: covered.length }]
    }),
  }))
  return { ...table, columns, header: headerCells(columns), rows }
}
