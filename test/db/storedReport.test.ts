/** What goes into the tables comes out of them, to the last byte, and a change writes only what it changed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { selectChange } from '../../electron/db/journal.ts'
import type { Database } from '../../electron/db/open.ts'
import { loadReport, saveChange } from '../../electron/db/storedReport.ts'
import { eachWorkbook } from '../../electron/db/workbooks.ts'
import { creationOf, invert } from '../../shared/change.ts'
import type { Change, Id, Replaced, Report, ReportChange } from '../../shared/model.ts'
import { arbitraryReport, exampleReport, twoStates, WORKBOOK, WORKBOOK_HASH } from './arbitraryReport.ts'
import { openedDatabase } from './folder.ts'

const workbook = { hash: WORKBOOK_HASH, bytes: WORKBOOK }

function changeOf(...reports: ReportChange[]): Change {
  const label = { key: 'import', params: { file: 'biểu.xlsx', count: 2 } } as const
  const at = '2024-01-01T00:00:00.000Z'
  return { id: crypto.randomUUID(), at, author: 'Hoà', label, kind: 'do', reports }
}

function store(db: Database, report: Report): Change {
  const change = changeOf(creationOf(report))
  saveChange(db, change, [workbook])
  return change
}

test('every report comes back as it was stored', async () => {
  const db = await openedDatabase()
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const { at } = store(db, report)
      expect(loadReport(db, report.id)).toStrictEqual({ ...report, updatedAt: at })
    }),
    { numRuns: 150 },
  )
})

test('every change comes back from the journal as it was made', async () => {
  const db = await openedDatabase()
  let number = 0
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const change = store(db, report)
      number++
      expect(selectChange(db, number)).toStrictEqual(change)
    }),
    { numRuns: 50 },
  )
})

test('any state of a report can be changed into any other', async () => {
  const db = await openedDatabase()
  fc.assert(
    fc.property(twoStates, ([before, after]) => {
      store(db, before)
      const change = changeOf({
        report: before.id,
        properties: { before: creation(before).after, after: creation(after).after },
        columns: pairs(before.columns, after.columns),
        rows: pairs(before.rows, after.rows),
      })
      saveChange(db, change, [])
      expect(loadReport(db, before.id)).toStrictEqual({ ...after, updatedAt: change.at })
      saveChange(db, changeOf(...change.reports.map(invert)), [])
      expect(loadReport(db, before.id)).toStrictEqual({ ...before, updatedAt: change.at })
    }),
    { numRuns: 100 },
  )
})

test('a deleted report is gone, its journal is not', async () => {
  const db = await openedDatabase()
  const report = exampleReport()
  store(db, report)
  saveChange(db, changeOf(invert(creationOf(report))), [])
  expect(loadReport(db, report.id)).toBeUndefined()
  const left = ['report', 'report_row', 'report_column', 'cell', 'stated', 'override'].map((table) =>
    db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  )
  expect(left).toEqual([0, 0, 0, 0, 0, 0])
  expect(selectChange(db, 2).reports[0]?.properties?.after).toBeNull()
})

test('a tag is never given to another row', async () => {
  const db = await openedDatabase()
  const report = exampleReport()
  const [row] = report.rows
  if (row === undefined) throw new Error('no row')
  store(db, report)
  saveChange(db, changeOf({ report: report.id, columns: [], rows: [{ before: row, after: null }] }), [])
  const another = { ...row, id: crypto.randomUUID() }
  const reused = changeOf({
    report: report.id,
    columns: [],
    rows: [{ before: null, after: another }],
  })
  expect(() => saveChange(db, reused, [])).toThrow(/ is taken$/)
  const back = changeOf({ report: report.id, columns: [], rows: [{ before: null, after: row }] })
  saveChange(db, back, [])
  expect(loadReport(db, report.id)?.rows.map(({ id }) => id)).toContain(row.id)
})

test('the change of one cell writes that cell and the journal', async () => {
  const db = await openedDatabase()
  const report = exampleReport(({ rows }) => Object.keys(rows[0]?.cells ?? {}).length > 1)
  const [row] = report.rows
  const [column] = Object.keys(row?.cells ?? {})
  if (row === undefined || column === undefined) throw new Error('no cell')
  store(db, report)
  const total = () => Number(db.prepare('SELECT total_changes()').pluck().get())
  const before = total()
  const after = { ...row, cells: { ...row.cells, [column]: { text: 'viết lại' } } }
  saveChange(db, changeOf({ report: report.id, columns: [], rows: [{ before: row, after }] }), [])
  // The cell, the report's time, the change, its report, its item.
  expect(total() - before).toBe(5)
})

test('a change that cannot be written leaves nothing', async () => {
  const db = await openedDatabase()
  const report = exampleReport(({ source }) => source !== undefined)
  expect(() => saveChange(db, changeOf(creationOf(report)), [])).toThrow('FOREIGN KEY')
  expect(db.prepare('SELECT count(*) FROM change').pluck().get()).toBe(0)
  expect(loadReport(db, report.id)).toBeUndefined()
})

test('the bytes of a workbook are kept once', async () => {
  const db = await openedDatabase()
  for (const report of fc.sample(arbitraryReport, 3)) store(db, report)
  expect([...eachWorkbook(db)]).toEqual([{ hash: WORKBOOK_HASH, bytes: Buffer.from(WORKBOOK) }])
})

function creation(report: Report) {
  const { properties } = creationOf(report)
  if (properties === undefined) throw new Error('A creation has properties')
  return properties
}

/** What stands in both, only before or only after. */
function pairs<T extends { readonly id: Id }>(before: readonly T[], after: readonly T[]): Replaced<T>[] {
  const ids = new Set([...before, ...after].map(({ id }) => id))
  const among = (things: readonly T[], id: Id) => things.find((thing) => thing.id === id) ?? null
  return Array.from(ids, (id) => ({ before: among(before, id), after: among(after, id) }))
}
