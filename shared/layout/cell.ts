/** A sheet's cell as a cell of the report: its text as seen, and what it means. */
import type { Cell, CellFlag, Quantity } from '../model.ts'
import { parseQuantity } from '../quantity.ts'
import type { SheetCell } from '../sheet.ts'
import { normalLines, normalText } from '../text.ts'

/** Numbers mean their stored value, even where the format hides digits; texts mean what `parseQuantity` reads. */
export function plannedCell(cell: SheetCell): Cell {
  // Only texts people typed have line breaks and stray spaces.
  const text = cell.type === 'text' ? normalLines(cell.text) : normalText(cell.text)
  const flag = flagOf(cell)
  const quantity = quantityOf(cell, text)
  return {
    text,
    ...(quantity !== undefined && { quantity }),
    ...(flag !== undefined && { flags: [flag] }),
  }
}

function quantityOf(cell: SheetCell, text: string): Quantity | undefined {
  if (cell.type === 'text') return parseQuantity(text)
  if (cell.type !== 'number' || cell.value === undefined) return undefined
  return { op: '=', value: cell.value, ...(text.endsWith('%') && { unit: '%' }) }
}

function flagOf(cell: SheetCell): CellFlag | undefined {
  if (cell.uncalculated === true) return 'value-missing'
  if (cell.type === 'error') return 'error-cell'
  return cell.digitsHidden === true ? 'digits-hidden' : undefined
}

/** "-", "…", "x" and the like stand where there is nothing to say. */
export function isPlaceholder(text: string): boolean {
  return /^(?:[-–—._…xX/\s]+)?$/u.test(text)
}

/** Holds something a figure column counts: a figure, words for one, an error or a formula nobody calculated. */
export function saysSomething(cell: Cell | undefined): boolean {
  return cell !== undefined && (!isPlaceholder(cell.text) || cell.flags !== undefined)
}
