/** A sheet's cell as a cell of the report: its text as seen, and what it means. */
import { isPlaceholder } from '../cells.ts'
import type { Cell, CellFlag, Quantity } from '../model.ts'
import { formatFigure, parseQuantity } from '../quantity.ts'
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

/** A number whose format shows nothing of it. */
export function isUnseen({ type, text, value }: SheetCell): boolean {
  return type === 'number' && value !== undefined && text.trim() === ''
}

function quantityOf(cell: SheetCell, text: string): Quantity | undefined {
  if (cell.type === 'text') return parseQuantity(text)
  if (cell.type !== 'number' || cell.value === undefined) return undefined
  return { op: '=', value: cell.value, ...(text.endsWith('%') && { unit: '%' }) }
}

function flagOf(cell: SheetCell): CellFlag | undefined {
  if (cell.uncalculated === true) return 'value-missing'
  if (cell.type === 'error') return 'error-cell'
  return cell.digitsHidden === true || isUnseen(cell) ? 'digits-hidden' : undefined
}

/** Holds something a figure column counts: a figure, words for one, an error or a formula nobody calculated. */
export function saysSomething(cell: Cell | undefined): boolean {
  if (cell === undefined || isUnseenZero(cell)) return false
  return !isPlaceholder(cell.text) || cell.flags !== undefined
}

/**
 * A figure that the file shows as nothing (under `;;;`, or zeros not shown) is one all the same, and a person sees it in
 * the report. Only zeros in rows that show no figure at all are none: they fill the sums of a template.
 */
export function withUnseenFigure(cell: Cell, rowHasFigures: boolean): Cell | undefined {
  const value = cell.text === '' ? cell.quantity?.value : undefined
  if (value === undefined) return cell
  return isUnseenZero(cell) && !rowHasFigures ? undefined : { ...cell, text: formatFigure(value) }
}

function isUnseenZero({ text, quantity }: Cell): boolean {
  return text === '' && quantity?.value === '0'
}
