/**
 * Figures of text files that programs wrote with a decimal point: "22.072" is 22,072 there, and a thousand times more in
 * a file that a person typed. The file as a whole tells, or the figures stay texts that are asked about.
 */
import type { SheetCell } from '../../../shared/sheet.ts'
import { storedContent } from '../cellContent.ts'
import { PLAIN_STYLE } from '../styles.ts'

/** A figure that can only have a decimal point: 368.77, 0.353, 1,234.5, 1,234,567. */
const POINT = /^-?(?:[1-9]\d*\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/
/** … or a decimal comma: 368,77, 0,353, 1.234,5, 1.234.567. */
const COMMA = /^-?(?:[1-9]\d*,(?:\d{1,2}|\d{4,})|0,\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/
/** 1.234 and 1,234. */
const EITHER = /^-?[1-9]\d{0,2}[.,]\d{3}$/
/** A figure with a decimal point or a comma between thousands. */
const WITH_POINT = /^-?(?:\d{1,11}\.\d+|\d{1,3}(?:,\d{3}){1,3}(?:\.\d+)?)$/

/**
 * The cells with the figures of such a file as numbers. Only figures right of the names count and change: left of them
 * stand ordinals such as "1.1".
 */
export function withDecimalPoint(cells: readonly SheetCell[]): readonly SheetCell[] {
  const names = columnOfNames(cells)
  const figures = cells.filter(({ column }) => column > names)
  const count = (pattern: RegExp): number => figures.filter(({ text }) => pattern.test(text.trim())).length
  const points = count(POINT)
  // Where most figures may be thousands, a few points are typing errors.
  if (points === 0 || count(COMMA) > 0 || count(EITHER) > points) return cells
  return cells.map((cell) =>
    cell.column > names && WITH_POINT.test(cell.text.trim())
      ? { ...cell, ...storedContent(undefined, cell.text.trim().replaceAll(',', ''), PLAIN_STYLE, false) }
      : cell,
  )
}

/** The column with the most letters. */
function columnOfNames(cells: readonly SheetCell[]): number {
  const letters = new Map<number, number>()
  for (const { column, text } of cells) {
    letters.set(column, (letters.get(column) ?? 0) + (text.match(/\p{L}/gu)?.length ?? 0))
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 0
}
