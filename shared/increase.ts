/** Changes and growth from an earlier figure to a later one, exact and rounded half-up once, at the end. */
import { divide, HUNDRED, isZero, multiply, powerOfTen, subtract, type Decimal } from './decimal.ts'

/** Why there is no growth. */
export type NoGrowth = 'base-zero' | 'base-negative' | 'result-negative'

/** The change a year, or at once in one step: `of` − `to` in their own unit, of shares in percentage points. */
export function averageChange(of: Decimal, to: Decimal, steps: number, digits: number): Decimal {
  return divide(subtract(of, to), { units: BigInt(steps), scale: 0 }, digits)
}

/** (`of` − `to`) / `to` in per cent. From nothing or less than nothing there is no growth. */
export function growth(of: Decimal, to: Decimal, digits: number): Decimal | NoGrowth {
  if (to.units <= 0n) return isZero(to) ? 'base-zero' : 'base-negative'
  return divide(multiply(subtract(of, to), HUNDRED), to, digits)
}

/**
 * The average growth a year over `steps` years in per cent (BQGĐ): the steps-th root of `of` / `to`, less 1. Half-up by
 * whole numbers alone: a rate that is kept for `steps` years has no exact decimal, but it lies above or below each half.
 */
export function averageGrowth(of: Decimal, to: Decimal, steps: number, digits: number): Decimal | NoGrowth {
  if (to.units <= 0n) return isZero(to) ? 'base-zero' : 'base-negative'
  if (of.units < 0n) return 'result-negative'
  const scale = Math.max(of.scale, to.scale)
  const result = of.units * powerOfTen(scale - of.scale)
  const base = to.units * powerOfTen(scale - to.scale)
  /** 100 % in halves of the last wanted digit. */
  const whole = 2n * powerOfTen(digits + 2)
  const power = whole ** BigInt(steps) * result
  const halves = root(power / base, steps)
  const isExact = halves ** BigInt(steps) * base === power
  const rounded = result >= base ? (halves + 1n) / 2n : (isExact ? halves : halves + 1n) / 2n
  return { units: rounded - powerOfTen(digits + 2), scale: digits }
}

/** The largest whole number whose `degree`-th power is no more than `value`: Newton's method from above. */
function root(value: bigint, degree: number): bigint {
  if (value < 2n || degree === 1) return value
  const n = BigInt(degree)
  let found = 1n << BigInt(Math.ceil(value.toString(2).length / degree))
  for (;;) {
    const next = ((n - 1n) * found + value / found ** (n - 1n)) / n
    if (next >= found) return found
    found = next
  }
}
