/** What the figures of a row's parts come to: added up, as a mean weighted by the wholes of fractions, or the last one. */
import { isEmpty } from './cells.ts'
import { add, compare, divide, formatDecimal, parseDecimal, type Decimal } from './decimal.ts'
import { areEqual } from './equal.ts'
import type { Cell, Id, Quantity, RollUp, Row } from './model.ts'
import { formatFigure, parseQuantity } from './quantity.ts'
import { sentence, type Sentence } from './sentence.ts'
import { normalText } from './text.ts'
import { isMultiple, parseGluedUnit, parseUnit, type Measure } from './units.ts'

const ONE: Decimal = { units: 1n, scale: 0 }

/** What a cell that follows its parts holds, or why it holds nothing: a sum of some of the parts would be a wrong figure. */
export type PartSum =
  { readonly text: string; readonly quantity: Quantity; readonly flags?: Cell['flags'] } | Missing

interface Missing {
  /** Of the `figures` texts. */
  readonly missing: Sentence
}

/**
 * `unit` is that of the row whose parts these are, else the first that a part has; parts in a unit that differs by a
 * power of ten are converted to it. Where only the parts have units, all have one or none of a measure does.
 * A part with a dash is none; every other one must have a figure. Bounds, ranges and words cannot be added, and a mean
 * needs fractions ("21/34"), whose parts and wholes are added up. The text is written as the parts are: with no more
 * decimals than they show, and with thousands in groups unless all the parts write them without.
 */
export function partSum(rule: RollUp, parts: readonly Row[], column: Id, unit: string): PartSum {
  if (rule === 'none' || parts.length === 0) return missing(sentence('rollUp-no-parts'))
  const counted = (rule === 'last' ? lastWithText(parts, column) : parts).filter(
    (part) => !isDash(part.cells[column]),
  )
  const common = unit || (counted.map((part) => unitOf(part, column)).find((each) => each !== '') ?? '')
  const figures: Figure[] = []
  for (const part of counted) {
    const figure = readFigure(rule, part, part.cells[column], common)
    if ('missing' in figure) return figure
    if (unit === '' && unitOf(part, column) === '' && isFixed(parseUnit(common))) {
      return missing(sentence('rollUp-unit-missing', { part: normalText(part.name), other: common }))
    }
    figures.push(figure)
  }
  const [first] = figures
  if (first === undefined) return missing(sentence('rollUp-none'))
  if (rule === 'last') return { text: first.cell.text, quantity: first.quantity }
  const isFraction = first.whole !== undefined
  const other = figures.find(({ whole }) => (whole !== undefined) !== isFraction)
  if (other !== undefined) return missing(sentence('rollUp-unlike', wordsOf(other.part, other.cell)))
  const glued = unit === '' && first.part.unit === '' ? first.quantity.unit : undefined
  return isFraction ? fraction(figures, glued) : plain(figures, glued)
}

interface Figure {
  readonly part: Row
  readonly cell: Cell
  readonly quantity: Quantity
  /** In the unit of the whole row. */
  readonly value: Decimal
  readonly whole: Decimal | undefined
  /** How many decimals the text shows of the value. */
  readonly digits: number
}

/** `unit` is what the figure is to be counted in; "" where nobody says. */
function readFigure(rule: RollUp, part: Row, cell: Cell | undefined, unit: string): Figure | Missing {
  if (cell === undefined || isEmpty(cell))
    return missing(sentence('rollUp-missing', { part: normalText(part.name) }))
  const { quantity } = cell
  if (quantity === undefined) return missing(sentence('rollUp-unclear', wordsOf(part, cell)))
  const isPlain = quantity.op === '=' && quantity.value !== undefined && quantity.sense === undefined
  if (rule !== 'last' && !isPlain) return missing(sentence('rollUp-unclear', wordsOf(part, cell)))
  if (rule === 'mean' && quantity.whole === undefined)
    return missing(sentence('rollUp-no-fraction', wordsOf(part, cell)))
  const power = powerBetween(measureIn(quantity, part.unit || unit), parseUnit(unit))
  const isCounted = rule === 'last' || quantity.whole !== undefined
  if (power === undefined || (power !== 0 && isCounted)) {
    const own = quantity.unit ?? part.unit
    return missing(sentence('rollUp-units', { part: normalText(part.name), unit: own, other: unit }))
  }
  const given = parseDecimal(quantity.value ?? quantity.high ?? '0')
  const value = timesTen(given, power)
  return {
    part,
    cell,
    quantity,
    value,
    whole: quantity.whole === undefined ? undefined : parseDecimal(quantity.whole),
    digits: Math.max(0, value.scale - hiddenDigits(cell, given)),
  }
}

