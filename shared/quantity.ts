/**
 * Text to quantity and back: 2.225,4 · >90 · ≥ 99 · 0,3-0,45‰ · 21/34 · 18,6 ha · giảm 935 hộ. What could mean several
 * figures at once is left as text, and so is a figure of which no reading is safe: a wrong figure is worse than none.
 */
import { parseDecimal, compare } from './decimal.ts'
import { areEqual } from './equal.ts'
import type { DecimalText, Operator, Quantity } from './model.ts'
import { frame, type Framed } from './quantityWords.ts'
import { DIGITS_PATTERN, readDigits } from './separators.ts'
import { folded, normalText } from './text.ts'

const MOST_UNIT_WORDS = 4

/** A unit with one of these words says more than a unit: a comparison, a negation, a second statement. */
const NOT_IN_UNITS = new Set(
  'so bằng vượt trong và hoặc hay đến tới trở nhưng không chưa tăng giảm còn kế hoạch kh'.split(' '),
)

const N = `(${DIGITS_PATTERN})`
/** %, %/năm, %KH; or words, of which "m2" has a digit and "bác sỹ/10.000 dân" a number. */
const UNIT = String.raw`([%‰](?: ?/ ?\p{L}+| ?(?:KH|NQ|DT|kế hoạch|nghị quyết|dự toán))?|[\p{L}µ](?:[\p{L}. ]|(?<=(?<!\p{L})[kcd]?m)[23²³]|/(?: ?10{0,2}\.?000(?!\d))?)*%?)?`
const SINGLE = new RegExp(`^([-+])? ?${N} ?${UNIT}$`, 'u')
const RANGE = new RegExp(`^${N} ?${UNIT} ?(?:-|÷|~|đến|tới) ?${N} ?${UNIT}$`, 'u')
const FRACTION = new RegExp(`^${N} ?/ ?${N} ?${UNIT}$`, 'u')

/** How the digits of one figure are read; undefined where they cannot be. */
type ReadFigure = (digits: string) => DecimalText | undefined

/** What a text means as a figure; undefined where it is not one, or not surely one. Any spelling of Unicode will do. */
export function parseQuantity(text: string): Quantity | undefined {
  return parse(readable(text), (digits) => readDigits(digits).value)
}

/**
 * Every quantity that the text may mean by its dots and commas, the likelier first: "≥ 6.969 ha" is at least 6969 ha, or
 * 6,969 ha. One where there is no doubt; none where the text is no figure.
 */
export function readings(text: string): readonly Quantity[] {
  const closed = closedUp(readable(text))
  const found: Quantity[] = []
  for (const choice of [0, 1]) {
    const quantity = parse(closed, (digits) => {
      const each = readDigits(digits).readings
      return each[choice] ?? each[0]
    })
    if (quantity !== undefined && !found.some((other) => areEqual(other, quantity))) found.push(quantity)
  }
  return found
}

/** Whether all figures in the text are separated as Vietnamese tables do. */
export function isCustomary(text: string): boolean {
  const plain = readable(text)
  const figures = plain.match(new RegExp(DIGITS_PATTERN, 'g')) ?? []
  return closedUp(plain) === plain && figures.every((digits) => readDigits(digits).customary)
}

/** The figure as Vietnamese tables write it: "2225.4" → "2.225,4". */
export function formatFigure(value: DecimalText): string {
  const [whole = '', fraction] = value.split('.')
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, '.')
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

const SIGNS: Readonly<Record<Operator, string>> = {
  '=': '',
  '>': '>',
  '>=': '≥',
  '<': '<',
  '<=': '≤',
  '~': 'khoảng ',
}

/** The quantity in full, such that `parseQuantity` gives it back: "giảm ≥5,5 ha(1)", "0,3-0,45‰". */
export function formatQuantity(quantity: Quantity): string {
  const { op, sense, unit, footnote = '' } = quantity
  const change = sense === undefined ? '' : sense === 'decrease' ? 'giảm ' : 'tăng '
  const measure = unit === undefined ? '' : /^[%‰]/.test(unit) ? unit : ` ${unit}`
  return `${change}${SIGNS[op]}${figures(quantity)}${measure}${footnote}`
}

