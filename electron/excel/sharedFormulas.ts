/**
 * Formulas that a range of cells shares: the sheet holds the text once, at the first cell, and all others mean the same
 * with their references moved along. Here each gets its own text.
 */
import { columnLetters, MAX_COLUMN, MAX_ROW } from './address.ts'

interface Master {
  readonly formula: string
  readonly row: number
  readonly column: number
}

/** Characters of all formulas written out for one sheet: many cells may share a formula that is long. */
const MOST_CHARACTERS = 20_000_000

export class SharedFormulas {
  private readonly masters = new Map<string, Master>()
  private left = MOST_CHARACTERS

  /**
   * The formula of the cell at this place: the text that it holds, else that of the first cell of `group`, moved. "" where
   * the sheet does not say, or after too much of it.
   */
  formulaOf(group: string, text: string, row: number, column: number): string {
    if (text !== '') {
      this.masters.set(group, { formula: text, row, column })
      return text
    }
    const master = this.masters.get(group)
    if (master === undefined || this.left < master.formula.length) return ''
    this.left -= master.formula.length
    return movedFormula(master.formula, row - master.row, column - master.column)
  }
}

const COLUMN = '\\$?[A-Za-z]{1,3}'
const ROW = '\\$?[1-9][0-9]{0,6}'
/** What stands beside a letter, a digit or the bracket of a function is part of a name: "LOG10(", "TH_2023". */
const ALONE = (pattern: string): string => `(?<![\\p{L}\\p{N}_.$\\\\])${pattern}(?![\\p{L}\\p{N}_.(\\\\!])`
/** Texts, quoted sheet names and brackets, in which nothing is moved; then cells; then whole columns and rows. */
const PIECES = new RegExp(
  [
    `"(?:[^"]|"")*"|'(?:[^']|'')*'|\\[[^\\]]*\\]`,
    ALONE(`(${COLUMN})(${ROW})`),
    ALONE(`(${COLUMN}|${ROW}):(${COLUMN}|${ROW})`),
  ].join('|'),
  'gu',
)

/** The formula with its relative references moved by so many rows and columns; what leaves the sheet is #REF!. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    PIECES,
    (
      piece: string,
      letters: string | undefined,
      digits: string | undefined,
      first: string | undefined,
      last: string | undefined,
    ) => {
      if (letters !== undefined && digits !== undefined) {
        return joined([movedPart(letters, columns), movedPart(digits, rows)], '')
      }
      if (first === undefined || last === undefined || isRowPart(first) !== isRowPart(last)) return piece
      const by = isRowPart(first) ? rows : columns
      return joined([movedPart(first, by), movedPart(last, by)], ':')
    },
  )
}

function joined(parts: readonly (string | undefined)[], by: string): string {
  return parts.includes(undefined) ? '#REF!' : parts.join(by)
}

function isRowPart(part: string): boolean {
  return /[0-9]$/.test(part)
}

/** The letters of a column or the digits of a row, moved unless a dollar sign holds them. */
function movedPart(part: string, by: number): string | undefined {
  if (part.startsWith('$')) return part
  if (isRowPart(part)) {
    const row = Number(part) + by
    return row >= 1 && row <= MAX_ROW ? String(row) : undefined
  }
  let column = by
  for (const [index, letter] of [...part.toUpperCase()].entries()) {
    column += (letter.charCodeAt(0) - 64) * 26 ** (part.length - 1 - index)
  }
  return column >= 1 && column <= MAX_COLUMN ? columnLetters(column) : undefined
}
