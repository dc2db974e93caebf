/** Exact decimals on a scaled BigInt: what is printed is what was counted, 0,1 + 0,2 is 0,3. */
import type { DecimalText } from './model.ts'

/** The value `units` / 10^`scale`; `scale` is never negative. Equal values may differ in scale: use `compare`. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

/** How digits beyond the wanted ones go: half away from zero, or simply cut off. */
export type Rounding = 'half-up' | 'cut'

export const HUNDRED: Decimal = { units: 100n, scale: 0 }

const PLAIN = /^-?\d+(?:\.\d+)?$/
/** So many digits are exact in a number, which is read many times faster than a BigInt. */
const EXACT_DIGITS = 15

/** Reads a plain decimal with a dot ("2225.4", also "02" and "1.50"). Throws a RangeError at anything else. */
export function parseDecimal(text: DecimalText): Decimal {
  if (!PLAIN.test(text)) throw new RangeError(`Not a decimal: "${text}"`)
  const dot = text.indexOf('.')
  const digits = dot === -1 ? text : text.slice(0, dot) + text.slice(dot + 1)
  const units = BigInt(digits.length > EXACT_DIGITS ? digits : Number(digits))
  return { units, scale: dot === -1 ? 0 : text.length - dot - 1 }
}

/** The canonical text: no trailing zeros, no "-0". */
export function formatDecimal({ units, scale }: Decimal): DecimalText {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return (units < 0n ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`)
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale }
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: unitsAt(a, scale) - unitsAt(b, scale), scale }
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** `a` / `b` with `digits` decimals. Throws a RangeError when `b` is zero. */
export function divide(a: Decimal, b: Decimal, digits: number, rounding: Rounding = 'half-up'): Decimal {
  if (b.units === 0n) throw new RangeError('Division by zero')
  const shift = digits + b.scale - a.scale
  const dividend = shift > 0 ? a.units * powerOfTen(shift) : a.units
  const divisor = shift < 0 ? b.units * powerOfTen(-shift) : b.units
  return { units: divideUnits(dividend, divisor, rounding), scale: digits }
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale)
  const left = unitsAt(a, scale)
  const right = unitsAt(b, scale)
  return left < right ? -1 : left > right ? 1 : 0
}

/** As `compare`. Decimals of no more digits than a number holds exactly are in the order of their numbers. */
export function compareTexts(a: DecimalText, b: DecimalText): -1 | 0 | 1 {
  if (a.length <= EXACT_DIGITS && b.length <= EXACT_DIGITS) {
    const left = Number(a)
    const right = Number(b)
    if (left < right) return -1
    if (left > right) return 1
  }
  return compare(parseDecimal(a), parseDecimal(b))
}

/** The value without its sign. */
export function magnitude({ units, scale }: Decimal): Decimal {
  return { units: withoutSign(units), scale }
}

export function isZero(a: Decimal): boolean {
  return a.units === 0n
}

function unitsAt(a: Decimal, scale: number): bigint {
  return scale === a.scale ? a.units : a.units * powerOfTen(scale - a.scale)
}

function divideUnits(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor
  const rest = dividend % divisor
  if (rounding === 'cut' || 2n * withoutSign(rest) < withoutSign(divisor)) return quotient
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n
}

function withoutSign(units: bigint): bigint {
  return units < 0n ? -units : units
}

/** The small powers are needed for every ratio; making them anew each time would cost more than the division. */
const POWERS = Array.from({ length: 32 }, (_, exponent) => 10n ** BigInt(exponent))

/** 10 to the power of a whole number from 0 on. */
export function powerOfTen(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent)
}
