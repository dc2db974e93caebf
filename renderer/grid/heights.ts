/** Heights of rows and header rows, counted from their texts. Pixels throughout. */
import type { Column } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import type { CellView, GridRow } from './cells.ts'
import { CELL_PADDING, indentation } from './columnDefs.ts'
import { headerGroups, type HeaderNode } from './headerGroups.ts'
import { SIGNS, signsOf } from './signs.ts'
import { HEADER_PADDING, LINE_HEIGHT, ROW_PADDING } from './theme.ts'
import { lineCount, type Measure } from './wrapping.ts'

export interface Measures {
  readonly regular: Measure
  readonly bold: Measure
}

/** The browser rounds glyph widths, so a text that fits by a hair may not; better a line too many than one cut off. */
export const SLACK = 2
/** The sign before a verdict and the pencil of an override. */
const SIGN_WIDTH = 16

/** The height in which every cell of the row shows all its lines. */
export function rowHeight(
  entry: GridRow,
  columns: readonly Column[],
  widths: readonly number[],
  { regular, bold }: Measures,
): number {
  const { kind } = entry.row
  const measure = kind === 'section' || kind === 'total' ? bold : regular
  const spansRow = kind === 'section' && onlyNamed(entry, columns)
  let lines = 1
  columns.forEach((column, index) => {
    const view = entry.cells[column.id]
    const width = widths[index]
    if (view === undefined || width === undefined || view.text === '') return
    if (column.role === 'name' && spansRow) return
    const indent = column.role === 'name' ? indentation(entry) : 0
    const room = width - 2 * CELL_PADDING - SLACK - indent - signWidth(view)
    lines = Math.max(lines, lineCount(view.text, Math.max(room, 20), measure))
  })
  return lines * LINE_HEIGHT + ROW_PADDING
}

/** What the signs beside a cell's text take of its width. */
export function signWidth(view: CellView): number {
  const before = signsOf(view).reduce((width, sign) => width + SIGNS[sign].width, 0)
  return (
    (view.tone === undefined ? 0 : SIGN_WIDTH) + (view.mark?.type === 'override' ? SIGN_WIDTH : 0) + before
  )
}

/** A section with nothing but ordinal and name: its name runs on across the row, as on paper. */
export function onlyNamed(entry: GridRow, columns: readonly Column[]): boolean {
  return columns.every(
    ({ id, role }) => role === 'ordinal' || role === 'name' || (entry.cells[id]?.text ?? '') === '',
  )
}

/** One height for all rows of groups, one for the row of the columns' own names, and their sum. */
export function headerHeights(
  columns: readonly Column[],
  widths: readonly number[],
  bold: Measure,
): { readonly group: number; readonly column: number; readonly total: number } {
  const widthOf = new Map(columns.map((column, index) => [column.id, widths[index] ?? 0]))
  const levels = Math.max(1, ...columns.map((column) => headerOf(column).length))
  let group = 1
  const names: { lines: number; level: number }[] = []
  headerGroups(columns).forEach(visit)
  const groupHeight = height(group)
  const needed = names.map(({ lines, level }) => height(lines) - (levels - 1 - level) * groupHeight)
  const columnHeight = Math.max(height(1), ...needed)
  return { group: groupHeight, column: columnHeight, total: (levels - 1) * groupHeight + columnHeight }

  function visit(node: HeaderNode): void {
    const lines = linesIn(node.text, widthOfNode(node))
    if (node.type === 'column') names.push({ lines, level: node.level })
    else {
      group = Math.max(group, lines)
      node.children.forEach(visit)
    }
  }
  function widthOfNode(node: HeaderNode): number {
    if (node.type === 'column') return widthOf.get(node.column.id) ?? 0
    return node.children.reduce((total, child) => total + widthOfNode(child), 0)
  }
  function linesIn(text: string, width: number): number {
    return lineCount(text, Math.max(width - 2 * CELL_PADDING - SLACK, 20), bold)
  }
  function height(lines: number): number {
    return lines * LINE_HEIGHT + HEADER_PADDING
  }
}
