/** Fills the digits of a positive number into the places of a format: "#,##0.00", "#\\ ##0.0", "0.00E+00". */
import { countDigits, literals, type DigitPlaces, type Section, type Token } from './formatCode.ts'
import { isZero, parts, roundDecimals, shifted, type StoredNumber } from './storedNumber.ts'

export const DECIMAL = ','
const GROUP = '.'

export interface SectionText {
  readonly text: string
  /** Rounding to the places of the format changed the number. */
  readonly digitsHidden: boolean
}

export function showDigits(number: StoredNumber, places: DigitPlaces): SectionText {
  const rounded = roundDecimals(number, places.decimals)
  const { whole, fraction } = parts(rounded)
  const text = places.plain
    ? showPlainly(whole, fraction, places, places.plain)
    : showByPlaces(whole, fraction, places)
  return { text, digitsHidden: rounded.digits !== number.digits }
}

function showPlainly(
  whole: string,
  fraction: string,
  places: DigitPlaces,
  { prefix, suffix, leastWhole, leastFraction }: NonNullable<DigitPlaces['plain']>,
): string {
  const padded = whole.padStart(leastWhole, '0')
  const shownWhole = places.grouped && padded.length > 3 ? withGroups(padded, 1) : padded
  const shownFraction = fraction.padEnd(leastFraction, '0')
  return prefix + shownWhole + (shownFraction === '' ? '' : DECIMAL + shownFraction) + suffix
}

/** Excel leaves the comma of "#,##0.##" standing after a whole number; nobody writes it so, nor does this. */
function showByPlaces(whole: string, fraction: string, places: DigitPlaces): string {
  const before = showBeforePoint(places.before, whole, places.grouped)
  const after = showAfterPoint(places.after, fraction)
  return before + (/^[0-9]/.test(after) ? DECIMAL : '') + after
}

/** Fills the places from the right; the leftmost takes all digits that are left. */
function showBeforePoint(tokens: readonly Token[], whole: string, grouped: boolean): string {
  const places = countDigits(tokens)
  if (places === 0) return literals(tokens) + whole
  let place = places
  let text = ''
  for (const token of tokens) {
    if (token.kind === 'literal') text += token.text
    if (token.kind !== 'digit') continue
    const leftmost = place === places
    const end = whole.length - place + 1
    const digits = end <= 0 ? '' : whole.slice(leftmost ? 0 : end - 1, end)
    const shown = digits === '' ? placeholder(token.fill) : digits
    text += grouped ? withGroups(shown, place) : shown
    place--
  }
  return text
}

/** `lowest` is the place, counted from 1 at the right, of the last digit. */
function withGroups(digits: string, lowest: number): string {
  let text = ''
  for (let index = 0; index < digits.length; index++) {
    const place = lowest + digits.length - 1 - index
    const digit = digits.charAt(index)
    text += place > 1 && (place - 1) % 3 === 0 && digit !== ' ' ? digit + GROUP : digit
  }
  return text
}

function placeholder(fill: '0' | '#' | '?'): string {
  return fill === '0' ? '0' : fill === '?' ? ' ' : ''
}

function showAfterPoint(tokens: readonly Token[], fraction: string): string {
  let place = 0
  let text = ''
  for (const token of tokens) {
    if (token.kind === 'literal') text += token.text
    if (token.kind !== 'digit') continue
    text += fraction.charAt(place) || placeholder(token.fill)
    place++
  }
  return text
}

export function showScientific(number: StoredNumber, section: Section): SectionText {
  const { decimals, before } = section.digits
  // "##0.0E+0" moves the exponent in steps of as many places as stand before the point.
  const step = Math.max(1, countDigits(before))
  const exponentOf = (candidate: StoredNumber): number =>
    isZero(candidate) ? 0 : Math.floor((candidate.point - 1) / step) * step
  const first = exponentOf(number)
  const exponent = first + exponentOf(roundDecimals(shifted(number, -first), decimals))
  const { text, digitsHidden } = showDigits(shifted(number, -exponent), section.digits)
  const at = section.tokens.findIndex((token) => token.kind === 'exponent')
  const mark = section.tokens[at]
  const rest = section.tokens.slice(at + 1)
  const plus = mark?.kind === 'exponent' && mark.plus
  return {
    text: `${text}E${signedExponent(exponent, countDigits(rest), plus)}${literals(rest)}`,
    digitsHidden,
  }
}

export function signedExponent(exponent: number, digits: number, plus: boolean): string {
  const sign = exponent < 0 ? '-' : plus ? '+' : ''
  return sign + String(Math.abs(exponent)).padStart(digits, '0')
}
