/**
 * Shows numbers and texts by a number format as Excel does under Vietnamese regional settings: decimal comma,
 * dots between thousands. Works on decimal digits throughout.
 */
import { formatDate } from './dateFormat.ts'
import { parseFormatCode, type Condition, type Section, type Token } from './formatCode.ts'
import {
  canonical,
  isZero,
  parseStored,
  parts,
  roundDecimals,
  roundSignificant,
  shifted,
  type StoredNumber,
} from './storedNumber.ts'

export interface NumberFormat {
  /** For numbers: "General" and nothing else, by far the most frequent. */
  readonly general: boolean
  show(number: StoredNumber, date1904: boolean): Shown
  showText(text: string): string
}

export interface Shown {
  readonly text: string
  /** Times 100 for each per-cent sign shown. */
  readonly value: StoredNumber
  /** The text has fewer digits than the value. */
  readonly digitsHidden: boolean
  readonly isDate: boolean
}

const DECIMAL = ','
const GROUP = '.'

export function numberFormat(code: string): NumberFormat {
  const sections = parseFormatCode(code)
  const last = sections.at(-1)
  const textSection = last?.tokens.some((token) => token.kind === 'text') ? last : undefined
  const numeric = textSection && sections.length > 1 ? sections.slice(0, -1) : sections.slice(0, 3)
  const only = sections[0]
  return {
    general: sections.length === 1 && only?.kind === 'general' && only.tokens.length === 1,
    show: (number, date1904) => showNumber(number, numeric, date1904),
    showText: (text) => (textSection ? showText(text, textSection) : text),
  }
}

function showText(text: string, section: Section): string {
  return section.tokens
    .map((token) => (token.kind === 'text' ? text : token.kind === 'literal' ? token.text : ''))
    .join('')
    .trim()
}

function showNumber(number: StoredNumber, sections: readonly Section[], date1904: boolean): Shown {
  const { section, withMinus } = sectionFor(number, sections)
  if (section.kind === 'date') {
    const text = formatDate(number, section, date1904)
    return {
      text: text ?? showGeneral(number),
      value: number,
      digitsHidden: false,
      isDate: text !== undefined,
    }
  }
  const value = shifted(number, 2 * section.percents)
  const shown = showSection(shifted({ ...value, negative: false }, -3 * section.thousands), section)
  const minus = withMinus && number.negative && !isZero(number) ? '-' : ''
  const text = shown.text === '' ? '' : minus + shown.text
  return { text: text.trim(), value, digitsHidden: shown.digitsHidden && !isZero(number), isDate: false }
}

interface Chosen {
  readonly section: Section
  /** The section is not reserved for negative numbers, so the sign has to be shown. */
  readonly withMinus: boolean
}

const GENERAL: Section = {
  kind: 'general',
  tokens: [{ kind: 'general' }],
  grouped: false,
  thousands: 0,
  percents: 0,
  english: false,
}

function sectionFor(number: StoredNumber, sections: readonly Section[]): Chosen {
  const [first = GENERAL, second, third] = sections
  if (!second && !first.condition) return { section: first, withMinus: true }
  if (first.condition || second?.condition) return conditionalSection(number, first, second, third)
  if (isZero(number)) return { section: third ?? first, withMinus: false }
  return number.negative && second
    ? { section: second, withMinus: false }
    : { section: first, withMinus: false }
}

/** Without a condition of its own the first section is for positive, the second for negative numbers. */
function conditionalSection(
  number: StoredNumber,
  first: Section,
  second: Section | undefined,
  third: Section | undefined,
): Chosen {
  const chosen = (section: Section, condition: Condition | undefined): Chosen => ({
    section,
    withMinus: !(condition?.operator.startsWith('<') && Number(condition.value) <= 0),
  })
  const firstCondition = first.condition ?? { operator: '>', value: '0' }
  if (holds(number, firstCondition)) return chosen(first, firstCondition)
  if (!second) return chosen(GENERAL, undefined)
  const secondCondition = second.condition ?? (third ? { operator: '<', value: '0' } : undefined)
  if (!secondCondition || holds(number, secondCondition)) return chosen(second, secondCondition)
  return chosen(third ?? GENERAL, undefined)
}

