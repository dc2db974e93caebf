/** Whether stored data is whole: the file itself, its references, the workbooks' bytes, and values against journal. */
import { createHash } from 'node:crypto'
import { propertiesOf } from '../../shared/change.ts'
import { areEqual } from '../../shared/equal.ts'
import type { Id, Report } from '../../shared/model.ts'
import { success, type Result } from '../../shared/result.ts'
import { attempt } from '../db/failures.ts'
import { brokenPages, brokenReferences } from '../db/integrity.ts'
import { eachLastState } from '../db/journal.ts'
import type { Database } from '../db/open.ts'
import { selectReports } from '../db/reports.ts'
import { loadReport } from '../db/storedReport.ts'
import { eachWorkbook } from '../db/workbooks.ts'

/** `key` is one of the `cli` texts, filled in with `params`. */
export interface Problem {
  readonly key: string
  readonly params: Readonly<Record<string, string>>
}

/** Reads everything; no problem means that every figure is what its last change left. */
export function verify(db: Database): Result<readonly Problem[]> {
  return attempt(db.name, () =>
    success([
      ...brokenPages(db).map((detail) => ({ key: 'problem-file', params: { detail } })),
      ...brokenReferences(db).map((table) => ({ key: 'problem-reference', params: { table } })),
      ...changedWorkbooks(db),
      ...valuesOffTheJournal(db),
    ]),
  )
}

function changedWorkbooks(db: Database): Problem[] {
  const problems: Problem[] = []
  for (const { hash, bytes } of eachWorkbook(db)) {
    const found = createHash('sha256').update(bytes).digest('hex')
    if (found !== hash) problems.push({ key: 'problem-workbook', params: { hash } })
  }
  return problems
}

/** Reports where some property, column or row is not what the journal says of it, or has no journal at all. */
function valuesOffTheJournal(db: Database): Problem[] {
  const told = new Map<Id, Map<Id, unknown>>()
  for (const { report, id, after } of eachLastState(db)) {
    let things = told.get(report)
    if (things === undefined) told.set(report, (things = new Map<Id, unknown>()))
    if (after !== null) things.set(id, after)
  }
  const stored = selectReports(db).map(({ id }) => id)
  return [...new Set([...stored, ...told.keys()])]
    .filter((id) => !sameThings(partsOf(loadReport(db, id)), told.get(id)))
    .map((report) => ({ key: 'problem-journal', params: { report } }))
}

function partsOf(report: Report | undefined): Map<Id, unknown> {
  const parts = new Map<Id, unknown>()
  if (report === undefined) return parts
  parts.set(report.id, propertiesOf(report))
  for (const part of [...report.columns, ...report.rows]) parts.set(part.id, part)
  return parts
}

function sameThings(stored: Map<Id, unknown>, told = new Map<Id, unknown>()): boolean {
  return stored.size === told.size && [...stored].every(([id, thing]) => areEqual(thing, told.get(id)))
}
