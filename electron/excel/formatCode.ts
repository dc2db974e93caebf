/** Parses the code of a number format ("#,##0.00;[Red]-#,##0.00;;@") into sections of tokens. */

export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  /** A place for a digit: "0" shows zeros, "?" a space, "#" nothing where there is no digit. */
  | { readonly kind: 'digit'; readonly fill: '0' | '#' | '?' }
  | { readonly kind: 'point' }
  | { readonly kind: 'exponent'; readonly plus: boolean }
  | { readonly kind: 'slash' }
  | { readonly kind: 'general' }
  /** "@": the text itself. */
  | { readonly kind: 'text' }
  /** Letters of a date or time ("dd", "mmmm", "AM/PM"); minutes are "n" to tell them from months. */
  | { readonly kind: 'date'; readonly letters: string }
  /** Hours, minutes or seconds counted on past the day: "[h]", "[mm]". */
  | { readonly kind: 'elapsed'; readonly letters: string }

export interface Condition {
  readonly operator: '<' | '<=' | '>' | '>=' | '=' | '<>'
  readonly value: string
}

export interface Section {
  readonly kind: 'number' | 'scientific' | 'fraction' | 'general' | 'date' | 'text' | 'literal'
  readonly tokens: readonly Token[]
  readonly condition?: Condition
  readonly digits: DigitPlaces
  /** How many commas divide by a thousand, how many signs multiply by a hundred. */
  readonly thousands: number
  readonly percents: number
  /** Names of days and months are English where the code asks for an English locale. */
  readonly english: boolean
  /** The system's long date or time ("[$-F800]", "[$-F400]") in place of the tokens. */
  readonly system?: 'date' | 'time'
}

/** The places for digits before and after the point, of a mantissa those before the exponent. */
export interface DigitPlaces {
  readonly before: readonly Token[]
  readonly after: readonly Token[]
  readonly decimals: number
  readonly grouped: boolean
  /** Where nothing stands between the digits, which is nearly always: what to put around and how far to pad. */
  readonly plain?: {
    readonly prefix: string
    readonly suffix: string
    readonly leastWhole: number
    readonly leastFraction: number
  }
}

/** Sections in the order of the code. Codes that make no sense give literal text, never an error. */
export function parseFormatCode(code: string): readonly Section[] {
  return splitSections(code).map(parseSection)
}

function splitSections(code: string): string[] {
  return (code.match(/(?:"[^"]*(?:"|$)|\\[^]|[_*][^]|\[[^\]]*(?:\]|$)|[^;])+|;/g) ?? ['']).reduce<string[]>(
    (sections, piece) => {
      if (piece === ';') sections.push('')
      else sections[sections.length - 1] = piece
      return sections
    },
    [''],
  )
}

/** One alternative a kind of piece; the last takes any other character. */
const PIECES =
  /"([^"]*)"?|\\([^])|_([^])|\*([^])|\[([^\]]*)\]?|(general)|(am\/pm|a\/p)|(e[+-])|(y+|m+|d+|h+|s+|e+|g+)|([0#?])|(,+)|([^])/giu

