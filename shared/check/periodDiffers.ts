/**
 * period-differs: title or column headers name another period than the report's: it was made from that of another time.
 * Silent where they name none, where one of several is the report's ("ước năm 2024, kế hoạch năm 2025"), where the title
 * names a year or a term and the period lies within it, where a column is of some of the report's time or of more, and
 * for a report whose period nobody knows.
 */
import { isNamedFigure } from '../columns.ts'
import { areEqual } from '../equal.ts'
import { periodOf } from '../layout/period.ts'
import type { Finding, Period, Report } from '../model.ts'
import { periodWords } from '../periodWords.ts'
import { normalText } from '../text.ts'

export function periodDiffers(report: Report): readonly Finding[] {
  const differing = differingPeriod(report)
  if (differing === undefined) return []
  const { text, period } = differing
  const params = { text: normalText(text), period: periodWords(period), set: periodWords(report.period) }
  return [{ code: 'period-differs', severity: 'warning', params }]
}

interface Named {
  /** The piece of a title or header that names it. */
  readonly text: string
  readonly period: Period
}

/** What title or headers name instead of the report's period; undefined where they agree with it. */
export function differingPeriod(report: Report): Named | undefined {
  if (report.period.kind === 'unknown') return undefined
  const headers = report.columns
    .filter(({ role }) => isNamedFigure(role) && role !== 'previous')
    .map(({ header }) => header.join(' '))
  const years = [report.subtitle, ...headers]
  const byTitle = namedIn(report.title, years)
  const isTitled = byTitle.some(({ period }) => isSameOrWithin(report.period, period))
  if (byTitle[0] !== undefined && !isTitled) return byTitle[0]
  const byHeaders = headers.flatMap((header) => namedIn(header, years))
  return byHeaders.some(({ period }) => overlap(report.period, period)) ? undefined : byHeaders[0]
}

/** Every period in a text: "6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024" names two. */
function namedIn(text: string, years: readonly string[]): readonly Named[] {
  return text.split(/[,;:]| và /iu).flatMap((piece) => {
    const period = periodOf(piece, [text, ...years])
    return period.kind === 'unknown' ? [] : [{ text: piece, period }]
  })
}

function isSameOrWithin(period: Period, named: Period): boolean {
  if (areEqual(period, named)) return true
  return (named.kind === 'year' || named.kind === 'term') && period.kind !== 'term' && overlap(period, named)
}

function overlap(one: Period, other: Period): boolean {
  const [a, b] = [monthsOf(one), monthsOf(other)]
  return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last
}

interface Months {
  /** Counted through the years. */
  readonly first: number
  readonly last: number
}

function monthsOf(period: Period): Months | undefined {
  switch (period.kind) {
    case 'month':
      return months(period.year, period.index, 1)
    case 'quarter':
      return months(period.year, period.index * 3 - 2, 3)
    case 'half-year':
      return months(period.year, period.index * 6 - 5, 6)
    case 'nine-months':
      return months(period.year, 1, 9)
    case 'year':
      return months(period.year, 1, 12)
    case 'term':
      return months(period.from, 1, (period.to - period.from + 1) * 12)
    case 'unknown':
      return undefined
  }
}

function months(year: number, month: number, count: number): Months {
  const first = year * 12 + month
  return { first, last: first + count - 1 }
}
