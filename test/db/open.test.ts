/** The one database of a data folder: its settings, its lock, and what it refuses without touching it. */
import { copyFileSync, mkdirSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { APPLICATION_ID, MIGRATIONS } from '../../electron/db/migrations.ts'
import { closeDatabase, DATABASE_FILE, openDatabase } from '../../electron/db/open.ts'
import type { Result } from '../../shared/result.ts'
import { contentOf, newFolder, openedDatabase } from './folder.ts'
import { otherProgram, writeAndDie } from './otherProgram.ts'

/** A refusal for comparing: its code and reason. */
function refusalOf(result: Result<unknown>): string {
  return result.ok ? 'opened' : `${result.failure.code} ${result.failure.reason}`
}

test('a new database has the settings that keep acknowledged edits', async () => {
  const db = await openedDatabase()
  const settings = ['locking_mode', 'journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema']
  expect(settings.map((name) => db.pragma(name, { simple: true }))).toEqual(['exclusive', 'wal', 2, 1, 0])
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
})

test('an existing database has the same settings again', async () => {
  const folder = newFolder()
  closeDatabase(await openedDatabase(folder))
  const db = await openedDatabase(folder)
  const settings = ['locking_mode', 'journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema']
  expect(settings.map((name) => db.pragma(name, { simple: true }))).toEqual(['exclusive', 'wal', 2, 1, 0])
})

test('every table is STRICT', async () => {
  const db = await openedDatabase()
  const loose = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
    .pluck()
    .all()
  expect(loose).toEqual(['sqlite_schema'])
  expect(() => db.prepare("INSERT INTO tag VALUES ('a', 'b', x'00')").run()).toThrow(/cannot store BLOB/)
})

test('the journal refuses to be changed', async () => {
  const db = await openedDatabase()
  db.exec("INSERT INTO change VALUES (1, 'a', '', '', 'editCell', '{}', 'do', NULL)")
  expect(() => db.exec("UPDATE change SET author = 'x'")).toThrow('the journal only grows')
  expect(() => db.exec('DELETE FROM change')).toThrow('the journal only grows')
})

test('only an opening that may create makes the folder', async () => {
  const folder = join(newFolder(), 'số liệu', 'mới')
  expect(refusalOf(await openDatabase(folder, { create: false }))).toBe('not-found data-missing')
  expect(readdirSync(join(folder, '..', '..'))).toEqual([])
  await openedDatabase(folder)
  expect(readdirSync(folder)).toContain(DATABASE_FILE)
})

test('an empty folder without permission to create stays empty', async () => {
  const folder = newFolder()
  expect(refusalOf(await openDatabase(folder, { create: false }))).toBe('not-found data-missing')
  expect(readdirSync(folder)).toEqual([])
})

test('a folder that cannot be made is a failure with words', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(refusalOf(await openDatabase(join(folder, 'file', 'data'), { create: true }))).toBe(
    'disk data-folder',
  )
})

