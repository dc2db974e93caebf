/** Many workbooks at once, with real files, the real reading process and a real database. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { closeDatabase, type Database } from '../../electron/db/open.ts'
import { eachWorkbook } from '../../electron/db/workbooks.ts'
import { forkReader } from '../../electron/readerFork.ts'
import { importBatch, type BatchFile } from '../../electron/services/batch.ts'
import { workbooksIn } from '../../electron/services/folder.ts'
import { applyImport, importSamples, readForImport } from '../../electron/services/import.ts'
import { listReports } from '../../electron/services/reports.ts'
import { verify } from '../../electron/services/verify.ts'
import type { FileOutcome, FinishedFile } from '../../shared/batch.ts'
import type { Result } from '../../shared/result.ts'
import { MOST_FILES } from '../../shared/workbookFile.ts'
import { contentOf, newFolder, openedDatabase } from '../db/folder.ts'
import { communeWorkbook, type Commune } from '../excel/communes.ts'

const top = join(import.meta.dirname, '..', '..')
const lucBinh = join(top, 'test', 'fixtures', 'luc-binh-2023.xlsx')
const startReader = () => forkReader(join(top, 'electron', 'excel', 'readerProcess.ts'))

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.reason}`)
  return result.value
}

interface Watched {
  readonly finished: readonly FinishedFile[]
  /** "begin 0", "imported 0", … by the place of the file. */
  readonly progress: readonly string[]
  readonly starts: number
}

/** Imports the files under the tokens "0", "1" …; `cancelAt` is the progress at which the person presses Stop. */
async function batch(
  db: Database,
  sources: readonly BatchFile['source'][],
  cancelAt?: string,
): Promise<Watched> {
  const stop = new AbortController()
  const progress: string[] = []
  let starts = 0
  const files = sources.map((source, index) => ({ token: String(index), source }))
  const ended = await importBatch(db, files, {
    author: 'Lan',
    startReader: () => {
      starts++
      return startReader()
    },
    cancelled: stop.signal,
    onProgress: (token, outcome) => {
      const told = `${outcome?.type ?? 'begin'} ${token}`
      progress.push(told)
      if (told === cancelAt) stop.abort()
    },
  })
  return { finished: valueOf(ended), progress, starts }
}

function inShort({ finished }: Watched): string[] {
  return finished.map(({ token, outcome }) => `${token} ${shortOutcome(outcome)}`)
}

function shortOutcome(outcome: FileOutcome): string {
  switch (outcome.type) {
    case 'imported':
      return `imported ${String(outcome.reports.length)}${outcome.earlier ? ' earlier' : ''}`
    case 'look':
      return `look ${outcome.tables.flatMap(({ reasons }) => reasons.map(({ key }) => key)).join()}`
    case 'refused':
      return `refused ${outcome.failure.code} ${outcome.failure.reason}`
  }
}

/** A folder with so many workbooks; their paths. */
function communes(count: number): readonly string[] {
  const folder = newFolder()
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `xa-${String(index + 1)}.xlsx`)
    writeFileSync(path, communeWorkbook({ office: `xã Số ${String(index + 1)}`, plan: 100 + index }))
    return path
  })
}

