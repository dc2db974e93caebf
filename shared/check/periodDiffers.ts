/**
 * period-differs: title or column headers name another period than the report's: it was made from that of another time.
 * Silent where they name none or an unsure one, where one of several is the report's ("ước năm 2024, kế hoạch năm 2025"),
 * where a year or a term is named and the period lies within it, and for a report whose period nobody knows.
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

/** What title or headers name instead of the report's period; undefined where they agree with it. */
export function differingPeriod(report: Report): Named | undefined {
  if (report.period.kind === 'unknown') return undefined
  const headers = headersOf(report)
  return [[report.title], headers]
    .map((texts) => texts.flatMap((text) => namedIn(text, [report.subtitle, ...headers])))
    .find(
      (named) => named.length > 0 && !named.some(({ period }) => isSameOrWithin(report.period, period)),
    )?.[0]
}

/** Of plans and results of the report's own time. */
function headersOf({ columns }: Report): readonly string[] {
  return columns
    .filter(({ role }) => isNamedFigure(role) && role !== 'previous')
    .map(({ header }) => header.join(' '))
}

interface Named {
  readonly text: string
  readonly period: Period
}

/** Every period in a text: "6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024" names two. */
function namedIn(text: string, years: readonly string[]): readonly Named[] {
  return text.split(/[,;:]| và /iu).flatMap((piece) => {
    const period = periodOf(piece, [text, ...years])
    return period.kind === 'unknown' ? [] : [{ text, period }]
  })
}

function isSameOrWithin(period: Period, named: Period): boolean {
  if (areEqual(period, named)) return true
  if (named.kind === 'year') return 'year' in period && period.year === named.year
  if (named.kind !== 'term') return false
  return 'year' in period && period.year >= named.from && period.year <= named.to
}
