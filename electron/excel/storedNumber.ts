/**
 * A number as a workbook stores it, worked on as decimal digits: never through a float, at the 15 significant
 * digits that Excel itself shows and compares.
 */
import type { DecimalText } from '../../shared/model.ts'

const SIGNIFICANT = 15
/** Doubles end at 1.8E308; a bigger exponent is no number that Excel wrote. */
const MAX_EXPONENT = 400

export interface StoredNumber {
  readonly negative: boolean
  /** Without leading and trailing zeros; "" is zero. */
  readonly digits: string
  /** Where the decimal point stands in `digits`: the value is 0.digits × 10^point. */
  readonly point: number
}

const PATTERN = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,9}))?$/

/** Undefined when the text is no number. */
export function parseStored(raw: string): StoredNumber | undefined {
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
  return roundSignificant({ negative: sign === '-', digits, point }, SIGNIFICANT)
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
  if (kept >= digits.length) return trimmed(negative, digits, point)
  if (kept < 0) return { negative, digits: '', point: 0 }
  const up = digits.charCodeAt(kept) >= 53
  const head = digits.slice(0, kept)
  if (!up) return trimmed(negative, head, point)
  const raised = (BigInt(`0${head}`) + 1n).toString()
  return trimmed(negative, raised.padStart(kept, '0'), point + (raised.length > kept ? 1 : 0))
}

function trimmed(negative: boolean, digits: string, point: number): StoredNumber {
  let end = digits.length
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--
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
