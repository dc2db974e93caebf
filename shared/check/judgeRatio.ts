/** Judges a percentage that somebody wrote against the two figures it was worked out from. */
import { compare, divide, formatDecimal, parseDecimal, type Decimal } from '../decimal.ts'
import type { DecimalText } from '../model.ts'
import { parseQuantity } from '../quantity.ts'

export interface JudgedRatio {
  /** "right" at the digits it shows, "truncated" there where half-up differs, or neither. */
  readonly verdict: 'right' | 'truncated' | 'wrong'
  /** How many decimals the text shows ("98,50" shows 2). */
  readonly digits: number
}

/** What a ratio divides; the numerator of per cents is already times 100. */
export interface Fraction {
  readonly numerator: Decimal
  readonly denominator: Decimal
}

/** Undefined where the text is no plain figure. */
export function judgeRatio(stated: string, { numerator, denominator }: Fraction): JudgedRatio | undefined {
  const quantity = parseQuantity(stated)
  if (quantity?.op !== '=' || quantity.value === undefined || quantity.part !== undefined) return undefined
  const digits = decimalsOf(stated, quantity.value)
  const value = parseDecimal(quantity.value)
  const isAt = (rounding: 'half-up' | 'cut') =>
    compare(divide(numerator, denominator, digits, rounding), value) === 0
  return { digits, verdict: isAt('half-up') ? 'right' : isAt('cut') ? 'truncated' : 'wrong' }
}

/** The decimals a figure shows, however many of them are zeros; 0 for words. */
export function shownDigits(text: string): number {
  const value = parseQuantity(text)?.value
  return value === undefined ? 0 : decimalsOf(text, value)
}

function decimalsOf(text: string, value: DecimalText): number {
  const decimals = /[.,](\d+)\D*$/.exec(text)?.[1] ?? ''
  // "3.700" ends in a group, not in decimals.
  return decimals.length === 3 && !value.includes('.') ? 0 : decimals.length
}

/** Half-up with that many decimals. */
export function ratioAt({ numerator, denominator }: Fraction, digits: number): string {
  return formatDecimal(divide(numerator, denominator, digits))
}
