/** The least width in which each column can be read: figures and verdicts whole, everything else broken between words. */
import { isFigure } from '../../shared/columns.ts'
import type { Column } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import type { CellView, GridRow } from './cells.ts'
import { CELL_PADDING, indentation } from './columnDefs.ts'
import { SLACK, signWidth, type Measures } from './heights.ts'
import type { Measure } from './wrapping.ts'

/** In characters; what is longer in a column of figures is a sentence. */
const LONGEST_FIGURE = 16
/** Pixels. A word wider than that breaks anywhere. */
const WIDEST_WORD = 140

/** Pixels, one width a column, in the same order; enough for `rows` and no less than `atLeast`. */
export function contentWidths(
  columns: readonly Column[],
  rows: readonly GridRow[],
  { regular, bold }: Measures,
  atLeast: readonly number[] = [],
): number[] {
  return columns.map((column, index) => {
    let width = Math.max(atLeast[index] ?? 0, widestWord(headerOf(column).join(' '), bold) + MARGIN)
    for (const entry of rows) {
      const view = entry.cells[column.id]
      if (view === undefined || view.text === '') continue
      const measure = entry.row.kind === 'section' || entry.row.kind === 'total' ? bold : regular
      const indent = column.role === 'name' ? indentation(entry) : 0
      const text = staysWhole(column, view) ? measure(view.text) : widestWord(view.text, measure)
      width = Math.max(width, text + signWidth(view) + indent + MARGIN)
    }
    return Math.ceil(width)
  })
}

const MARGIN = 2 * CELL_PADDING + SLACK

function staysWhole({ role }: Column, { text, tone }: CellView): boolean {
  return tone !== undefined || (isFigure(role) && text.length <= LONGEST_FIGURE)
}

function widestWord(text: string, measure: Measure): number {
  return Math.min(WIDEST_WORD, Math.max(...text.split(/\s+/).map(measure)))
}
