/** The completion ratio "Tỷ lệ %" of a result to its target. */
import { HUNDRED, divide, formatDecimal, isZero, multiply, parseDecimal } from './decimal.ts'
import type { DecimalText, Quantity } from './model.ts'

const DIGITS = 2

/**
 * Per cent, half-up to 2 decimals, trailing zeros dropped: of a plain result to a plain target or to the bound of `>`
 * and `>=`. Undefined for every other pair and against zero.
 */
export function ratio(result: Quantity, target: Quantity): DecimalText | undefined {
  const fraction = operands(result, target)
  if (fraction === undefined) return undefined
  return formatDecimal(divide(fraction.numerator, fraction.denominator, DIGITS))
}

/** What a ratio in per cent divides; undefined where there is no ratio. */
export function operands(result: Quantity, target: Quantity) {
  if (result.op !== '=' || result.value === undefined || target.value === undefined) return undefined
  if (target.op !== '=' && target.op !== '>' && target.op !== '>=') return undefined
  const denominator = parseDecimal(target.value)
  if (isZero(denominator)) return undefined
  return { numerator: multiply(parseDecimal(result.value), HUNDRED), denominator }
}
