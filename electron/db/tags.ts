/** The short names of rows and columns: one belongs to the same thing for good, also after it is deleted. */
import type { Id } from '../../shared/model.ts'
import type { Database } from './open.ts'
import { statement } from './statement.ts'

const insert = statement((db) =>
  db.prepare<[report: Id, tag: string, subject: Id]>(
    'INSERT INTO tag VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
)
const select = statement((db) =>
  db.prepare<[report: Id, tag: string], { subject: Id }>(
    'SELECT subject FROM tag WHERE report = ? AND tag = ?',
  ),
)
// Every tag between "c" and "d" is one of a column, every one between "r" and "s" one of a row.
const selectLast = statement((db) =>
  db.prepare<[report: Id, first: string, end: string], { number: number | null }>(
    'SELECT max(CAST(substr(tag, 2) AS INTEGER)) AS number FROM tag WHERE report = ? AND tag > ? AND tag < ?',
  ),
)

/** Throws when the tag has ever belonged to something else of the report. */
export function claimTag(db: Database, report: Id, tag: string, subject: Id): void {
  if (insert(db).run(report, tag, subject).changes === 1) return
  if (select(db).get(report, tag)?.subject !== subject) {
    throw new Error(`The tag ${tag} of report ${report} is taken`)
  }
}

/** The highest number that the tag of a column of the report ever had; 0 where it never had one. */
export function lastColumnNumber(db: Database, report: Id): number {
  return selectLast(db).get(report, 'c', 'd')?.number ?? 0
}

/** The same of a row. */
export function lastRowNumber(db: Database, report: Id): number {
  return selectLast(db).get(report, 'r', 's')?.number ?? 0
}
