/** A corrected workbook over the report it made: which report is meant, what is stored, and that it can be taken back. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { closeDatabase, type Database } from '../../electron/db/open.ts'
import { eachWorkbook } from '../../electron/db/workbooks.ts'
import { applyImport, type PlannedImport } from '../../electron/services/import.ts'
import { applyReimport, planReimport, reportsToUpdate } from '../../electron/services/reimport.ts'
import { editReport, openReport, redo, undo } from '../../electron/services/reports.ts'
import { verify } from '../../electron/services/verify.ts'
import { differencesOf } from '../../shared/differences.ts'
import { planImport } from '../../shared/layout/planImport.ts'
import type { PlanCorrections } from '../../shared/layout/plan.ts'
import type { Edit, Id, Report, Role } from '../../shared/model.ts'
import type { Result } from '../../shared/result.ts'
import { newFolder, openedDatabase } from '../db/folder.ts'
import { sheetOf, workbookOf, type CellSpec } from '../shared/layout/sheetOf.ts'

const HEADER = [
  'TT',
  'Chỉ tiêu',
  'Đơn vị tính',
  'Kế hoạch năm 2023',
  'Thực hiện năm 2023',
  'Tỷ lệ %',
  'Đánh giá',
]
const RICE = ['1', 'Diện tích lúa', 'Ha', 370, 368, 99.46, 'Không đạt']
const CROP = ['2', 'Sản lượng lương thực', 'Tấn', 2225, 2352, 105.71, 'Vượt']
const WOOD = ['3', 'Trồng rừng mới', 'Ha', 30, 31, 103.33, 'Vượt']
const POOR = ['4', 'Hộ nghèo', 'Hộ', 100, 120, 120, 'Vượt']
const TITLE = 'BIỂU KẾT QUẢ CÁC CHỈ TIÊU NĂM 2023'

interface Written {
  readonly file?: string
  readonly title?: string
  readonly office?: string
  readonly sheet?: string
}

/** As it is read from a file of these rows. */
function workbook(rows: readonly (readonly CellSpec[])[], written: Written = {}): PlannedImport {
  const { file = 'bieu.xlsx', title = TITLE, office = 'UBND XÃ LỤC BÌNH', sheet = 'Biểu' } = written
  const cells = [[office], [title], [], HEADER, ...rows]
  const read = workbookOf(sheetOf(cells, { name: sheet }))
  const bytes = Buffer.from(JSON.stringify(cells))
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { file, bytes, hash, format: read.format, plan: planImport(read) }
}

