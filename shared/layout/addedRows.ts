/** Which rows a row's own formula adds up: "=SUM(E11:E13)", "=E11+E12", "=SUM(E11,E15:E16)", "=SUBTOTAL(9,E11:E20)". */
import { lettersToColumn } from './address.ts'
import type { Expression } from './formulaText.ts'

/** More rows are no group of parts. */
const MOST_PARTS = 500

const SUMS = /sum|subtotal|\+/i
const FIRST_REFERENCE = /(?<![\p{L}\d])\$?([a-z]{1,3})\$?\d/iu

/** Quickly told, for most formulas need not be read: it adds something up, and begins with its own column. */
export function mayAdd(formula: string, column: number): boolean {
  if (!SUMS.test(formula)) return false
  const [, letters] = FIRST_REFERENCE.exec(formula) ?? []
  return letters !== undefined && lettersToColumn(letters) === column
}

/** Sheet rows, in the formula's order; undefined where it does not only add up cells of its own column. */
export function addedRows(formula: Expression | undefined, column: number): readonly number[] | undefined {
  switch (formula?.type) {
    case 'reference':
      return formula.column === column ? [formula.row] : undefined
    case 'range': {
      const { top, left, bottom, right } = formula
      const isInColumn = left === column && right === column && bottom - top < MOST_PARTS
      return isInColumn ? Array.from({ length: bottom - top + 1 }, (_, index) => top + index) : undefined
    }
    case 'operation':
      return formula.operator === '+' ? joined([formula.left, formula.right], column) : undefined
    case 'call':
      if (formula.name === 'SUM') return joined(formula.arguments, column)
      if (isSubtotal(formula)) return joined(formula.arguments.slice(1), column)
      return formula.name === 'ROUND' || formula.name === 'IFERROR'
        ? addedRows(formula.arguments[0], column)
        : undefined
    default:
      return undefined
  }
}

/** A sum (9, or 109 without hidden rows) that passes over other subtotals. */
export function isSubtotal(formula: Expression): boolean {
  if (formula.type !== 'call' || formula.name !== 'SUBTOTAL') return false
  const [what] = formula.arguments
  return what?.type === 'number' && (what.value === 9 || what.value === 109)
}

function joined(terms: readonly (Expression | undefined)[], column: number): readonly number[] | undefined {
  const rows = terms.map((term) => addedRows(term, column))
  return rows.every((each) => each !== undefined) ? rows.flat() : undefined
}
