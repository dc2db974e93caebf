/** Results of the command line for people: aligned tables as plain text. */
import type { ReportSummary } from '../shared/api.ts'
import { calculate } from '../shared/calculate.ts'
import { GROUP_NAMES, groupFindings } from '../shared/check/groups.ts'
import { isFigure } from '../shared/columns.ts'
import type { Finding, Period, Report, Row } from '../shared/model.ts'
import { headerOf } from '../shared/paper.ts'
import { shown } from '../shared/shown.ts'
import { normalText } from '../shared/text.ts'
import type { Texts } from './texts.ts'

const LONGEST_TEXT = 48

const SEVERITIES = {
  error: 'cli:severity-error',
  warning: 'cli:severity-warning',
  info: 'cli:severity-info',
}

const STATES = { draft: 'cli:state-draft', locked: 'cli:state-locked', sent: 'cli:state-sent' }

export interface TextColumn {
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

/** What is still questioned, alike findings together under one line; what was let stand is only counted. */
export function findingsText(report: Report, findings: readonly Finding[], { t }: Texts): string {
  const open = findings.filter(({ settled }) => settled === undefined)
  const rows = new Map(report.rows.map((row) => [row.id, row]))
  const groups = groupFindings(open).map(({ code, severity, findings: alike }) => {
    const counted = t('common:findingGroup', { n: alike.length, kind: t(`common:${GROUP_NAMES[code]}`) })
    const lines = alike.map(({ row, params }) => [
      '',
      placeOf(rows.get(row ?? '')),
      t(`findings:${code}`, params),
    ])
    return `${t(SEVERITIES[severity])}: ${counted} [${code}]\n${linesText(lines)}`
  })
  const settled = findings.length - open.length
  return [
    ...(groups.length === 0 ? [t('cli:no-findings')] : groups),
    ...(settled === 0 ? [] : [t('cli:findings-settled', { count: settled })]),
  ].join('\n')
}

/** Sheet and row as in the file; the tag of a row that is in none, "" for the whole report. */
function placeOf(row: Row | undefined): string {
  return row?.source ? `${row.source.sheet}!${row.source.row}` : (row?.tag ?? '')
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

/** Longer texts are cut, so that a line fits a wide window. */
export function tableText(columns: readonly TextColumn[], lines: readonly (readonly string[])[]): string {
  const cut = (text: string) => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text)
  const table = [columns.map(({ head }) => head), ...lines].map((line) =>
    line.map((text) => cut(text.normalize())),
  )
  return linesText(table, columns)
}

/** Texts under each other in columns, aligned to the left unless `columns` says otherwise. */
function linesText(lines: readonly (readonly string[])[], columns: readonly TextColumn[] = []): string {
  const count = Math.max(0, ...lines.map(({ length }) => length))
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  )
  const padded = (text: string, index: number) =>
    columns[index]?.align === 'right' ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0)
  return lines.map((line) => line.map(padded).join('  ').trimEnd()).join('\n')
}

/** "2024-05-31 14:05" by the computer's clock. */
function localTime(time: string): string {
  // Swedish writes dates in the ISO order.
  return new Date(time).toLocaleString('sv-SE').slice(0, 16)
}
