/**
 * The number formats of OpenDocument, element by element, as format codes of Excel: so that one place shows numbers and
 * dates under Vietnamese settings, whatever the file they come from.
 */
import type { XmlElement } from '../xml.ts'

/** Elements that hold one format. */
export const FORMAT_ELEMENTS: ReadonlySet<string> = new Set([
  'number-style',
  'percentage-style',
  'currency-style',
  'date-style',
  'time-style',
  'boolean-style',
  'text-style',
])

interface Part {
  /** Excel's condition, "[>=0]". */
  readonly condition: string
  /** The format to take where the condition holds. */
  readonly format: string
}

/** One format while it is read. */
export class NumberStyle {
  private readonly kind: string
  private readonly truncates: boolean
  /** The parts of a date stand in the order of the reader's country. */
  private readonly inOrderOfCountry: boolean
  private code = ''
  /** Where in the code the digits of the number begin. */
  private digitsAt = 0
  /** Before which digit, counted from the point, a text within the number goes. */
  private embeddedAt = 0
  private readonly parts: Part[] = []

  constructor(element: XmlElement) {
    this.kind = element.name
    this.truncates = element.attribute('truncate-on-overflow') !== 'false'
    this.inOrderOfCountry = element.attribute('automatic-order') === 'true'
  }

  /** Takes an element inside the format; its text comes through `text`. */
  add(element: XmlElement): void {
    if (element.name === 'map') {
      const [, condition] =
        /^value\(\)\s*([<>=!]+\s*-?[0-9.]+)$/.exec(element.attribute('condition') ?? '') ?? []
      if (condition === undefined) return
      this.parts.push({
        condition: `[${condition.replace(/\s/g, '').replace('!=', '<>')}]`,
        format: element.attribute('apply-style-name') ?? '',
      })
    } else if (element.name === 'embedded-text') this.embeddedAt = count(element, 'position', 0)
    else {
      if (element.name === 'number') this.digitsAt = this.code.length
      this.code += this.codeOf(element)
    }
  }

  /** Literal text, and currency symbols. */
  text(text: string): void {
    if (text === '%' && this.kind === 'percentage-style') this.code += '%'
    else this.code += literal(text)
  }

  /** A text between the digits: the space of "1 234 567". */
  embedText(text: string): void {
    const [before, digits] = [this.code.slice(0, this.digitsAt), this.code.slice(this.digitsAt)]
    const [, whole = '', rest = ''] = /^([#0]*)([^]*)$/.exec(digits) ?? []
    const padded = whole.padStart(this.embeddedAt + 1, '#')
    const place = padded.length - this.embeddedAt
    this.code = before + padded.slice(0, place) + literal(text) + padded.slice(place) + rest
  }

  /** The code, with those of the formats it refers to, which refer no further. */
  toCode(codeOf: (format: string) => string | undefined): string {
    if (this.kind === 'boolean-style') return 'General'
    const own = this.ownCode
    if (this.parts.length === 0) return own
    const sections = this.parts.map(({ condition, format }) => ({
      condition,
      code: codeOf(format) ?? 'General',
    }))
    const signs = sections.map(({ condition }) => condition).join('')
    const codes = [...sections.map(({ code }) => code), own].join(';')
    // These are the sections of Excel without conditions: positive, negative, zero, text.
    if (signs === '[>=0]' || signs === '[>0][<0]' || signs === '[>0][<0][=0]') return codes
    return [...sections.map(({ condition, code }) => condition + code), own].join(';')
  }

  /** The code without what it refers to. */
  get ownCode(): string {
    return this.inOrderOfCountry && /^d+\W+m+\W+y+$|^m+\W+d+\W+y+$|^y+\W+m+\W+d+$/.test(this.code)
      ? 'dd/mm/yyyy'
      : this.code
  }

  private codeOf(element: XmlElement): string {
    const isLong = element.attribute('style') === 'long'
    switch (element.name) {
      case 'number':
        return digits(element)
      case 'scientific-number':
        return `${digits(element)}E+${'0'.repeat(count(element, 'min-exponent-digits', 2))}`
      case 'fraction':
        return fraction(element)
      case 'day':
        return isLong ? 'dd' : 'd'
      case 'month':
        return month(element.attribute('textual') === 'true', isLong)
      case 'year':
        return isLong ? 'yyyy' : 'yy'
      case 'day-of-week':
        return isLong ? 'dddd' : 'ddd'
      case 'hours':
        return this.elapsed(isLong ? 'hh' : 'h')
      case 'minutes':
        return this.code.includes('h') ? (isLong ? 'mm' : 'm') : this.elapsed(isLong ? 'mm' : 'm')
      case 'seconds': {
        const decimals = count(element, 'decimal-places', 0)
        return (isLong ? 'ss' : 's') + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '')
      }
      case 'am-pm':
        return 'AM/PM'
      case 'text-content':
        return '@'
      default:
        return ''
    }
  }

  /** Hours past the day are counted on in a format that says so. */
  private elapsed(letters: string): string {
    return this.kind === 'time-style' && !this.truncates ? `[${letters}]` : letters
  }
}

/** No format shows more places; what claims to is damage. */
const MOST_PLACES = 30

function count(element: XmlElement, name: string, absent: number): number {
  const value = Number(element.attribute(name) ?? absent)
  return Number.isInteger(value) && value >= 0 ? Math.min(value, MOST_PLACES) : absent
}

function literal(text: string): string {
  return text.replace(/[^]/gu, (character) => `\\${character}`)
}

function digits(element: XmlElement): string {
  const whole = count(element, 'min-integer-digits', 0)
  const isGrouped = element.attribute('grouping') === 'true'
  const factor = Math.round(Math.log10(Number(element.attribute('display-factor') ?? 1)) / 3)
  if (
    element.attribute('decimal-places') === undefined &&
    element.name === 'number' &&
    !isGrouped &&
    whole <= 1
  ) {
    return 'General'
  }
  const places = count(element, 'decimal-places', 0)
  // Formats of old had one sign for all decimals that may be left out.
  const least =
    element.attribute('decimal-replacement') === '' ? 0 : count(element, 'min-decimal-places', places)
  const before = isGrouped ? `#,##${'0'.repeat(whole) || '#'}` : '0'.repeat(whole) || '#'
  const after =
    places === 0 ? '' : `.${'0'.repeat(Math.min(least, places))}${'#'.repeat(Math.max(0, places - least))}`
  return before + after + ','.repeat(factor > 0 && factor < 5 ? factor : 0)
}

function fraction(element: XmlElement): string {
  const whole = element.attribute('min-integer-digits') === undefined ? '' : '# '
  const numerator = '?'.repeat(Math.max(1, count(element, 'min-numerator-digits', 1)))
  const fixed = element.attribute('denominator-value')
  const denominator =
    fixed !== undefined && /^[1-9][0-9]{0,6}$/.test(fixed)
      ? fixed
      : '?'.repeat(Math.max(1, count(element, 'min-denominator-digits', 1)))
  return `${whole}${numerator}/${denominator}`
}

function month(isTextual: boolean, isLong: boolean): string {
  if (isTextual) return isLong ? 'mmmm' : 'mmm'
  return isLong ? 'mm' : 'm'
}
