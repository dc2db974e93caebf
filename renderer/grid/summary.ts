/** Count, sum and average of the selected figures, exact. */
import { add, divide, formatDecimal, parseDecimal, type Decimal } from '../../shared/decimal.ts'
import type { DecimalText } from '../../shared/model.ts'
import { parseQuantity } from '../../shared/quantity.ts'

export interface Summary {
  /** Cells with a plain figure: neither bounded nor a range, since these cannot be added up. */
  readonly figures: number
  readonly sum: DecimalText
  /** Rounded half up to two decimals more than the sum has. */
  readonly average: DecimalText
}

/** Undefined when there is no figure to add up. */
export function summaryOf(texts: Iterable<string>): Summary | undefined {
  let figures = 0
  let sum: Decimal = { units: 0n, scale: 0 }
  for (const text of texts) {
    const quantity = parseQuantity(text)
    if (quantity?.op !== '=' || quantity.value === undefined || quantity.part !== undefined) continue
    figures++
    sum = add(sum, parseDecimal(quantity.value))
  }
  if (figures === 0) return undefined
  const average = divide(sum, { units: BigInt(figures), scale: 0 }, sum.scale + 2)
  return { figures, sum: formatDecimal(sum), average: formatDecimal(average) }
}
