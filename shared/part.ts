/** Rows that count within the row above them. */
import type { Id, Row } from './model.ts'

/** The row counts within its parent: an item below a row that has figures of its own. */
export function isPart(row: Row, parent: Row | undefined, figures: readonly Id[]): boolean {
  return (
    row.kind === 'item' &&
    parent !== undefined &&
    figures.some((column) => parent.cells[column]?.quantity !== undefined)
  )
}
