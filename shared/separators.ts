/**
 * What the dots, commas and spaces within one figure mean. Vietnamese tables write 2.225,4: a comma before the decimals,
 * dots between groups of three. The slips found in real reports ("24.16%", "1,234.5", "29.3354") are told apart from it.
 */
import type { DecimalText } from './model.ts'

export interface Digits {
  /** Absent where no reading is safe ("29.3354"). */
  readonly value?: DecimalText
  /** Every value the digits may have been meant as, one or two, the likelier first ("3.700": 3700, then 3,7). */
  readonly readings: readonly DecimalText[]
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
/** Groups of three and then fewer, behind a dot like the others ("2.225.4"). */
const LAST_DOT = /^([1-9]\d{0,2}(?:\.\d{3})+)\.(\d{1,2})$/

/** Reads the digits of one figure, without sign, unit or operator. */
export function readDigits(text: string): Digits {
  if (GROUPED.test(text)) {
    const value = canonical(text.replace(/[. ]/g, '').replace(',', '.'))
    return understood(value, /^\d+\.\d{3}$/.test(text) ? canonical(text) : undefined, true)
  }
  if (PLAIN.test(text)) {
    const value = canonical(text.replace(',', '.'))
    return understood(value, /^[1-9]\d{0,2},\d{3}$/.test(text) ? joined(text) : undefined, true)
  }
  if (ENGLISH.test(text)) {
    const strayDot = /^\d+,\d+\.\d+$/.test(text)
      ? canonical(text.replace('.', '').replace(',', '.'))
      : undefined
    return understood(canonical(text.replaceAll(',', '')), strayDot, false)
  }
  if (DOT_DECIMAL.test(text)) {
    return understood(canonical(text), text.startsWith('0') ? undefined : joined(text), false)
  }
  const [, groups, decimals] = LAST_DOT.exec(text) ?? []
  if (groups !== undefined && decimals !== undefined) {
    return {
      readings: [canonical(`${groups.replaceAll('.', '')}.${decimals}`), joined(text)],
      customary: false,
    }
  }
  const decimal = /^\d+\.\d+$/.test(text) ? [canonical(text)] : []
  return { readings: [...decimal, joined(text)], customary: false }
}

function understood(value: DecimalText, other: DecimalText | undefined, customary: boolean): Digits {
  return { value, readings: other === undefined ? [value] : [value, other], customary }
}

/** The digits as one whole number. */
function joined(text: string): DecimalText {
  return canonical(text.replace(/\D/g, ''))
}

function canonical(decimal: string): DecimalText {
  const [whole = '', fraction = ''] = decimal.split('.')
  const digits = whole.replace(/^0+(?=\d)/, '')
  const decimals = fraction.replace(/0+$/, '')
  return decimals === '' ? digits : `${digits}.${decimals}`
}
