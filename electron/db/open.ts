/**
 * Opens the one database of a data folder: looks at the file first, takes the lock, sets and asserts the
 * settings, migrates. A file that is refused, and its write-ahead log, stay byte for byte what they were.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { failure, type Result } from '../../shared/result.ts'
import { databaseFailure } from './failures.ts'
import { inspectFile } from './inspect.ts'
import { migrate } from './migrate.ts'
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts'

export type Database = SqliteDatabase.Database

export const DATABASE_FILE = 'bieu-chi-tieu.db'

/** Long enough for a program that is just closing, short enough for a person who started it twice. */
const LOCK_WAIT_MS = 500

/**
 * In this order: the lock before the journal, so that the WAL index lives in memory and no second program
 * gets in; FULL because the default in WAL loses acknowledged edits when the power fails.
 */
const SETTINGS = [
  { name: 'locking_mode', set: 'EXCLUSIVE', reads: 'exclusive' },
  { name: 'journal_mode', set: 'WAL', reads: 'wal' },
  { name: 'synchronous', set: 'FULL', reads: 2 },
  { name: 'foreign_keys', set: 'ON', reads: 1 },
  { name: 'trusted_schema', set: 'OFF', reads: 0 },
] as const

export interface OpenOptions {
  /** Make folder and database where there is none; else a missing one is `not-found`. */
  readonly create: boolean
  /** Other than the program's own only in tests of migrations. */
  readonly migrations?: readonly string[]
}

/**
 * The database of `folder`, locked for this program alone until `closeDatabase`. Fails with `data-locked`,
 * `data-newer`, `data-damaged` (also for a file of another program), `not-found` or `disk`. Until then the
 * file must not be opened by other means in this process: on Linux closing it would let go of the lock.
 */
export async function openDatabase(
  folder: string,
  { create, migrations = MIGRATIONS }: OpenOptions,
): Promise<Result<Database>> {
  const file = join(folder, DATABASE_FILE)
  try {
    if (holdsNothing(file)) {
      if (!create) return failure('not-found', 'data-missing', { folder })
      mkdirSync(folder, { recursive: true })
    } else {
      const inspected = inspectFile(file, migrations.length, LOCK_WAIT_MS)
      if (!inspected.ok) return inspected
    }
    const db = new SqliteDatabase(file, { timeout: LOCK_WAIT_MS })
    const taken = await takeOver(db, folder, migrations).catch((error: unknown) => {
      db.close()
      throw error
    })
    if (!taken.ok) db.close()
    return taken
  } catch (error) {
    const known = databaseFailure(error, file) ?? folderFailure(error, folder)
    if (known === undefined) throw error
    return { ok: false, failure: known }
  }
}

/** Brings everything into the one file and lets go of the lock. */
export function closeDatabase(db: Database): void {
  db.close()
}

/** A file of no bytes is what a crash leaves in the moment of creation. */
function holdsNothing(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0
}

async function takeOver(
  db: Database,
  folder: string,
  migrations: readonly string[],
): Promise<Result<Database>> {
  const [locking, ...others] = SETTINGS
  if (!applied(db, locking)) return unsupported(folder, locking.name)
  // The first write of a new file: whatever crash follows, the file is known as ours.
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    db.pragma(`application_id = ${APPLICATION_ID}`)
  }
  for (const setting of others) {
    if (!applied(db, setting)) return unsupported(folder, setting.name)
  }
  // In exclusive mode the lock of the first transaction is kept.
  db.exec('BEGIN EXCLUSIVE; COMMIT')
  // Left by the inspection. Whoever has the lock alone keeps that index in memory.
  rmSync(`${db.name}-shm`, { force: true })
  return await migrate(db, migrations)
}

function applied(db: Database, setting: (typeof SETTINGS)[number]): boolean {
  db.pragma(`${setting.name} = ${setting.set}`)
  return db.pragma(setting.name, { simple: true }) === setting.reads
}

/** Some network drives and file systems cannot do what safe writing needs. */
function unsupported(folder: string, setting: string) {
  return failure('disk', 'data-unsupported', { folder, setting })
}

function folderFailure(error: unknown, folder: string) {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined
  return failure('disk', 'data-folder', { folder, detail: String(error.code) }).failure
}
