/** A workbook that was imported before, corrected and read again: over the report it made, as one step that can be undone. */
import type { Edited, ReportSummary } from '../../shared/api.ts'
import { changeBetween } from '../../shared/change.ts'
import { areEqual } from '../../shared/equal.ts'
import { matched, matchedColumns } from '../../shared/matching.ts'
import type { Column, Id, Period, Report, Role } from '../../shared/model.ts'
import { merged } from '../../shared/reimport.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { folded, plainWords } from '../../shared/text.ts'
import { attempt } from '../db/failures.ts'
import type { Database } from '../db/open.ts'
import { selectReports } from '../db/reports.ts'
import { loadReport } from '../db/storedReport.ts'
import { lastColumnNumber, lastRowNumber } from '../db/tags.ts'
import { plannedReport, withoutTable, type ChosenTable, type PlannedImport } from './import.ts'
import { changeReport, openReport } from './reports.ts'

/** Two states of a report: as it is stored, and as it would be with everything of the file taken. */
export interface Reimport {
  readonly before: Report
  readonly after: Report
  /** The file's table by itself. */
  readonly imported: Report
  readonly workbook: PlannedImport
}

/** The least part of columns, and of rows, that two states of one table have in common. */
const ALIKE_COLUMNS = 0.6
const ALIKE_ROWS = 0.3
/** More are no help to a person. */
const MOST_OFFERED = 5

/**
 * The reports that the table may be a newer state of, the likeliest first: of the same period and office, with the same
 * words in the title or from a file of the same name, and with the same header and rows. Examples are none of them, and a
 * table from the clipboard is always a new report.
 */
export function reportsToUpdate(
  db: Database,
  workbook: PlannedImport,
  chosen: ChosenTable,
): Result<readonly ReportSummary[]> {
  const imported = plannedReport(workbook, chosen)
  if (imported === undefined) return withoutTable(workbook)
  if (workbook.pasted === true) return success([])
  return attempt(db.name, () => {
    const found = selectReports(db).flatMap((summary) => {
      if (summary.sample || !maySpeakOfTheSame(summary, imported)) return []
      const report = loadReport(db, summary.id)
      const likeness = report === undefined ? 0 : likenessOf(report, imported)
      return likeness > 0 ? [{ summary, likeness }] : []
    })
    found.sort((one, other) => other.likeness - one.likeness)
    return success(found.slice(0, MOST_OFFERED).map(({ summary }) => summary))
  })
}

/** What taking the table would do to the report; nothing is stored. Fails for a report that is locked or gone. */
export function planReimport(
  db: Database,
  workbook: PlannedImport,
  chosen: ChosenTable,
  id: Id,
): Result<Reimport> {
  const opened = openReport(db, id)
  if (!opened.ok) return opened
  const before = opened.value.report
  if (before.state !== 'draft') return locked(before)
  const imported = importedAs(before, workbook, chosen)
  if (imported === undefined) return withoutTable(workbook)
  return success({ before, after: taken(db, before, imported), imported, workbook })
}

/**
 * Takes what the preview showed, but for the rows left out; the workbook is stored beside. Fails with `conflict` where the
 * report is not what it was in the preview.
 */
export function applyReimport(
  db: Database,
  { before, imported, workbook }: Reimport,
  leftOut: ReadonlySet<Id>,
  author: string,
): Result<Edited> {
  const { file, hash, bytes } = workbook
  return changeReport(
    db,
    before.id,
    author,
    (report) => {
      if (report.state !== 'draft') return locked(report)
      if (!areEqual(report, before)) return failure('conflict', 'reimport-changed', { title: report.title })
      const after = taken(db, report, imported, leftOut)
      const label = { key: 'reimport', params: { file } } as const
      return success({ report: after, change: changeBetween(report, after), label })
    },
    [{ hash, bytes }],
  )
}

function taken(db: Database, report: Report, imported: Report, leftOut?: ReadonlySet<Id>): Report {
  const lastTags = { columns: lastColumnNumber(db, report.id), rows: lastRowNumber(db, report.id) }
  return merged(report, imported, { leftOut, lastTags })
}

function locked({ title }: Report) {
  return failure('conflict', 'report-locked', { title })
}

function maySpeakOfTheSame({ period, office }: ReportSummary, imported: Report): boolean {
  const isUnknown = (one: Period) => one.kind === 'unknown'
  const samePeriod = isUnknown(period) || isUnknown(imported.period) || areEqual(period, imported.period)
  const sameOffice = office === '' || imported.office === '' || folded(office) === folded(imported.office)
  return samePeriod && sameOffice
}

/** From 0 for another table to 3 for the same rows of a sheet and file of the same names. */
function likenessOf(report: Report, imported: Report): number {
  const [own, other] = [report.source, imported.source]
  const sameFile = own !== undefined && own.file === other?.file
  if (!sameFile && titleWords(report) !== titleWords(imported)) return 0
  const inFile = (columns: readonly Column[]) => columns.filter(({ letter }) => letter !== undefined)
  const columns = [inFile(report.columns), inFile(imported.columns)] as const
  const { rows } = matched(report, imported)
  if (part(matchedColumns(...columns).size, ...columns) < ALIKE_COLUMNS) return 0
  const alike = part(rows.size, report.rows, imported.rows)
  if (alike < ALIKE_ROWS) return 0
  return alike + (sameFile ? 1 : 0) + (sameFile && own.sheet === other.sheet ? 1 : 0)
}

function part(shared: number, one: readonly unknown[], other: readonly unknown[]): number {
  return shared / Math.max(1, one.length, other.length)
}

/** Years and other numbers in a title change from file to file. */
function titleWords({ title }: Report): string {
  return plainWords(title).replace(/\d+/g, '')
}

/**
 * The table with its columns in the roles that they have in the report, unless a person has just said otherwise: what was
 * corrected at the first import or since need not be corrected again.
 */
function importedAs(report: Report, workbook: PlannedImport, chosen: ChosenTable): Report | undefined {
  const { corrections } = chosen
  const period = corrections.period ?? report.period
  const first = plannedReport(workbook, { ...chosen, corrections: { ...corrections, period } })
  const table = workbook.plan.tables[chosen.index]
  if (first === undefined || table === undefined) return undefined
  const pairs = matchedColumns(report.columns, first.columns)
  const roles: Record<number, Role> = {}
  for (const { id, letter, role } of first.columns) {
    const stored = report.columns.find((column) => column.id === pairs.get(id))
    const column = table.columns.find((each) => each.letter === letter)?.column
    if (stored !== undefined && column !== undefined && stored.role !== role) roles[column] = stored.role
  }
  const roleCorrections = { ...roles, ...corrections.roles }
  return plannedReport(workbook, {
    ...chosen,
    corrections: { ...corrections, period, roles: roleCorrections },
  })
}
