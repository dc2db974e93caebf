/**
 * Headers that span several years: plans for a whole term beside those of one year, and the growth or average growth
 * between the years they name.
 */
import { isSourceFigure } from '../columns.ts'
import type { Period, Role } from '../model.ts'
import { plainWords } from '../text.ts'

interface YearColumn {
  readonly column: number
  readonly role: Role
  readonly path: readonly string[]
  readonly year?: number
}

interface Span {
  readonly from: number
  readonly to: number
}

const SPAN = /(?<!\d)((?:19|20)\d\d) ?[-–—] ?((?:19|20)\d\d)(?!\d)/
const UNTIL = /\bden (?:het |cuoi )*(?:nam )?((?:19|20)\d\d)(?!\d)/
const TERM = /\bnhiem ky\b|\bnk\b|\bgiai doan\b|\b5 nam\b/
const CONGRESS = /\bdai hoi\b/
const AVERAGE = /\b(?:bqgd|bq|binh quan|trung binh)\b/
const YEARS = /\b(\d{1,2}) nam\b/
/** A school year or a season runs over two calendar years. */
const ONE_YEAR = 1
const RESULTS: readonly Role[] = ['actual', 'cumulative', 'estimate', 'previous', 'number', 'plan']

/** Whether a growth or change is between years: then no plan stands in for what it is measured by. */
export function isOverYears(path: readonly string[]): boolean {
  return namesAverage(path) || spanIn(plainWords(path.join(' '))) !== undefined
}

function namesAverage(path: readonly string[]): boolean {
  return AVERAGE.test(plainWords(path.join(' ')))
}

/** Whether the words name several years together: "nhiệm kỳ", "giai đoạn 2021-2025", "đến năm 2025". */
export function namesTerm(path: readonly string[]): boolean {
  const words = plainWords(path.join(' '))
  const span = spanIn(words)
  if (span !== undefined) return span.to - span.from > ONE_YEAR
  if (TERM.test(words) || UNTIL.test(words)) return true
  return CONGRESS.test(words) && !/\bnam (?:19|20)\d\d/.test(words)
}

/** Marks the plans for a term, where one for a single year stands beside them that does not end with it or later. */
export function withTerms<Column extends YearColumn>(
  columns: readonly Column[],
): readonly (Column & { readonly term?: true })[] {
  const plans = columns.filter(({ role }) => role === 'plan')
  const yearly = plans.filter(({ path }) => !namesTerm(path))
  return columns.map((column) => {
    if (column.role !== 'plan' || yearly.length === 0 || !namesTerm(column.path)) return column
    const until = UNTIL.exec(plainWords(column.path.join(' ')))?.[1]
    const isOver =
      until !== undefined && yearly.some(({ year }) => year !== undefined && year >= Number(until))
    return isOver ? column : { ...column, term: true }
  })
}

/**
 * What a growth or change over the years that its header names compares: the last of them against the year before the
 * first, else against the first. `steps` are the years between, for an average growth. "Chênh lệch 2020 - 2016" is between
 * just these two; "BQ 5 năm" counts back from the last year in the table; without years the period's are taken.
 * Undefined where these years have no columns of one group.
 */
export function growthOver(
  { column: at, path }: YearColumn,
  columns: readonly YearColumn[],
  period: Period,
): { readonly of: number; readonly to: number; readonly steps?: number } | undefined {
  const words = plainWords(path.join(' '))
  const isAverage = namesAverage(path)
  const years = columns.filter(({ role, year }) => isSourceFigure(role) && year !== undefined)
  const span = spanIn(words) ?? (isAverage ? countedSpan(words, years, period) : undefined)
  if (span === undefined || span.to === span.from) return undefined
  const isDifference = span.to < span.from
  const [last, bases] = isDifference ? [span.from, [span.to]] : [span.to, [span.from - 1, span.from]]
  for (const group of groupsBeside(at, path, years)) {
    const of = bestOf(group, last)
    const to = bases.map((year) => bestOf(group, year)).find((found) => found !== undefined)
    if (of?.year === undefined || to?.year === undefined || of === to) continue
    const steps = of.year - to.year
    return { of: of.column, to: to.column, ...(isAverage && steps > 1 && { steps }) }
  }
  return undefined
}

function countedSpan(words: string, columns: readonly YearColumn[], period: Period): Span | undefined {
  const count = Number(YEARS.exec(words)?.[1])
  const results = columns.filter(({ role }) => role !== 'plan').flatMap(({ year }) => year ?? [])
  if (count > 1 && results.length > 0) {
    const last = Math.max(...results)
    return { from: last - count + 1, to: last }
  }
  return period.kind === 'term' ? period : undefined
}

function spanIn(words: string): Span | undefined {
  const match = SPAN.exec(words)
  return match === null ? undefined : { from: Number(match[1]), to: Number(match[2]) }
}

/** The columns by the group they stand in: its own first, then from the nearest on the left on. */
function groupsBeside(
  at: number,
  path: readonly string[],
  columns: readonly YearColumn[],
): readonly (readonly YearColumn[])[] {
  const keyOf = (of: readonly string[]) => JSON.stringify(of.slice(0, -1))
  const away = ({ column }: YearColumn) => (column < at ? at - column : column)
  const groups = Map.groupBy(
    columns.toSorted((a, b) => away(a) - away(b)),
    (each) => keyOf(each.path),
  )
  const own = groups.get(keyOf(path))
  return own === undefined ? [...groups.values()] : [own, ...groups.values()]
}

/** The figure of a year, a result rather than a plan. */
function bestOf(group: readonly YearColumn[], year: number): YearColumn | undefined {
  const rank = ({ role }: YearColumn) => RESULTS.indexOf(role)
  return group.filter((column) => column.year === year).toSorted((a, b) => rank(a) - rank(b))[0]
}
