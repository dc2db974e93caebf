/**
 * Text to quantity and back: 2.225,4 · >90 · ≥ 99 · 0,3-0,45‰ · 21/34 · 18,6 ha · giảm 935 hộ. What could mean two
 * things, or several figures at once, is left as text: a wrong figure is worse than none.
 */
import { parseDecimal, compare } from './decimal.ts'
import type { DecimalText, Operator, Quantity } from './model.ts'
import { DIGITS_PATTERN, readDigits, type Digits } from './separators.ts'
import { folded, normalText } from './text.ts'

/** Longer texts are sentences. */
const LONGEST = 120
const MOST_UNIT_WORDS = 4

const OPENINGS: readonly (readonly [words: string, meaning: Operator | 'decrease' | 'increase' | 'from'])[] =
  [
    ['lớn hơn hoặc bằng', '>='],
    ['nhỏ hơn hoặc bằng', '<='],
    ['không thấp hơn', '>='],
    ['không dưới', '>='],
    ['không ít hơn', '>='],
    ['ít nhất', '>='],
    ['tối thiểu', '>='],
    ['không cao hơn', '<='],
    ['không vượt quá', '<='],
    ['không quá', '<='],
    ['không trên', '<='],
    ['tối đa', '<='],
    ['nhiều nhất', '<='],
    ['lớn hơn', '>'],
    ['cao hơn', '>'],
    ['trên', '>'],
    ['hơn', '>'],
    ['nhỏ hơn', '<'],
    ['thấp hơn', '<'],
    ['dưới', '<'],
    ['khoảng', '~'],
    ['xấp xỉ', '~'],
    ['gần', '~'],
    ['dự kiến', '='],
    ['dự ước', '='],
    ['ước', '='],
    ['đạt', '='],
    ['giảm', 'decrease'],
    ['tăng', 'increase'],
    ['từ', 'from'],
  ]

const SIGNS: Readonly<Record<string, Operator>> = {
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
  '⩾': '>=',
  '≧': '>=',
  '>': '>',
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  '⩽': '<=',
  '≦': '<=',
  '<': '<',
  '~': '~',
  '≈': '~',
}

/** A unit with one of these words says more than a unit: a comparison, a negation, a second statement. */
const NOT_IN_UNITS = new Set(
  'so bằng vượt trong và hoặc hay đến nhưng không chưa tăng giảm còn kế hoạch kh'.split(' '),
)

const N = `(${DIGITS_PATTERN})`
const UNIT = String.raw`([%‰](?: ?/ ?\p{L}+)?|(?:[\p{L}µ][\p{L}²³./ ]*(?:(?<=\bk?m)[23])?[\p{L}²³./ ]*)%?)?`
const SINGLE = new RegExp(`^([-+])? ?${N} ?${UNIT}$`, 'u')
const RANGE = new RegExp(`^${N} ?([%‰])? ?(?:-|÷|đến) ?${N} ?${UNIT}$`, 'u')
const FRACTION = new RegExp(`^${N} ?/ ?${N} ?${UNIT}$`, 'u')

interface Framed {
  readonly core: string
  readonly op: Operator
  readonly sense?: 'decrease' | 'increase'
  readonly from: boolean
}

/** What a text means as a figure; undefined where it is not one, or not surely one. Any spelling of Unicode will do. */
export function parseQuantity(text: string): Quantity | undefined {
  const framed = frame(readable(text))
  if (framed === undefined) return undefined
  const quantity = parseRange(framed) ?? parseFraction(framed) ?? parseSingle(framed)
  if (quantity === undefined) return undefined
  return framed.sense === undefined ? quantity : { ...quantity, sense: framed.sense }
}

/** The figure as Vietnamese tables write it: "2225.4" → "2.225,4". */
export function formatFigure(value: DecimalText): string {
  const [whole = '', fraction] = value.split('.')
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, '.')
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

/** Every run of digits in the text and how its separators can be read, for telling doubtful ones. */
export function readings(text: string): readonly (Digits & { readonly text: string })[] {
  const runs = readable(text).match(/\d+(?: \d{3}(?![\d.]))*(?:[.,] ?\d+)*/g) ?? []
  return runs.map((run) => {
    if (!/[.,] /.test(run)) return { text: run, ...readDigits(run) }
    const closed = readDigits(run.replace(/([.,]) /g, '$1'))
    return { text: run, customary: false, ...(closed.value !== undefined && { other: closed.value }) }
  })
}

