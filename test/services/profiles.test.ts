/** Remembered templates in a real database: stored with an import, found by the next, and carried in files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeDatabase, type Database } from '../../electron/db/open.ts'
import { forkReader } from '../../electron/readerFork.ts'
import { applyImport, readForImport, type PlannedImport } from '../../electron/services/import.ts'
import {
  deleteProfile,
  exportProfile,
  importProfile,
  listProfiles,
  renameProfile,
  saveProfile,
} from '../../electron/services/profiles.ts'
import { listReports } from '../../electron/services/reports.ts'
import type { PlanCorrections } from '../../shared/layout/plan.ts'
import type { Profile } from '../../shared/profile.ts'
import type { Result } from '../../shared/result.ts'
import { newFolder, openedDatabase } from '../db/folder.ts'

const top = join(import.meta.dirname, '..', '..')
const lucBinh = join(top, 'test', 'fixtures', 'luc-binh-2023.xlsx')
const startReader = () => forkReader(join(top, 'electron', 'excel', 'readerProcess.ts'))

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.reason}`)
  return result.value
}

async function plannedWith(profiles: readonly Profile[] = []): Promise<PlannedImport> {
  return valueOf(await readForImport(lucBinh, startReader, { profiles }))
}

const CORRECTIONS: PlanCorrections = { roles: { 5: 'estimate' }, leftOutColumns: [7] }

/** Imports the fixture with a correction that is remembered. */
async function remember(db: Database, name = 'Mẫu xã', corrections = CORRECTIONS): Promise<Profile> {
  const planned = await plannedWith()
  valueOf(applyImport(db, planned, [{ index: 0, corrections, remember: name }], { author: 'Lan' }))
  const profile = valueOf(listProfiles(db)).find((each) => each.name === name)
  if (profile === undefined) throw new Error('Nothing was remembered')
  return profile
}

test('a confirmed correction is remembered and the next file of the template needs no question', async () => {
  const folder = newFolder()
  const first = await openedDatabase(folder)
  const profile = await remember(first)
  closeDatabase(first)

  const db = await openedDatabase(folder)
  expect(valueOf(listProfiles(db))).toEqual([profile])
  const [table] = (await plannedWith([profile])).plan.tables
  expect(table?.profile).toEqual({
    id: profile.id,
    name: 'Mẫu xã',
    newColumns: [],
    corrections: { leftOutColumns: [7] },
  })
  expect(table?.columns.map(({ role }) => role)[4]).toBe('estimate')
})

test('nothing is remembered unasked', async () => {
  const db = await openedDatabase()
  const tables = [{ index: 0, corrections: CORRECTIONS }]
  valueOf(applyImport(db, await plannedWith(), tables, { author: 'Lan' }))
  expect(valueOf(listProfiles(db))).toEqual([])
})

test('what cannot be stored leaves neither report nor template', async () => {
  const db = await openedDatabase()
  db.exec("CREATE TRIGGER full BEFORE INSERT ON change BEGIN SELECT RAISE(ABORT, 'full'); END")
  await expect(remember(db)).rejects.toThrow('full')
  expect([valueOf(listReports(db)), valueOf(listProfiles(db))]).toEqual([[], []])
})

test('a table recognised by a template goes on with that template', async () => {
  const db = await openedDatabase()
  const profile = await remember(db)
  const planned = await plannedWith([profile])
  const corrections = { roles: { 4: 'previous' } } as const
  const tables = [{ index: 0, corrections, remember: 'Mẫu xã, sửa' }]
  valueOf(applyImport(db, planned, tables, { author: 'Lan' }))
  const [changed, ...more] = valueOf(listProfiles(db))
  expect(more).toEqual([])
  expect(changed).toMatchObject({ id: profile.id, name: 'Mẫu xã, sửa' })
  expect(changed?.columns.map(({ role }) => role).slice(3, 6)).toEqual(['previous', 'estimate', 'ratio'])
  expect(changed?.columns[6]?.leftOut).toBe(true)
})

test('two templates never share a name, however it is written', async () => {
  const db = await openedDatabase()
  await remember(db, 'Mẫu xã')
  const planned = await plannedWith()
  const again = { index: 0, corrections: CORRECTIONS, remember: ' mẫu  XÃ ' }
  valueOf(applyImport(db, planned, [again, again], { author: 'Lan' }))
  const list = valueOf(listProfiles(db))
  expect(list.map(({ name }) => name)).toEqual(['Mẫu xã', 'mẫu XÃ (2)', 'mẫu XÃ (3)'])
  const id = list[1]?.id ?? ''
  expect(renameProfile(db, id, 'MẪU XÃ')).toMatchObject({ failure: { reason: 'profile-name-taken' } })
  expect(renameProfile(db, id, '  ')).toMatchObject({ failure: { reason: 'profile-name-empty' } })
  expect(valueOf(renameProfile(db, id, ' Mẫu  phường ')).name).toBe('Mẫu phường')
  expect(valueOf(renameProfile(db, id, 'MẪU PHƯỜNG')).name).toBe('MẪU PHƯỜNG')
})

