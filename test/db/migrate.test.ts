/** Files of older versions: brought up to date with a checked copy beside them, or left as they were. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../electron/db/migrations.ts'
import { closeDatabase, DATABASE_FILE, openDatabase } from '../../electron/db/open.ts'
import { loadReport } from '../../electron/db/storedReport.ts'
import { editReport } from '../../electron/services/reports.ts'
import type { Edit } from '../../shared/model.ts'
import { newFolder, openedDatabase } from './folder.ts'

const REPORT = '11111111-1111-4111-8111-111111111111'
const COLUMN = '22222222-2222-4222-8222-222222222222'
const ROW = '33333333-3333-4333-8333-333333333333'

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

test('the steps that people already have stay as they are', () => {
  const prints = MIGRATIONS.slice(0, 2).map((step) =>
    createHash('sha256').update(step).digest('hex').slice(0, 16),
  )
  expect(prints).toEqual(['f59f9a6510f48054', 'ce75635de1bca88c'])
})

test('a report stored by an older version can be read and edited', async () => {
  const folder = await folderOfVersion(2)
  const old = new SqliteDatabase(join(folder, DATABASE_FILE))
  old.exec(`
    INSERT INTO report (id, title, subtitle, period_kind, period_year, office, letterhead, signature, state, updated_at)
      VALUES ('${REPORT}', 'Biểu', '', 'year', 2023, 'xã', '[]', '[]', 'draft', '2023-12-01T00:00:00.000Z');
    INSERT INTO report_column (id, report, tag, sort_order, role, header)
      VALUES ('${COLUMN}', '${REPORT}', 'c1', 'i', 'plan', '["Kế hoạch"]');
    INSERT INTO report_row (id, report, tag, sort_order, kind, level, ordinal, name, unit, indicator)
      VALUES ('${ROW}', '${REPORT}', 'r1', 'i', 'indicator', 0, '1', 'Diện tích', 'ha', '${ROW}');
    INSERT INTO tag VALUES ('${REPORT}', 'c1', '${COLUMN}'), ('${REPORT}', 'r1', '${ROW}');
    INSERT INTO cell (row_id, column_id, text, op, value) VALUES ('${ROW}', '${COLUMN}', '370', '=', '370');
    INSERT INTO override VALUES ('${ROW}', '${COLUMN}', '371', 'sửa')`)
  old.close()
  const db = await openedDatabase(folder)
  const edits: Edit[] = [
    { type: 'cell', row: ROW, column: COLUMN, text: '≥ 380' },
    { type: 'row', row: ROW, set: { direction: 'less' } },
  ]
  expect(editReport(db, REPORT, edits, 'An').ok).toBe(true)
  const row = loadReport(db, REPORT)?.rows[0]
  expect(row).toMatchObject({
    direction: 'less',
    cells: { [COLUMN]: { text: '≥ 380', quantity: { op: '>=', value: '380' } } },
    overrides: { [COLUMN]: { text: '371', reason: 'sửa' } },
  })
})

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
