/** The commands of `bieu` on stored reports: list, show, edit, undo, redo, export, check, verify. */
import { extname } from 'node:path'
import type { Edited } from '../shared/api.ts'
import { areEqual } from '../shared/equal.ts'
import { calculate } from '../shared/calculate.ts'
import type { Edit, Id, Report, Row } from '../shared/model.ts'
import type { PaperOptions } from '../shared/paper.ts'
import { failure, success, type Result } from '../shared/result.ts'
import { rowJson, tableJson } from '../shared/tableJson.ts'
import type { Invocation } from './cliArguments.ts'
import { findingsOutcome, messagesIn } from './cliFiles.ts'
import { done, notWhole, type Outcome } from './cliOutcome.ts'
import { summaryText } from './cliSummary.ts'
import { listText, reportText, rowsText } from './cliText.ts'
import { closeDatabase, openDatabase, type Database } from './db/open.ts'
import { exportXlsx } from './services/export.ts'
import { editReport, findReport, listReports, openReport, redo, undo } from './services/reports.ts'
import { verify } from './services/verify.ts'
import { writeFileSafely } from './services/writeFile.ts'
import type { Texts } from './texts.ts'

export interface ReportTools {
  readonly texts: Texts
  readonly author: string
  /** The bytes of a report's PDF. */
  readonly printPdf: (report: Report, options: PaperOptions) => Promise<Result<Uint8Array>>
}

export function list({ data }: Invocation, { texts }: ReportTools): Promise<Result<Outcome>> {
  return withData(data, (db) => {
    const listed = listReports(db)
    if (!listed.ok) return listed
    const reports = listed.value.map(({ sample: _sample, ...summary }) => summary)
    return success(done({ reports }, listText(listed.value, texts)))
  })
}

export function show(
  { data, operands: [id = ''] }: Invocation,
  { texts }: ReportTools,
): Promise<Result<Outcome>> {
  return withReport(data, id, (_db, report) =>
    success(
      done(
        tableJson(report, { stored: true, message: messagesIn(texts) }),
        [reportText(report), summaryText(report, texts)].filter((text) => text !== '').join('\n\n'),
      ),
    ),
  )
}

export function edit(invocation: Invocation, { texts, author }: ReportTools): Promise<Result<Outcome>> {
  const { data, operands, set, reason } = invocation
  return withReport(data, operands[0] ?? '', (db, report) => {
    const edits: Edit[] = []
    for (const text of set) {
      const read = readEdit(report, text, reason)
      if (!read.ok) return read
      edits.push(read.value)
    }
    return changed(db, report, editReport(db, report.id, edits, author), texts)
  })
}

/** One step of the stored history, back or forth. */
export function step(
  { command, data, operands }: Invocation,
  { texts, author }: ReportTools,
): Promise<Result<Outcome>> {
  return withReport(data, operands[0] ?? '', (db, report) =>
    changed(db, report, (command === 'undo' ? undo : redo)(db, report.id, author), texts),
  )
}

export async function exportFile(invocation: Invocation, tools: ReportTools): Promise<Result<Outcome>> {
  const { data, operands, to, fresh, reasons } = invocation
  const extension = extname(to).toLowerCase()
  if (extension === '.docx' || extension === '.csv')
    return failure('not-yet', 'export-not-yet', { extension })
  if (extension !== '.xlsx' && extension !== '.pdf') return failure('usage', 'export-unknown', { file: to })
  const found = await withReport(data, operands[0] ?? '', (_db, report) => success(report))
  if (!found.ok) return found
  const report = found.value
  if (extension === '.xlsx' && !fresh && report.source !== undefined) {
    return failure('not-yet', 'export-original-not-yet', { file: report.source.file })
  }
  const bytes =
    extension === '.pdf'
      ? await tools.printPdf(report, { reasons })
      : success(await exportXlsx(report, { reasons }))
  if (!bytes.ok) return bytes
  const written = await writeFileSafely(to, bytes.value)
  if (!written.ok) return written
  return success(done(written.value, tools.texts.t('cli:written', { ...written.value })))
}