test('the roles of a template are changed, and it is deleted', async () => {
  const db = await openedDatabase()
  const profile = await remember(db)
  const columns = profile.columns.map(({ role }, place) => ({
    role: place === 4 ? 'actual' : role,
    leftOut: place === 6,
  }))
  const saved = valueOf(saveProfile(db, profile.id, columns))
  expect(valueOf(listProfiles(db))).toEqual([saved])
  expect(saved.columns[4]).toEqual({ header: profile.columns[4]?.header, role: 'actual' })
  expect(saveProfile(db, profile.id, columns.slice(1))).toMatchObject({
    failure: { code: 'conflict', reason: 'profile-changed' },
  })
  expect(valueOf(deleteProfile(db, profile.id))).toBeNull()
  const gone = { failure: { code: 'not-found', reason: 'profile-unknown' } }
  expect(deleteProfile(db, profile.id)).toMatchObject(gone)
  expect(renameProfile(db, profile.id, 'a')).toMatchObject(gone)
  expect(saveProfile(db, profile.id, columns)).toMatchObject(gone)
  expect(exportProfile(db, profile.id)).toMatchObject(gone)
})

test('a template goes to another computer in a file, once', async () => {
  const here = await openedDatabase()
  const rows = { 10: { kind: 'section', leftOut: true } } as const
  const profile = await remember(here, 'Mẫu xã: "Đông"', { ...CORRECTIONS, rows })
  const { bytes, fileName } = valueOf(exportProfile(here, profile.id))
  expect(fileName).toBe('MauBieu_MauXaDong.json')
  expect(bytes.length).toBeLessThan(20_000)
  const file = join(newFolder(), fileName)
  writeFileSync(file, bytes)

  const there = await openedDatabase()
  const taken = valueOf(await importProfile(there, file))
  expect({ ...taken, id: profile.id }).toEqual(profile)
  expect(taken.id).not.toBe(profile.id)
  expect(valueOf(await importProfile(there, file))).toEqual(taken)
  expect(valueOf(listProfiles(there))).toEqual([taken])

  writeFileSync(file, readFileSync(file, 'utf8').replace('"estimate"', '"actual"'))
  expect(valueOf(await importProfile(there, file)).name).toBe('Mẫu xã: "Đông" (2)')
})

const GOOD = {
  format: 'bieu-chi-tieu-mau',
  version: 1,
  name: 'Mẫu',
  title: 'Biểu',
  columns: [{ header: ['Chỉ tiêu'], role: 'name' }],
  rows: [],
}

test.each<[string, string | Uint8Array, string]>([
  ['a good one', JSON.stringify(GOOD), 'taken'],
  ['with a byte order mark', `\uFEFF${JSON.stringify(GOOD)}`, 'taken'],
  ['no JSON', 'Mẫu biểu', 'profile-file-foreign'],
  ['empty', '', 'profile-file-foreign'],
  ['no UTF-8', new Uint8Array([0xff, 0xfe, 0x7b]), 'profile-file-foreign'],
  ['other JSON', '[1, 2, 3]', 'profile-file-foreign'],
  ['JSON of another program', JSON.stringify({ ...GOOD, format: 'mau-khac' }), 'profile-file-foreign'],
  ['too big', JSON.stringify({ ...GOOD, title: 'a'.repeat(1_000_001) }), 'profile-file-foreign'],
  ['newer', JSON.stringify({ ...GOOD, version: 2, more: true }), 'profile-file-newer'],
  ['without a name', JSON.stringify({ ...GOOD, name: ' ' }), 'profile-file-damaged'],
  ['without columns', JSON.stringify({ ...GOOD, columns: [] }), 'profile-file-damaged'],
  [
    'a role nobody knows',
    JSON.stringify({ ...GOOD, columns: [{ header: [], role: 'x' }] }),
    'profile-file-damaged',
  ],
  ['a field nobody knows', JSON.stringify({ ...GOOD, more: 1 }), 'profile-file-damaged'],
  ['an id of its own', JSON.stringify({ ...GOOD, id: 'x' }), 'profile-file-damaged'],
  ['a prototype, passed over', JSON.stringify(GOOD).replace('"rows"', '"__proto__":{"a":1},"rows"'), 'taken'],
  [
    'a rule about row -1',
    JSON.stringify({ ...GOOD, rows: [{ ordinal: '', name: 'a', among: { nth: -1, of: 2 }, set: {} }] }),
    'profile-file-damaged',
  ],
])('a file of a template: %s', async (_, content, expected) => {
  const db = await openedDatabase()
  const file = join(newFolder(), 'mau.json')
  writeFileSync(file, content)
  const result = await importProfile(db, file)
  expect(result.ok ? 'taken' : result.failure.reason).toBe(expected)
  if (!result.ok) expect(result.failure.params.file).toBe('mau.json')
  expect(valueOf(listProfiles(db))).toHaveLength(expected === 'taken' ? 1 : 0)
})

test('a missing file and a folder are told as such', async () => {
  const db = await openedDatabase()
  const folder = newFolder()
  mkdirSync(join(folder, 'thu-muc'))
  const reasons = await Promise.all(
    ['mau.json', 'thu-muc'].map(async (name) => {
      const result = await importProfile(db, join(folder, name))
      return result.ok ? 'taken' : `${result.failure.reason} ${String(result.failure.params.file)}`
    }),
  )
  expect(reasons).toEqual(['file-missing mau.json', 'file-is-folder thu-muc'])
})
