/** SQLite's errors as failures with a sentence; whatever is none of these is a fault of the program and thrown on. */
import SqliteDatabase from 'better-sqlite3'
import { failure, type Failure, type Result } from '../../shared/result.ts'

/** `file` is the database's path, for the sentence. Undefined for an error that nobody should expect. */
export function databaseFailure(error: unknown, file: string): Failure | undefined {
  if (!(error instanceof SqliteDatabase.SqliteError)) return undefined
  // Extended codes carry the primary one in front: SQLITE_IOERR_WRITE, SQLITE_CORRUPT_INDEX.
  const primary = error.code.split('_').slice(0, 2).join('_')
  switch (primary) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return failure('data-locked', 'data-locked', { file }).failure
    case 'SQLITE_NOTADB':
      return failure('data-damaged', 'data-foreign', { file }).failure
    case 'SQLITE_CORRUPT':
      return failure('data-damaged', 'data-damaged', { file }).failure
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return failure('disk', 'data-disk', { file, detail: error.code }).failure
    default:
      return undefined
  }
}

/** Runs database work; an error of disk, lock or damage becomes a failure, anything else is thrown on. */
export function attempt<T>(file: string, work: () => Result<T>): Result<T> {
  try {
    return work()
  } catch (error) {
    const known = databaseFailure(error, file)
    if (known === undefined) throw error
    return { ok: false, failure: known }
  }
}
