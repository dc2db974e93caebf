/** What a report comes to: how many indicators earned which verdict and reached which band, in all and per section. */
import type { Computed } from './calculate.ts'
import { isPlaceholder } from './cells.ts'
import { isSourceFigure } from './columns.ts'
import { compare, divide, formatDecimal, HUNDRED, multiply, parseDecimal } from './decimal.ts'
import type { Column, DecimalText, Id, Outcome, Report, Row } from './model.ts'
import { eachRow } from './outline.ts'
import { outcomeBegunBy, plainVerdict, verdictIn, wordsFor } from './policy.ts'
import { parseQuantity } from './quantity.ts'
import type { Fraction } from './ratio.ts'
import { rememberTexts } from './rememberTexts.ts'
import { shown, type Shown } from './shown.ts'
import { normalText } from './text.ts'
import { methodOf, workOut, type Worked } from './workings.ts'

/** Per cent of the target reached, in the bands in which reports sum up ("đạt từ 50 đến dưới 80% kế hoạch"). */
export const BANDS = ['>=100', '80-<100', '50-<80', '<50'] as const
export type Band = (typeof BANDS)[number]

/** Some of the assessed indicators. */
export interface Share {
  readonly count: number
  /** Per cent of all assessed indicators of the tally, half-up to 2 decimals. */
  readonly share: DecimalText
  /** In table order. */
  readonly rows: readonly Id[]
}

export interface VerdictShare extends Share {
  /** As it is shown where it first appears, without a remark behind it; in full where it is cut short. */
  readonly word: string
  readonly outcome: Outcome
}

export interface UnclearShare extends Share {
  /** As it is shown where it first appears. */
  readonly text: string
}

export interface BandShare extends Share {
  readonly band: Band
}

export interface Tally {
  /** How many indicators are assessed; every one of them is in one verdict or without, and in one band or without. */
  readonly indicators: number
  /** The best first. */
  readonly verdicts: readonly VerdictShare[]
  readonly withoutVerdict: Share
  /** What stands instead of a verdict and is none ("Đạ"), in table order; its indicators are without verdict. */
  readonly unclear: readonly UnclearShare[]
  /** All four, from the highest; none in a report without a ratio. */
  readonly bands: readonly BandShare[]
  readonly withoutRatio: Share
}

export interface SectionTally extends Tally {
  /** The section's own row. */
  readonly row: Id
}

export interface Summary extends Tally {
  /** The column whose verdicts are counted. */
  readonly assessment?: Id
  /** The column whose ratios are counted. */
  readonly ratio?: Id
  /** The sections of the top level, in table order. What stands in none is counted in all only. */
  readonly sections: readonly SectionTally[]
}

/**
 * Counts the words and ratios as they are shown. Counted are indicators, and items that are assessed where the row above
 * them is not; never sections, totals, or an indicator that only heads the items assessed below it. Hidden rows count.
 */
export function summarise(report: Report, computed: Computed): Summary {
  const assessment = report.columns.find(({ role }) => role === 'assessment')
  const ratio = mainRatio(report.columns)
  const rated = ratedRows(report, computed, assessment, ratio)
  return {
    ...(assessment !== undefined && { assessment: assessment.id }),
    ...(ratio !== undefined && { ratio: ratio.id }),
    ...tally(rated, ratio !== undefined),
    sections: topSections(report.rows).map(({ row, within }) => ({
      row,
      ...tally(
        rated.filter((each) => within.has(each.row)),
        ratio !== undefined,
      ),
    })),
  }
}

interface Rated {
  readonly row: Id
  /** What stands in the column of assessments; "" for nothing. */
  readonly text: string
  readonly said: Said | undefined
  readonly band?: Band
}

/** A verdict in one wording. */
type Said = Pick<VerdictShare, 'word' | 'outcome'>

/** The first that measures against the plan of the year, else of the term, else whatever is compared. */
function mainRatio(columns: readonly Column[]): Column | undefined {
  const ratios = columns.filter(({ role }) => role === 'ratio')
  const planOf = ({ to }: Column) => columns.find(({ id, role }) => id === to && role === 'plan')
  return (
    ratios.find((ratio) => planOf(ratio) !== undefined && planOf(ratio)?.term !== true) ??
    ratios.find((ratio) => planOf(ratio) !== undefined) ??
    ratios[0]
  )
}

