/** Results of the command line for people: aligned tables as plain text. */
import type { ReportSummary } from '../shared/api.ts'
import { calculate } from '../shared/calculate.ts'
import { isFigure } from '../shared/columns.ts'
import type { Finding, Period, Report, Row } from '../shared/model.ts'
import { headerOf } from '../shared/paper.ts'
import { shown } from '../shared/shown.ts'
import { normalText } from '../shared/text.ts'
import type { Texts } from './texts.ts'

/** Longer texts are cut: a line of a table should fit a wide window. */
const LONGEST_TEXT = 48

const SEVERITIES = {
  error: 'cli:severity-error',
  warning: 'cli:severity-warning',
  info: 'cli:severity-info',
}

const STATES = { draft: 'cli:state-draft', locked: 'cli:state-locked', sent: 'cli:state-sent' }

interface TextColumn {
  readonly head: string
  readonly align: 'left' | 'right'
}

export function listText(reports: readonly ReportSummary[], { t }: Texts): string {
  if (reports.length === 0) return t('cli:no-reports')
  const columns: readonly TextColumn[] = [
    { head: t('cli:head-id'), align: 'left' },
    { head: t('cli:head-period'), align: 'left' },
    { head: t('cli:head-title'), align: 'left' },
    { head: t('cli:head-office'), align: 'left' },
    { head: t('cli:head-rows'), align: 'right' },
    { head: t('cli:head-state'), align: 'left' },
    { head: t('cli:head-updated'), align: 'left' },
  ]
  const lines = reports.map(({ id, period, title, office, rows, state, updatedAt }) => [
    id.slice(0, 8),
    periodText(period),
    title,
    office,
    String(rows),
    t(STATES[state]),
    localTime(updatedAt),
  ])
  return tableText(columns, lines)
}

/** The title lines and the table as paper shows it, with the tags that edits take. */
export function reportText(report: Report): string {
  const source = report.source ? `${report.source.sheet}!${report.source.range}` : ''
  const about = [periodText(report.period), report.office, source].filter((text) => text !== '')
  const head = [report.title, report.subtitle, about.join(' · ')]
    .map(normalText)
    .filter((text) => text !== '')
  return [...head, rowsText(report, report.rows)].join('\n')
}

/** Some rows of a report under its header. */
export function rowsText(report: Report, rows: readonly Row[]): string {
  const computed = calculate(report)
  const columns = report.columns.filter(({ hidden }) => hidden !== true)
  const heads: readonly TextColumn[] = [
    { head: '', align: 'left' },
    ...columns.map((column) => ({
      head: `${normalText(headerOf(column).at(-1) ?? '')} [${column.tag}]`,
      align: isFigure(column.role) ? ('right' as const) : ('left' as const),
    })),
  ]
  const lines = rows.map((row) => [
    row.tag,
    ...columns.map((column) => normalText(shown(report, row, column, computed).text)),
  ])
  return tableText(heads, lines)
}

export function findingsText(
  findings: readonly { readonly report: Report; readonly finding: Finding }[],
  message: (finding: Finding) => string,
  { t }: Texts,
): string {
  if (findings.length === 0) return t('cli:no-findings')
  const lines = findings.map(({ report, finding }) => {
    const row = report.rows.find(({ id }) => id === finding.row)
    const place = row?.source ? `${row.source.sheet}!${row.source.row}` : (row?.tag ?? '')
    return [t(SEVERITIES[finding.severity]), place, finding.code, message(finding)]
  })
  const columns = [t('cli:head-severity'), t('cli:head-row'), t('cli:head-code'), t('cli:head-message')]
  return tableText(
    columns.map((head) => ({ head, align: 'left' })),
    lines,
    Infinity,
  )
}

/** The same in every language: "2024", "2024-05", "2024-Q1", "2024-H1", "2024-9M", "2021-2025". */
function periodText(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `${period.year}-${String(period.index).padStart(2, '0')}`
    case 'quarter':
      return `${period.year}-Q${period.index}`
    case 'half-year':
      return `${period.year}-H${period.index}`
    case 'nine-months':
      return `${period.year}-9M`
    case 'year':
      return String(period.year)
    case 'term':
      return `${period.from}-${period.to}`
    case 'unknown':
      return ''
  }
}

function tableText(
  columns: readonly TextColumn[],
  lines: readonly (readonly string[])[],
  longest = LONGEST_TEXT,
): string {
  const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
  const table = [columns.map(({ head }) => head), ...lines].map((line) =>
    line.map((text) => cut(text.normalize())),
  )
  const widths = columns.map((_, index) => Math.max(...table.map((line) => line[index]?.length ?? 0)))
  return table
    .map((line) =>
      line
        .map((text, index) => {
          const width = widths[index] ?? 0
          return columns[index]?.align === 'right' ? text.padStart(width) : text.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** "2024-05-31 14:05" by the computer's clock. */
function localTime(time: string): string {
  // Swedish writes dates in the ISO order.
  return new Date(time).toLocaleString('sv-SE').slice(0, 16)
}
