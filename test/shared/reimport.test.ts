/** A workbook read again over its report: what is matched, what is taken, what stays, what is said to differ. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, changeBetween, invert, isEmptyChange } from '../../shared/change.ts'
import { differencesOf } from '../../shared/differences.ts'
import { applyEdits } from '../../shared/edit.ts'
import { reportFromTable } from '../../shared/layout/toReport.ts'
import type { Edit, Report, Role, Row } from '../../shared/model.ts'
import { merged, type Taking } from '../../shared/reimport.ts'
import { importFixture } from './importing.ts'
import { tableOf, type CellSpec } from './layout/sheetOf.ts'

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
const SECTION = ['I', 'CHỈ TIÊU KINH TẾ']
const TABLE = [SECTION, RICE, CROP, WOOD, POOR]

function reportOf(rows: readonly (readonly CellSpec[])[], header: readonly CellSpec[] = HEADER): Report {
  const table = tableOf([['BIỂU KẾT QUẢ CÁC CHỈ TIÊU NĂM 2023'], [], header, ...rows])
  const source = { file: 'bieu.xlsx', hash: randomUUID() }
  return reportFromTable(table, {}, source, randomUUID, '2024-01-01T00:00:00.000Z')
}

function edited(report: Report, ...edits: readonly Edit[]): Report {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return applied.value.report
}

function rowNamed(report: Report, name: string): Row {
  const found = report.rows.find((row) => row.name === name)
  if (found === undefined) throw new Error(`No row ${name}`)
  return found
}

function columnOf(report: Report, role: Role): string {
  const found = report.columns.find((column) => column.role === role)
  if (found === undefined) throw new Error(`No column ${role}`)
  return found.id
}

function at(report: Report, name: string, role: Role) {
  return { row: rowNamed(report, name).id, column: columnOf(report, role) }
}

/** "Trồng rừng mới actual 31 → 33 figure" */
function told(before: Report, after: Report): string[] {
  return differencesOf(before, after).map(({ row, column, before: was, after: is, kind }) => {
    const named = [...after.rows, ...before.rows].find(({ id }) => id === row)
    const role = [...after.columns, ...before.columns].find(({ id }) => id === column)?.role
    return `${String(named?.name)} ${String(role)} ${was} → ${is} ${kind}`
  })
}

function names({ rows }: Report): string[] {
  return rows.map(({ name }) => name)
}

/** A row with another figure of its result. */
function withResult(row: readonly CellSpec[], result: number): readonly CellSpec[] {
  return row.map((cell, place) => (place === 4 ? result : cell))
}

describe('the same file again', () => {
  it('changes nothing, and nothing is told', () => {
    const report = reportOf(TABLE)
    const after = merged(report, reportOf(TABLE))
    expect(told(report, after)).toEqual([])
    expect(after.rows).toEqual(report.rows)
    expect(after.columns).toEqual(report.columns)
  })

  it.each(['luc-binh-2023', 'bac-kan-6-thang-2024'] as const)('changes nothing in %s', (name) => {
    const report = importFixture(name)
    const change = changeBetween(report, merged(report, importFixture(name)))
    expect(isEmptyChange(change)).toBe(true)
  })
})

describe('figures and words of the file', () => {
  it('are taken into the same cells and told one by one', () => {
    const report = reportOf(TABLE)
    const corrected = ['3', 'Trồng rừng mới', 'ha', 30, 33, 110, 'Vượt']
    const after = merged(report, reportOf([SECTION, RICE, CROP, corrected, POOR]))
    expect(told(report, after)).toEqual([
      'Trồng rừng mới unit Ha → ha text',
      'Trồng rừng mới actual 31 → 33 figure',
      'Trồng rừng mới ratio 103,33 → 110 stated',
    ])
    expect(after.rows.map(({ id, tag, indicator }) => [id, tag, indicator])).toEqual(
      report.rows.map(({ id, tag, indicator }) => [id, tag, indicator]),
    )
  })

  it('are told where only the hidden digits differ', () => {
    const hidden = (value: string) => ({ type: 'number' as const, text: '32', value, digitsHidden: true })
    const report = reportOf([...TABLE.slice(0, 4), [...POOR.slice(0, 4), hidden('31.74')]])
    const after = merged(report, reportOf([...TABLE.slice(0, 4), [...POOR.slice(0, 4), hidden('31.9')]]))
    expect(told(report, after)).toEqual(['Hộ nghèo actual 32 (31,74) → 32 (31,9) figure'])
  })

  it('replace what was typed in the program', () => {
    const report = reportOf(TABLE)
    const typed = edited(report, { type: 'cell', ...at(report, 'Hộ nghèo', 'actual'), text: '99' })
    const after = merged(typed, reportOf(TABLE))
    expect(told(typed, after)).toEqual(['Hộ nghèo actual 99 → 120 figure'])
    expect(after.rows).toEqual(report.rows)
  })
})