function holds(number: StoredNumber, { operator, value }: Condition): boolean {
  const bound = parseStored(value)
  const order = bound ? compare(number, bound) : 0
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '=':
      return order === 0
    case '<>':
      return order !== 0
  }
}

function compare(a: StoredNumber, b: StoredNumber): number {
  const signOf = (number: StoredNumber): number => (isZero(number) ? 0 : number.negative ? -1 : 1)
  const sign = signOf(a)
  if (sign !== signOf(b) || sign === 0) return sign - signOf(b)
  if (a.point !== b.point) return (a.point - b.point) * sign
  return (a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0) * sign
}

interface SectionText {
  readonly text: string
  readonly digitsHidden: boolean
}

/** `number` is positive and already scaled. */
function showSection(number: StoredNumber, section: Section): SectionText {
  switch (section.kind) {
    case 'number':
      return showDigits(number, section)
    case 'scientific':
      return showScientific(number, section)
    case 'fraction':
      return showFraction(number, section)
    case 'literal':
      return { text: literals(section.tokens), digitsHidden: true }
    default: {
      const general = showGeneral(number)
      const text = section.tokens
        .map((token) =>
          token.kind === 'general' || token.kind === 'text'
            ? general
            : token.kind === 'literal'
              ? token.text
              : '',
        )
        .join('')
      return { text, digitsHidden: general.includes('E') && number.digits.length > 6 }
    }
  }
}

function literals(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'literal' ? token.text : '')).join('')
}

function showDigits(number: StoredNumber, section: Section): SectionText {
  const { tokens } = section
  const point = tokens.findIndex((token) => token.kind === 'point')
  const before = point < 0 ? tokens : tokens.slice(0, point)
  const after = point < 0 ? [] : tokens.slice(point + 1)
  const rounded = roundDecimals(number, countDigits(after))
  const { whole, fraction } = parts(rounded)
  const fractionText = showAfterPoint(after, fraction)
  const text =
    showBeforePoint(before, whole, section.grouped) +
    // Excel leaves the comma of "#,##0.##" standing after a whole number; nobody writes it so.
    (/^[0-9]/.test(fractionText) ? DECIMAL : '') +
    fractionText
  return { text, digitsHidden: rounded.digits !== number.digits }
}

