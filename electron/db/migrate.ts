/** Brings a database up to the newest version: a checked copy first, then all steps in one transaction. */
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { failure, success, type Result } from '../../shared/result.ts'
import { APPLICATION_ID } from './migrations.ts'

/** The version of a file is the number of migrations applied to it, kept in `user_version`. */
export async function migrate(
  db: SqliteDatabase.Database,
  migrations: readonly string[],
): Promise<Result<SqliteDatabase.Database>> {
  const version = versionOf(db)
  if (version === migrations.length) return success(db)
  // A newer program may have come and gone since the file was inspected.
  if (version > migrations.length) return failure('data-newer', 'data-newer', { file: db.name })
  if (version > 0) {
    const saved = await backUp(db, version)
    if (!saved.ok) return saved
  }
  db.transaction(() => {
    for (const migration of migrations.slice(version)) db.exec(migration)
    db.pragma(`user_version = ${migrations.length}`)
  }).exclusive()
  db.pragma('wal_checkpoint(TRUNCATE)')
  return success(db)
}

function versionOf(db: SqliteDatabase.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Beside the database, named after version and time, so that no earlier copy is ever overwritten. */
async function backUp(db: SqliteDatabase.Database, version: number): Promise<Result<null>> {
  const time = new Date().toISOString().replace(/[-:.Z]/g, '')
  const file = join(dirname(db.name), `bieu-chi-tieu-v${version}-${time}.backup.db`)
  if (statSync(file, { throwIfNoEntry: false })) return failure('disk', 'data-backup', { file })
  await db.backup(file)
  return isGood(file, version) ? success(null) : failure('disk', 'data-backup', { file })
}

function isGood(file: string, version: number): boolean {
  const copy = new SqliteDatabase(file)
  try {
    copy.pragma('locking_mode = EXCLUSIVE')
    return (
      copy.pragma('application_id', { simple: true }) === APPLICATION_ID &&
      versionOf(copy) === version &&
      copy.pragma('integrity_check(1)', { simple: true }) === 'ok'
    )
  } finally {
    copy.close()
  }
}
