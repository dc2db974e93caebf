/** Judges a percentage that somebody wrote against the two figures it was worked out from. */
import { compare, divide, formatDecimal, parseDecimal } from '../decimal.ts'
import type { Quantity } from '../model.ts'
import { parseQuantity } from '../quantity.ts'
import type { Fraction } from '../ratio.ts'

export interface JudgedRatio {
  /** "right" at the digits it shows, "truncated" there where half-up differs, or neither. */
  readonly verdict: 'right' | 'truncated' | 'wrong'
  /** How many decimals the text shows ("98,50" shows 2). */
  readonly digits: number
}

/** Undefined where the text is no plain figure. */
export function judgeRatio(stated: string, { numerator, denominator }: Fraction): JudgedRatio | undefined {
  const quantity = parseQuantity(stated)
  if (quantity?.op !== '=' || quantity.value === undefined || quantity.part !== undefined) return undefined
  const digits = decimalsOf(stated, quantity)
  const value = parseDecimal(quantity.value)
  const isAt = (rounding: 'half-up' | 'cut') =>
    compare(divide(numerator, denominator, digits, rounding), value) === 0
  return { digits, verdict: isAt('half-up') ? 'right' : isAt('cut') ? 'truncated' : 'wrong' }
}

/** The decimals a figure shows, however many of them are zeros; 0 for words. */
export function shownDigits(text: string): number {
  const quantity = parseQuantity(text)
  return quantity?.value === undefined ? 0 : decimalsOf(text, quantity)
}

/** Zeros at the end count, the mark of a footnote does not; "3.700" ends in a group, not in decimals. */
function decimalsOf(text: string, { value = '', footnote }: Quantity): number {
  const least = value.split('.')[1]?.length ?? 0
  const bare = footnote === undefined ? text : text.slice(0, text.lastIndexOf(footnote))
  const shown = /[.,](\d+)\D*$/.exec(bare)?.[1]?.length ?? 0
  return least === 0 && shown === 3 ? 0 : Math.max(least, shown)
}

/** Half-up with that many decimals. */
export function ratioAt({ numerator, denominator }: Fraction, digits: number): string {
  return formatDecimal(divide(numerator, denominator, digits))
}