/** The unit glued to the figure, else the row's; "" for none. */
function unitOf(part: Row, column: Id): string {
  return part.cells[column]?.quantity?.unit ?? normalText(part.unit)
}

/** Whether it matters that a figure beside one of this unit leaves it out: not where things are merely counted. */
function isFixed(measure: Measure | undefined): boolean {
  return measure?.known === true || isMultiple(measure)
}

/** What the figure is measured in: by the unit glued to it, else by its row's. */
function measureIn({ unit: glued }: Quantity, unit: string): Measure | undefined {
  return glued === undefined ? parseUnit(unit) : parseGluedUnit(glued, parseUnit(unit))
}

/** By which power of ten one unit is larger; 0 where one is not said; undefined for units of different things. */
function powerBetween(one: Measure | undefined, other: Measure | undefined): number | undefined {
  if (one === undefined || other === undefined) return 0
  const isSame = one.base === '' || other.base === '' || (one.base === other.base && one.per === other.per)
  return isSame ? one.power - other.power : undefined
}

function timesTen({ units, scale }: Decimal, power: number): Decimal {
  const moved = scale - power
  return moved >= 0 ? { units, scale: moved } : { units: units * 10n ** BigInt(-moved), scale: 0 }
}

function hiddenDigits({ text, flags }: Cell, value: Decimal): number {
  if (flags?.includes('digits-hidden') !== true) return 0
  const shown = parseQuantity(text)?.value
  return shown === undefined ? 0 : value.scale - parseDecimal(shown).scale
}

/** Whether a figure is the one its parts come to. `unit` is the row's, for a figure without one of its own. */
export function saysSame(figure: Quantity | undefined, sum: Quantity, unit: string): boolean {
  if (figure === undefined) return false
  const { unit: own = unit, footnote: _footnote, ...value } = figure
  const { unit: other = unit, footnote: _other, ...wanted } = sum
  return areEqual(value, wanted) && powerBetween(parseUnit(own), parseUnit(other)) === 0
}

/** The value is exact; only its text is rounded to what the parts show. */
function plain(figures: readonly Figure[], glued: string | undefined): PartSum {
  const value = figures.map((figure) => figure.value).reduce(add)
  const shown = divide(value, ONE, Math.max(...figures.map(({ digits }) => digits)))
  return {
    text: withUnit(written(shown, figures), glued),
    quantity: { op: '=', value: formatDecimal(value), ...(glued !== undefined && { unit: glued }) },
    ...(compare(shown, value) !== 0 && { flags: ['digits-hidden' as const] }),
  }
}

function fraction(figures: readonly Figure[], glued: string | undefined): PartSum {
  const part = figures.map(({ value }) => value).reduce(add)
  const whole = figures.flatMap((figure) => (figure.whole === undefined ? [] : [figure.whole])).reduce(add)
  const [over, under] = [formatDecimal(part), formatDecimal(whole)]
  return {
    text: withUnit(`${written(part, figures)}/${written(whole, figures)}`, glued),
    quantity: {
      op: '=',
      value: over,
      part: over,
      whole: under,
      ...(glued !== undefined && { unit: glued }),
    },
  }
}

function written(value: Decimal, figures: readonly Figure[]): string {
  const texts = figures.map(({ cell }) => normalText(cell.text))
  const grouped = formatFigure(formatDecimal(value))
  const isGrouped = texts.some((text) => /\d[. ]\d{3}(?!\d)/.test(text))
  return isGrouped || !texts.some((text) => /(?<![\d,])\d{4}/.test(text))
    ? grouped
    : grouped.replaceAll('.', '')
}

function withUnit(text: string, unit: string | undefined): string {
  if (unit === undefined) return text
  return /^[%‰]/.test(unit) ? `${text}${unit}` : `${text} ${unit}`
}

function lastWithText(parts: readonly Row[], column: Id): readonly Row[] {
  const last = parts.findLast((part) => {
    const cell = part.cells[column]
    return !isEmpty(cell) && !isDash(cell)
  })
  return last === undefined ? [] : [last]
}

function isDash(cell: Cell | undefined): boolean {
  return cell !== undefined && /^[-–—−]+$/u.test(cell.text.trim())
}

function wordsOf(part: Row, cell: Cell): Sentence['params'] {
  return { part: normalText(part.name), text: normalText(cell.text) }
}

function missing(why: Sentence): Missing {
  return { missing: why }
}
