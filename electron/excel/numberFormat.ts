/**
 * Shows numbers and texts by a number format as Excel does under Vietnamese regional settings: decimal comma,
 * dots between thousands. Works on decimal digits throughout.
 */
import { formatDate } from './dateFormat.ts'
import { showDigits, showScientific, signedExponent, DECIMAL, type SectionText } from './digitFormat.ts'
import { literals, parseFormatCode, parseSection, type Condition, type Section } from './formatCode.ts'
import { showFraction } from './fractionFormat.ts'
import {
  isZero,
  magnitude,
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

/** Excel takes no longer codes; what is longer is damage. */
const MAX_CODE = 1_000

export function numberFormat(code: string): NumberFormat {
  const sections = parseFormatCode(code === '' || code.length > MAX_CODE ? 'General' : code)
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

/** Padding of the format ("_-@_-") is left out, the text's own white space is kept. */
function showText(text: string, { tokens }: Section): string {
  const at = tokens.findIndex((token) => token.kind === 'text')
  return literals(tokens.slice(0, at)).trimStart() + text + literals(tokens.slice(at + 1)).trimEnd()
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
  const shown = showSection(shifted(magnitude(value), -3 * section.thousands), section)
  const minus = withMinus && number.negative && !isZero(number) ? '-' : ''
  const text = shown.text === '' ? '' : minus + shown.text
  return { text: text.trim(), value, digitsHidden: shown.digitsHidden && !isZero(number), isDate: false }
}

interface Chosen {
  readonly section: Section
  /** The section is not reserved for negative numbers, so the sign has to be shown. */
  readonly withMinus: boolean
}

const GENERAL = parseSection('General')

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

/** `number` is positive and already scaled. */
function showSection(number: StoredNumber, section: Section): SectionText {
  switch (section.kind) {
    case 'number':
      return showDigits(number, section.digits)
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

/** Up to 11 characters as in a column that is wide enough: "0,333333333", "12345678901", "1,23457E+11". */
function showGeneral(number: StoredNumber): string {
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
