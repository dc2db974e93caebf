/** The list of reports as a person looks for one: the newest year first, within it the latest period first. */
import type { ReportSummary } from '../../shared/api.ts'
import type { Period } from '../../shared/model.ts'
import { plainWords } from '../../shared/text.ts'

export interface ReportGroup {
  /** The year, the last year of a term; null where the period is not known. */
  readonly year: number | null
  readonly reports: readonly ReportSummary[]
}

export function groupByYear(reports: readonly ReportSummary[]): readonly ReportGroup[] {
  const groups = new Map<number | null, ReportSummary[]>()
  for (const report of reports) {
    const year = yearOf(report.period)
    groups.set(year, [...(groups.get(year) ?? []), report])
  }
  return [...groups]
    .sort(([a], [b]) => (b ?? 0) - (a ?? 0))
    .map(([year, group]) => ({ year, reports: group.sort(byPeriod) }))
}

/** Those in whose title, office or file period all typed words occur, with or without their marks. */
export function matchingReports(
  reports: readonly ReportSummary[],
  typed: string,
  periodText: (period: Period) => string,
): readonly ReportSummary[] {
  const words = plainWords(typed).split(' ')
  return reports.filter(({ title, office, period }) => {
    const text = plainWords(`${title} ${office} ${periodText(period)}`)
    return words.every((word) => text.includes(word))
  })
}

function yearOf(period: Period): number | null {
  if (period.kind === 'unknown') return null
  return period.kind === 'term' ? period.to : period.year
}

function byPeriod(a: ReportSummary, b: ReportSummary): number {
  return (
    endOf(b.period) - endOf(a.period) ||
    a.title.localeCompare(b.title, 'vi') ||
    a.office.localeCompare(b.office, 'vi', { numeric: true })
  )
}

/** The month with which a period ends; a whole year comes after its parts, a term after its last year. */
function endOf(period: Period): number {
  switch (period.kind) {
    case 'month':
      return period.index
    case 'quarter':
      return period.index * 3
    case 'half-year':
      return period.index * 6
    case 'nine-months':
      return 9
    case 'year':
      return 13
    case 'term':
      return 14
    case 'unknown':
      return 0
  }
}