describe('what a person said in the program', () => {
  const report = reportOf(TABLE)
  const wood = rowNamed(report, 'Trồng rừng mới').id
  const plan = at(report, 'Trồng rừng mới', 'plan')
  const said = edited(
    report,
    { type: 'cell', ...at(report, 'Trồng rừng mới', 'assessment'), text: 'Đạt', reason: 'Theo tỉnh' },
    { type: 'metadata', ...at(report, 'Trồng rừng mới', 'actual'), set: { source: 'Kiểm lâm' } },
    { type: 'row', row: wood, set: { direction: 'less', yearEndOnly: true, rollUp: 'none' } },
    {
      type: 'planValues',
      ...plan,
      values: [
        { text: '25', decision: '12/QĐ' },
        { text: '30', decision: '45/QĐ' },
      ],
    },
    { type: 'stated', column: columnOf(report, 'ratio'), rows: [wood], use: 'computed' },
    {
      type: 'setAside',
      findings: [{ code: 'unit-missing', row: wood, column: columnOf(report, 'unit'), seen: 'x' }],
      reason: 'Đã rõ',
    },
    { type: 'properties', properties: { title: 'BIỂU SỐ 1', office: 'xã Mới' } },
    { type: 'column', column: columnOf(report, 'actual'), set: { width: 20 } },
  )
  const corrected = ['3', 'Trồng rừng mới', 'Ha', 32, 33, 103.33, 'Vượt']
  const after = merged(said, reportOf([SECTION, RICE, CROP, corrected, POOR]))
  const row = rowNamed(after, 'Trồng rừng mới')
  const before = rowNamed(said, 'Trồng rừng mới')

  it('stays: override, direction, roll-up, identity, settled findings, title, widths', () => {
    expect(row).toMatchObject({
      overrides: before.overrides,
      direction: 'less',
      yearEndOnly: true,
      rollUp: 'none',
      indicator: before.indicator,
      setAside: before.setAside,
    })
    expect([after.title, after.office]).toEqual(['BIỂU SỐ 1', 'xã Mới'])
    expect(after.columns.find(({ role }) => role === 'actual')?.width).toBe(20)
  })

  it('stays beside the new figure: who supplied it, and what the plan was before', () => {
    expect(row.cells[columnOf(report, 'actual')]).toMatchObject({
      text: '33',
      metadata: { source: 'Kiểm lâm' },
    })
    expect(row.cells[plan.column]).toMatchObject({
      text: '32',
      planValues: [
        { text: '25', decision: '12/QĐ' },
        { text: '32', decision: '45/QĐ' },
      ],
    })
  })

  it('goes on where a computed value was taken for a statement that is the same, not for another', () => {
    const ratio = columnOf(report, 'ratio')
    expect(row.stated[ratio]).toMatchObject({ text: '103,33', replaced: true })
    const other = merged(said, reportOf([SECTION, RICE, CROP, [...corrected.slice(0, 5), 104, 'Vượt'], POOR]))
    expect(rowNamed(other, 'Trồng rừng mới').stated[ratio]?.replaced).toBeUndefined()
  })

  it('goes on where a reading was chosen for a text that is the same', () => {
    const doubtful = (text: string) => reportOf([...TABLE.slice(0, 4), [...POOR.slice(0, 4), text]])
    const first = doubtful('3.700')
    const place = at(first, 'Hộ nghèo', 'actual')
    const chosen = edited(first, { type: 'reading', ...place, value: '3.7' })
    const same = merged(chosen, doubtful('3.700'))
    expect(told(chosen, same)).toEqual([])
    expect(rowNamed(same, 'Hộ nghèo').cells[place.column]).toMatchObject({ chosen: true })
    const other = merged(chosen, doubtful('3.800'))
    expect(rowNamed(other, 'Hộ nghèo').cells[place.column]?.chosen).toBeUndefined()
  })
})

