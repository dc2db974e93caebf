/** Which rows a row's own formula adds up: "=SUM(E11:E13)", "=E11+E12", "=SUM(E11,E15:E16)". */
import { lettersToColumn } from './address.ts'

const SUM = /^=?\s*(?:\+\s*)?(?:SUM\(([^()]+)\)|(\$?[A-Z]{1,3}\$?\d+(?:\s*\+\s*\$?[A-Z]{1,3}\$?\d+)+))\s*$/i
const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i
/** More rows are no group of parts. */
const MOST_PARTS = 500

/** Sheet rows, in the formula's order; undefined where it does not only add up cells of its own column. */
export function addedRows(formula: string, column: number): readonly number[] | undefined {
  const [, listed, chained] = SUM.exec(formula) ?? []
  const references = listed?.split(/[,;]/) ?? chained?.split('+')
  if (references === undefined) return undefined
  const rows: number[] = []
  for (const reference of references) {
    const [, from, first, to = from, last = first] = REFERENCE.exec(reference.trim()) ?? []
    if (from === undefined || to === undefined) return undefined
    if (lettersToColumn(from) !== column || lettersToColumn(to) !== column) return undefined
    if (Number(last) - Number(first) >= MOST_PARTS) return undefined
    for (let row = Number(first); row <= Number(last); row++) rows.push(row)
  }
  return rows
}
