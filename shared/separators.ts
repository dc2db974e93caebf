/**
 * What the dots, commas and spaces within one figure mean. Vietnamese tables write 2.225,4: a comma before the decimals,
 * dots between groups of three. The slips found in real reports ("24.16%", "1,234.5", "29.3354") are told apart from it.
 */
import type { DecimalText } from './model.ts'

export interface Digits {
  /** Absent where no reading is safe ("35, 27", "29.3354"). */
  readonly value?: DecimalText
  /** Another value the same digits may have been meant as ("3.700" meant as 3,7). */
  readonly other?: DecimalText
  /** Separated as Vietnamese tables do. */
  readonly customary: boolean
}

/** Matches the digits of one figure within a text, with whatever separators stand between them. */
export const DIGITS_PATTERN = String.raw`\d+(?: \d{3}(?![\d.]))*(?:[.,]\d+)*`

const GROUPED = /^[1-9]\d{0,2}(?:([. ])\d{3})(?:\1\d{3})*(?:,\d+)?$/
const PLAIN = /^\d+(?:,\d+)?$/
/** Four digits after a dot are no group, but a slip in one as likely as decimals ("29.3354" was meant as 29.335). */
const DOT_DECIMAL = /^0\.\d+$|^\d+\.\d{1,2}$/
const ENGLISH = /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$|^[1-9]\d{0,2}(?:,\d{3}){2,}$/

/** Reads the digits of one figure, without sign, unit or operator. */
export function readDigits(text: string): Digits {
  if (GROUPED.test(text)) {
    const value = canonical(text.replace(/[. ]/g, '').replace(',', '.'))
    const alone = /^\d+\.\d{3}$/.test(text)
    return alone ? { value, other: canonical(text), customary: true } : { value, customary: true }
  }
  if (PLAIN.test(text)) {
    const value = canonical(text.replace(',', '.'))
    const alone = /^[1-9]\d{0,2},\d{3}$/.test(text)
    return alone
      ? { value, other: canonical(text.replace(',', '')), customary: true }
      : { value, customary: true }
  }
  if (ENGLISH.test(text)) return { value: canonical(text.replaceAll(',', '')), customary: false }
  if (DOT_DECIMAL.test(text)) {
    return { value: canonical(text), other: canonical(text.replace('.', '')), customary: false }
  }
  const decimal = /^\d+\.\d+$/.test(text)
  return { other: canonical(decimal ? text : text.replace(/\D/g, '')), customary: false }
}

function canonical(decimal: string): DecimalText {
  const [whole = '', fraction = ''] = decimal.split('.')
  const digits = whole.replace(/^0+(?=\d)/, '')
  const decimals = fraction.replace(/0+$/, '')
  return decimals === '' ? digits : `${digits}.${decimals}`
}
