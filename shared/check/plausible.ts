/** How large a completion ratio can be before a slip in one of its figures is likelier than the ratio. */
import { compare, parseDecimal, type Decimal } from '../decimal.ts'
import type { DecimalText, Quantity } from '../model.ts'

/** In per cent: a target met tenfold, or by less than a thousandth. Real reports go from 0,95 to 420. */
const HIGHEST: Decimal = { units: 1000n, scale: 0 }
const LOWEST: Decimal = { units: 1n, scale: 1 }

/** `ratio` is the computed one of `result`, where zero only says that nothing has been done yet. */
export function isPlausible(ratio: DecimalText, result: Quantity | undefined): boolean {
  if (result?.value === '0') return true
  const value = parseDecimal(ratio)
  return compare(value, HIGHEST) <= 0 && compare(value, LOWEST) >= 0
}