test('each file is imported, kept to be looked at, or refused with the reason, by one reading process', async () => {
  const db = await openedDatabase()
  const folder = newFolder()
  const cut = join(folder, 'cụt.xlsx')
  writeFileSync(cut, readFileSync(lucBinh).subarray(0, 1_000))
  const watched = await batch(db, [
    ...communes(2),
    cut,
    { name: 'tha-vao.xlsx', bytes: communeWorkbook({ office: 'xã Thả' }) },
    { name: 'khong-ky.xlsx', bytes: communeWorkbook({ office: 'xã Mới', period: '' }) },
    { name: 'sai-ty-le.xlsx', bytes: communeWorkbook({ office: 'xã Sai', ratio: '12' }) },
    join(folder, 'khong-co.xlsx'),
    undefined,
    { name: 'trong.xlsx', bytes: communeWorkbook({ office: 'xã Trống', rows: 0 }) },
  ])
  expect(inShort(watched)).toEqual([
    '0 imported 1',
    '1 imported 1',
    '2 refused unreadable file-truncated',
    '3 imported 1',
    '4 look lookPeriod',
    '5 look lookErrors',
    '6 refused not-found file-missing',
    '7 refused not-found file-forgotten',
    '8 refused no-table no-table',
  ])
  expect(watched.starts).toBe(1)
  expect(watched.progress.slice(0, 4)).toEqual(['begin 0', 'imported 0', 'begin 1', 'imported 1'])
  expect(valueOf(listReports(db)).map(({ office }) => office)).toEqual(['xã Thả', 'xã Số 2', 'xã Số 1'])
  expect(valueOf(verify(db))).toEqual([])
})

test('what is told of an imported file finds its reports', async () => {
  const db = await openedDatabase()
  const { finished } = await batch(db, [lucBinh])
  const [report] = valueOf(listReports(db))
  const reports = [{ id: report?.id, title: report?.title, office: 'xã Lục Bình' }]
  expect(finished).toEqual([{ token: '0', outcome: { type: 'imported', earlier: false, reports } }])
})

test('files that are not imported leave the data folder byte-identical', async () => {
  const folder = newFolder()
  const first = await openedDatabase(folder)
  await batch(first, [lucBinh])
  closeDatabase(first)
  const before = contentOf(folder)

  const db = await openedDatabase(folder)
  const watched = await batch(db, [
    { name: 'cụt.xlsx', bytes: readFileSync(lucBinh).subarray(0, 1_000) },
    { name: 'không kỳ.xlsx', bytes: communeWorkbook({ office: 'xã Mới', period: '' }) },
    join(folder, 'không có.xlsx'),
    { name: 'không bảng.xlsx', bytes: communeWorkbook({ office: 'xã Trống', rows: 0 }) },
    lucBinh,
  ])
  closeDatabase(db)
  expect(inShort(watched).map((line) => line.split(' ')[1])).toEqual([
    'refused',
    'look',
    'refused',
    'refused',
    'imported',
  ])
  expect(contentOf(folder)).toEqual(before)
})

test('stopped between two files: what is stored stays, the rest is not touched', async () => {
  const db = await openedDatabase()
  const files = communes(5)
  const stopped = await batch(db, files, 'imported 1')
  expect(inShort(stopped)).toEqual(['0 imported 1', '1 imported 1'])
  expect(stopped.progress.at(-1)).toBe('imported 1')
  expect([valueOf(listReports(db)).length, [...eachWorkbook(db)].length]).toEqual([2, 2])
  expect(valueOf(verify(db))).toEqual([])

  const again = await batch(db, files)
  expect(inShort(again)).toEqual([
    '0 imported 1 earlier',
    '1 imported 1 earlier',
    '2 imported 1',
    '3 imported 1',
    '4 imported 1',
  ])
  expect(valueOf(listReports(db))).toHaveLength(5)
})

test('stopped while a file is read: the reading ends at once and nothing of the file is stored', async () => {
  const db = await openedDatabase()
  const stopped = await batch(db, communes(3), 'begin 1')
  expect(inShort(stopped)).toEqual(['0 imported 1'])
  expect(valueOf(listReports(db))).toHaveLength(1)
})

test('a workbook with a table that is to be looked at is stored with none of its tables', async () => {
  const db = await openedDatabase()
  const workbook = communeWorkbook({ office: 'xã Hai Bảng', second: { office: 'xã Hai Bảng', ratio: '3' } })
  const watched = await batch(db, [{ name: 'hai.xlsx', bytes: workbook }])
  expect(inShort(watched)).toEqual(['0 look lookErrors'])
  expect([valueOf(listReports(db)), [...eachWorkbook(db)]]).toEqual([[], []])
})

