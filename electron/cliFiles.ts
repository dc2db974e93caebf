/** The commands of `bieu` that read workbooks: inspect, import, and check of a file. */
import type { ImportPlan } from '../shared/layout/plan.ts'
import type { Finding, Report } from '../shared/model.ts'
import { failure, success, type Failure, type Result } from '../shared/result.ts'
import { findingsJson, tableJson } from '../shared/tableJson.ts'
import { normalText } from '../shared/text.ts'
import type { Invocation } from './cliArguments.ts'
import { done, errorJson, statusOf, type Outcome } from './cliOutcome.ts'
import { findingsText, reportText } from './cliText.ts'
import { closeDatabase, openDatabase, type Database } from './db/open.ts'
import type { ReaderChild } from './excel/readerHost.ts'
import {
  plannedReport,
  readWorkbook,
  storeReports,
  withAllTables,
  withoutTable,
  type PlannedImport,
} from './services/import.ts'
import { check } from '../shared/check/index.ts'
import { calculate } from '../shared/calculate.ts'
import type { Texts } from './texts.ts'

export interface Tools {
  readonly texts: Texts
  readonly author: string
  readonly startReader: () => ReaderChild
}

/** What came of one file. */
interface ReadFile {
  readonly path: string
  readonly format: string
  readonly reports: readonly Report[]
  readonly skipped: ImportPlan['skipped']
}

/** Format and skipped sheets are known where the file could be read. */
interface FailedFile extends Partial<Pick<ReadFile, 'format' | 'skipped'>> {
  readonly path: string
  readonly failure: Failure
}

export async function inspect({ operands, sheet }: Invocation, tools: Tools): Promise<Result<Outcome>> {
  const files: (ReadFile | FailedFile)[] = []
  for (const path of operands) files.push(await readTables(path, sheet, tools))
  return success(outcomeOf(files, false, tools.texts))
}

/** Stores all tables of a file or none. The data folder is opened, and made, at the first file with a table. */
export async function importFiles({ operands, data }: Invocation, tools: Tools): Promise<Result<Outcome>> {
  const files: (ReadFile | FailedFile)[] = []
  let db: Database | undefined
  try {
    for (const path of operands) {
      const read = await readWorkbook(path, tools.startReader)
      if (!read.ok || read.value.plan.tables.length === 0) {
        files.push(read.ok ? fileWithoutTable(path, read.value) : { path, failure: read.failure })
        continue
      }
      if (db === undefined) {
        const opened = await openDatabase(data, { create: true })
        if (!opened.ok) return opened
        db = opened.value
      }
      const stored = storeReports(db, [withAllTables(read.value)], { author: tools.author })
      files.push(stored.ok ? readFile(path, read.value, stored.value) : { path, failure: stored.failure })
    }
  } finally {
    if (db !== undefined) closeDatabase(db)
  }
  return success(outcomeOf(files, true, tools.texts))
}

/** The findings of all tables of a file. */
export async function checkFile(path: string, tools: Tools): Promise<Result<Outcome>> {
  const read = await readTables(path, undefined, tools)
  if ('failure' in read) return { ok: false, failure: read.failure }
  return success(findingsOutcome(read.reports, tableName, tools.texts))
}

/** `table` gives the name under which a report's findings stand. */
export function findingsOutcome(
  reports: readonly Report[],
  table: (report: Report) => string,
  texts: Texts,
): Outcome {
  const message = messagesIn(texts)
  const checked = reports.map((report) => ({ report, findings: check(report, calculate(report)) }))
  const json = checked.flatMap(({ report, findings }) =>
    findingsJson(report, findings, message).map((finding) => ({ table: table(report), ...finding })),
  )
  const [only, ...more] = checked.map(({ report, findings }) => ({
    name: table(report),
    text: findingsText(report, findings, texts),
  }))
  const text =
    only === undefined || more.length === 0
      ? (only?.text ?? '')
      : [only, ...more].map((each) => `${each.name}\n${each.text}`).join('\n\n')
  return done({ findings: json }, text)
}

/** A finding as a sentence. */
export function messagesIn({ t }: Texts): (finding: Finding) => string {
  return ({ code, params }) => t(`findings:${code}`, params)
}

/** "Biểu kết quả!A7:G40" */
function tableName({ source }: Report): string {
  return source === undefined ? '' : `${source.sheet}!${source.range}`
}

/** The tables of a file, or of one of its sheets, as reports that are not stored. */
async function readTables(
  path: string,
  sheet: string | undefined,
  tools: Tools,
): Promise<ReadFile | FailedFile> {
  const read = await readWorkbook(path, tools.startReader)
  if (!read.ok) return { path, failure: read.failure }
  const { plan, file } = read.value
  const isMeant = (part: { readonly sheet: string }) =>
    sheet === undefined || normalText(part.sheet) === normalText(sheet)
  if (sheet !== undefined && ![...plan.tables, ...plan.skipped].some(isMeant)) {
    return { path, failure: failure('usage', 'sheet-unknown', { file, sheet }).failure }
  }
  const reports = plan.tables.flatMap((table, index) => {
    const report = isMeant(table) ? plannedReport(read.value, { index, corrections: {} }) : undefined
    return report ? [report] : []
  })
  const found =
    reports.length === 0 ? fileWithoutTable(path, read.value) : readFile(path, read.value, reports)
  return { ...found, skipped: plan.skipped.filter(isMeant) }
}

function readFile(path: string, { format, plan }: PlannedImport, reports: readonly Report[]): ReadFile {
  return { path, format, reports, skipped: plan.skipped }
}

function fileWithoutTable(path: string, planned: PlannedImport): FailedFile {
  const { format, plan } = planned
  return { path, format, failure: withoutTable(planned).failure, skipped: plan.skipped }
}

/** One file that failed is also the error of the command; of several each speaks for itself. */
function outcomeOf(files: readonly (ReadFile | FailedFile)[], stored: boolean, texts: Texts): Outcome {
  const message = messagesIn(texts)
  const entries = files.map((file) => {
    if ('failure' in file) {
      const { path, failure: reason, ...known } = file
      return { path, ...known, error: errorJson(reason, texts, path) }
    }
    const { path, format, reports, skipped } = file
    return { path, format, tables: reports.map((report) => tableJson(report, { stored, message })), skipped }
  })
  const errors = entries.flatMap((entry) => ('error' in entry ? [entry.error] : []))
  const [error] = files.length === 1 ? errors : []
  const read = files.filter((file) => 'reports' in file)
  const [first] = files
  return {
    json: { ...(error && { error }), files: entries },
    text: read.map((file) => fileText(file, stored, texts)).join('\n\n'),
    complaints: errors.map((each) => each.message),
    status: read.length === 0 && first !== undefined && 'failure' in first ? statusOf(first.failure) : 0,
  }
}

function fileText({ path, format, reports, skipped }: ReadFile, stored: boolean, { t }: Texts): string {
  const tables = reports.map((report) => {
    const counted = t('cli:table-rows', { count: report.rows.length })
    const head = stored ? t('cli:stored-as', { id: report.id }) : counted
    return stored ? `${head}: ${report.title} (${counted})` : `${reportText(report)}\n${head}`
  })
  const empty = skipped.map(({ sheet }) => t('cli:sheet-skipped', { sheet }))
  return [`${path} (${format})`, ...tables, ...empty].join('\n')
}
