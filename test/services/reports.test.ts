/** Reports edited, undone and redone on a real database, also after it was closed and opened again. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { closeDatabase, type Database } from '../../electron/db/open.ts'
import { cellHistory } from '../../electron/services/cellHistory.ts'
import {
  editReport,
  findReport,
  listReports,
  openReport,
  redo,
  undo,
} from '../../electron/services/reports.ts'
import { verify } from '../../electron/services/verify.ts'
import { applyChange } from '../../shared/change.ts'
import type { Edit, Report } from '../../shared/model.ts'
import type { Result } from '../../shared/result.ts'
import { newFolder, openedDatabase } from '../db/folder.ts'
import { idOf, renameIn, storedSmallReport } from './smallReport.ts'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.reason}`)
  return result.value
}

function typed(report: Report, row: string, column: string, text: string, reason?: string): Edit {
  const place = { row: idOf(report, row), column: idOf(report, column) }
  return { type: 'cell', ...place, text, ...(reason !== undefined && { reason }) }
}

/** What is stored, read anew from the file. */
async function reopened(db: Database, folder: string): Promise<Database> {
  closeDatabase(db)
  return await openedDatabase(folder)
}

function textOf(db: Database, report: Report, row: string, column: string): string | undefined {
  const stored = valueOf(openReport(db, report.id)).report
  return stored.rows.find(({ tag }) => tag === row)?.cells[idOf(report, column)]?.text
}

test('an edit is stored with the text as typed and what it means', async () => {
  const folder = newFolder()
  const db = await openedDatabase(folder)
  const report = storedSmallReport(db)
  const { change, undo: next } = valueOf(
    editReport(db, report.id, [typed(report, 'r2', 'c5', ' 1.370,50')], 'Lan'),
  )
  expect(change?.author).toBe('Lan')
  expect(next).toEqual(change?.label)

  const stored = valueOf(openReport(await reopened(db, folder), report.id))
  const cell = stored.report.rows[1]?.cells[idOf(report, 'c5')]
  expect(cell?.text).toBe(' 1.370,50')
  expect(cell?.quantity).toEqual({ op: '=', value: '1370.5' })
  expect(stored.report.updatedAt).toBe(change?.at)
  expect(stored.undo?.key).toBe('editCell')
})

test('the reply of an edit turns the report as it was into the one that is stored', async () => {
  const folder = newFolder()
  const db = await openedDatabase(folder)
  const report = storedSmallReport(db)
  const edits = [
    typed(report, 'r2', 'c5', '370'),
    typed(report, 'r3', 'c7', 'Đạt', 'đã nghiệm thu'),
    typed(report, 'r5', 'c2', 'Trồng rừng mới'),
  ]
  const { change } = valueOf(editReport(db, report.id, edits, 'Lan'))
  const applied = valueOf(applyChange(report, change?.reports[0] ?? { report: '', columns: [], rows: [] }))
  const stored = valueOf(openReport(await reopened(db, folder), report.id)).report
  expect(stored).toEqual({ ...applied, updatedAt: change?.at })
})

test('the time of saving is the one at which the change was on disk', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-01-31T08:00:00.000Z') })
  onTestFinished(() => void vi.useRealTimers())
  // A slow disk: a minute goes by while the change is written.
  db.function('a_minute_later', () => {
    vi.setSystemTime(Date.now() + 60_000)
    return null
  })
  db.exec('CREATE TEMP TRIGGER slow AFTER INSERT ON main.change BEGIN SELECT a_minute_later(); END')
  const { change, savedAt } = valueOf(editReport(db, report.id, [typed(report, 'r2', 'c5', '1')], 'Lan'))
  expect([change?.at, savedAt]).toEqual(['2024-01-31T08:00:00.000Z', '2024-01-31T08:01:00.000Z'])
  const undone = valueOf(undo(db, report.id, 'Lan'))
  expect([undone.change?.at, undone.savedAt]).toEqual([
    '2024-01-31T08:01:00.000Z',
    '2024-01-31T08:02:00.000Z',
  ])
})

