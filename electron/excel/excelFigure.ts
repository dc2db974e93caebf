/** A shown figure as a number of a sheet with the format that shows it just so: "02" is 2 under `00`. */
import { compare, divide, formatDecimal, HUNDRED, parseDecimal, type Decimal } from '../../shared/decimal.ts'
import type { DecimalText } from '../../shared/model.ts'

export interface ExcelFigure {
  readonly value: number
  readonly format: string
}

/** -1.234,50% in its parts; grouped by dots in threes or not grouped at all. */
const PLAIN_FIGURE = /^(-?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?(%?)$/

/** A sheet's number keeps no more. */
const MOST_DIGITS = 15

const ONE: Decimal = { units: 1n, scale: 0 }

/**
 * The number and its format, or undefined where only text shows the same: ">90", "18,6 ha", "1478.5", more than 15
 * digits. `value` is what the text is known to mean; it may have more digits than are shown (then it is the number, and
 * the format hides the rest), but where it says something else the text stays text.
 */
export function excelFigure(text: string, value?: DecimalText): ExcelFigure | undefined {
  const parts = PLAIN_FIGURE.exec(text)
  if (parts === null) return undefined
  const [, sign = '', whole = '', fraction = '', percent = ''] = parts
  const shown = parseDecimal(canonical(`${sign}${whole.replaceAll('.', '')}`, fraction))
  const meant = value === undefined ? shown : parseDecimal(value)
  const rounded = divide(meant, ONE, fraction.length)
  if (compare(rounded, shown) !== 0 || digits(meant) > MOST_DIGITS) return undefined
  if (sign !== '' && shown.units === 0n) return undefined
  const exact = percent === '' ? meant : divide(meant, HUNDRED, meant.scale + 2)
  return { value: Number(formatDecimal(exact)), format: formatOf(whole, fraction.length) + percent }
}

function formatOf(whole: string, decimals: number): string {
  const zeros = whole.startsWith('0') ? '0'.repeat(whole.length) : '0'
  return (whole.includes('.') ? '#,##0' : zeros) + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '')
}

function canonical(whole: string, fraction: string): DecimalText {
  return fraction === '' ? whole : `${whole}.${fraction}`
}

function digits({ units }: Decimal): number {
  return (units < 0n ? -units : units).toString().length
}
