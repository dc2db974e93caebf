/** The bytes of imported workbooks, kept once per content. */
import type { Database } from './open.ts'
import { statement } from './statement.ts'

export interface StoredWorkbook {
  /** SHA-256 of the bytes. */
  readonly hash: string
  readonly bytes: Uint8Array
}

const insert = statement((db) =>
  db.prepare<[hash: string, bytes: Uint8Array]>(
    'INSERT INTO workbook (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING',
  ),
)
const selectAll = statement((db) =>
  db.prepare<[], { hash: string; bytes: Buffer }>('SELECT hash, bytes FROM workbook'),
)

/** Content that is there already is not stored again. */
export function insertWorkbook(db: Database, { hash, bytes }: StoredWorkbook): void {
  insert(db).run(hash, bytes)
}

/** One after the other: together they may not fit into memory. */
export function eachWorkbook(db: Database): IterableIterator<StoredWorkbook> {
  return selectAll(db).iterate()
}
