/** The commands of `bieu` that read workbooks: inspect, import, and check of a file. */
import type { ImportPlan } from '../shared/layout/plan.ts'
import type { Finding, Report } from '../shared/model.ts'
import { failure, success, type Failure, type Result } from '../shared/result.ts'
import { tableJson } from '../shared/tableJson.ts'
import type { Invocation } from './cliArguments.ts'
import { done, errorJson, statusOf, type Outcome } from './cliOutcome.ts'
import { findingsText, reportText } from './cliText.ts'
import { closeDatabase, openDatabase, type Database } from './db/open.ts'
import type { ReaderChild } from './excel/readerHost.ts'
import {
  plannedReport,
  readForImport,
  storeReports,
  withAllTables,
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

interface FailedFile {
  readonly path: string
  readonly failure: Failure
}

export async function inspect({ operands, sheet }: Invocation, tools: Tools): Promise<Result<Outcome>> {
  const files: (ReadFile | FailedFile)[] = []
  for (const path of operands) {
    const read = await readTables(path, sheet, tools)
    files.push(read.ok ? read.value : { path, failure: read.failure })
  }
  return outcomeOf(files, false, tools.texts)
}

/** Stores all tables of a file or none. The data folder is opened, and made, at the first readable file. */
export async function importFiles({ operands, data }: Invocation, tools: Tools): Promise<Result<Outcome>> {
  const files: (ReadFile | FailedFile)[] = []
  let db: Database | undefined
  try {
    for (const path of operands) {
      const planned = await readForImport(path, tools.startReader)
      if (!planned.ok) {
        files.push({ path, failure: planned.failure })
        continue
      }
      if (db === undefined) {
        const opened = await openDatabase(data, { create: true })
        if (!opened.ok) return opened
        db = opened.value
      }
      const stored = storeReports(db, [withAllTables(planned.value)], { author: tools.author })
      files.push(stored.ok ? readFile(path, planned.value, stored.value) : { path, failure: stored.failure })
    }
  } finally {
    if (db !== undefined) closeDatabase(db)
  }
  return outcomeOf(files, true, tools.texts)
}

/** The findings of all tables of a file. */
export async function checkFile(path: string, tools: Tools): Promise<Result<Outcome>> {
  const read = await readTables(path, undefined, tools)
  return read.ok ? success(findingsOutcome(read.value.reports, tableName, tools.texts)) : read
}

/** `table` gives the name under which a report's findings stand. */
export function findingsOutcome(
  reports: readonly Report[],
  table: (report: Report) => string,
  texts: Texts,
): Outcome {
  const message = messagesIn(texts)
  const findings = reports.flatMap((report) =>
    tableJson(report, { stored: false, message }).findings.map((finding) => ({
      table: table(report),
      ...finding,
    })),
  )
  const told = reports.flatMap((report) =>
    check(report, calculate(report)).map((finding) => ({ report, finding })),
  )
  return done({ findings }, findingsText(told, message, texts))
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
async function readTables(path: string, sheet: string | undefined, tools: Tools): Promise<Result<ReadFile>> {
  const planned = await readForImport(path, tools.startReader)
  if (!planned.ok) return planned
  const { plan, file } = planned.value
  const isMeant = (part: { readonly sheet: string }) => sheet === undefined || part.sheet === sheet
  const known = [...plan.tables, ...plan.skipped].some(isMeant)
  if (!known) return failure('usage', 'sheet-unknown', { file, sheet: sheet ?? '' })
  const reports = plan.tables.flatMap((table, index) => {
    const report = isMeant(table) ? plannedReport(planned.value, { index, corrections: {} }) : undefined
    return report ? [report] : []
  })
  if (reports.length === 0) return failure('no-table', 'no-table', { file })
  const read = readFile(path, planned.value, reports)
  return success({ ...read, skipped: read.skipped.filter(isMeant) })
}

function readFile(path: string, { format, plan }: PlannedImport, reports: readonly Report[]): ReadFile {
  return { path, format, reports, skipped: plan.skipped }
}

/** One file that failed is the failure of the command; of several each speaks for itself. */
function outcomeOf(
  files: readonly (ReadFile | FailedFile)[],
  stored: boolean,
  texts: Texts,
): Result<Outcome> {
  const [first] = files
  if (first !== undefined && files.length === 1 && 'failure' in first) {
    return { ok: false, failure: first.failure }
  }
  const message = messagesIn(texts)
  const complaints: string[] = []
  const json = files.map((file) => {
    if ('failure' in file) {
      const error = errorJson(file.failure, texts, file.path)
      complaints.push(error.message)
      return { path: file.path, error }
    }
    const { path, format, reports, skipped } = file
    return { path, format, tables: reports.map((report) => tableJson(report, { stored, message })), skipped }
  })
  const read = files.filter((file) => 'reports' in file)
  const text = read.map((file) => fileText(file, stored, texts)).join('\n\n')
  const status = read.length > 0 || first === undefined || !('failure' in first) ? 0 : statusOf(first.failure)
  return success({ json: { files: json }, text, complaints, status })
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
