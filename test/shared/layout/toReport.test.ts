/** From the plan of an import to a report, with and without corrections of a person. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculate } from '../../../shared/calculate.ts'
import { check } from '../../../shared/check/index.ts'
import { reportFromTable } from '../../../shared/layout/toReport.ts'
import type { PlanCorrections } from '../../../shared/layout/plan.ts'
import { ROLES, type Report, type Role } from '../../../shared/model.ts'
import { shown } from '../../../shared/shown.ts'
import { tableOf, type CellSpec } from './sheetOf.ts'

const AT = '2024-07-01T08:00:00.000Z'

function report(rows: readonly (readonly CellSpec[])[], corrections: PlanCorrections = {}): Report {
  let next = 0
  return reportFromTable(tableOf(rows), corrections, { file: 'a.xlsx', hash: 'abc' }, () => `id${++next}`, AT)
}

/** Columns as "c4 plan", computed ones as "c6 ratio c5/c4". */
function columns({ columns: all }: Report): readonly string[] {
  const tagOf = (id: string | undefined) => all.find((column) => column.id === id)?.tag ?? '-'
  return all.map(({ tag, role, of, to, added }) => {
    const compared = of === undefined && to === undefined ? '' : ` ${tagOf(of)}/${tagOf(to)}`
    return `${tag} ${role}${compared}${added === true ? ' added' : ''}`
  })
}

const sample = [
  ['KẾT QUẢ NĂM 2023'],
  ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ %', 'Đánh giá', 'Ghi chú'],
  ['1', 'Trồng ngô', 'Ha', 30, 31.7, 105.66, 'Vượt', 'tăng vụ'],
  ['2', 'Trồng lạc', 'Ha', '>90', null, null, null, '-'],
]

