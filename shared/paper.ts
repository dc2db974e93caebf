/**
 * The table as it is handed in, on paper and in a fresh workbook alike: visible columns and rows only, the header
 * with its groups merged, every cell with its shown text, and the notes below it.
 */
import type { Computed } from './calculate.ts'
import { isFigure } from './columns.ts'
import { areEqual } from './equal.ts'
import type { Column, Report, Role, Row } from './model.ts'
import { isAdjusted } from './figureNotes.ts'
import { paperNotes } from './paperNotes.ts'
import { shown } from './shown.ts'

/** One cell of the header. `column` is an index into the table's columns; `across` and `down` count cells. */
export interface HeaderCell {
  readonly text: string
  readonly column: number
  readonly across: number
  readonly down: number
}

export interface PaperRow {
  readonly row: Row
  /** Sections and totals. */
  readonly bold: boolean
  /** From left to right. A cell covers `across` columns; those it covers have no cell of their own. */
  readonly cells: readonly PaperCell[]
}

export interface PaperCell {
  readonly column: number
  readonly across: number
  readonly text: string
  /** The number of a note below the table: "(1)". */
  readonly mark?: string
}

export interface PaperTable {
  readonly columns: readonly Column[]
  /** From the outermost groups down to the columns' own names. */
  readonly header: readonly (readonly HeaderCell[])[]
  readonly rows: readonly PaperRow[]
  /** Paragraphs below the table. */
  readonly notes: readonly string[]
}

/** What is only printed on request. */
export interface PaperOptions {
  /** Marks overruled cells and says why below the table. */
  readonly reasons?: boolean
}

/** A column that the program added has no header in the file; a document is Vietnamese in either language of the window. */
const ADDED_NAMES: Partial<Record<Role, string>> = { ratio: 'Tỷ lệ %', assessment: 'Đánh giá' }

/** In characters; what is longer is a sentence. */
const LONGEST_FIGURE = 16

/** The table without its hidden columns and rows. */
export function paperTable(report: Report, computed: Computed, options: PaperOptions = {}): PaperTable {
  const columns = headedColumns(report).filter((column) => column.hidden !== true)
  const rows = report.rows.filter((row) => row.hidden !== true)
  const { lines, markOf } = paperNotes(report, computed, {
    rows,
    columns,
    reasons: options.reasons === true,
  })
  return {
    columns,
    header: headerCells(columns),
    rows: rows.map((row) => ({
      row,
      bold: row.kind === 'section' || row.kind === 'total',
      cells: rowCells(row, columns, (column) => {
        const mark = markOf(row, column)
        const { text } = shown(report, row, column, computed)
        return mark === '' ? { text } : { text, mark }
      }),
    })),
    notes: lines,
  }
}

/** The header texts of a column from the outermost group down; never empty. */
export function headerOf(column: Column): readonly string[] {
  if (column.header.length > 0) return column.header
  return [ADDED_NAMES[column.role] ?? '']
}

/** The same, and below the own name of a plan that was adjusted which of its values counts. */
export function headingsOf({ rows }: Report, column: Column): readonly string[] {
  const header = headerOf(column)
  const counting = countingPlan(rows, column)
  if (counting === undefined) return header
  return header.map((text, level) => (level === header.length - 1 ? `${text}\n(${counting})` : text))
}

/** What was made of a list of columns the last time: the same list again as long as the headings stay the same. */
const headed = new WeakMap<readonly Column[], readonly Column[]>()

/** All columns, their headers as `headingsOf` has them. A column whose heading is its header is the report's own. */
export function headedColumns(report: Report): readonly Column[] {
  const columns = report.columns.map((column) => {
    const header = headingsOf(report, column)
    return areEqual(header, headerOf(column)) ? column : { ...column, header }
  })
  const before = headed.get(report.columns)
  if (before !== undefined && areEqual(before, columns)) return before
  const same = columns.every((column, index) => column === report.columns[index])
  const result = same ? report.columns : columns
  headed.set(report.columns, result)
  return result
}

/** Undefined for a column without adjusted plans. Short where only some rows have one; notes name rows and decisions. */
function countingPlan(rows: readonly Row[], column: Column): string | undefined {
  if (column.role !== 'plan') return undefined
  const planned = rows.filter(({ hidden, cells }) => {
    const text = cells[column.id]?.text ?? ''
    return hidden !== true && text.trim() !== ''
  })
  const adjusted = planned.filter((row) => isAdjusted(row, column))
  if (adjusted.length === 0) return undefined
  const isAll = adjusted.length === planned.length
  if (column.counts === 'first') return isAll ? 'theo kế hoạch giao đầu năm' : 'giao đầu năm'
  return isAll ? 'theo kế hoạch điều chỉnh' : 'có điều chỉnh'
}

/**
 * The merged header over these columns: neighbours that share a group (and all groups above it) stand under one cell;
 * a column's own name reaches down to the last header row.
 */
export function headerCells(columns: readonly Column[]): readonly (readonly HeaderCell[])[] {
  const paths = columns.map(headerOf)
  const depth = Math.max(1, ...paths.map((path) => path.length))
  return Array.from({ length: depth }, (_, level) => headerLevel(paths, level, depth))
}

export function alignment(role: Role): 'left' | 'centre' | 'right' {
  if (isFigure(role)) return 'right'
  const centred: readonly Role[] = ['ordinal', 'code', 'unit', 'assessment']
  return centred.includes(role) ? 'centre' : 'left'
}

/** A figure is never broken over two lines; a sentence in a column of figures is. */
export function isUnbroken(column: Column, text: string): boolean {
  return isFigure(column.role) && text.length <= LONGEST_FIGURE
}

function headerLevel(paths: readonly (readonly string[])[], level: number, depth: number): HeaderCell[] {
  const cells: HeaderCell[] = []
  for (let column = 0; column < paths.length;) {
    const path = paths[column] ?? []
    const across = groupWidth(paths, column, level)
    const text = path[level]
    if (text !== undefined) {
      cells.push({ text, column, across, down: path.length - 1 === level ? depth - level : 1 })
    }
    column += across
  }
  return cells
}

/** How many columns from this one on stand under its group at this level; 1 for a column's own name. */
function groupWidth(paths: readonly (readonly string[])[], column: number, level: number): number {
  const path = paths[column] ?? []
  if (path.length - 1 <= level) return 1
  const sameGroup = (other: readonly string[]) =>
    other.length - 1 > level && path.slice(0, level + 1).every((text, index) => other[index] === text)
  const end = paths.findIndex((other, index) => index > column && !sameGroup(other))
  return (end === -1 ? paths.length : end) - column
}

function rowCells(
  row: Row,
  columns: readonly Column[],
  contentOf: (column: Column) => Pick<PaperCell, 'text' | 'mark'>,
): PaperCell[] {
  const cells = columns.map((column, index) => ({ column: index, across: 1, ...contentOf(column) }))
  const name = columns.findIndex((column) => column.role === 'name')
  const afterName = cells.slice(name + 1)
  if (row.kind !== 'section' || name === -1 || afterName.some((cell) => cell.text !== '')) return cells
  return cells
    .slice(0, name + 1)
    .map((cell) => (cell.column === name ? { ...cell, across: columns.length - name } : cell))
}
