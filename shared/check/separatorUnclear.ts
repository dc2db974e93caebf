/**
 * separator-unclear: dots and commas in a figure that can be read in two ways, or not surely in any.
 * "24.16%" and "1,234.5" are told by themselves; "6.969" and "1,500" only where the usual reading does not go with the
 * plan, the results or the unit of the row and the other one does, or, in a row without any, with the same unit's figures
 * in the column. Silent in words, in dates, where a person chose the reading, and where the usual one is plausible.
 */
import { compare, multiply, parseDecimal, type Decimal } from '../decimal.ts'
import type { Finding, Quantity, Report, Row } from '../model.ts'
import { formatQuantity } from '../quantity.ts'
import { folded, normalText } from '../text.ts'
import type { Doubt } from './doubtfulFigure.ts'
import { finding } from './finding.ts'

/** From how many other figures of a column on they tell what is usual there. */
const ENOUGH = 3
const TENFOLD: Decimal = { units: 10n, scale: 0 }
const HUNDREDFOLD: Decimal = { units: 100n, scale: 0 }

/** `doubts` are the report's, of `doubtsIn`. */
export function separatorUnclear({ rows }: Report, doubts: readonly Doubt[]): readonly Finding[] {
  return doubts
    .filter((doubt) => !doubt.open || isStrangeInColumn(rows, doubt))
    .map(({ row, column, cell, readings }) =>
      finding('separator-unclear', 'warning', row, column, {
        text: normalText(cell.text),
        readings: readings.map(formatQuantity).join(' / '),
      }),
    )
}

/** The usual reading is a hundred times off the column's figures in the same unit, and the other one is among them. */
function isStrangeInColumn(rows: readonly Row[], { row, column, readings: [usual, other] }: Doubt): boolean {
  const unit = folded(row.unit)
  if (unit === '') return false
  const values = rows.flatMap((each) => {
    const value =
      each === row || folded(each.unit) !== unit ? undefined : valueOf(each.cells[column.id]?.quantity)
    return value === undefined ? [] : [value]
  })
  const is = valueOf(usual)
  const meant = valueOf(other)
  if (values.length < ENOUGH || is === undefined || meant === undefined) return false
  return (
    (values.every((value) => compare(is, multiply(value, HUNDREDFOLD)) >= 0) ||
      values.every((value) => compare(multiply(is, HUNDREDFOLD), value) <= 0)) &&
    values.some((value) => compare(meant, multiply(value, TENFOLD)) <= 0) &&
    values.some((value) => compare(multiply(meant, TENFOLD), value) >= 0)
  )
}

/** Zero says nothing about how large figures are. */
function valueOf(quantity: Quantity | undefined): Decimal | undefined {
  const value = quantity?.value?.replace('-', '')
  return value === undefined || value === '0' ? undefined : parseDecimal(value)
}
