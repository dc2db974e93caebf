/** Fractions of whole numbers and their rounding, written without the program's decimals: what these are judged against. */
import fc from 'fast-check'

/** A whole number of units of 10^-scale, as a canonical decimal and as the fraction `units` / 10^`scale`. */
export interface Figure {
  readonly units: bigint
  readonly scale: number
  readonly value: string
}

export function figures(least: bigint, most: bigint): fc.Arbitrary<Figure> {
  return fc
    .tuple(fc.oneof(fc.bigInt({ min: least, max: 50n }), fc.bigInt({ min: least, max: most })), fc.nat(4))
    .map(([units, scale]) => ({ units, scale, value: canonical(units, scale) }))
}

export function tenTo(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

/** `numerator` / `denominator` half away from zero, as a canonical decimal. */
export function rounded(numerator: bigint, denominator: bigint, digits: number): string {
  const negative = numerator < 0n !== denominator < 0n
  const above = absolute(numerator) * tenTo(digits)
  const below = absolute(denominator)
  const units = (2n * above + below) / (2n * below)
  return canonical(negative ? -units : units, digits)
}

export function canonical(units: bigint, scale: number): string {
  const digits = String(absolute(units)).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const decimals = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}
