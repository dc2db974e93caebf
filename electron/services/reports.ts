/** Reports as the program works with them: list, open, edit, undo, redo, history. Every change is one transaction. */
import { randomUUID } from 'node:crypto'
import type { Edited, OpenedReport, ReportSummary, Steps } from '../../shared/api.ts'
import { applyChange, invert, isEmptyChange } from '../../shared/change.ts'
import { applyEdits, type AppliedEdits } from '../../shared/edit.ts'
import type { Change, Edit, Id, Report } from '../../shared/model.ts'
import type { Profile } from '../../shared/profile.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { attempt } from '../db/failures.ts'
import { hasEverBeen, selectChange } from '../db/journal.ts'
import type { Database } from '../db/open.ts'
import { selectReportIds, selectReports } from '../db/reports.ts'
import { loadReport, saveChange } from '../db/storedReport.ts'
import { lastColumnNumber } from '../db/tags.ts'
import type { StoredWorkbook } from '../db/workbooks.ts'
import { nextRedo, nextUndo } from './steps.ts'

/** The report at hand, so that an edit need not read it again: nobody else writes into a locked database. */
const atHand = new WeakMap<Database, Report>()

/** Last changed first. */
export function listReports(db: Database): Result<readonly ReportSummary[]> {
  return attempt(db.name, () => success(selectReports(db)))
}

export function openReport(db: Database, id: Id): Result<OpenedReport> {
  return attempt(db.name, () => {
    const report = current(db, id)
    return report ? success({ report, ...stepsOf(db, id) }) : unknownReport(id)
  })
}

/** The one report whose id begins with `prefix`; `not-found` for none, `usage` for several. */
export function findReport(db: Database, prefix: string): Result<Id> {
  return attempt(db.name, () => {
    const [id, another] = selectReportIds(db, prefix.toLowerCase())
    if (id === undefined || prefix === '') return unknownReport(prefix)
    return another === undefined ? success(id) : failure('usage', 'report-ambiguous', { id: prefix })
  })
}

/** All edits are one step, or none of them happens. */
export function editReport(db: Database, id: Id, edits: readonly Edit[], author: string): Result<Edited> {
  return changeReport(db, id, author, (report) => {
    const taken = { columns: lastColumnNumber(db, id), has: (each: Id) => hasEverBeen(db, each) }
    return applyEdits(report, edits, taken)
  })
}

/** One step of one report, whatever it does to it; `workbooks` are stored with it. */
export function changeReport(
  db: Database,
  id: Id,
  author: string,
  step: (report: Report) => Result<AppliedEdits>,
  workbooks: readonly StoredWorkbook[] = [],
): Result<Edited> {
  return attempt(db.name, () => {
    const report = current(db, id)
    if (report === undefined) return unknownReport(id)
    const applied = step(report)
    if (!applied.ok) return applied
    const { change, label } = applied.value
    if (isEmptyChange(change)) return nothingDone(db, report)
    const saved = record(db, { author, label, kind: 'do', reports: [change] }, workbooks)
    const savedAt = now()
    keep(db, applied.value.report, saved)
    return success({ change: saved, savedAt, ...stepsOf(db, id) })
  })
}

export function undo(db: Database, id: Id, author: string): Result<Edited> {
  return reverse(db, id, author, 'undo')
}

export function redo(db: Database, id: Id, author: string): Result<Edited> {
  return reverse(db, id, author, 'redo')
}

/** Values and journal of a change, on disk when it returns; it is given its id here, and the time it was made. */
export function record(
  db: Database,
  change: Omit<Change, 'id' | 'at'>,
  workbooks: readonly StoredWorkbook[] = [],
  profiles: readonly Profile[] = [],
): Change {
  const whole = { ...change, id: randomUUID(), at: now() }
  saveChange(db, whole, workbooks, profiles)
  return whole
}

/** Takes back the next step of a report, over all reports that it touched or not at all. */
function reverse(db: Database, id: Id, author: string, kind: 'undo' | 'redo'): Result<Edited> {
  return attempt(db.name, () => {
    const report = current(db, id)
    if (report === undefined) return unknownReport(id)
    const next = (of: Id) => (kind === 'undo' ? nextUndo : nextRedo)(db, of)
    const step = next(id)
    if (step === undefined) return nothingDone(db, report)

    const original = selectChange(db, step.number)
    const reports = original.reports.map(invert)
    const after: (Report | null)[] = []
    for (const change of reports) {
      const before = current(db, change.report)
      if (next(change.report)?.number !== step.number) return changedSince(before)
      const applied = applyChange(before ?? null, change)
      if (!applied.ok) return applied
      after.push(applied.value)
    }
    const { label, id: reverses } = original
    const saved = record(db, { author, label, kind, reverses, reports })
    const savedAt = now()
    atHand.delete(db)
    for (const changed of after) if (changed?.id === id) keep(db, changed, saved)
    return success({ change: saved, savedAt, ...stepsOf(db, id) })
  })
}

function now(): string {
  return new Date().toISOString()
}

function current(db: Database, id: Id): Report | undefined {
  const held = atHand.get(db)
  if (held?.id === id) return held
  const report = loadReport(db, id)
  if (report) atHand.set(db, report)
  return report
}

function keep(db: Database, report: Report, change: Change): void {
  atHand.set(db, { ...report, updatedAt: change.at })
}

function stepsOf(db: Database, id: Id): Steps {
  return {
    undo: nextUndo(db, id)?.label ?? null,
    redo: nextRedo(db, id)?.label ?? null,
  }
}

function nothingDone(db: Database, report: Report): Result<Edited> {
  return success({ change: null, savedAt: report.updatedAt, ...stepsOf(db, report.id) })
}

function unknownReport(id: string) {
  return failure('not-found', 'report-unknown', { id })
}

/** A step over several reports: one of them has gone on since. */
function changedSince(report: Report | undefined) {
  return failure('conflict', 'undo-other-report', { title: report?.title ?? '' })
}
