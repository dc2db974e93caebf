/** Count, sum and average of the selected figures, exact. */
import { add, divide, formatDecimal, parseDecimal, type Decimal } from '../../shared/decimal.ts'
import type { DecimalText } from '../../shared/model.ts'
import { parseQuantity } from '../../shared/quantity.ts'
import { folded } from '../../shared/text.ts'
import { measureOf } from '../../shared/units.ts'

/** A cell's text, and the unit its figure has unless the text itself names one. */
export interface Measured {
  readonly text: string
  readonly unit: string
}

export interface Summary {
  /** Cells with a plain figure: neither an increase or decrease nor bounded nor a range, since these do not add up. */
  readonly figures: number
  /** Absent where the figures have different units. */
  readonly total?: {
    readonly sum: DecimalText
    /** Rounded half up to two decimals more than the sum has. */
    readonly average: DecimalText
  }
}

/** Undefined when there is no figure to add up. */
export function summaryOf(cells: Iterable<Measured>): Summary | undefined {
  const units = new Set<string>()
  let figures = 0
  let sum: Decimal = { units: 0n, scale: 0 }
  for (const { text, unit } of cells) {
    const quantity = parseQuantity(text)
    if (quantity?.op !== '=' || quantity.value === undefined) continue
    if (quantity.part !== undefined || quantity.sense !== undefined) continue
    units.add(unitOf(quantity.unit ?? unit))
    figures++
    sum = add(sum, parseDecimal(quantity.value))
  }
  if (figures === 0) return undefined
  if (units.size > 1) return { figures }
  const average = divide(sum, { units: BigInt(figures), scale: 0 }, sum.scale + 2)
  return { figures, total: { sum: formatDecimal(sum), average: formatDecimal(average) } }
}

function unitOf(spelling: string): string {
  return measureOf(spelling) ?? folded(spelling)
}
