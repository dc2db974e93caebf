/**
 * A number as a workbook stores it, worked on as decimal digits: never through a float, at the 15 significant
 * digits that Excel itself shows and compares.
 */
import type { DecimalText } from '../../shared/model.ts'

const SIGNIFICANT = 15
const ZERO = 48
const FIVE = 53
const NINE = 57
/** Doubles end at 1.8E308; a bigger exponent is no number that Excel wrote. */
const MAX_EXPONENT = 400

export interface StoredNumber {
  readonly negative: boolean
  /** Without leading and trailing zeros; "" is zero. */
  readonly digits: string
  /** Where the decimal point stands in `digits`: the value is 0.digits × 10^point. */
  readonly point: number
}

/** By far the most numbers: no sign, no leading zero, no exponent. Taken apart without a match to allocate. */
const PLAIN = /^[1-9][0-9]*(?:\.[0-9]+)?$/
const PATTERN = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,9}))?$/

/** Undefined when the text is no number. */
export function parseStored(raw: string): StoredNumber | undefined {
  if (raw.length <= MAX_EXPONENT && PLAIN.test(raw)) {
    const dot = raw.indexOf('.')
    return dot < 0
      ? stored(false, raw, raw.length)
      : stored(false, raw.slice(0, dot) + raw.slice(dot + 1), dot)
  }
  const match = PATTERN.exec(raw)
  if (!match) return undefined
  const sign = match[1]
  const whole = match[2] ?? ''
  const fraction = match[3] ?? ''
  const exponent = match[4] === undefined ? 0 : Number(match[4])
  if (whole === '' && fraction === '') return undefined
  if (Math.abs(exponent) > MAX_EXPONENT || raw.length > MAX_EXPONENT) return undefined
  const all = whole + fraction
  const digits = all.startsWith('0') ? all.replace(/^0+/, '') : all
  const point = whole.length + exponent - (all.length - digits.length)
  return stored(sign === '-', digits, point)
}

/** `digits` may end in zeros, and be more than are significant. */
function stored(negative: boolean, digits: string, point: number): StoredNumber {
  return roundSignificant(trimmed(negative, digits, point), SIGNIFICANT)
}

/** The canonical decimal: "-0.05", "163248704", "0". */
export function canonical(number: StoredNumber): DecimalText {
  const { digits, point } = number
  if (digits === '') return '0'
  const sign = number.negative ? '-' : ''
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length)
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** Moves the decimal point: times 10 to the power of `places`. */
export function shifted(number: StoredNumber, places: number): StoredNumber {
  return places === 0 ? number : { ...number, point: number.point + places }
}

/** Without its sign. */
export function magnitude(number: StoredNumber): StoredNumber {
  return number.negative ? { ...number, negative: false } : number
}

/** Half away from zero, as Excel rounds what it shows, to `decimals` places after the point. */
export function roundDecimals(number: StoredNumber, decimals: number): StoredNumber {
  return roundSignificant(number, number.point + decimals)
}

/** Keeps the first `kept` digits; 0 keeps none but may round up to one, fewer than 0 leaves zero. */
export function roundSignificant(number: StoredNumber, kept: number): StoredNumber {
  const { negative, digits, point } = number
  if (kept >= digits.length) return number
  if (kept < 0) return { negative, digits: '', point: 0 }
  const isUp = digits.charCodeAt(kept) >= FIVE
  return isUp ? raised(number, kept) : trimmed(negative, digits.slice(0, kept), point)
}

/** One up in the last of the first `kept` digits; nines become zeros, which are left out. */
function raised({ negative, digits, point }: StoredNumber, kept: number): StoredNumber {
  let end = kept
  while (end > 0 && digits.charCodeAt(end - 1) === NINE) end--
  if (end === 0) return { negative, digits: '1', point: point + 1 }
  const last = String.fromCharCode(digits.charCodeAt(end - 1) + 1)
  return { negative, digits: digits.slice(0, end - 1) + last, point }
}

function trimmed(negative: boolean, digits: string, point: number): StoredNumber {
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === ZERO) end--
  return end === 0 ? { negative, digits: '', point: 0 } : { negative, digits: digits.slice(0, end), point }
}

export function isZero(number: StoredNumber): boolean {
  return number.digits === ''
}

/** The digits before the point, "" for a number below 1, and those after it, without trailing zeros. */
export function parts(number: StoredNumber): { readonly whole: string; readonly fraction: string } {
  const { digits, point } = number
  if (digits === '') return { whole: '', fraction: '' }
  if (point <= 0) return { whole: '', fraction: '0'.repeat(-point) + digits }
  if (point >= digits.length) return { whole: digits + '0'.repeat(point - digits.length), fraction: '' }
  return { whole: digits.slice(0, point), fraction: digits.slice(point) }
}
