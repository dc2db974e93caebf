/** From a workbook to stored reports: read once, planned in another process, nothing written before apply. */
import { createHash, randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ImportPlan, PlanCorrections } from '../../shared/layout/plan.ts'
import type { PlanOptions } from '../../shared/layout/planImport.ts'
import { creationOf } from '../../shared/change.ts'
import { reportFromTable } from '../../shared/layout/toReport.ts'
import type { Id, Report } from '../../shared/model.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Workbook } from '../../shared/sheet.ts'
import { attempt } from '../db/failures.ts'
import { journalIsEmpty } from '../db/journal.ts'
import type { Database } from '../db/open.ts'
import { LIMITS } from '../excel/limits.ts'
import { planWorkbook, type Reader, type ReaderChild } from '../excel/readerHost.ts'
import { profilesToRemember, type RememberedTable } from './profiles.ts'
import { readFileWithin } from './readFile.ts'
import { record } from './reports.ts'

/** A workbook without a path, such as one that was dropped on the window. */
export interface OfferedWorkbook {
  readonly name: string
  readonly bytes: Uint8Array
  /** A table from the clipboard: no file that could be kept. */
  readonly pasted?: true
}

/** Where a workbook is: a path, or at hand. */
export type WorkbookSource = string | OfferedWorkbook

/** A workbook as it was read, with what recognition proposes for it. */
export interface PlannedImport {
  /** The file's name without its folder. */
  readonly file: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes. */
  readonly hash: string
  readonly format: Workbook['format']
  readonly plan: ImportPlan
  /** From the clipboard: reports made of it have no workbook. */
  readonly pasted?: true
}

/** One table of a plan that is to become a report. */
export interface ChosenTable {
  readonly index: number
  readonly corrections: PlanCorrections
  /** The name under which the corrections are remembered for the next files of this template. */
  readonly remember?: string
}

/** A workbook and those of its tables that are to become reports. */
export interface ChosenWorkbook {
  readonly planned: PlannedImport
  readonly tables: readonly ChosenTable[]
}

export interface ImportOptions {
  readonly author: string
  /** A workbook that came with the program to learn from. */
  readonly sample?: boolean
}

/** As `readWorkbook`, but a plan without a table is `no-table`. */
export async function readForImport(
  source: WorkbookSource,
  start: () => ReaderChild,
  options?: PlanOptions,
): Promise<Result<PlannedImport>> {
  const read = await readWorkbook(source, start, options)
  if (read.ok) return read.value.plan.tables.length === 0 ? withoutTable(read.value) : read
  const { code, params } = read.failure
  return isPasted(source) && code === 'not-a-workbook' ? failure('no-table', 'paste-no-table', params) : read
}

/** Reads and plans; touches no data. Every failure names the file in its params. */
export function readWorkbook(
  source: WorkbookSource,
  start: () => ReaderChild,
  options?: PlanOptions,
): Promise<Result<PlannedImport>> {
  return readBy((request) => planWorkbook(start, request), source, options)
}

/** As `readWorkbook`, by a reading process that may be kept for more. */
export async function readBy(
  plan: Reader['plan'],
  source: WorkbookSource,
  options: PlanOptions = {},
): Promise<Result<PlannedImport>> {
  const file = typeof source === 'string' ? basename(source) : source.name
  const read =
    typeof source === 'string' ? await readFileWithin(source, LIMITS.fileBytes) : success(source.bytes)
  if (!read.ok) return naming(file, read)
  const bytes = read.value
  const planned = await plan({ bytes, name: file, options })
  if (!planned.ok) return naming(file, planned)
  const { format, plan: tables } = planned.value
  const pasted = isPasted(source)
  return success({ file, bytes, hash: sha256(bytes), format, plan: tables, ...(pasted && { pasted }) })
}

function isPasted(source: WorkbookSource): boolean {
  return typeof source !== 'string' && source.pasted === true
}

export function withoutTable({ file, pasted }: PlannedImport) {
  return failure('no-table', pasted === true ? 'paste-no-table' : 'no-table', { file })
}

/** The table as a report that is nowhere stored yet. */
export function plannedReport(
  planned: PlannedImport,
  { index, corrections }: ChosenTable,
): Report | undefined {
  const table = planned.plan.tables[index]
  const { file, hash } = planned
  const now = new Date().toISOString()
  const made = table && reportFromTable(table, corrections, { file, hash }, randomUUID, now)
  if (made === undefined || planned.pasted !== true) return made
  const { source: _source, ...report } = made
  return report
}

/** Stores tables of the plan as new reports, all or none, and the workbook's bytes unless they are there already. */
export function applyImport(
  db: Database,
  planned: PlannedImport,
  tables: readonly ChosenTable[],
  options: ImportOptions,
): Result<readonly Id[]> {
  const stored = storeReports(db, [{ planned, tables }], options)
  return stored.ok ? success(stored.value.map(({ id }) => id)) : stored
}

export function withAllTables(planned: PlannedImport): ChosenWorkbook {
  return { planned, tables: planned.plan.tables.map((_, index) => ({ index, corrections: {} })) }
}

/** Stores the tables of one or more workbooks in one change: all or none. */
export function storeReports(
  db: Database,
  workbooks: readonly ChosenWorkbook[],
  { author, sample = false }: ImportOptions,
): Result<readonly Report[]> {
  const reports: Report[] = []
  for (const { planned, tables } of workbooks) {
    for (const table of tables) {
      const report = plannedReport(planned, table)
      if (report === undefined) return withoutTable(planned)
      reports.push(sample ? { ...report, sample } : report)
    }
  }
  return attempt(db.name, () => {
    const file = workbooks.map(({ planned }) => planned.file).join(', ')
    const pasted = workbooks.every(({ planned }) => planned.pasted === true)
    const label = { key: sample ? 'sample' : pasted ? 'paste' : 'import', params: { file } } as const
    const change = { author, label, kind: 'do', reports: reports.map(creationOf) } as const
    const { at } = record(
      db,
      change,
      workbooks
        .filter(({ planned }) => planned.pasted !== true)
        .map(({ planned: { hash, bytes } }) => ({ hash, bytes })),
      profilesToRemember(db, workbooks.flatMap(rememberedTables)),
    )
    return success(reports.map((report) => ({ ...report, updatedAt: at })))
  })
}

function rememberedTables({ planned, tables }: ChosenWorkbook): readonly RememberedTable[] {
  return tables.flatMap(({ index, corrections, remember: name }) => {
    const table = planned.plan.tables[index]
    return table === undefined || name === undefined ? [] : [{ table, corrections, name }]
  })
}

/** Who brought the samples. */
const PROGRAM = 'Biểu Chỉ tiêu'

/**
 * The workbooks of `folder` as reports marked as samples, by the import every workbook takes, all or none. Only into
 * data where nothing has ever been done, so that a sample a person removed stays away.
 */
export async function importSamples(
  db: Database,
  folder: string,
  start: () => ReaderChild,
): Promise<Result<readonly Id[]>> {
  if (!journalIsEmpty(db)) return success([])
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xlsx')).sort()
  const chosen: ChosenWorkbook[] = []
  for (const name of names) {
    const read = await readForImport(join(folder, name), start)
    if (!read.ok) return read
    chosen.push(withAllTables(read.value))
  }
  const stored = storeReports(db, chosen, { author: PROGRAM, sample: true })
  return stored.ok ? success(stored.value.map(({ id }) => id)) : stored
}

function naming<T>(file: string, result: Result<T>): Result<T> {
  if (result.ok) return result
  const { code, reason, params } = result.failure
  return failure(code, reason, { file, ...params })
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