/** One section, without its semicolons. */
export function parseSection(code: string): Section {
  const tokens: Token[] = []
  let condition: Condition | undefined
  let grouped = false
  let thousands = 0
  let percents = 0
  let english = false
  let system: 'date' | 'time' | undefined

  const literal = (text: string): void => {
    if (text !== '') tokens.push({ kind: 'literal', text })
  }
  const bracket = (content: string): void => {
    const comparison = /^(<=|>=|<>|<|>|=)(-?[0-9.]+(?:E[+-]?[0-9]+)?)$/i.exec(content)
    if (comparison) {
      const operator = OPERATORS.find((known) => known === comparison[1])
      if (operator) condition = { operator, value: comparison[2] ?? '0' }
    } else if (/^(h+|m+|s+)$/i.test(content)) {
      tokens.push({ kind: 'elapsed', letters: content.toLowerCase().replaceAll('m', 'n') })
    } else if (content.startsWith('$')) {
      const [symbol = '', locale = ''] = content.slice(1).split('-')
      literal(symbol)
      if (/^F800$/i.test(locale)) system = 'date'
      if (/^F400$/i.test(locale)) system = 'time'
      english = isEnglish(locale)
    }
    // Colours and numeral shapes change no text.
  }

  for (const match of code.matchAll(PIECES)) {
    const [
      ,
      quoted,
      escaped,
      skipped,
      filled,
      brackets,
      general,
      half,
      exponent,
      date,
      digit,
      commas,
      other,
    ] = match
    const previous = tokens.at(-1)
    if (quoted !== undefined) literal(quoted)
    else if (escaped !== undefined) literal(escaped)
    else if (skipped !== undefined) literal(' ')
    else if (filled !== undefined) continue
    else if (brackets !== undefined) bracket(brackets)
    else if (general !== undefined) tokens.push({ kind: 'general' })
    else if (half !== undefined) tokens.push({ kind: 'date', letters: half.toLowerCase() })
    else if (exponent !== undefined && (previous?.kind === 'digit' || previous?.kind === 'point')) {
      tokens.push({ kind: 'exponent', plus: exponent.endsWith('+') })
    } else if (exponent !== undefined) literal(exponent)
    else if (date !== undefined) tokens.push({ kind: 'date', letters: date.toLowerCase() })
    else if (digit === '0' || digit === '#' || digit === '?') tokens.push({ kind: 'digit', fill: digit })
    else if (commas !== undefined && previous?.kind === 'digit') {
      if (/^[0#?]/.test(code.slice(match.index + commas.length))) grouped = true
      else thousands += commas.length
    } else if (commas !== undefined) literal(commas)
    else if (other === '.') tokens.push({ kind: 'point' })
    else if (other === '/') tokens.push({ kind: 'slash' })
    else if (other === '@') tokens.push({ kind: 'text' })
    else if (other !== undefined) {
      if (other === '%') percents++
      literal(other)
    }
  }
  const kind = system ? 'date' : kindOf(tokens)
  return {
    kind,
    tokens: kind === 'date' ? withMinutes(tokens) : tokens,
    ...(condition && { condition }),
    digits: digitPlaces(tokens, grouped),
    thousands,
    percents,
    english,
    ...(system && { system }),
  }
}

const OPERATORS: readonly Condition['operator'][] = ['<=', '>=', '<>', '<', '>', '=']

/** Primary language 9 of a Windows locale number is English; 0 or nothing is the system's own. */
function isEnglish(locale: string): boolean {
  return /^[0-9A-F]+$/i.test(locale) ? (parseInt(locale, 16) & 0x3ff) === 9 : /^en\b/i.test(locale)
}

function kindOf(tokens: readonly Token[]): Section['kind'] {
  const has = (kind: Token['kind']): boolean => tokens.some((token) => token.kind === kind)
  if (has('date') || has('elapsed')) return 'date'
  if (has('general')) return 'general'
  if (has('text')) return 'text'
  if (has('exponent')) return 'scientific'
  if (!has('digit')) return 'literal'
  return has('slash') ? 'fraction' : 'number'
}

function digitPlaces(tokens: readonly Token[], grouped: boolean): DigitPlaces {
  const exponent = tokens.findIndex((token) => token.kind === 'exponent')
  const places = exponent < 0 ? tokens : tokens.slice(0, exponent)
  const point = places.findIndex((token) => token.kind === 'point')
  const before = point < 0 ? places : places.slice(0, point)
  const after = point < 0 ? [] : places.slice(point + 1)
  const plain = plainPlaces(places)
  return { before, after, decimals: countDigits(after), grouped, ...(plain && { plain }) }
}

/** Literals, "#" and "0" up to the point, "0" and "#" after it, literals. */
function plainPlaces(tokens: readonly Token[]): DigitPlaces['plain'] {
  const shape = tokens.map((token) => (token.kind === 'digit' ? token.fill : SHAPES[token.kind])).join('')
  const match = /^(l*)(#*)(0*)(?:\.(0*)#*)?(l*)$/.exec(shape)
  if (!match || `${match[2] ?? ''}${match[3] ?? ''}` === '') return undefined
  const [, prefix = '', , whole = '', fraction = '', suffix = ''] = match
  return {
    prefix: literals(tokens.slice(0, prefix.length)),
    suffix: literals(tokens.slice(tokens.length - suffix.length)),
    leastWhole: whole.length,
    leastFraction: fraction.length,
  }
}

const SHAPES: Readonly<Record<Exclude<Token['kind'], 'digit'>, string>> = {
  literal: 'l',
  point: '.',
  exponent: 'x',
  slash: 'x',
  general: 'x',
  text: 'x',
  date: 'x',
  elapsed: 'x',
}

export function countDigits(tokens: readonly Token[]): number {
  return tokens.reduce((count, token) => count + (token.kind === 'digit' ? 1 : 0), 0)
}

export function literals(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'literal' ? token.text : '')).join('')
}

/** "m" next to hours or seconds is minutes. */
function withMinutes(tokens: readonly Token[]): readonly Token[] {
  const times = tokens.flatMap((token, index) =>
    token.kind === 'date' || token.kind === 'elapsed' ? [{ letters: token.letters, index }] : [],
  )
  const minutes = new Set<number>()
  times.forEach(({ letters, index }, place) => {
    if (!/^mm?$/.test(letters)) return
    const afterHours = times[place - 1]?.letters.startsWith('h')
    const beforeSeconds = times[place + 1]?.letters.startsWith('s')
    if (afterHours === true || beforeSeconds === true) minutes.add(index)
  })
  return tokens.map((token, index) =>
    token.kind === 'date' && minutes.has(index)
      ? { kind: 'date', letters: token.letters.replaceAll('m', 'n') }
      : token,
  )
}
