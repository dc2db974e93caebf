/** What the stored content of one cell means: its type, the text a person sees, its value. */
import type { SheetCell } from '../../shared/sheet.ts'
import { legible } from './legacy/legible.ts'
import type { RichText } from './richText.ts'
import { canonical, parseStored } from './storedNumber.ts'
import type { Style } from './styles.ts'
import { decodeText } from './text.ts'

export type CellContent = Pick<SheetCell, 'type' | 'text' | 'value' | 'digitsHidden' | 'converted'>

export const NOTHING: CellContent = { type: 'text', text: '' }

export function textContent(rich: RichText, style: Style): CellContent {
  const { text, converted } = legible(rich, style.legacy)
  return { type: 'text', text: style.format.showText(text), ...(converted !== undefined && { converted }) }
}

/** Of `t="str"`, `"b"`, `"e"` and `"d"`, and of a number where `kind` is none of these. */
export function storedContent(
  kind: string | undefined,
  raw: string,
  style: Style,
  date1904: boolean,
): CellContent {
  switch (kind) {
    case 'str':
      return textContent({ text: decodeText(raw) }, style)
    case 'b':
      return { type: 'boolean', text: raw.trim() === '1' || raw.trim() === 'true' ? 'TRUE' : 'FALSE' }
    case 'e':
      return { type: 'error', text: decodeText(raw) }
    case 'd':
      return isoDateContent(raw, style, date1904)
    default:
      return numberContent(raw, style, date1904)
  }
}

/** Numbers that General shows as they are stored, but for the comma. */
const SHOWN_AS_STORED = /^(?:0|-?(?:[1-9][0-9]{0,9}(?:\.[0-9]{0,8}[1-9])?|0\.(?!000)[0-9]{0,8}[1-9]))$/

function numberContent(raw: string, style: Style, date1904: boolean): CellContent {
  if (style.format.general && raw.length <= 11 && SHOWN_AS_STORED.test(raw)) {
    return { type: 'number', text: raw.replace('.', ','), value: raw }
  }
  const number = parseStored(raw.trim())
  // What some programs write in place of a number ("NaN") stays readable.
  if (!number) return { type: 'text', text: decodeText(raw) }
  const shown = style.format.show(number, date1904)
  const canonicalValue = canonical(shown.value)
  // One string for both where they are the same.
  const value = canonicalValue === shown.text ? shown.text : canonicalValue
  const type = shown.isDate ? 'date' : 'number'
  return shown.digitsHidden
    ? { type, text: shown.text, value, digitsHidden: true }
    : { type, text: shown.text, value }
}

const ISO_DATE =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,3}))?)?)?/

/** Dates in ISO 8601 become the number that stands for them. */
function isoDateContent(raw: string, style: Style, date1904: boolean): CellContent {
  const match = ISO_DATE.exec(raw.trim())
  if (!match) return { type: 'text', text: decodeText(raw) }
  const field = (index: number): number => Number(match[index] ?? 0)
  const seconds = (field(4) * 60 + field(5)) * 60 + field(6)
  const milliseconds = seconds * 1000 + Number((match[7] ?? '').padEnd(3, '0'))
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const days = (Date.UTC(field(1), field(2) - 1, field(3)) - epoch) / DAY_MILLISECONDS
  if (days < 0) return { type: 'text', text: decodeText(raw) }
  const fraction = (BigInt(milliseconds) * FRACTION_SCALE) / BigInt(DAY_MILLISECONDS)
  return numberContent(`${String(days)}.${fraction.toString().padStart(15, '0')}`, style, date1904)
}

const DAY_MILLISECONDS = 86_400_000
const FRACTION_SCALE = 10n ** 15n
