/** How large a completion ratio can be before a slip in one of its figures is likelier than the ratio. */
import { compare, isZero, magnitude, multiply, parseDecimal, type Decimal } from '../decimal.ts'
import type { DecimalText, Quantity } from '../model.ts'

/** In per cent: a target met tenfold, or by less than a thousandth. Real reports go from 0,95 to 420. */
const HIGHEST: Decimal = { units: 1000n, scale: 0 }
const LOWEST: Decimal = { units: 1n, scale: 1 }

/** The same as multiples. */
const TENFOLD: Decimal = { units: 10n, scale: 0 }
const THOUSANDTH: Decimal = { units: 1n, scale: 3 }

/** `ratio` is the computed one of `result`, where zero only says that nothing has been done yet. */
export function isPlausible(ratio: DecimalText, result: Quantity | undefined): boolean {
  if (result?.value === '0') return true
  const value = parseDecimal(ratio)
  return compare(value, HIGHEST) <= 0 && compare(value, LOWEST) >= 0
}

/** Whether the ratio of these two would be plausible; undefined where a zero or a missing value tells nothing. */
export function isPlausiblePair(result: Quantity, target: Quantity): boolean | undefined {
  if (result.value === undefined || target.value === undefined) return undefined
  const of = magnitude(parseDecimal(result.value))
  const to = magnitude(parseDecimal(target.value))
  if (isZero(of) || isZero(to)) return undefined
  return compare(of, multiply(to, TENFOLD)) <= 0 && compare(of, multiply(to, THOUSANDTH)) >= 0
}