function figures({ value, low, high, part, whole }: Quantity): string {
  if (low !== undefined && high !== undefined) return `${formatFigure(low)}-${formatFigure(high)}`
  if (part !== undefined && whole !== undefined) {
    const fraction = `${formatFigure(part)}/${formatFigure(whole)}`
    return isDate(fraction) ? fraction.replace('/', ' / ') : fraction
  }
  return value === undefined ? '' : formatFigure(value)
}

/** Full-width forms, the many dashes, invisible characters and what OCR leaves of formulas in plain form; single spaces. */
function readable(text: string): string {
  const plain = text.includes('\\%') ? text.replace(/^\$(.*)\$$/, '$1').replaceAll('\\%', '%') : text
  if (!/[^ -~]/.test(plain)) return normalText(plain)
  return normalText(
    plain
      .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/[\u02D7\u2010-\u2015\u2212\uFE58\uFE63]/g, '-')
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, ''),
  )
}

/** "35, 27" without the stray space. */
function closedUp(text: string): string {
  return text.replace(/(?<=\d[.,]) (?=\d)/g, '')
}

function parse(text: string, read: ReadFigure): Quantity | undefined {
  const framed = frame(text)
  if (framed === undefined) return undefined
  const quantity = parseRange(framed, read) ?? parseFraction(framed, read) ?? parseSingle(framed, read)
  if (quantity === undefined) return undefined
  const { sense, footnote } = framed
  return { ...quantity, ...(sense !== undefined && { sense }), ...(footnote !== undefined && { footnote }) }
}

function parseSingle({ core, op, from }: Framed, read: ReadFigure): Quantity | undefined {
  const match = SINGLE.exec(core)
  // "từ 5" alone leaves open up to where.
  if (match === null || (from && op === '=')) return undefined
  const [, sign, digits = '', unit] = match
  const value = read(digits)
  if (value === undefined || !isUnit(unit)) return undefined
  const signed = sign === '-' && value !== '0' ? `-${value}` : value
  return { op, value: signed, ...glued(unit) }
}

/** "0,3-0,45‰", "5% - 7%", "từ 2 đến 5 hồ sơ"; not "giảm từ 5 đến 3", not "2021-2025", not "7-2024". */
function parseRange({ core, op, from, sense }: Framed, read: ReadFigure): Quantity | undefined {
  const match = RANGE.exec(core)
  if (match === null || (op !== '=' && op !== '~') || (from && sense !== undefined)) return undefined
  const [, lowDigits = '', lowUnit, highDigits = '', unit] = match
  const low = read(lowDigits)
  const high = read(highDigits)
  if (low === undefined || high === undefined || !isUnit(unit)) return undefined
  if (unit === undefined && isYear(highDigits)) return undefined
  if (lowUnit !== undefined && folded(lowUnit) !== folded(unit ?? '')) return undefined
  if (compare(parseDecimal(low), parseDecimal(high)) >= 0) return undefined
  return { op, low, high, ...glued(unit) }
}

/** "21/34 trường", "105/104"; not the dates 31/5 and 7/2024, not the scale 1/2000. */
function parseFraction({ core, op, from }: Framed, read: ReadFigure): Quantity | undefined {
  const match = FRACTION.exec(core)
  if (match === null || from || isDate(core)) return undefined
  const [, partDigits = '', wholeDigits = '', unit] = match
  const part = read(partDigits)
  const whole = read(wholeDigits)
  if (part === undefined || whole === undefined || whole === '0' || !isUnit(unit)) return undefined
  return { op, value: part, part, whole, ...glued(unit) }
}

/** Day and month, or month and year, written as a fraction without a unit; spaces around the stroke tell a fraction. */
function isDate(text: string): boolean {
  const [, first = '', second = ''] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  if (isYear(second)) return Number(first) <= 12
  const isDay = /^\d\d?$/.test(first) && Number(first) <= 31 && /^\d\d?$/.test(second) && Number(second) <= 12
  return isDay && Number(first) > Number(second)
}

function isYear(digits: string): boolean {
  return /^(?:19|20|21)\d\d$/.test(digits)
}

function isUnit(unit: string | undefined): boolean {
  if (unit === undefined || /^[%‰]/.test(unit)) return true
  const words = folded(unit).split(/[ /]+/)
  if (words.length > MOST_UNIT_WORDS || words.some((word) => NOT_IN_UNITS.has(word))) return false
  return unit.length > 1 || 'mglđ'.includes(unit)
}

function glued(unit: string | undefined): { unit?: string } {
  return unit === undefined ? {} : { unit: unit.trim() }
}