const FIRST = workbook([RICE, CROP, WOOD])
const SECOND = workbook([['1', 'Diện tích lúa', 'Ha', 370, 371, 100.27, 'Vượt'], WOOD, POOR])

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.reason}`)
  return result.value
}

function imported(db: Database, read: PlannedImport, corrections: PlanCorrections = {}): Id {
  const [id] = valueOf(applyImport(db, read, [{ index: 0, corrections }], { author: 'Lan' }))
  if (id === undefined) throw new Error('Nothing was imported')
  return id
}

function stored(db: Database, id: Id): Report {
  return valueOf(openReport(db, id)).report
}

function timeless({ updatedAt: _updatedAt, ...report }: Report) {
  return report
}

function cellOf(report: Report, name: string, role: Role) {
  const row = report.rows.find((each) => each.name === name)
  const column = report.columns.find((each) => each.role === role)
  if (row === undefined || column === undefined) throw new Error(`No ${role} of ${name}`)
  return { row: row.id, column: column.id }
}

function offered(db: Database, read: PlannedImport, corrections: PlanCorrections = {}): readonly Id[] {
  return valueOf(reportsToUpdate(db, read, { index: 0, corrections })).map(({ id }) => id)
}

test('a report is offered for a newer state of its file, and for one of the same title from another file', async () => {
  const db = await openedDatabase()
  const id = imported(db, FIRST)
  expect(offered(db, SECOND)).toEqual([id])
  expect(offered(db, workbook([RICE, CROP, WOOD], { file: 'bieu (ban 2).xlsx' }))).toEqual([id])
})

test.each<readonly [string, PlannedImport, PlanCorrections]>([
  ['of another period', workbook([RICE, CROP, WOOD], { title: 'BIỂU KẾT QUẢ CÁC CHỈ TIÊU NĂM 2022' }), {}],
  ['of another office', workbook([RICE, CROP, WOOD], { office: 'UBND XÃ TÂN TÚ' }), {}],
  ['of an office that a person corrected', FIRST, { office: 'xã Tân Tú' }],
  [
    'with other rows',
    workbook([
      POOR,
      ['2', 'Dân số', 'Người', 5, 6],
      ['3', 'Số trường', 'Trường', 1, 1],
      ['4', 'Số trạm', 'Trạm', 1, 1],
    ]),
    {},
  ],
  [
    'of another title in another file',
    workbook([RICE, CROP, WOOD], { title: 'CHỈ TIÊU NÔNG NGHIỆP NĂM 2023', file: 'khac.xlsx' }),
    {},
  ],
])('no report is offered for a table %s', async (_, read, corrections) => {
  const db = await openedDatabase()
  imported(db, FIRST)
  expect(offered(db, read, corrections)).toEqual([])
})

test('of several reports the one from the same sheet of the same file comes first', async () => {
  const db = await openedDatabase()
  const same = imported(db, FIRST)
  imported(db, workbook([RICE, CROP, WOOD], { sheet: 'Biểu 2' }))
  imported(db, workbook([RICE, CROP, WOOD], { file: 'khac.xlsx' }))
  const found = offered(db, FIRST)
  expect([found[0], found.length]).toEqual([same, 3])
})

test('planning stores nothing; taking it is one step with the workbook beside, undone and redone as a whole', async () => {
  const folder = newFolder()
  const db = await openedDatabase(folder)
  const id = imported(db, FIRST)
  const first = stored(db, id)
  const override: Edit = {
    type: 'cell',
    ...cellOf(first, 'Diện tích lúa', 'assessment'),
    text: 'Đạt',
    reason: 'Theo tỉnh',
  }
  valueOf(editReport(db, id, [override], 'Lan'))
  const before = stored(db, id)

  const planned = valueOf(planReimport(db, SECOND, { index: 0, corrections: {} }, id))
  expect(stored(db, id)).toEqual(before)
  expect([...eachWorkbook(db)]).toHaveLength(1)
  const kinds = differencesOf(planned.before, planned.after).map(({ kind }) => kind)
  expect(new Set(kinds)).toEqual(new Set(['figure', 'stated', 'goneRow', 'newRow']))

  const edited = valueOf(applyReimport(db, planned, new Set(), 'Hoà'))
  expect(edited.undo).toEqual({ key: 'reimport', params: { file: 'bieu.xlsx' } })
  const after = stored(db, id)
  expect(after.rows).toEqual(planned.after.rows)
  expect(after.source?.hash).toBe(SECOND.hash)
  const place = cellOf(after, 'Diện tích lúa', 'assessment')
  expect(after.rows.find((row) => row.id === place.row)?.overrides[place.column]).toMatchObject({
    text: 'Đạt',
  })
  expect([...eachWorkbook(db)]).toHaveLength(2)
  expect(valueOf(verify(db))).toEqual([])
  closeDatabase(db)

  const again = await openedDatabase(folder)
  expect(stored(again, id)).toEqual(after)
  valueOf(undo(again, id, 'Hoà'))
  expect(timeless(stored(again, id))).toEqual(timeless(before))
  valueOf(redo(again, id, 'Hoà'))
  expect(timeless(stored(again, id))).toEqual(timeless(after))
  expect(valueOf(verify(again))).toEqual([])
})

test('rows that are left out stay as they are', async () => {
  const db = await openedDatabase()
  const id = imported(db, FIRST)
  const before = stored(db, id)
  const planned = valueOf(planReimport(db, SECOND, { index: 0, corrections: {} }, id))
  const crop = before.rows.find(({ name }) => name === 'Sản lượng lương thực')?.id ?? ''
  const poor = planned.after.rows.find(({ name }) => name === 'Hộ nghèo')?.id ?? ''
  valueOf(applyReimport(db, planned, new Set([crop, poor]), 'Lan'))
  expect(stored(db, id).rows.map(({ name }) => name)).toEqual([
    'Diện tích lúa',
    'Sản lượng lương thực',
    'Trồng rừng mới',
  ])
})

test('an update is refused where the report has changed meanwhile', async () => {
  const db = await openedDatabase()
  const id = imported(db, FIRST)
  const planned = valueOf(planReimport(db, SECOND, { index: 0, corrections: {} }, id))
  const typed: Edit = { type: 'cell', ...cellOf(planned.before, 'Diện tích lúa', 'actual'), text: '5' }
  valueOf(editReport(db, id, [typed], 'Lan'))
  expect(applyReimport(db, planned, new Set(), 'Lan')).toMatchObject({
    failure: { code: 'conflict', reason: 'reimport-changed', params: { title: TITLE } },
  })
  expect([...eachWorkbook(db)]).toHaveLength(1)
})

test('a report that was handed in is not updated', async () => {
  const folder = newFolder()
  const db = await openedDatabase(folder)
  const id = imported(db, FIRST)
  const planned = valueOf(planReimport(db, SECOND, { index: 0, corrections: {} }, id))
  closeDatabase(db)
  const again = await openedDatabase(folder)
  again.prepare("UPDATE report SET state = 'locked'").run()
  const refused = { failure: { code: 'conflict', reason: 'report-locked', params: { title: TITLE } } }
  expect(planReimport(again, SECOND, { index: 0, corrections: {} }, id)).toMatchObject(refused)
  expect(applyReimport(again, planned, new Set(), 'Lan')).toMatchObject(refused)
})

test('the roles corrected at the first import hold for the next; a role corrected now counts for the report', async () => {
  const db = await openedDatabase()
  const id = imported(db, FIRST, { roles: { 4: 'previous' } })
  expect(valueOf(planReimport(db, FIRST, { index: 0, corrections: {} }, id)).after.rows).toEqual(
    stored(db, id).rows,
  )

  const planned = valueOf(planReimport(db, SECOND, { index: 0, corrections: { roles: { 4: 'plan' } } }, id))
  expect(planned.after.columns.map(({ role }) => role)).toEqual([
    'ordinal',
    'name',
    'unit',
    'plan',
    'actual',
    'ratio',
    'assessment',
  ])
  valueOf(applyReimport(db, planned, new Set(), 'Lan'))
  expect(valueOf(verify(db))).toEqual([])
})
