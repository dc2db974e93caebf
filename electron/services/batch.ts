/** Many workbooks, one after another: each is stored whole, kept for a person to look at, or refused with the reason. */
import type { FileOutcome, FinishedFile, ImportedReport, LookedFor } from '../../shared/batch.ts'
import { calculate } from '../../shared/calculate.ts'
import { check } from '../../shared/check/index.ts'
import { areEqual } from '../../shared/equal.ts'
import { needsLook } from '../../shared/layout/needsLook.ts'
import type { PlannedTable } from '../../shared/layout/plan.ts'
import type { Report } from '../../shared/model.ts'
import { failure, success, type Failure, type Result } from '../../shared/result.ts'
import { attempt } from '../db/failures.ts'
import type { Database } from '../db/open.ts'
import { selectReportsFrom, type ReportHead } from '../db/reports.ts'
import { createReader, type ReaderChild } from '../excel/readerHost.ts'
import {
  plannedReport,
  readBy,
  storeReports,
  withoutTable,
  type ChosenTable,
  type PlannedImport,
  type WorkbookSource,
} from './import.ts'
import { listProfiles } from './profiles.ts'

export interface BatchFile {
  /** Names the file in what is told of it. */
  readonly token: string
  /** Undefined for a token that is no longer known. */
  readonly source: WorkbookSource | undefined
}

export interface BatchOptions {
  readonly author: string
  readonly startReader: () => ReaderChild
  /** Ends the reading at once; what is stored by then stays. */
  readonly cancelled: AbortSignal
  /** Called when a file is begun, with null, and when it is finished. */
  readonly onProgress: (token: string, outcome: FileOutcome | null) => void
}

/** The files that were finished: all of them unless it was cancelled. The data is touched by imported files only. */
export async function importBatch(
  db: Database,
  files: readonly BatchFile[],
  { author, startReader, cancelled, onProgress }: BatchOptions,
): Promise<Result<readonly FinishedFile[]>> {
  const profiles = listProfiles(db)
  if (!profiles.ok) return profiles
  const reader = createReader(startReader)
  cancelled.addEventListener('abort', reader.end)
  const isCancelled = () => cancelled.aborted
  const finished: FinishedFile[] = []
  try {
    for (const { token, source } of files) {
      if (isCancelled()) break
      onProgress(token, null)
      const options = { profiles: profiles.value }
      const read = source === undefined ? forgotten() : await readBy(reader.plan, source, options)
      if (isCancelled()) break
      const outcome = read.ok ? importTables(db, read.value, author) : refused(read)
      finished.push({ token, outcome })
      onProgress(token, outcome)
    }
  } finally {
    cancelled.removeEventListener('abort', reader.end)
    reader.end()
  }
  return success(finished)
}

/** All tables of a workbook that are not stored yet, unless one of them is to be looked at first. */
function importTables(db: Database, planned: PlannedImport, author: string): FileOutcome {
  const { tables } = planned.plan
  if (tables.length === 0) return refused(withoutTable(planned))
  const stored = attempt(db.name, () => success(selectReportsFrom(db, planned)))
  if (!stored.ok) return refused(stored)
  const isSame = ({ source }: ReportHead) => source?.hash === planned.hash
  const others = stored.value.filter((report) => !isSame(report))
  const earlier = stored.value.filter(
    (report) => isSame(report) && tables.some((table) => isFrom(report, table)),
  )
  const fresh = tables.flatMap((table, index) =>
    earlier.some((report) => isFrom(report, table)) ? [] : [{ index, corrections: {} }],
  )
  if (fresh.length === 0) return { type: 'imported', reports: earlier.map(inShort), earlier: true }
  const looked = fresh.flatMap((chosen) => lookedFor(planned, chosen, others))
  if (looked.length > 0) return { type: 'look', tables: looked }
  const added = storeReports(db, [{ planned, tables: fresh }], { author })
  if (!added.ok) return refused(added)
  return { type: 'imported', reports: [...earlier, ...added.value].map(inShort), earlier: false }
}

/** The table, where a person should see it before it is stored. */
function lookedFor(
  planned: PlannedImport,
  chosen: ChosenTable,
  others: readonly ReportHead[],
): readonly LookedFor[] {
  const table = planned.plan.tables[chosen.index]
  const report = plannedReport(planned, chosen)
  if (table === undefined || report === undefined) return []
  const isNewerState = others.some((before) => isSameReport(before, report))
  const reasons = [
    ...(isNewerState ? [{ key: 'lookStored', params: {} } as const] : []),
    ...needsLook(table, check(report, calculate(report))),
  ]
  return reasons.length === 0 ? [] : [{ sheet: table.sheet, reasons }]
}

/** From a sheet and file of the same names, of the same period and office, both known. */
function isSameReport(before: ReportHead, { source, period, office }: Report): boolean {
  return (
    before.source?.file === source?.file &&
    before.source?.sheet === source?.sheet &&
    period.kind !== 'unknown' &&
    areEqual(before.period, period) &&
    office !== '' &&
    before.office === office
  )
}

/** A table that a person corrected the rows of is the same table, so that its rows need only overlap. */
function isFrom({ source }: ReportHead, table: PlannedTable): boolean {
  if (source?.sheet !== table.sheet) return false
  const [first, last] = rowsOf(source.range)
  const [top, bottom] = rowsOf(table.range)
  return first <= bottom && top <= last
}

/** "A7:G40" to 7 and 40. */
function rowsOf(range: string): readonly [first: number, last: number] {
  const [first = 0, last = first] = [...range.matchAll(/\d+/g)].map(([row]) => Number(row))
  return [first, last]
}

function inShort({ id, title, office }: ImportedReport): ImportedReport {
  return { id, title, office }
}

function refused({ failure: reason }: { readonly failure: Failure }): FileOutcome {
  return { type: 'refused', failure: reason }
}

/** The window holds a token that main no longer knows, such as after a restart. */
function forgotten() {
  return failure('not-found', 'file-forgotten')
}