test('what a crash leaves in the moment of creation is carried on', async () => {
  const empty = newFolder()
  writeFileSync(join(empty, DATABASE_FILE), '')
  expect((await openedDatabase(empty)).pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)

  const named = newFolder()
  const started = new SqliteDatabase(join(named, DATABASE_FILE))
  started.pragma(`application_id = ${APPLICATION_ID}`)
  started.close()
  expect((await openedDatabase(named)).pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  expect(readdirSync(named).filter((name) => name.includes('backup'))).toEqual([])
})

test('a second opening in the same program is refused while the first is open', async () => {
  const folder = newFolder()
  const db = await openedDatabase(folder)
  expect(refusalOf(await openDatabase(folder, { create: true }))).toBe('data-locked data-locked')
  closeDatabase(db)
  await openedDatabase(folder)
})

test('a second program is refused, and the first goes on', async () => {
  const folder = newFolder()
  const first = await otherProgram(folder)
  const before = contentOf(folder)
  expect(refusalOf(await openDatabase(folder, { create: true }))).toBe('data-locked data-locked')
  expect(contentOf(folder)).toEqual(before)
  await first.write()
  await first.kill()
  const db = await openedDatabase(folder)
  expect(db.prepare('SELECT tag FROM tag').pluck().all()).toEqual(['r1'])
})

/** Something that happens when the file has been looked at and is not taken yet. */
function inBetween(work: () => void): void {
  const close = vi.spyOn(SqliteDatabase.prototype, 'close')
  close.mockImplementationOnce(function (this: SqliteDatabase.Database) {
    close.mockRestore()
    this.close()
    work()
    return this
  })
}

test('what another program writes between looking at the file and taking it is kept', async () => {
  const folder = await ourFolder()
  inBetween(() => writeAndDie(folder))
  const db = await openedDatabase(folder)
  expect(db.prepare("SELECT tag FROM tag WHERE report = 'other'").pluck().all()).toEqual(['other'])
})

test('a file that a newer program upgraded in between is refused', async () => {
  const folder = await ourFolder()
  inBetween(() => {
    const newer = new SqliteDatabase(join(folder, DATABASE_FILE))
    newer.pragma(`user_version = ${MIGRATIONS.length + 1}`)
    newer.close()
  })
  expect(refusalOf(await openDatabase(folder, { create: true }))).toBe('data-newer data-newer')
})

/** A database of ours with something in it, closed. */
async function ourFolder(): Promise<string> {
  const folder = newFolder()
  const db = await openedDatabase(folder)
  const insert = db.prepare("INSERT INTO tag VALUES ('report', ?, 'row')")
  db.transaction(() => {
    for (let number = 1; number <= 2000; number++) insert.run(`r${number}`)
  })()
  closeDatabase(db)
  return folder
}

async function refusedUntouched(folder: string): Promise<string> {
  const before = contentOf(folder)
  const answers = [
    refusalOf(await openDatabase(folder, { create: true })),
    refusalOf(await openDatabase(folder, { create: false })),
  ]
  const after = contentOf(folder)
  expect(after).toMatchObject(before)
  const added = Object.keys(after).filter((name) => !(name in before))
  // What a reader of such a file leaves: an index and a log without a byte.
  expect([[], ['-shm'], ['-shm', '-wal']]).toContainEqual(
    added.map((name) => name.slice(DATABASE_FILE.length)),
  )
  if (added.includes(`${DATABASE_FILE}-wal`)) {
    expect(statSync(join(folder, `${DATABASE_FILE}-wal`)).size).toBe(0)
  }
  expect(answers[0]).toBe(answers[1])
  return answers[0] ?? ''
}

test('a file of a newer program is refused untouched', async () => {
  const folder = await ourFolder()
  const newer = new SqliteDatabase(join(folder, DATABASE_FILE))
  newer.pragma(`user_version = ${MIGRATIONS.length + 1}`)
  newer.close()
  expect(await refusedUntouched(folder)).toBe('data-newer data-newer')
})

test('a database of another program is refused untouched', async () => {
  const folder = newFolder()
  const other = new SqliteDatabase(join(folder, DATABASE_FILE))
  other.exec('CREATE TABLE contacts (name TEXT)')
  other.close()
  expect(await refusedUntouched(folder)).toBe('data-damaged data-foreign')
})

test('a file that is no database is refused untouched', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, DATABASE_FILE), 'Báo cáo kết quả thực hiện '.repeat(100))
  expect(await refusedUntouched(folder)).toBe('data-damaged data-foreign')
})

test('a truncated file is refused untouched', async () => {
  const folder = await ourFolder()
  const file = join(folder, DATABASE_FILE)
  const bytes = SqliteDatabase(file).serialize()
  writeFileSync(file, bytes.subarray(0, bytes.length - 8192))
  expect(await refusedUntouched(folder)).toBe('data-damaged data-damaged')
})

test('a file with a page overwritten is refused untouched', async () => {
  const folder = await ourFolder()
  const file = openSync(join(folder, DATABASE_FILE), 'r+')
  // Past the header page, in every second page: some of them are in use.
  for (let page = 1; page < 12; page += 2) writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, page * 4096)
  expect(await refusedUntouched(folder)).toBe('data-damaged data-damaged')
})

test('a refusal after a crash leaves the write-ahead log where it is', async () => {
  const source = newFolder()
  const db = new SqliteDatabase(join(source, DATABASE_FILE))
  db.pragma('journal_mode = WAL')
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${MIGRATIONS.length + 1}`)
  const folder = newFolder()
  for (const suffix of ['', '-wal']) {
    copyFileSync(join(source, DATABASE_FILE + suffix), join(folder, DATABASE_FILE + suffix))
  }
  db.close()
  expect(Object.keys(contentOf(folder))).toHaveLength(2)
  expect(await refusedUntouched(folder)).toBe('data-newer data-newer')
})

test('a folder in place of the file is refused', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, DATABASE_FILE, 'inside'), { recursive: true })
  expect(refusalOf(await openDatabase(folder, { create: true }))).toBe('disk data-disk')
  expect(readdirSync(join(folder, DATABASE_FILE))).toEqual(['inside'])
})
