/** Files of older versions: brought up to date with a checked copy beside them, or left as they were. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../electron/db/migrations.ts'
import { closeDatabase, DATABASE_FILE, openDatabase } from '../../electron/db/open.ts'
import { newFolder, openedDatabase } from './folder.ts'

/** A file as the program of that version left it, with one workbook in it. */
async function folderOfVersion(version: number): Promise<string> {
  const folder = newFolder()
  const opened = await openDatabase(folder, { create: true, migrations: MIGRATIONS.slice(0, version) })
  if (!opened.ok) throw new Error(opened.failure.reason)
  opened.value.exec("INSERT INTO workbook VALUES ('hash', x'504b0304')")
  closeDatabase(opened.value)
  return folder
}

function backupsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.backup.db'))
}

for (let version = 1; version < MIGRATIONS.length; version++) {
  test(`a file of version ${version} becomes the same as a new one`, async () => {
    const folder = await folderOfVersion(version)
    const schema = 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name'
    const db = await openedDatabase(folder)
    expect(db.prepare(schema).all()).toEqual((await openedDatabase()).prepare(schema).all())
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
    expect(db.prepare('SELECT hash FROM workbook').pluck().all()).toEqual(['hash'])
  })
}

test('before it is migrated a file is copied, and the copy is a whole database of the old version', async () => {
  const folder = await folderOfVersion(1)
  await openedDatabase(folder)
  const [name = ''] = backupsIn(folder)
  expect(name).toMatch(/^bieu-chi-tieu-v1-\d{8}T\d{9}\.backup\.db$/)
  const backup = new SqliteDatabase(join(folder, name))
  expect(backup.pragma('user_version', { simple: true })).toBe(1)
  expect(backup.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(backup.prepare('SELECT hex(bytes) FROM workbook').pluck().all()).toEqual(['504B0304'])
  expect(backup.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'change'").pluck().get()).toBe(0)
  backup.close()
})

test('an up-to-date file is not copied', async () => {
  const folder = await folderOfVersion(MIGRATIONS.length)
  await openedDatabase(folder)
  expect(readdirSync(folder).sort()).toEqual([DATABASE_FILE, `${DATABASE_FILE}-wal`])
})

test('a migration that fails leaves the version and the data as they were', async () => {
  const folder = await folderOfVersion(1)
  const migrations = [...MIGRATIONS.slice(0, 1), 'CREATE TABLE half (a TEXT) STRICT', 'DROP TABLE nowhere']
  await expect(openDatabase(folder, { create: true, migrations })).rejects.toThrow('no such table: nowhere')

  const found = new SqliteDatabase(join(folder, DATABASE_FILE))
  expect(found.pragma('user_version', { simple: true })).toBe(1)
  expect(found.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0)
  found.close()
  expect(backupsIn(folder)).toHaveLength(1)
})
