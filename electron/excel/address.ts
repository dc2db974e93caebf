/** Cell addresses as sheets write them ("B12", "A1:G40", "$7:$8") and as row and column numbers from 1. */
import type { CellRange } from '../../shared/sheet.ts'

export const MAX_ROW = 1_048_576
export const MAX_COLUMN = 16_384

/** "A" for 1, "AA" for 27. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

export function addressOf(row: number, column: number): string {
  return columnLetters(column) + String(row)
}

/** Undefined when it is no address of a sheet. Dollar signs are allowed, lower case too. */
export function parseAddress(text: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(text)
  if (!match) return undefined
  const [, letters = '', digits = ''] = match
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return row <= MAX_ROW && column <= MAX_COLUMN ? { row, column } : undefined
}

/** "A1:G40", or one address as a range of one cell. Corners in any order. */
export function parseRange(text: string): CellRange | undefined {
  const [from = '', to = from] = text.split(':')
  const first = parseAddress(from)
  const second = parseAddress(to)
  if (!first || !second) return undefined
  return {
    top: Math.min(first.row, second.row),
    left: Math.min(first.column, second.column),
    bottom: Math.max(first.row, second.row),
    right: Math.max(first.column, second.column),
  }
}
