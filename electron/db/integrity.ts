/** SQLite's own checks of a whole file. */
import type { Database } from './open.ts'

/** What `integrity_check` finds, in its words; empty when the file is whole. */
export function brokenPages(db: Database): string[] {
  return db
    .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
    .all()
    .map((found) => found.integrity_check)
    .filter((text) => text !== 'ok')
}

/** The tables with a reference to something that is not there. */
export function brokenReferences(db: Database): string[] {
  const found = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all()
  return [...new Set(found.map(({ table }) => table))]
}