/** Full-width forms, the many dashes and invisible characters in their plain form; single spaces. */
function readable(text: string): string {
  if (!/[^ -~]/.test(text)) return normalText(text)
  return normalText(
    text
      .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\u200B-\u200F\u2060\uFEFF]/g, ''),
  )
}

/** Takes off what stands around the figure: "ít nhất từ 05 hội viên trở lên" → "05 hội viên", ">=". */
function frame(text: string): Framed | undefined {
  if (text.length > LONGEST) return undefined
  let core = text
  let op: Operator = '='
  let sense: Framed['sense']
  let from = false
  /** False where two words contradict each other ("trên … trở lên"). */
  const bound = (found: Operator): boolean => {
    if (op !== '=' && found !== '=' && op !== found) return false
    if (found !== '=') op = found
    return true
  }

  for (let opening = openingOf(core); opening !== undefined; opening = openingOf(core)) {
    core = opening.rest
    if (opening.meaning === 'from') from = true
    else if (opening.meaning === 'decrease' || opening.meaning === 'increase') {
      if (sense !== undefined) return undefined
      sense = opening.meaning
    } else if (!bound(opening.meaning)) return undefined
  }
  const closing = / ?trở (lên|xuống)$/iu.exec(core)
  if (closing !== null) {
    core = core.slice(0, closing.index)
    if (!bound(closing[1]?.toLowerCase() === 'lên' ? '>=' : '<=')) return undefined
  }
  return { core, op, from, ...(sense !== undefined && { sense }) }
}

function openingOf(text: string): { rest: string; meaning: (typeof OPENINGS)[number][1] } | undefined {
  const sign = /^(?:[<>]=|=[<>]|[<>≥≤⩾⩽≧≦~≈]) ?/.exec(text)?.[0]
  const meant = sign === undefined ? undefined : SIGNS[sign.trim()]
  if (sign !== undefined && meant !== undefined) return { rest: text.slice(sign.length), meaning: meant }
  if (/^[-+\d]/.test(text)) return undefined
  const lower = text.toLowerCase()
  for (const [words, meaning] of OPENINGS) {
    if (lower.startsWith(words) && /^[ \d<>≥≤~≈]/.test(lower.slice(words.length))) {
      return { rest: text.slice(words.length).trimStart(), meaning }
    }
  }
  return undefined
}

function parseSingle({ core, op, from }: Framed): Quantity | undefined {
  const match = SINGLE.exec(core)
  // "từ 5" alone leaves open up to where.
  if (match === null || (from && op === '=')) return undefined
  const [, sign, digits = '', unit] = match
  const value = readDigits(digits).value
  if (value === undefined || !isUnit(unit)) return undefined
  const signed = sign === '-' && value !== '0' ? `-${value}` : value
  return { op, value: signed, ...glued(unit) }
}

/** "0,3-0,45‰", "từ 2 đến 5 hồ sơ"; not "giảm từ 5 đến 3", not "2021-2025", not "7-2024". */
function parseRange({ core, op, from, sense }: Framed): Quantity | undefined {
  const match = RANGE.exec(core)
  if (match === null || (op !== '=' && op !== '~') || (from && sense !== undefined)) return undefined
  const [, lowDigits = '', lowPercent, highDigits = '', unit] = match
  const low = readDigits(lowDigits).value
  const high = readDigits(highDigits).value
  if (low === undefined || high === undefined || !isUnit(unit) || isYear(highDigits)) return undefined
  if (lowPercent !== undefined && unit?.startsWith(lowPercent) !== true) return undefined
  if (compare(parseDecimal(low), parseDecimal(high)) >= 0) return undefined
  return { op, low, high, ...glued(unit) }
}

/** "21/34 trường", "105/104"; not the dates 31/5 and 7/2024, not the scale 1/2000. */
function parseFraction({ core, op, from }: Framed): Quantity | undefined {
  const match = FRACTION.exec(core)
  if (match === null || from) return undefined
  const [, partDigits = '', wholeDigits = '', unit] = match
  const part = readDigits(partDigits).value
  const whole = readDigits(wholeDigits).value
  if (part === undefined || whole === undefined || whole === '0' || !isUnit(unit)) return undefined
  if (isYear(wholeDigits) && Number(part) <= 12) return undefined
  const moreThanWhole = compare(parseDecimal(part), parseDecimal(whole)) > 0
  if (moreThanWhole && Number(part) <= 31 && Number(whole) <= 12) return undefined
  return { op, value: part, part, whole, ...glued(unit) }
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