test('of a workbook imported in part only the other tables are imported', async () => {
  const db = await openedDatabase()
  const bytes = communeWorkbook({ office: 'xã Hai Bảng', second: { office: 'xã Hai Bảng' } })
  const planned = valueOf(await readForImport({ name: 'hai.xlsx', bytes }, startReader))
  valueOf(applyImport(db, planned, [{ index: 1, corrections: {} }], { author: 'Lan' }))
  const watched = await batch(db, [{ name: 'hai.xlsx', bytes }])
  expect(inShort(watched)).toEqual(['0 imported 2'])
  expect(valueOf(listReports(db))).toHaveLength(2)
})

test('a corrected file of a report that is stored is not imported beside it', async () => {
  const db = await openedDatabase()
  const file = (name: string, commune: Commune) => ({ name, bytes: communeWorkbook(commune) })
  const watched = await batch(db, [
    file('a.xlsx', { office: 'xã Một' }),
    file('a.xlsx', { office: 'xã Một', plan: 101 }),
    file('a.xlsx', { office: 'xã Hai', plan: 101 }),
    file('a.xlsx', { office: 'xã Một', period: ' NĂM 2023' }),
    file('b.xlsx', { office: 'xã Một', plan: 102 }),
  ])
  expect(inShort(watched)).toEqual([
    '0 imported 1',
    '1 look lookStored',
    '2 imported 1',
    '3 imported 1',
    '4 imported 1',
  ])
})

test("a sample is no import of one's own", async () => {
  const db = await openedDatabase()
  valueOf(await importSamples(db, join(top, 'resources', 'samples'), startReader))
  expect(inShort(await batch(db, [join(top, 'resources', 'samples', 'luc-binh-2023.xlsx')]))).toEqual([
    '0 imported 1',
  ])
  expect(valueOf(listReports(db))).toHaveLength(3)
})

describe('a folder', () => {
  function folderWith(paths: readonly string[]): string {
    const root = newFolder()
    for (const path of paths) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), '')
    }
    return root
  }

  test('gives the workbooks in it and below in the order of their names', async () => {
    const root = folderWith([
      'Xã 10/b.xlsx',
      'Xã 2/2024/c.ODS',
      'Xã 2/a.csv',
      'z.xls',
      'tổng.xlsm',
      'ghi chú.docx',
      'Xã 2/ảnh.png',
      '~$z.xls',
      '.ẩn.xlsx',
      '.git/d.xlsx',
    ])
    symlinkSync(join(root, 'z.xls'), join(root, 'liên kết.xls'))
    const found = valueOf(await workbooksIn(root))
    expect(found.workbooks.map(({ folder, name }) => `${folder}|${name}`)).toEqual([
      '|tổng.xlsm',
      '|z.xls',
      'Xã 2|a.csv',
      'Xã 2/2024|c.ODS',
      'Xã 10|b.xlsx',
    ])
    expect(found.workbooks.map(({ handle }) => existsSync(handle))).toEqual([true, true, true, true, true])
    expect(found.skipped).toEqual(['ghi chú.docx', 'Xã 2/ảnh.png'])
  })

  test.each([
    ['without workbooks', ['a.docx', '~$b.xlsx'], 'folder-without-workbooks'],
    ['with as many as may be', names(MOST_FILES), 'found'],
    ['with one more', names(MOST_FILES + 1), 'too-many-files'],
  ])('%s', async (_, paths, expected) => {
    const found = await workbooksIn(folderWith(paths))
    expect(found.ok ? 'found' : found.failure.reason).toBe(expected)
  })

  test('that is not there', async () => {
    const missing = await workbooksIn(join(newFolder(), 'không có'))
    expect(missing).toMatchObject({
      failure: { reason: 'folder-unreadable', params: { folder: 'không có' } },
    })
  })

  function names(count: number): string[] {
    return Array.from({ length: count }, (_, index) => `${String(index)}.xlsx`)
  }
})