describe('a report of a planned table', () => {
  it('compares what the file compared only where most of its ratios say so', () => {
    const header = ['TT', 'Chỉ tiêu', 'ĐVT', 'Cùng kỳ', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ']
    const inTimes = [
      ['1', 'Trồng ngô', 'Ha', 200, 2, 3, 1.5],
      ['2', 'Trồng lạc', 'Ha', 500, 4, 5, 1.25],
      ['3', 'Trồng lúa', 'Ha', 90, 5, 4, 0.8],
      ['4', 'Trồng mía', 'Ha', 70, 8, 6, 0.75],
      ['5', 'Trồng sắn', 'Ha', 30, 5, 9, 1.8],
    ]
    expect(columns(report([['KẾT QUẢ NĂM 2023'], header, ...inTimes]))).toContain('c7 ratio c6/c5')
    const withLastYear = inTimes.map(([ordinal, name, unit, before, plan, result]) => [
      ordinal ?? '',
      name ?? '',
      unit ?? '',
      before ?? 0,
      plan ?? 0,
      result ?? 0,
      Math.round((Number(result) / Number(before)) * 10_000) / 100,
    ])
    expect(columns(report([['KẾT QUẢ NĂM 2023'], header, ...withLastYear]))).toContain('c7 ratio c6/c4')
  })

  it('holds texts and figures in cells, what the file says of computed columns apart', () => {
    const made = report(sample)
    expect(columns(made)).toEqual([
      'c1 ordinal',
      'c2 name',
      'c3 unit',
      'c4 plan',
      'c5 actual',
      'c6 ratio c5/c4',
      'c7 assessment c5/c4',
      'c8 note',
    ])
    const [first] = made.rows
    const byTag = (cells: Readonly<Record<string, { readonly text: string }>>) =>
      Object.fromEntries(
        made.columns.flatMap(({ id, tag }) => (cells[id] === undefined ? [] : [[tag, cells[id].text]])),
      )
    expect(first).toMatchObject({
      tag: 'r1',
      kind: 'indicator',
      ordinal: '1',
      name: 'Trồng ngô',
      unit: 'Ha',
      overrides: {},
    })
    expect(byTag(first?.cells ?? {})).toEqual({ c4: '30', c5: '31,7', c8: 'tăng vụ' })
    expect(byTag(first?.stated ?? {})).toEqual({ c6: '105,66', c7: 'Vượt' })
    expect(first?.source).toEqual({ sheet: 'Biểu', row: 3 })
  })

  it('shows what the file states and knows that it computes something else', () => {
    const made = report(sample)
    const [row, ratio] = [made.rows[0], made.columns[5]]
    if (row === undefined || ratio === undefined) throw new Error('missing')
    expect(shown(made, row, ratio, calculate(made))).toEqual({ text: '105,66', by: 'stated', differs: true })
  })

  it('has ids, tags and sort keys of its own for every row and column', () => {
    const made = report(sample)
    const ids = [made, ...made.columns, ...made.rows].map(({ id }) => id)
    expect(new Set([...ids, ...made.rows.map(({ indicator }) => indicator)]).size).toBe(
      ids.length + made.rows.length,
    )
    expect(made.rows.map(({ order }) => order)).toEqual(made.rows.map(({ order }) => order).toSorted())
    expect(made.columns.map(({ order }) => order)).toEqual(made.columns.map(({ order }) => order).toSorted())
  })

  it('says where and when it came from', () => {
    expect(report(sample)).toMatchObject({
      state: 'draft',
      updatedAt: AT,
      source: { file: 'a.xlsx', hash: 'abc', sheet: 'Biểu', range: 'A2:H4' },
    })
  })

  it('gets ratio and assessment where the table has neither', () => {
    expect(
      columns(
        report([
          ['Chỉ tiêu', 'Kế hoạch', 'Thực hiện'],
          ['Trồng ngô', 30, 31.7],
        ]),
      ),
    ).toEqual(['c1 name', 'c2 plan', 'c3 actual', 'c4 ratio c3/c2 added', 'c5 assessment c3/c2 added'])
  })
})

describe('corrections', () => {
  it('of title, period and office are taken over', () => {
    const period = { kind: 'nine-months', year: 2023 } as const
    expect(report(sample, { title: 'Biểu khác', period, office: 'xã A' })).toMatchObject({
      title: 'Biểu khác',
      period,
      office: 'xã A',
    })
  })

  it('of a role move the cells and what is compared', () => {
    const made = report(sample, { roles: { 5: 'estimate', 6: 'number', 8: 'text' } })
    expect(columns(made).slice(3)).toEqual([
      'c4 plan',
      'c5 estimate',
      'c6 number',
      'c7 assessment c5/c4',
      'c8 text',
      'c9 ratio c5/c4 added',
    ])
    expect(made.rows[0]?.cells[made.columns[5]?.id ?? '']?.text).toBe('105,66')
    expect(Object.keys(made.rows[0]?.stated ?? {})).toEqual([made.columns[6]?.id])
  })

  it('of the name column have the rows read again', () => {
    const rows = [
      ['TT', 'Nội dung', 'Tên gọi', 'Kế hoạch', 'Thực hiện'],
      ['I', 'Nhóm một', 'KINH TẾ'],
      ['1', 'Nhóm hai', 'Trồng ngô', 30, 31.7],
      [null, 'Nhóm ba', '- Ngô lai', 10, 10],
    ]
    expect(report(rows).rows.map(({ name }) => name)).toEqual(['Nhóm một', 'Nhóm hai', 'Nhóm ba'])
    const made = report(rows, { roles: { 3: 'name' } })
    expect(columns(made).slice(0, 3)).toEqual(['c1 ordinal', 'c2 text', 'c3 name'])
    expect(made.rows.map(({ kind, level, mark, name }) => [kind, level, mark, name])).toEqual([
      ['section', 0, undefined, 'KINH TẾ'],
      ['indicator', 1, undefined, 'Trồng ngô'],
      ['item', 2, '-', 'Ngô lai'],
    ])
    expect(made.rows[0]?.cells[made.columns[1]?.id ?? '']?.text).toBe('Nhóm một')
  })

  it('of a figure column to text make headings of rows without other figures', () => {
    const rows = [
      ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'Giá 2010'],
      ['I', 'Kinh tế', null, null, 'chung'],
      ['1', 'Trồng ngô', 30, 31.7, 5],
      ['2', 'Trồng lạc', 10, 10, 6],
    ]
    expect(report(rows).rows[0]?.kind).toBe('indicator')
    expect(report(rows, { roles: { 5: 'note' } }).rows[0]?.kind).toBe('section')
  })

  it('of two columns to one that a table has once: the last has it, the other is text', () => {
    const made = report(sample, { roles: { 3: 'name', 2: 'name' } })
    expect(columns(made).slice(0, 3)).toEqual(['c1 ordinal', 'c2 text', 'c3 name'])
    const [first] = made.rows
    expect([first?.name, first?.cells[made.columns[1]?.id ?? '']?.text]).toEqual(['Ha', 'Trồng ngô'])
  })

  it('of any roles lose no word', () => {
    const rows = [
      ['KẾT QUẢ NĂM 2023'],
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ %', 'Đánh giá', 'Ghi chú'],
      ['I', 'KINH TẾ', null, null, null, null, null, 'chung'],
      ['1', 'Trồng ngô', 'Ha', 30, 31.7, 105.66, 'Vượt', 'tăng vụ'],
      [null, 'lai và nếp', null, null, null, null, null, 'vụ đông'],
      ['-', '+ Ngô lai', 'Ha', 10, 9, 90, 'Không đạt', null],
      [null, null, 'Tấn', null, 7, null, null, 'sản lượng'],
      ['2', 'Trồng lạc', 'Ha', '>90', null, null, null, 'a) trên đồi'],
    ]
    const { rows: planned } = tableOf(rows)
    const said = planned.flatMap(({ cells }) =>
      Object.values(cells).flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []),
    )
    const roles = fc.dictionary(
      fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
      fc.constantFrom(...ROLES),
    )
    fc.assert(
      fc.property(roles, (corrected: Readonly<Record<number, Role>>) => {
        const kept = JSON.stringify(report(rows, { roles: corrected }).rows)
        expect(said.filter((word) => !kept.includes(word))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('know what a header compares with without a plan', () => {
    const rows = [
      ['Chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'So với cùng kỳ (%)'],
      ['Trồng ngô', 30, 31.7, 110],
    ]
    const noted = report(rows, { roles: { 4: 'note' } }).columns[3]
    expect(noted).toMatchObject({ role: 'note', withoutPlan: true })
    expect(columns(report(rows))[3]).toBe('c4 ratio c3/-')
  })
})

describe('numbers that the file shows as nothing', () => {
  const unseen = (value: string): CellSpec => ({ type: 'number', text: '', value })
  const header = ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ %', 'Đánh giá']
  const rows = [
    ['KẾT QUẢ NĂM 2023'],
    header,
    ['I', 'KINH TẾ', null, unseen('0'), unseen('0'), unseen('0')],
    ['1', 'Trồng ngô', 'Ha', 30, unseen('0'), unseen('0')],
    ['2', 'Trồng lạc', 'Ha', unseen('1234.5'), 7],
    ['3', 'Trồng đỗ', 'Ha', unseen('0'), unseen('0')],
    ['4', 'Trồng rừng', 'Ha', unseen('20'), unseen('5')],
    [null, null, null, unseen('0'), unseen('0'), unseen('0')],
    ['TM. ỦY BAN NHÂN DÂN', null, null, unseen('0')],
  ]

  it('are figures, but for the zeros of rows that show no figure', () => {
    const made = report(rows)
    const [plan, actual] = [made.columns[3]?.id ?? '', made.columns[4]?.id ?? '']
    expect(made.rows.map((row) => [row.kind, row.cells[plan]?.text, row.cells[actual]?.text])).toEqual([
      ['section', undefined, undefined],
      ['indicator', '30', '0'],
      ['indicator', '1.234,5', '7'],
      ['indicator', undefined, undefined],
      ['indicator', '20', '5'],
    ])
    expect(made.rows[1]?.cells[actual]?.quantity).toEqual({ op: '=', value: '0' })
    expect(made.signature).toEqual([{ side: 'left', lines: ['TM. ỦY BAN NHÂN DÂN'] }])
  })

  it('are computed with, and found', () => {
    const made = report(rows)
    const computed = calculate(made)
    const [ratio, assessment] = [made.columns[5]?.id ?? '', made.columns[6]?.id ?? '']
    expect(computed.get(made.rows[1]?.id ?? '')).toEqual({ [ratio]: '0', [assessment]: 'Không đạt' })
    const codes = check(made, computed).map(
      ({ code, row }) => `${made.rows.find(({ id }) => id === row)?.tag ?? ''} ${code}`,
    )
    expect(codes).toContain('r2 digits-hidden')
    expect(codes).not.toContain('r2 result-missing')
    expect(
      made.rows.flatMap(({ stated }) => Object.values(stated).filter(({ text }) => text !== '')),
    ).toEqual([])
  })
})

describe('formulas nobody calculated', () => {
  it('in ratio and assessment are kept with what the file states', () => {
    const formula: CellSpec = { formula: 'E3/D3', uncalculated: true }
    const made = report([
      ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ %', 'Đánh giá'],
      ['1', 'Trồng ngô', 30, 31.7, 105.67, 'Vượt'],
      ['2', 'Trồng lạc', 10, 10, formula, formula],
    ])
    const found = check(made, calculate(made)).map(({ code, column }) => [
      code,
      made.columns.find(({ id }) => id === column)?.role,
    ])
    expect(found).toEqual([
      ['value-missing', 'ratio'],
      ['value-missing', 'assessment'],
    ])
  })
})