test('several edits are one step', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  valueOf(editReport(db, report.id, [typed(report, 'r2', 'c5', '1'), typed(report, 'r3', 'c5', '2')], 'Lan'))
  valueOf(undo(db, report.id, 'Lan'))
  expect([textOf(db, report, 'r2', 'c5'), textOf(db, report, 'r3', 'c5')]).toEqual(['368,77', '2.352,97'])
  expect(valueOf(undo(db, report.id, 'Lan')).change).toBeNull()
})

test('one edit that cannot be done stops all', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  const unknown = { ...typed(report, 'r3', 'c5', '2'), row: crypto.randomUUID() }
  const refused = editReport(db, report.id, [typed(report, 'r2', 'c5', '1'), unknown], 'Lan')
  expect(refused.ok).toBe(false)
  expect(textOf(db, report, 'r2', 'c5')).toBe('368,77')
  expect(valueOf(openReport(db, report.id)).undo).toBeNull()
})

test('an edit for which the disk has no room is a failure, and the program goes on', async () => {
  const folder = newFolder()
  const db = await openedDatabase(folder)
  const report = storedSmallReport(db)
  const room = Number(db.pragma('max_page_count', { simple: true }))
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`)
  const long = typed(report, 'r2', 'c5', 'dài '.repeat(8000))
  expect(editReport(db, report.id, [long], 'Lan')).toMatchObject({
    failure: { code: 'disk', reason: 'data-disk' },
  })
  expect(valueOf(openReport(db, report.id))).toEqual({ report, undo: null, redo: null })

  db.pragma(`max_page_count = ${room}`)
  valueOf(editReport(db, report.id, [typed(report, 'r2', 'c5', '370')], 'Lan'))
  const again = await reopened(db, folder)
  expect(textOf(again, report, 'r2', 'c5')).toBe('370')
  expect(valueOf(verify(again))).toEqual([])
})

test('an edit that changes nothing is no step', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  const { change, savedAt } = valueOf(editReport(db, report.id, [typed(report, 'r2', 'c5', '368,77')], 'Lan'))
  expect(change).toBeNull()
  expect(savedAt).toBe(report.updatedAt)
})

test('the import itself is not taken back', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  expect(valueOf(openReport(db, report.id))).toMatchObject({ undo: null, redo: null })
  expect(valueOf(undo(db, report.id, 'Lan')).change).toBeNull()
  expect(valueOf(redo(db, report.id, 'Lan')).change).toBeNull()
})

test('the journal says which change an undo takes back, and a redo which undo', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  const done = valueOf(editReport(db, report.id, [typed(report, 'r2', 'c5', '1')], 'Lan')).change
  const undone = valueOf(undo(db, report.id, 'Mai')).change
  const redone = valueOf(redo(db, report.id, 'Mai')).change
  expect([undone?.kind, undone?.reverses, undone?.author]).toEqual(['undo', done?.id, 'Mai'])
  expect([redone?.kind, redone?.reverses]).toEqual(['redo', undone?.id])
  expect(redone?.reports).toEqual(done?.reports)
})

function nameIn(db: Database, report: Report): string | undefined {
  return valueOf(openReport(db, report.id)).report.rows[1]?.name
}

test('a change over several reports is undone and redone as a whole', async () => {
  const folder = newFolder()
  const first = await openedDatabase(folder)
  const reports = [storedSmallReport(first, 'Xã A'), storedSmallReport(first, 'Xã B')]
  renameIn(first, reports)
  const db = await reopened(first, folder)
  const [a, b] = reports
  if (a === undefined || b === undefined) throw new Error('two reports')
  expect([nameIn(db, a), nameIn(db, b)]).toEqual(['Lúa', 'Lúa'])
  valueOf(undo(db, a.id, 'Lan'))
  expect([nameIn(db, a), nameIn(db, b)]).toEqual(['Diện tích trồng lúa cả năm', 'Diện tích trồng lúa cả năm'])
  valueOf(redo(db, b.id, 'Lan'))
  expect([nameIn(db, a), nameIn(db, b)]).toEqual(['Lúa', 'Lúa'])
})

test('a change over several reports stays when one of them has gone on, and the reason names it', async () => {
  const db = await openedDatabase()
  const a = storedSmallReport(db, 'Xã A')
  const b = storedSmallReport(db, 'Xã B')
  renameIn(db, [a, b])
  valueOf(editReport(db, b.id, [typed(b, 'r5', 'c5', '7')], 'Mai'))
  const refused = undo(db, a.id, 'Lan')
  expect(refused).toMatchObject({
    failure: { code: 'conflict', reason: 'undo-other-report', params: { title: 'Xã B' } },
  })
  expect([nameIn(db, a), nameIn(db, b)]).toEqual(['Lúa', 'Lúa'])

  valueOf(undo(db, b.id, 'Mai'))
  valueOf(undo(db, a.id, 'Lan'))
  expect([nameIn(db, a), nameIn(db, b)]).toEqual(['Diện tích trồng lúa cả năm', 'Diện tích trồng lúa cả năm'])
})

test('each report has its own steps', async () => {
  const db = await openedDatabase()
  const a = storedSmallReport(db, 'Xã A')
  const b = storedSmallReport(db, 'Xã B')
  valueOf(editReport(db, a.id, [typed(a, 'r2', 'c5', '1')], 'Lan'))
  valueOf(editReport(db, b.id, [typed(b, 'r2', 'c5', '2')], 'Lan'))
  valueOf(undo(db, a.id, 'Lan'))
  expect([textOf(db, a, 'r2', 'c5'), textOf(db, b, 'r2', 'c5')]).toEqual(['368,77', '2'])
})

test('the list has the last changed report first', async () => {
  const db = await openedDatabase()
  const a = storedSmallReport(db, 'Xã A')
  storedSmallReport(db, 'Xã B')
  await new Promise((resolve) => setTimeout(resolve, 5))
  const { change } = valueOf(editReport(db, a.id, [typed(a, 'r2', 'c5', '1')], 'Lan'))
  const list = valueOf(listReports(db))
  expect(list.map(({ title }) => title)).toEqual(['Xã A', 'Xã B'])
  expect(list[0]).toEqual({
    id: a.id,
    title: 'Xã A',
    period: { kind: 'year', year: 2023 },
    office: 'xã Lục Bình',
    state: 'draft',
    sample: false,
    rows: 5,
    updatedAt: change?.at,
  })
})

test('a report is found by the beginning of its id', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  expect(valueOf(findReport(db, report.id.slice(0, 8).toUpperCase()))).toBe(report.id)
  expect(findReport(db, '%')).toMatchObject({ failure: { code: 'not-found' } })
  expect(findReport(db, '')).toMatchObject({ failure: { code: 'not-found' } })
})

test('an unknown report is a failure in every operation', async () => {
  const db = await openedDatabase()
  const id = crypto.randomUUID()
  const edit: Edit = { type: 'properties', properties: { title: 'x' } }
  const answers = [openReport(db, id), editReport(db, id, [edit], ''), undo(db, id, ''), redo(db, id, '')]
  expect(answers.map((answer) => !answer.ok && answer.failure.reason)).toEqual(
    answers.map(() => 'report-unknown'),
  )
})

test('the history of a cell is what it showed, newest first', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  valueOf(editReport(db, report.id, [typed(report, 'r2', 'c5', '370')], 'Lan'))
  valueOf(editReport(db, report.id, [typed(report, 'r2', 'c7', 'Đánh giá cuối năm', 'chưa chốt')], 'Mai'))
  valueOf(undo(db, report.id, 'Mai'))
  const historyOf = (column: string) =>
    valueOf(
      cellHistory(db, { report: report.id, row: idOf(report, 'r2'), column: idOf(report, column) }),
    ).map(({ at: _at, ...entry }) => entry)
  expect(historyOf('c5')).toEqual([
    { author: 'Lan', kind: 'do', before: '368,77', after: '370' },
    { author: 'Hoà', kind: 'do', before: '', after: '368,77' },
  ])
  expect(historyOf('c6')).toEqual([
    { author: 'Lan', kind: 'do', before: '99,67', after: '100' },
    { author: 'Hoà', kind: 'do', before: '', after: '99,67' },
  ])
  expect(historyOf('c7')).toEqual([
    { author: 'Mai', kind: 'undo', before: 'Đánh giá cuối năm', after: 'Đạt' },
    { author: 'Mai', kind: 'do', before: 'Đạt', after: 'Đánh giá cuối năm', reason: 'chưa chốt' },
    { author: 'Lan', kind: 'do', before: 'Không đạt', after: 'Đạt' },
    { author: 'Hoà', kind: 'do', before: '', after: 'Không đạt' },
  ])
  expect(historyOf('c2')).toEqual([
    { author: 'Hoà', kind: 'do', before: '', after: 'Diện tích trồng lúa cả năm' },
  ])
})

test('the history of a cell tells also what was said of it, and that it was taken back', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  const place = { row: idOf(report, 'r2'), column: idOf(report, 'c4') }
  valueOf(editReport(db, report.id, [{ type: 'metadata', ...place, set: { source: 'Thống kê' } }], 'Lan'))
  valueOf(undo(db, report.id, 'Mai'))
  valueOf(editReport(db, report.id, [{ type: 'row', row: place.row, set: { yearEndOnly: true } }], 'Lan'))
  const history = valueOf(cellHistory(db, { report: report.id, ...place }))
  expect(history.map(({ at: _at, ...entry }) => entry)).toEqual([
    { author: 'Mai', kind: 'undo', before: '370', after: '370', told: [{ key: 'sourceNone', params: {} }] },
    {
      author: 'Lan',
      kind: 'do',
      before: '370',
      after: '370',
      told: [{ key: 'source', params: { text: 'Thống kê' } }],
    },
    { author: 'Hoà', kind: 'do', before: '', after: '370' },
  ])
})

test('the history of a cell goes back 200 entries', async () => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  for (let number = 1; number <= 250; number++) {
    valueOf(editReport(db, report.id, [typed(report, 'r2', 'c5', String(number))], 'Lan'))
  }
  const place = { report: report.id, row: idOf(report, 'r2'), column: idOf(report, 'c5') }
  const texts = valueOf(cellHistory(db, place)).map(({ before, after }) => [before, after])
  expect(texts).toHaveLength(200)
  expect([texts[0], texts[199]]).toEqual([
    ['249', '250'],
    ['50', '51'],
  ])
  // The journal is read no further, and free for the next edit.
  valueOf(editReport(db, report.id, [typed(report, 'r2', 'c5', '251')], 'Lan'))
})

test('verify finds whatever was changed behind the journal', async () => {
  const db = await openedDatabase()
  const a = storedSmallReport(db, 'Xã A')
  const b = storedSmallReport(db, 'Xã B')
  expect(valueOf(verify(db))).toEqual([])
  db.prepare("UPDATE cell SET text = '999' WHERE row_id = ? AND text = '370'").run(idOf(a, 'r2'))
  expect(valueOf(verify(db))).toEqual([{ key: 'problem-journal', params: { report: a.id } }])
  db.prepare("UPDATE cell SET text = '370' WHERE text = '999'").run()
  db.prepare("UPDATE report SET office = '' WHERE id = ?").run(b.id)
  expect(valueOf(verify(db))).toEqual([{ key: 'problem-journal', params: { report: b.id } }])
  db.exec("INSERT INTO workbook VALUES ('hash', x'00')")
  expect(valueOf(verify(db)).map(({ key }) => key)).toEqual(['problem-workbook', 'problem-journal'])
})

test.each([
  ['report', 'policy', "'{}'"],
  ['report', 'set_aside', "'[]'"],
  ['report_column', 'term', '1'],
  ['report_column', 'counts', "'first'"],
  ['report_column', 'digits', '1'],
  ['report_column', 'steps', '5'],
  ['report_row', 'direction', "'less'"],
  ['report_row', 'year_end_only', '1'],
  ['report_row', 'roll_up', "'sum'"],
  ['report_row', 'set_aside', "'[]'"],
  ['cell', 'footnote', "'5'"],
  ['cell', 'chosen', '1'],
  ['cell', 'rolled_up', '1'],
  ['cell', 'plan_values', "'[]'"],
])('verify sees what was written into %s.%s behind the journal', async (table, column, value) => {
  const db = await openedDatabase()
  const report = storedSmallReport(db)
  const written = db.prepare(`UPDATE ${table} SET ${column} = ${value}`).run()
  expect(written.changes).toBeGreaterThan(0)
  expect(valueOf(verify(db))).toEqual([{ key: 'problem-journal', params: { report: report.id } }])
})
