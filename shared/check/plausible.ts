/** How large a completion ratio can be before a slip in one of its figures is likelier than the ratio. */
import { compare, isZero, parseDecimal, type Decimal } from '../decimal.ts'
import type { DecimalText } from '../model.ts'

/** In per cent: a target met tenfold, or by less than a thousandth. Real reports go from 0,95 to 420. */
const HIGHEST: Decimal = { units: 1000n, scale: 0 }
const LOWEST: Decimal = { units: 1n, scale: 1 }

/** Zero is plausible: nothing done yet. */
export function isPlausible(ratio: DecimalText): boolean {
  const value = parseDecimal(ratio)
  return isZero(value) || (compare(value, HIGHEST) <= 0 && compare(value, LOWEST) >= 0)
}