function countDigits(tokens: readonly Token[]): number {
  return tokens.reduce((count, token) => count + (token.kind === 'digit' ? 1 : 0), 0)
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
    text += digits.charAt(index)
    if (place > 1 && (place - 1) % 3 === 0 && digits.charAt(index) !== ' ') text += GROUP
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

/** Up to 11 characters as in a column that is wide enough: "0,333333333", "12345678901", "1,23457E+11". */
export function showGeneral(number: StoredNumber): string {
  const sign = number.negative && !isZero(number) ? '-' : ''
  const fixed = generalFixed(number)
  if (fixed !== undefined) return sign + fixed
  // Five or six digits fit beside an exponent of three or two.
  const exponentOf = (rounded: StoredNumber): number => rounded.point - 1
  const six = roundSignificant(number, 6)
  const rounded = Math.abs(exponentOf(six)) > 99 ? roundSignificant(number, 5) : six
  const head = rounded.digits.slice(0, 1)
  const tail = rounded.digits.slice(1)
  return `${sign}${head}${tail === '' ? '' : DECIMAL + tail}E${signedExponent(exponentOf(rounded), 2, true)}`
}

function generalFixed(number: StoredNumber): string | undefined {
  if (isZero(number)) return '0'
  if (number.point > 11 || roundSignificant(number, 6).point < -3) return undefined
  const rounded = roundDecimals(number, Math.min(9, Math.max(0, 10 - Math.max(number.point, 1))))
  if (rounded.point > 11) return undefined
  const { whole, fraction } = parts(rounded)
  return (whole || '0') + (fraction === '' ? '' : DECIMAL + fraction)
}

function signedExponent(exponent: number, digits: number, plus: boolean): string {
  const sign = exponent < 0 ? '-' : plus ? '+' : ''
  return sign + String(Math.abs(exponent)).padStart(digits, '0')
}

function showScientific(number: StoredNumber, section: Section): SectionText {
  const at = section.tokens.findIndex((token) => token.kind === 'exponent')
  const mark = section.tokens[at]
  const mantissa = section.tokens.slice(0, at)
  const rest = section.tokens.slice(at + 1)
  const point = mantissa.findIndex((token) => token.kind === 'point')
  // "##0.0E+0" moves the exponent in steps of as many places as stand before the point.
  const step = Math.max(1, countDigits(point < 0 ? mantissa : mantissa.slice(0, point)))
  const decimals = point < 0 ? 0 : countDigits(mantissa.slice(point))
  const exponentFor = (candidate: StoredNumber): number =>
    isZero(candidate) ? 0 : Math.floor((candidate.point - 1) / step) * step
  const first = exponentFor(number)
  const exponent = first + exponentFor(roundDecimals(shifted(number, -first), decimals))
  const scaled = shifted(number, -exponent)
  const { text, digitsHidden } = showDigits(scaled, { ...section, tokens: mantissa, grouped: false })
  const plus = mark?.kind === 'exponent' && mark.plus
  return {
    text: `${text}E${signedExponent(exponent, countDigits(rest), plus)}${literals(rest)}`,
    digitsHidden,
  }
}

function showFraction(number: StoredNumber, section: Section): SectionText {
  const { tokens } = section
  const slash = tokens.findIndex((token) => token.kind === 'slash')
  let numerator = slash
  while (tokens[numerator - 1]?.kind === 'digit') numerator--
  let end = slash + 1
  while (tokens[end]?.kind === 'digit' || isNumeral(tokens[end])) end++
  const mixed = countDigits(tokens.slice(0, numerator)) > 0
  const denominators = tokens.slice(slash + 1, end)
  const fixed = Number(denominators.map((token) => (token.kind === 'literal' ? token.text : '')).join(''))
  const largest = 10 ** Math.min(denominators.length, 4) - 1

  const { whole, fraction } = parts(number)
  const scale = 10n ** BigInt(fraction.length)
  const exact = BigInt(mixed ? `0${fraction}` : `0${whole}${fraction}`)
  const best = fixed > 0 ? nearest(exact, scale, BigInt(fixed)) : simplest(exact, scale, largest)
  const carried = mixed && best.part === best.of ? 1n : 0n
  const units = mixed ? BigInt(`0${whole}`) + carried : 0n
  const part = best.part - carried * best.of
  const pieces = [
    ...(units > 0n || (mixed && part === 0n) ? [units.toString()] : []),
    ...(part > 0n || !mixed ? [`${part.toString()}/${best.of.toString()}`] : []),
  ]
  const prefix = literals(
    tokens.slice(
      0,
      tokens.findIndex((token) => token.kind === 'digit'),
    ),
  )
  return {
    text: prefix + pieces.join(' ') + literals(tokens.slice(end)),
    digitsHidden: best.part * scale !== exact * best.of,
  }
}

function isNumeral(token: Token | undefined): boolean {
  return token?.kind === 'literal' && /^[0-9]$/.test(token.text)
}

interface Ratio {
  readonly part: bigint
  readonly of: bigint
}

/** `exact`/`scale` in parts of `of`, rounded half up. */
function nearest(exact: bigint, scale: bigint, of: bigint): Ratio {
  return { part: (exact * of * 2n + scale) / (scale * 2n), of }
}

/** The closest fraction with a denominator up to `largest`; the smallest denominator of equally close ones. */
function simplest(exact: bigint, scale: bigint, largest: number): Ratio {
  let best = nearest(exact, scale, 1n)
  let error = distance(best, exact, scale)
  for (let of = 2n; of <= BigInt(largest) && error > 0n; of++) {
    const candidate = nearest(exact, scale, of)
    const candidateError = distance(candidate, exact, scale)
    // Errors have the denominators as their scale: compare crosswise.
    if (candidateError * best.of < error * of) {
      best = candidate
      error = candidateError
    }
  }
  return best
}

function distance({ part, of }: Ratio, exact: bigint, scale: bigint): bigint {
  const difference = part * scale - exact * of
  return difference < 0n ? -difference : difference
}

/** The value as the model has it. */
export function valueOf(shown: Shown): string {
  return canonical(shown.value)
}
