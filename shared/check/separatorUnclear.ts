/**
 * separator-unclear: dots and commas in a figure that can be read in two ways, or not surely in any.
 * "24.16%" and "1,234.5" are told by themselves; "6.969" and "1,500" only where the usual reading does not go with the
 * plan, the results or the unit of the row and the other one does, or, in a row without any, with the same unit's figures
 * in the column. Silent in words, in dates, where a person chose the reading, and where the usual one is plausible.
 */
import { compare, multiply, parseDecimal, type Decimal } from '../decimal.ts'
import type { Finding, Id, Quantity, Report, Row } from '../model.ts'
import { formatQuantity } from '../quantity.ts'
import { folded, normalText } from '../text.ts'
import type { Doubt } from './doubtfulFigure.ts'
import { finding } from './finding.ts'

/** From how many other figures of a column on they tell what is usual there. */
const ENOUGH = 3
const TENFOLD: Decimal = { units: 10n, scale: 0 }
const HUNDREDFOLD: Decimal = { units: 100n, scale: 0 }

/** `doubts` are the report's, of `doubtsIn`. */
export function separatorUnclear(report: Report, doubts: readonly Doubt[]): readonly Finding[] {
  const spreads = spreadsOf(report, doubts)
  return doubts
    .filter((doubt) => !doubt.open || isStrangeInColumn(doubt, spreads))
    .map(({ row, column, cell, readings }) =>
      finding('separator-unclear', 'warning', row, column, {
        text: normalText(cell.text),
        readings: readings.map(formatQuantity).join(' / '),
      }),
    )
}

/** How large the figures of one unit are in one column; the two outermost, for a figure is not compared with itself. */
interface Spread {
  count: number
  readonly least: Figure[]
  readonly greatest: Figure[]
}

interface Figure {
  readonly row: Row
  readonly value: Decimal
}

type Spreads = ReadonlyMap<Id, ReadonlyMap<string, Spread>>

/** Of the columns that hold a doubt which only they can settle. */
function spreadsOf({ rows }: Report, doubts: readonly Doubt[]): Spreads {
  const columns = new Set(doubts.filter(({ open }) => open).map(({ column }) => column.id))
  return new Map(Array.from(columns, (column) => [column, spreadsIn(rows, column)]))
}

function spreadsIn(rows: readonly Row[], column: Id): ReadonlyMap<string, Spread> {
  const spreads = new Map<string, Spread>()
  for (const row of rows) {
    const value = valueOf(row.cells[column]?.quantity)
    if (value === undefined) continue
    const unit = folded(row.unit)
    let spread = spreads.get(unit)
    if (spread === undefined) spreads.set(unit, (spread = { count: 0, least: [], greatest: [] }))
    spread.count++
    keepTwo(spread.least, { row, value }, -1)
    keepTwo(spread.greatest, { row, value }, 1)
  }
  return spreads
}

/** The outermost first; `outwards` is 1 for the greatest, -1 for the least. */
function keepTwo(outermost: Figure[], figure: Figure, outwards: 1 | -1): void {
  const place = outermost.findIndex(({ value }) => compare(figure.value, value) === outwards)
  if (place === -1) outermost.push(figure)
  else outermost.splice(place, 0, figure)
  outermost.length = Math.min(outermost.length, 2)
}

/** The usual reading is a hundred times off the column's figures in the same unit, and the other one is among them. */
function isStrangeInColumn({ row, column, readings: [usual, other] }: Doubt, spreads: Spreads): boolean {
  const unit = folded(row.unit)
  const spread = unit === '' ? undefined : spreads.get(column.id)?.get(unit)
  const is = valueOf(usual)
  const meant = valueOf(other)
  if (spread === undefined || is === undefined || meant === undefined) return false
  const others = spread.count - (valueOf(row.cells[column.id]?.quantity) === undefined ? 0 : 1)
  const least = spread.least.find((figure) => figure.row !== row)?.value
  const greatest = spread.greatest.find((figure) => figure.row !== row)?.value
  if (others < ENOUGH || least === undefined || greatest === undefined) return false
  const isFarOff =
    compare(is, multiply(greatest, HUNDREDFOLD)) >= 0 || compare(multiply(is, HUNDREDFOLD), least) <= 0
  const isAmong =
    compare(meant, multiply(greatest, TENFOLD)) <= 0 && compare(multiply(meant, TENFOLD), least) >= 0
  return isFarOff && isAmong
}

/** Zero says nothing about how large figures are. */
function valueOf(quantity: Quantity | undefined): Decimal | undefined {
  const value = quantity?.value?.replace('-', '')
  return value === undefined || value === '0' ? undefined : parseDecimal(value)
}