function ratedRows(
  report: Report,
  computed: Computed,
  assessment?: Column,
  ratio?: Column,
): readonly Rated[] {
  const figures = report.columns.filter(({ role }) => isSourceFigure(role)).map(({ id }) => id)
  const hasFigures = (row: Row) => figures.some((column) => row.cells[column]?.quantity !== undefined)
  const says = (row: Row) => figures.some((column) => !isPlaceholder(row.cells[column]?.text ?? ''))
  const method = methodOf(report)
  const worksOut = method.columns.find(({ column }) => column === ratio)
  const rated: Rated[] = []
  /** Rows without a figure that something counted stands below. */
  const heading = new Set<Id>()
  const parents = new Map<Id, Row>()
  const assessed = new Set<Id>()
  const saying = rememberTexts((text) => saidBy(report, text))
  eachRow(report.rows, (row, parent) => {
    if (parent !== undefined) parents.set(row.id, parent)
    if (row.kind === 'section' || row.kind === 'total') return
    const text = assessment === undefined ? '' : assessmentIn(report, row, assessment, computed)
    const alone = row.kind === 'indicator' || (says(row) && (parent === undefined || !hasFigures(parent)))
    if (text !== '') assessed.add(row.id)
    const isWithin = row.kind === 'item' && parent !== undefined && assessed.has(parent.id)
    if (isWithin || (!alone && text === '')) return
    const band =
      ratio === undefined
        ? undefined
        : bandIn(shown(report, row, ratio, computed), worksOut && workOut(method, worksOut, row, parent))
    rated.push({ row: row.id, text, said: saying(text), ...(band !== undefined && { band }) })
    for (let above = parent; above !== undefined; above = parents.get(above.id)) {
      if (!says(above)) heading.add(above.id)
    }
  })
  return rated.filter(({ row, text }) => text !== '' || !heading.has(row))
}

function assessmentIn(report: Report, row: Row, column: Column, computed: Computed): string {
  const text = normalText(shown(report, row, column, computed).text)
  return isPlaceholder(text) ? '' : text
}

/** The verdict that a text is, that a remark follows, or that is surely cut short. */
function saidBy(report: Report, text: string): Said | undefined {
  const said = verdictIn(report, text)
  if (said !== undefined) return said
  const outcome = outcomeBegunBy(report, text)
  return outcome === undefined ? undefined : { word: wordsFor(report)[outcome] || text, outcome }
}

/** By the ratio before it was rounded: 99,996 is shown as 100 and does not reach it. A text that says something else counts as it stands. */
function bandIn(shownThere: Shown, worked: Worked | undefined): Band | undefined {
  const { text, by, differs } = shownThere
  if (by !== 'override' && !differs && worked?.is === 'ratio') return bandOf(worked.fraction)
  const value = by === 'computed' ? undefined : parseQuantity(text)?.value
  return value === undefined ? undefined : bandOf({ numerator: parseDecimal(value), denominator: ONE })
}

function bandOf({ numerator, denominator }: Fraction): Band {
  const reaches = (bound: DecimalText) => compare(numerator, multiply(denominator, parseDecimal(bound))) >= 0
  if (reaches('100')) return '>=100'
  if (reaches('80')) return '80-<100'
  return reaches('50') ? '50-<80' : '<50'
}

function topSections(
  rows: readonly Row[],
): readonly { readonly row: Id; readonly within: ReadonlySet<Id> }[] {
  const sections: { row: Id; within: Set<Id> }[] = []
  let open: Set<Id> | undefined
  for (const row of rows) {
    if (row.level === 0) {
      open = row.kind === 'section' ? new Set() : undefined
      if (open !== undefined) sections.push({ row: row.id, within: open })
    } else open?.add(row.id)
  }
  return sections
}

const ONE = parseDecimal('1')

const BEST_FIRST: readonly Outcome[] = ['exceeded', 'met', 'expected', 'nearly', 'missed', 'pending']

function tally(rated: readonly Rated[], hasRatio: boolean): Tally {
  const share = (some: readonly Rated[]): Share => ({
    count: some.length,
    share: shareOf(some.length, rated.length),
    rows: some.map(({ row }) => row),
  })
  const verdicts = alike(rated, ({ said }) => said?.word ?? '').flatMap((some) => {
    const said = some[0]?.said
    return said === undefined ? [] : [{ ...said, ...share(some) }]
  })
  const without = rated.filter(({ said }) => said === undefined)
  return {
    indicators: rated.length,
    verdicts: verdicts.sort((a, b) => BEST_FIRST.indexOf(a.outcome) - BEST_FIRST.indexOf(b.outcome)),
    withoutVerdict: share(without),
    unclear: alike(without, ({ text }) => text).map((some) => ({
      text: some[0]?.text ?? '',
      ...share(some),
    })),
    bands: hasRatio
      ? BANDS.map((band) => ({ band, ...share(rated.filter((each) => each.band === band)) }))
      : [],
    withoutRatio: share(rated.filter(({ band }) => band === undefined)),
  }
}

/** Those with words, together where brackets, case and diacritics are all that differs. */
function alike(rated: readonly Rated[], wordsOf: (each: Rated) => string): readonly (readonly Rated[])[] {
  const worded = rated.filter((each) => wordsOf(each) !== '')
  return [...Map.groupBy(worded, (each) => plainVerdict(wordsOf(each))).values()]
}

/** Per cent, half-up to 2 decimals; of nothing 0. */
export function shareOf(count: number, all: number): DecimalText {
  if (all === 0) return '0'
  const part = multiply(parseDecimal(String(count)), HUNDRED)
  return formatDecimal(divide(part, parseDecimal(String(all)), 2))
}
