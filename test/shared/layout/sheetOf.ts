/** Workbooks for tests, written as rows of texts and numbers: what the reader would make of such a sheet. */
import { formatFigure } from '../../../shared/quantity.ts'
import { planImport } from '../../../shared/layout/planImport.ts'
import type { PlannedColumn, PlannedRow, PlannedTable } from '../../../shared/layout/plan.ts'
import type { CellRange, Sheet, SheetCell, Workbook } from '../../../shared/sheet.ts'

/** A number is a numeric cell, null an empty one; anything else of a cell is written out. */
export type CellSpec = string | number | null | Partial<SheetCell>

export interface SheetSpec {
  readonly name?: string
  /** The cell that the first text of the first row stands in. */
  readonly at?: { readonly row: number; readonly column: number }
  /** As "A7:A8". */
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly columns?: Sheet['columns']
}

export function sheetOf(rows: readonly (readonly CellSpec[])[], spec: SheetSpec = {}): Sheet {
  const { row: top, column: left } = spec.at ?? { row: 1, column: 1 }
  return {
    name: spec.name ?? 'Biểu',
    hidden: false,
    cells: rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        cell === null || cell === '' ? [] : [cellOf(cell, top + row, left + column)],
      ),
    ),
    merges: (spec.merges ?? []).map(rangeOf),
    columns: spec.columns ?? [],
    hiddenRows: spec.hiddenRows ?? [],
  }
}

export function workbookOf(...sheets: readonly Sheet[]): Workbook {
  return { format: 'xlsx', sheets }
}

/** The only table of the only sheet. */
export function tableOf(rows: readonly (readonly CellSpec[])[], spec: SheetSpec = {}): PlannedTable {
  const { tables } = planImport(workbookOf(sheetOf(rows, spec)))
  const [table, ...more] = tables
  if (table === undefined || more.length > 0) throw new Error(`${tables.length} tables found instead of one`)
  return table
}

/** "D plan 2023 province: Kế hoạch / tỉnh giao" */
export function columnLine(column: PlannedColumn): string {
  const words = [column.letter, column.role, column.year, column.assignedBy].filter(
    (word) => word !== undefined,
  )
  return `${words.join(' ')}: ${column.header.join(' / ')}`
}

/** "1 item - Đàn lợn (Con)": level, kind, ordinal, mark, name, unit. */
export function rowLine({ level, kind, ordinal, mark, name, unit }: PlannedRow): string {
  const words = [level, kind, ordinal, mark, name, unit === '' ? '' : `(${unit})`]
  return words.filter((word) => word !== undefined && word !== '').join(' ')
}

function cellOf(spec: Exclude<CellSpec, null>, row: number, column: number): SheetCell {
  if (typeof spec === 'string') return { row, column, type: 'text', text: spec }
  if (typeof spec === 'number') {
    return { row, column, type: 'number', text: formatFigure(String(spec)), value: String(spec) }
  }
  return { row, column, type: 'text', text: '', ...spec }
}

function rangeOf(text: string): CellRange {
  const corners = [...text.matchAll(/([A-Z])(\d+)/g)].map(([, letter = '', row]) => ({
    column: letter.charCodeAt(0) - 64,
    row: Number(row),
  }))
  const [from, to] = corners
  if (from === undefined || to === undefined) throw new Error(`No range: ${text}`)
  return { top: from.row, left: from.column, bottom: to.row, right: to.column }
}
