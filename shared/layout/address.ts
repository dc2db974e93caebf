/** Sheet columns and ranges as people write them: "G", "A7:G40". */
import type { CellRange } from '../sheet.ts'

/** "A" for 1, "AA" for 27. */
export function columnLetter(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** The column that letters of either case name: 1 for "A", 27 for "aa". */
export function lettersToColumn(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}

export function rangeText({ top, left, bottom, right }: CellRange): string {
  return `${columnLetter(left)}${top}:${columnLetter(right)}${bottom}`
}
