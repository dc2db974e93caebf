/** Ratios "Tỷ lệ %": of a result to its target, or by the method that a report chose where less is better. */
import {
  add,
  compare,
  divide,
  formatDecimal,
  HUNDRED,
  isZero,
  multiply,
  parseDecimal,
  subtract,
  type Decimal,
} from './decimal.ts'
import type { DecimalText, LessRating, Quantity } from './model.ts'

/** What a ratio divides; the numerator of per cents is already times 100, the denominator never zero. */
export interface Fraction {
  readonly numerator: Decimal
  readonly denominator: Decimal
}

/** Why there is no ratio. */
export type NoRatio =
  | 'result-bound'
  | 'target-range'
  | 'target-upper'
  | 'target-about'
  | 'target-zero'
  | 'target-negative'
  | 'less-unrated'
  | 'less-missed'
  | 'result-zero'
  | 'base-missing'
  | 'base-not-above'

/** Half-up, trailing zeros dropped. */
export function percent({ numerator, denominator }: Fraction, digits: number): DecimalText {
  return formatDecimal(divide(numerator, denominator, digits))
}

/** As `ratioOf`; undefined where there is no ratio. */
export function operands(result: Quantity, target: Quantity): Fraction | undefined {
  const found = ratioOf(result, target)
  return typeof found === 'string' ? undefined : found
}

/** TH/KH: of a plain result to a plain target or to the bound of ">" and "≥". Nothing is rated against zero or less. */
export function ratioOf(result: Quantity, target: Quantity): Fraction | NoRatio {
  if (result.op !== '=' || result.value === undefined) return 'result-bound'
  if (target.value === undefined) return 'target-range'
  if (target.op === '<' || target.op === '<=') return 'target-upper'
  if (target.op === '~') return 'target-about'
  const denominator = parseDecimal(target.value)
  if (denominator.units <= 0n) return isZero(denominator) ? 'target-zero' : 'target-negative'
  return { numerator: multiply(parseDecimal(result.value), HUNDRED), denominator }
}

/** A result, a plain target or upper bound of which less is better, and what the base year had. */
export interface LessRated {
  readonly result: Quantity
  readonly target: Quantity
  readonly isMet: boolean
  readonly base: Quantity | undefined
}

/** By the report's method where less is better; the bound of "<" and "≤" stands for the target. */
export function lessRatioOf(
  rating: LessRating,
  { result, target, isMet, base }: LessRated,
): Fraction | NoRatio {
  if (rating === 'none') return 'less-unrated'
  if (rating === 'met-is-100') return isMet ? { numerator: HUNDRED, denominator: ONE } : 'less-missed'
  if (result.op !== '=' || result.value === undefined) return 'result-bound'
  if (target.value === undefined) return 'target-range'
  if (target.op === '~') return 'target-about'
  const actual = parseDecimal(result.value)
  const planned = parseDecimal(target.value)
  if (rating === 'reduction') return reductionOf(actual, planned, base)
  if (planned.units <= 0n) return isZero(planned) ? 'target-zero' : 'target-negative'
  if (rating === 'two-minus') {
    return { numerator: multiply(subtract(add(planned, planned), actual), HUNDRED), denominator: planned }
  }
  if (actual.units <= 0n) return 'result-zero'
  return { numerator: multiply(planned, HUNDRED), denominator: actual }
}

const ONE: Decimal = { units: 1n, scale: 0 }

/** (base − TH)/(base − KH): a target that is not below the base plans no reduction. */
function reductionOf(actual: Decimal, planned: Decimal, base: Quantity | undefined): Fraction | NoRatio {
  if (base?.op !== '=' || base.value === undefined) return 'base-missing'
  const from = parseDecimal(base.value)
  if (compare(from, planned) <= 0) return 'base-not-above'
  return { numerator: multiply(subtract(from, actual), HUNDRED), denominator: subtract(from, planned) }
}
