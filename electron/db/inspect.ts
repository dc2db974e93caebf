/** Looks at a database file without changing it, before it is opened for work. */
import SqliteDatabase from 'better-sqlite3'
import { failure, success, type Result } from '../../shared/result.ts'
import { APPLICATION_ID } from './migrations.ts'

/**
 * Whether the file is ours, not newer than `newest` and whole. Through a read-only connection, which sees
 * what a crash left in the WAL but never moves it into the file. Throws SQLite's errors.
 *
 * Reading a WAL file makes its -wal and -shm where they are missing. They stay: as soon as this connection
 * is closed they may be another program's.
 */
export function inspectFile(file: string, newest: number, lockWait: number): Result<null> {
  const db = new SqliteDatabase(file, { readonly: true, timeout: lockWait })
  try {
    return inspect(db, file, newest)
  } finally {
    db.close()
  }
}

function inspect(db: SqliteDatabase.Database, file: string, newest: number): Result<null> {
  const application = db.pragma('application_id', { simple: true })
  if (application !== APPLICATION_ID) return failure('data-damaged', 'data-foreign', { file })
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > newest) return failure('data-newer', 'data-newer', { file })
  const problem = db.pragma('quick_check(1)', { simple: true })
  if (problem !== 'ok') return failure('data-damaged', 'data-damaged', { file })
  return success(null)
}