export function checkReport(
  { data, operands }: Invocation,
  { texts }: ReportTools,
): Promise<Result<Outcome>> {
  return withReport(data, operands[0] ?? '', (_db, report) =>
    success(findingsOutcome([report], ({ id }) => id, texts)),
  )
}

export function verifyData({ data }: Invocation, { texts: { t } }: ReportTools): Promise<Result<Outcome>> {
  return withData(data, (db) => {
    const verified = verify(db)
    if (!verified.ok) return verified
    const problems = verified.value.map(({ key, params }) => t(`cli:${key}`, params))
    return success(
      problems.length === 0
        ? done({ ok: true, problems }, t('cli:data-whole'))
        : notWhole({ ok: false, problems }, problems.join('\n')),
    )
  })
}

async function withData<T>(folder: string, work: (db: Database) => Result<T>): Promise<Result<T>> {
  const opened = await openDatabase(folder, { create: false })
  if (!opened.ok) return opened
  try {
    return work(opened.value)
  } finally {
    closeDatabase(opened.value)
  }
}

/** `id` may be the beginning of a report's id. */
function withReport<T>(
  folder: string,
  id: string,
  work: (db: Database, report: Report) => Result<T>,
): Promise<Result<T>> {
  return withData(folder, (db) => {
    const found = findReport(db, id)
    if (!found.ok) return found
    const opened = openReport(db, found.value)
    return opened.ok ? work(db, opened.value.report) : opened
  })
}

/** "r2:c5=368,77", with tags or ids; everything behind the first "=" is the text as typed. */
function readEdit(report: Report, text: string, reason: string | undefined): Result<Edit> {
  const parts = /^([^:=]+):([^:=]+)=([^]*)$/.exec(text)
  if (parts === null) return failure('usage', 'usage-set', { set: text })
  const [, rowName = '', columnName = '', typed = ''] = parts
  const row = idOf(report.rows, rowName)
  if (row === undefined) return failure('usage', 'row-unknown', { id: rowName })
  const column = idOf(report.columns, columnName)
  if (column === undefined) return failure('usage', 'column-unknown', { id: columnName })
  return success({ type: 'cell', row, column, text: typed, ...(reason !== undefined && { reason }) })
}

function idOf(things: readonly { readonly id: Id; readonly tag: string }[], name: string): Id | undefined {
  return things.find(({ id, tag }) => tag === name || id === name.toLowerCase())?.id
}

/** The sentences that name a step. */
const STEPS = { do: 'cli:step-do', undo: 'cli:step-undo', redo: 'cli:step-redo' }

/** What was done, and the rows that were changed or read differently now because a computed value moved. */
function changed(db: Database, before: Report, edited: Result<Edited>, { t }: Texts): Result<Outcome> {
  if (!edited.ok) return edited
  const { change } = edited.value
  if (change === null) return success(done({ changed: [] }, t('cli:nothing-changed')))
  const opened = openReport(db, before.id)
  if (!opened.ok) return opened
  const { report } = opened.value
  const own = change.reports.find((each) => each.report === report.id)
  const touched = new Set(own?.rows.map(({ after }) => after?.id))
  const was = new Map(rowsJson(before).map(({ row, json }) => [row.id, json]))
  const rows = rowsJson(report).filter(
    ({ row, json }) => touched.has(row.id) || !areEqual(json, was.get(row.id)),
  )
  const { key, params } = change.label
  const sentence = t(STEPS[change.kind], { step: t(`changes:${key}`, params) })
  const table = rowsText(
    report,
    rows.map(({ row }) => row),
  )
  const text = rows.length === 0 ? sentence : `${sentence}\n${table}`
  return success(done({ changed: rows.map(({ json }) => json) }, text))
}

function rowsJson(report: Report) {
  const computed = calculate(report)
  return report.rows.map((row: Row) => ({ row, json: rowJson(report, row, computed.get(row.id) ?? {}) }))
}