describe('rows', () => {
  const report = reportOf(TABLE)
  const tagsOf = ({ rows }: Report) => rows.map(({ tag }) => tag)

  it.each<readonly [string, readonly (readonly CellSpec[])[], readonly string[], readonly string[]]>([
    [
      'a new one between others',
      [
        SECTION,
        RICE,
        ['2', 'Đàn trâu', 'Con', 5, 6],
        ['3', ...CROP.slice(1)],
        ['4', ...WOOD.slice(1)],
        ['5', ...POOR.slice(1)],
      ],
      ['r1', 'r2', 'r6', 'r3', 'r4', 'r5'],
      ['newRow', 'text'],
    ],
    ['one that is gone', [SECTION, RICE, CROP, POOR], ['r1', 'r2', 'r3', 'r5'], ['goneRow']],
    ['two that changed places', [SECTION, CROP, RICE, WOOD, POOR], ['r1', 'r3', 'r2', 'r4', 'r5'], ['place']],
    [
      'a name that was corrected',
      [SECTION, RICE, CROP, ['3', 'Trồng rừng tập trung', ...WOOD.slice(2)], POOR],
      ['r1', 'r2', 'r3', 'r4', 'r5'],
      ['text'],
    ],
    [
      'a name that has nothing of the old one, with the same figures',
      [SECTION, RICE, CROP, ['3', 'Diện tích cây keo', ...WOOD.slice(2)], POOR],
      ['r1', 'r2', 'r3', 'r4', 'r5'],
      ['text'],
    ],
    [
      'another indicator in the place of one',
      [SECTION, RICE, CROP, ['3', 'Số thuê bao', 'Máy', 7, 8], POOR],
      ['r1', 'r2', 'r3', 'r6', 'r5'],
      ['goneRow', 'newRow'],
    ],
    [
      'a renamed section above the same rows',
      [['I', 'VỀ KINH TẾ'], RICE, CROP, WOOD, POOR],
      ['r1', 'r2', 'r3', 'r4', 'r5'],
      ['text'],
    ],
  ])('%s', (_, rows, tags, kinds) => {
    const after = merged(report, reportOf(rows))
    expect(tagsOf(after)).toEqual(tags)
    expect([...new Set(differencesOf(report, after).map(({ kind }) => kind))].sort()).toEqual(kinds)
    expect([...after.rows.map(({ order }) => order)].sort()).toEqual(after.rows.map(({ order }) => order))
  })

  it('of one name are told apart by what they stand under', () => {
    const group = (village: string, women: number) => [
      ['I', village],
      ['1', 'Dân số', 'Người', 100, 101],
      ['', '- Nữ', 'Người', 50, women],
    ]
    const first = reportOf([...group('THÔN AN', 51), ...group('THÔN BÌNH', 52)])
    const after = merged(
      first,
      reportOf([...group('THÔN CHÂU', 60), ...group('THÔN AN', 51), ...group('THÔN BÌNH', 55)]),
    )
    expect(told(first, after).filter((line) => !line.endsWith('newRow'))).toEqual([
      'Nữ actual 52 → 55 figure',
    ])
    expect(tagsOf(after)).toEqual(['r7', 'r8', 'r9', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6'])
  })

  it('are told by their codes, whatever else changed', () => {
    const header = ['Mã số', ...HEADER.slice(1)]
    const first = reportOf(
      [
        ['01', ...RICE.slice(1)],
        ['02', ...CROP.slice(1)],
      ],
      header,
    )
    const second = reportOf(
      [
        ['02', 'Đàn bò', 'Con', 5, 6],
        ['01', ...RICE.slice(1)],
      ],
      header,
    )
    const after = merged(first, second)
    expect(tagsOf(after)).toEqual(['r2', 'r1'])
  })

  it('that came from no file stay where they are', () => {
    const { source: _source, ...own } = rowNamed(report, 'Trồng rừng mới')
    const rows = report.rows.map((row) => (row.id === own.id ? { ...own, name: 'Dòng thêm' } : row))
    const after = merged({ ...report, rows }, reportOf([SECTION, RICE, CROP, POOR]))
    expect(names(after)).toEqual(names({ ...report, rows }))
  })

  it('that are left out stay as they are, the others are taken', () => {
    const second = reportOf([
      SECTION,
      withResult(RICE, 400),
      withResult(CROP, 2400),
      ['4', 'Đàn trâu', 'Con', 5, 6],
      POOR,
    ])
    const taking = (...leftOut: readonly string[]): Taking => ({ leftOut: new Set(leftOut) })
    const without = (...leftOut: readonly string[]) =>
      told(report, merged(report, second, taking(...leftOut)))
    const fresh = rowNamed(second, 'Đàn trâu').id
    expect(
      without(rowNamed(report, 'Diện tích lúa').id, fresh, rowNamed(report, 'Trồng rừng mới').id),
    ).toEqual(['Sản lượng lương thực actual 2.352 → 2.400 figure'])
    const all = [...second.rows, ...report.rows].map(({ id }) => id)
    expect(without(...all)).toEqual([])
  })

  it('never get a tag that was used before', () => {
    const second = reportOf([...TABLE, ['5', 'Đàn trâu', 'Con', 5, 6]])
    const after = merged(report, second, { lastTags: { columns: 7, rows: 12 } })
    expect(tagsOf(after).at(-1)).toBe('r13')
  })
})

describe('sums', () => {
  const parts = (one: number, other: number, total: number) => [
    ['1', 'Tổng đàn', 'Con', '', total],
    ['', '- Lợn', 'Con', '', one],
    ['', '- Bò', 'Con', '', other],
  ]
  const header = HEADER.slice(0, 5)

  it('are what the file says, also where its parts come to something else', () => {
    const report = reportOf(parts(10, 20, 30), header)
    const result = at(report, 'Tổng đàn', 'actual')
    expect(rowNamed(report, 'Tổng đàn').cells[result.column]).toMatchObject({ rolledUp: true })
    const wrong = merged(report, reportOf(parts(12, 20, 30), header))
    expect(rowNamed(wrong, 'Tổng đàn').cells[result.column]).toMatchObject({ text: '30' })
    expect(rowNamed(wrong, 'Tổng đàn').cells[result.column]?.rolledUp).toBeUndefined()
    const right = merged(report, reportOf(parts(12, 20, 32), header))
    expect(rowNamed(right, 'Tổng đàn').cells[result.column]).toMatchObject({ text: '32', rolledUp: true })
  })
})

describe('columns', () => {
  const report = reportOf(TABLE)

  it('that are new come in where they stand, with their cells', () => {
    const header = [...HEADER.slice(0, 4), 'Thực hiện năm 2022', ...HEADER.slice(4)]
    const rows = TABLE.map((row) => (row.length < 5 ? row : [...row.slice(0, 4), 7, ...row.slice(4)]))
    const after = merged(report, reportOf(rows, header), { lastTags: { columns: 9, rows: 5 } })
    expect(after.columns.map(({ tag }) => tag)).toEqual(['c1', 'c2', 'c3', 'c4', 'c10', 'c5', 'c6', 'c7'])
    expect(told(report, after)).toEqual(
      [RICE, CROP, WOOD, POOR].map(([, name]) => `${String(name)} previous  → 7 figure`),
    )
  })

  it('that the file no longer has stay with their cells', () => {
    const after = merged(
      report,
      reportOf(
        TABLE.map((row) => row.slice(0, 6)),
        HEADER.slice(0, 6),
      ),
    )
    expect(after.columns.map(({ tag }) => tag)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'])
    expect(told(report, after)).toEqual([])
  })

  it('are the same under other words', () => {
    const header = [...HEADER.slice(0, 4), 'Kết quả thực hiện năm 2023', ...HEADER.slice(5)]
    const after = merged(report, reportOf(TABLE, header))
    expect(after.columns.map(({ id }) => id)).toEqual(report.columns.map(({ id }) => id))
    expect(after.columns[4]?.header).toEqual(['Kết quả thực hiện năm 2023'])
    expect(told(report, after)).toEqual([])
  })
})

describe('any table over any other', () => {
  const rowsOf = fc.array(
    fc.record({
      name: fc.constantFrom('Lúa', 'Ngô', 'Khoai', 'Rừng trồng', 'Rừng tự nhiên', 'Hộ nghèo', 'Đàn lợn'),
      unit: fc.constantFrom('Ha', 'Tấn', 'Hộ', ''),
      plan: fc.integer({ min: 1, max: 3 }),
      result: fc.integer({ min: 1, max: 3 }),
      isItem: fc.boolean(),
    }),
    { minLength: 2, maxLength: 12 },
  )
  const built = rowsOf.map((rows) =>
    reportOf(
      rows.map(({ name, unit, plan, result, isItem }, index) =>
        isItem && index > 0
          ? ['', `- ${name}`, unit, plan, result]
          : [String(index + 1), name, unit, plan, result],
      ),
    ),
  )

  it('is one change that can be made and taken back, with no tag or id twice, and nothing different is left', () => {
    fc.assert(
      fc.property(built, built, fc.func(fc.boolean()), (report, imported, isLeftOut) => {
        const ids = [...report.rows, ...imported.rows].map(({ id }) => id)
        const leftOut = new Set(ids.filter((id) => isLeftOut(ids.indexOf(id))))
        for (const after of [merged(report, imported), merged(report, imported, { leftOut })]) {
          const change = changeBetween(report, after)
          expect(applyChange(report, change)).toEqual({ ok: true, value: after })
          expect(applyChange(after, invert(change))).toEqual({ ok: true, value: report })
          for (const things of [after.rows, after.columns]) {
            expect(new Set(things.map(({ tag }) => tag)).size).toBe(things.length)
            expect(new Set(things.map(({ id }) => id)).size).toBe(things.length)
          }
        }
        const after = merged(report, imported)
        expect(names(after)).toEqual(names(imported))
        const texts = ({ rows, columns }: Report) =>
          rows.map(({ cells }) => columns.map(({ id }) => cells[id]?.text ?? ''))
        expect(texts(after)).toEqual(texts(imported))
      }),
      { numRuns: 150 },
    )
  })
})
