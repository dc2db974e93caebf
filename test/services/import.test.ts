/** Workbooks read and stored by the real import, with the real reading process. */
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeDatabase } from '../../electron/db/open.ts'
import { eachWorkbook } from '../../electron/db/workbooks.ts'
import { forkReader } from '../../electron/readerFork.ts'
import {
  applyImport,
  importSamples,
  readForImport,
  type PlannedImport,
} from '../../electron/services/import.ts'
import { editReport, listReports, openReport, undo } from '../../electron/services/reports.ts'
import { verify } from '../../electron/services/verify.ts'
import type { Result } from '../../shared/result.ts'
import { newFolder, openedDatabase } from '../db/folder.ts'

const top = join(import.meta.dirname, '..', '..')
const samples = join(top, 'resources', 'samples')
const lucBinh = join(top, 'test', 'fixtures', 'luc-binh-2023.xlsx')

const startReader = () => forkReader(join(top, 'electron', 'excel', 'readerProcess.ts'))

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.reason}`)
  return result.value
}

/** The first table as it was recognised. */
const whole = { index: 0, corrections: {} }

async function planned(path = lucBinh): Promise<PlannedImport> {
  return valueOf(await readForImport(path, startReader))
}

test('reading gives bytes, hash and plan, and stores nothing', async () => {
  const { file, bytes, hash, format, plan } = await planned()
  expect([file, format, plan.tables.length]).toEqual(['luc-binh-2023.xlsx', 'xlsx', 1])
  expect(Buffer.from(bytes)).toEqual(readFileSync(lucBinh))
  expect(hash).toBe(createHash('sha256').update(readFileSync(lucBinh)).digest('hex'))
})

test('failures of reading name the file', async () => {
  const missing = await readForImport('/nowhere/biểu.xlsx', startReader)
  expect(missing).toMatchObject({ failure: { code: 'not-found', params: { file: 'biểu.xlsx' } } })
  const folder = await readForImport(samples, startReader)
  expect(folder).toMatchObject({
    failure: { code: 'not-found', reason: 'file-is-folder', params: { file: 'samples' } },
  })
})

test('an imported table is a report with its workbook beside it, and comes back after a restart', async () => {
  const folder = newFolder()
  const first = await openedDatabase(folder)
  const workbook = await planned()
  const [id = ''] = valueOf(applyImport(first, workbook, [whole], { author: 'Lan' }))
  const before = valueOf(openReport(first, id))
  closeDatabase(first)

  const db = await openedDatabase(folder)
  const opened = valueOf(openReport(db, id))
  expect(opened).toEqual(before)
  expect(opened).toMatchObject({ undo: null, redo: null })
  expect(opened.report.rows).toHaveLength(32)
  expect(opened.report.source).toMatchObject({
    file: 'luc-binh-2023.xlsx',
    hash: workbook.hash,
    sheet: 'Biểu kết quả',
  })
  expect([...eachWorkbook(db)]).toEqual([{ hash: workbook.hash, bytes: readFileSync(lucBinh) }])
  expect(valueOf(verify(db))).toEqual([])
})

test('corrections of the preview go into the report', async () => {
  const db = await openedDatabase()
  const corrections = { title: 'BIỂU SỐ 01', office: 'xã Mới', roles: { 4: 'previous' } } as const
  const [id = ''] = valueOf(applyImport(db, await planned(), [{ index: 0, corrections }], { author: 'Lan' }))
  const { report } = valueOf(openReport(db, id))
  expect([report.title, report.office, report.columns[3]?.role]).toEqual(['BIỂU SỐ 01', 'xã Mới', 'previous'])
})

test('the same workbook imported twice is two reports and one set of bytes', async () => {
  const db = await openedDatabase()
  const workbook = await planned()
  const ids = [1, 2].flatMap(() => valueOf(applyImport(db, workbook, [whole], { author: 'Lan' })))
  expect(new Set(ids).size).toBe(2)
  expect([...eachWorkbook(db)]).toHaveLength(1)
  const [one, other] = ids.map((id) => valueOf(openReport(db, id)).report)
  const idsOf = (report: typeof one) =>
    [...(report?.rows ?? []), ...(report?.columns ?? [])].map(({ id }) => id)
  expect(idsOf(one).filter((id) => idsOf(other).includes(id))).toEqual([])
})

test('a table that the plan does not have stores nothing', async () => {
  const db = await openedDatabase()
  const refused = applyImport(db, await planned(), [whole, { index: 7, corrections: {} }], { author: 'Lan' })
  expect(refused).toMatchObject({ failure: { code: 'no-table' } })
  expect([valueOf(listReports(db)), [...eachWorkbook(db)]]).toEqual([[], []])
})

test('the samples are imported on the first run only, and marked', async () => {
  const db = await openedDatabase()
  expect(valueOf(await importSamples(db, samples, startReader))).toHaveLength(2)
  const list = valueOf(listReports(db))
  expect(list.map(({ sample, office }) => [sample, office])).toEqual([
    [true, 'xã Lục Bình'],
    [true, expect.any(String)],
  ])
  // One change: a program killed on its first start leaves all samples or none, never the half of them for good.
  expect(db.prepare('SELECT label_key, kind FROM change').all()).toEqual([
    { label_key: 'sample', kind: 'do' },
  ])
  expect(valueOf(await importSamples(db, samples, startReader))).toEqual([])
  expect(valueOf(listReports(db))).toHaveLength(2)
  expect(valueOf(verify(db))).toEqual([])
})

test('samples stay away from data where something was done', async () => {
  const db = await openedDatabase()
  valueOf(applyImport(db, await planned(), [whole], { author: 'Lan' }))
  expect(valueOf(await importSamples(db, samples, startReader))).toEqual([])
  expect(valueOf(listReports(db)).map(({ sample }) => sample)).toEqual([false])
})

test('a sample that cannot be read brings none of them', async () => {
  const folder = newFolder()
  copyFileSync(lucBinh, join(folder, 'a.xlsx'))
  copyFileSync(join(top, 'package.json'), join(folder, 'b.xlsx'))
  const db = await openedDatabase()
  expect(await importSamples(db, folder, startReader)).toMatchObject({ failure: { code: 'not-a-workbook' } })
  expect(valueOf(listReports(db))).toEqual([])
})

test('an edit of an imported report is taken back to what the file says', async () => {
  const db = await openedDatabase()
  const [id = ''] = valueOf(applyImport(db, await planned(), [whole], { author: 'Lan' }))
  const { report } = valueOf(openReport(db, id))
  const row = report.rows[1]
  const column = report.columns.find(({ role }) => role === 'actual')
  if (row === undefined || column === undefined) throw new Error('No cell')
  valueOf(editReport(db, id, [{ type: 'cell', row: row.id, column: column.id, text: '370' }], 'Lan'))
  valueOf(undo(db, id, 'Lan'))
  expect(valueOf(openReport(db, id)).report.rows).toEqual(report.rows)
})
