/** Templates found again across files and years, and what a person corrected applied to them. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanCorrections, PlannedTable } from '../../shared/layout/plan.ts'
import { planImport } from '../../shared/layout/planImport.ts'
import { correctedTable } from '../../shared/layout/toReport.ts'
import type { Role } from '../../shared/model.ts'
import { isWorthRemembering, matchProfile, profileOf, type Profile } from '../../shared/profile.ts'
import { alikeHeaders, templateKey } from '../../shared/templateWords.ts'
import { sheetOf, workbookOf, type CellSpec, type SheetSpec } from './layout/sheetOf.ts'

/** A template as it would be stored, from headers and roles in order. */
function profile(
  id: string,
  columns: readonly (readonly [header: string, role: Role])[],
  title = 'Biểu chỉ tiêu',
): Profile {
  return {
    id,
    name: id,
    title,
    columns: columns.map(([header, role]) => ({ header: header.split(' / '), role })),
    rows: [],
  }
}

/** "4 actual, 5 ?" by sheet column, "?" for a new one; "-" where no template fits. */
function match(profiles: readonly Profile[], headers: readonly string[], title = 'Biểu chỉ tiêu'): string {
  const columns = headers.map((header, index) => ({
    column: index + 1,
    header: header.split(' / '),
    role: 'number' as const,
  }))
  const found = matchProfile({ title, columns }, profiles)
  if (found === undefined) return '-'
  return columns.map(({ column }) => found.corrections.roles[column] ?? '?').join(' ')
}

const YEARLY = profile('yearly', [
  ['TT', 'ordinal'],
  ['Chỉ tiêu', 'name'],
  ['ĐVT', 'unit'],
  ['Kế hoạch năm 2023', 'plan'],
  ['Thực hiện 6 tháng năm 2023', 'estimate'],
  ['Tỷ lệ %', 'ratio'],
  ['Ghi chú', 'note'],
])

describe('a template is found again', () => {
  it.each<[string, readonly string[], string]>([
    [
      'in another year and month',
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch năm 2024', 'Thực hiện 9 tháng năm 2024', 'Tỷ lệ %', 'Ghi chú'],
      'ordinal name unit plan estimate ratio note',
    ],
    [
      'abbreviated, in capitals',
      ['STT', 'CHỈ TIÊU', 'Đơn vị tính', 'KH NĂM 2024', 'TH 9 THÁNG NĂM 2024', 'TỶ LỆ (%)', 'GHI CHÚ'],
      'ordinal name unit plan estimate ratio note',
    ],
    [
      'with a column added',
      [
        'TT',
        'Chỉ tiêu',
        'ĐVT',
        'Kế hoạch năm 2024',
        'Cột thêm',
        'Thực hiện 6 tháng năm 2024',
        'Tỷ lệ %',
        'Ghi chú',
      ],
      'ordinal name unit plan ? estimate ratio note',
    ],
    [
      'with columns moved',
      ['TT', 'Chỉ tiêu', 'Ghi chú', 'Thực hiện 6 tháng năm 2024', 'Kế hoạch năm 2024', 'Tỷ lệ %', 'ĐVT'],
      'ordinal name note estimate plan ratio unit',
    ],
    [
      'with a column taken away',
      ['TT', 'Chỉ tiêu', 'Kế hoạch năm 2024', 'Thực hiện 6 tháng năm 2024', 'Tỷ lệ %'],
      'ordinal name plan estimate ratio',
    ],
    [
      'with a header slightly renamed',
      [
        'TT',
        'Chỉ tiêu',
        'ĐVT',
        'Kế hoạch giao năm 2024',
        'Thực hiện 6 tháng đầu năm 2024',
        'Tỷ lệ % đạt',
        'Ghi chú',
      ],
      'ordinal name unit plan estimate ratio note',
    ],
    ['not in a table of something else', ['TT', 'Họ và tên', 'Năm sinh', 'Quê quán', 'Ghi chú'], '-'],
    ['not by the columns that every table has', ['TT', 'Chỉ tiêu', 'ĐVT', 'Ghi chú'], '-'],
    [
      'not where hardly half of its figures are',
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch năm 2024', 'Diện tích', 'Sản lượng', 'Năng suất', 'Ghi chú'],
      '-',
    ],
  ])('%s', (_, headers, expected) => {
    expect(match([YEARLY], headers)).toBe(expected)
  })

  it('columns of several years go by their order, or as far before the last as they were', () => {
    const years = profile('years', [
      ['Chỉ tiêu', 'name'],
      ['TH 2021', 'previous'],
      ['TH 2022', 'number'],
      ['KH 2023', 'plan'],
      ['TH 2023', 'actual'],
    ])
    expect(match([years], ['Chỉ tiêu', 'TH 2022', 'TH 2023', 'KH 2024', 'TH 2024'])).toBe(
      'name previous number plan actual',
    )
    expect(match([years], ['Chỉ tiêu', 'TH 2021', 'TH 2022', 'TH 2023', 'KH 2024', 'TH 2024'])).toBe(
      'name ? previous number plan actual',
    )
  })

  it('a forecast that takes the place of a result is another column', () => {
    const found = match(
      [YEARLY],
      [
        'TT',
        'Chỉ tiêu',
        'ĐVT',
        'Kế hoạch năm 2024',
        'Ước thực hiện năm 2024',
        'Tỷ lệ %',
        'Thực hiện 6 tháng năm 2024',
      ],
    )
    expect(found).toBe('ordinal name unit plan ? ratio estimate')
  })

  it('columns of one name below different groups are not mixed up', () => {
    const grouped = profile('grouped', [
      ['Chỉ tiêu', 'name'],
      ['Kế hoạch / Toàn xã', 'plan'],
      ['Kế hoạch / Thôn Đông', 'number'],
      ['Thực hiện / Toàn xã', 'actual'],
      ['Thực hiện / Thôn Đông', 'text'],
    ])
    expect(
      match(
        [grouped],
        [
          'Chỉ tiêu',
          'Thực hiện / Thôn Đông',
          'Thực hiện / Toàn xã',
          'Kế hoạch / Toàn xã',
          'Kế hoạch / Thôn Đông',
        ],
      ),
    ).toBe('name text actual plan number')
  })
})

describe('of several templates', () => {
  const common = [
    ['TT', 'ordinal'],
    ['Chỉ tiêu', 'name'],
    ['ĐVT', 'unit'],
    ['Kế hoạch', 'plan'],
    ['Thực hiện', 'actual'],
  ] as const
  const crops = profile('crops', [...common, ['Diện tích kiểm kê', 'previous'], ['Tỷ lệ %', 'ratio']])
  const schools = profile('schools', [...common, ['Số lớp học', 'number'], ['Tỷ lệ %', 'ratio']])
  const headersOf = ({ columns }: Profile) => columns.map(({ header }) => header.join(' / '))

  it('the one most alike is taken, whatever the order', () => {
    for (const all of [
      [crops, schools],
      [schools, crops],
    ]) {
      expect(match(all, headersOf(crops))).toContain('previous')
      expect(match(all, headersOf(schools))).toContain('actual number')
      expect(match(all, [...headersOf(schools), 'Cột thêm'])).toContain('actual number ratio ?')
    }
  })

  it('with the same header the title decides', () => {
    const one = { ...crops, id: 'b', title: 'Chỉ tiêu nông nghiệp năm 2023' }
    const other = profile(
      'a',
      [...common, ['Diện tích kiểm kê', 'number'], ['Tỷ lệ %', 'ratio']],
      'Chỉ tiêu giáo dục năm 2023',
    )
    const found = (title: string) => match([other, one], headersOf(crops), title)
    expect(found('CHỈ TIÊU NÔNG NGHIỆP NĂM 2024')).toContain('previous')
    expect(found('CHỈ TIÊU GIÁO DỤC NĂM 2024')).toContain('actual number')
  })

  it('under a title about something else a header that is only similar is another template', () => {
    const headers = headersOf(crops).map((header) => (header.startsWith('Diện tích') ? 'Số lớp học' : header))
    expect(match([crops], headers, 'Biểu chỉ tiêu')).toContain('?')
    expect(match([crops], headers, 'Thống kê trường lớp, học sinh, giáo viên')).toBe('-')
  })
})

describe('words of headers', () => {
  it.each([
    ['Thực hiện tháng 6 năm 2024', 'Thực hiện tháng 12 năm 2023'],
    ['Lũy kế 6 tháng', 'Lũy kế chín tháng'],
    ['Quý I/2024', 'Quý IV/2023'],
    ['Thực hiện tháng sáu', 'TH tháng 7'],
    ['Giai đoạn 2021-2025', 'Giai đoạn 2026 - 2030'],
    ['Đến 31/12/2023', 'Đến 30/6/2024'],
    ['Đơn vị\ntính', 'ĐVT'],
    ['KH2024', 'Kế hoạch 2025'],
  ])('%j and %j are the same', (one, other) => {
    expect(templateKey([one])).toBe(templateKey([other]))
  })

  it.each([
    ['Thực hiện', 'Ước thực hiện'],
    ['Kế hoạch', 'Thực hiện'],
    ['Lũy kế', 'Cùng kỳ'],
    ['Diện tích', 'Sản lượng'],
  ])('%j and %j are not alike', (one, other) => {
    expect(alikeHeaders([one], [other])).toBeLessThan(0.6)
  })

  it('likeness goes from 0 to 1 and is the same both ways', () => {
    const word = fc.constantFrom('Kế hoạch', 'Thực hiện', 'năm 2024', 'tỉnh giao', '%', 'Lúa', '6 tháng', '')
    const path = fc.array(
      fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(path, path, (one, other) => {
        const alike = alikeHeaders(one, other)
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(1)
        expect(alikeHeaders(other, one)).toBeCloseTo(alike)
        expect(alikeHeaders(one, one)).toBe(1)
      }),
    )
  })
})

/** The only table of a sheet. */
function planned(
  rows: readonly (readonly CellSpec[])[],
  options: Parameters<typeof planImport>[1] = {},
  spec: SheetSpec = {},
): PlannedTable {
  const [table] = planImport(workbookOf(sheetOf(rows, spec)), options).tables
  if (table === undefined) throw new Error('No table found')
  return table
}

function remembered(table: PlannedTable, corrections: PlanCorrections, before?: Profile): Profile {
  return profileOf(table, corrections, { id: 'id', name: 'Mẫu' }, before)
}

describe('what a person corrected', () => {
  const year = (number: number, more: readonly (readonly CellSpec[])[] = []) => [
    [`BIỂU CHỈ TIÊU NĂM ${number}`],
    ['TT', 'Chỉ tiêu', 'ĐVT', `Giao năm ${number}`, 'Số rà soát', 'Tỷ lệ %', 'Mã nội bộ'],
    ['I', 'Nông nghiệp', null, null, null, null, null],
    ['1', 'Trồng lúa', 'Ha', 100, 90, 90, 7],
    ['2', 'Trồng ngô', 'Ha', 50, 60, 120, 8],
    ['3', 'Đất trống đã phân loại', 'Ha', 20, 20, 100, 9],
    ...more,
  ]
  const roles = (table: PlannedTable) => table.columns.map(({ role }) => role)

  it('roles and columns left out hold next year', () => {
    const first = planned(year(2023))
    const corrections = { roles: { 5: 'actual' }, leftOutColumns: [7] } as const
    expect(isWorthRemembering(first, corrections)).toBe(true)
    const next = planned(year(2024), { profiles: [remembered(first, corrections)] })
    expect(roles(next).slice(3, 6)).toEqual(['plan', 'actual', 'ratio'])
    expect(next.profile).toMatchObject({ name: 'Mẫu', newColumns: [], corrections: { leftOutColumns: [7] } })
    expect(next.columns.some(({ asked }) => asked)).toBe(false)
    expect(correctedTable(next, {}).columns.map(({ column }) => column)).toEqual([1, 2, 3, 4, 5, 6])
    expect(correctedTable(next, { leftOutColumns: [] }).columns).toHaveLength(7)
    expect(isWorthRemembering(next, {})).toBe(false)
  })

  it('rows are found again by name and kind of ordinal, wherever they stand', () => {
    const first = planned(year(2023))
    const corrections = { rows: { 4: { kind: 'item', level: 2 }, 6: { leftOut: true } } } as const
    const profile = remembered(first, corrections)
    const [title, head, section, rice, ...rest] = year(2024)
    const next = planned(
      [title, head, section, ['1', 'Chè', 'Ha', 1, 1, 100, 1], ['2', ...(rice?.slice(1) ?? [])], ...rest].map(
        (row) => row ?? [],
      ),
      { profiles: [profile] },
    )
    expect(next.profile?.corrections.rows).toEqual({ 5: { kind: 'item', level: 2 }, 7: { leftOut: true } })
    expect(correctedTable(next, {}).rows.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'section Nông nghiệp',
      'indicator Chè',
      'item Trồng lúa',
      'indicator Trồng ngô',
    ])
  })

  it('what a person says now goes before what was remembered', () => {
    const first = planned(year(2023))
    const profile = remembered(first, { rows: { 4: { kind: 'item', level: 0 } } })
    const next = planned(year(2024), { profiles: [profile] })
    const { rows } = correctedTable(next, { rows: { 4: { kind: 'indicator' } } })
    expect(rows[1]).toMatchObject({ kind: 'indicator', level: 0 })
  })

  it('rows that this file does not have stay remembered', () => {
    const profile = remembered(planned(year(2023)), { rows: { 6: { leftOut: true } } })
    const without = planned(year(2024).slice(0, 5), { profiles: [profile] })
    const later = profileOf(without, { roles: { 7: 'code' } }, { id: 'id', name: 'Mẫu' }, profile)
    const back = planned(year(2025), { profiles: [later] })
    expect(back.profile?.corrections.rows).toEqual({ 6: { leftOut: true } })
    expect(roles(back)[6]).toBe('code')
  })

  it('where every row of a kind of ordinal is corrected alike, new ones are too', () => {
    const extra = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => [
        `${String.fromCharCode(96 + from + index)})`,
        `Giống ${from + index}`,
        'Ha',
        10,
        9,
        90,
        1,
      ])
    const first = planned(year(2023, extra(1, 3)))
    const set = { kind: 'indicator', level: 1 } as const
    const profile = remembered(first, { rows: { 7: set, 8: set, 9: set } })
    const next = planned(year(2024, extra(1, 5)), { profiles: [profile] })
    expect(Object.keys(next.profile?.corrections.rows ?? {})).toEqual(['7', '8', '9', '10', '11'])
  })

  it('rows of one name are told apart by their order, as long as there are as many', () => {
    const twice = (names: readonly string[]) => names.map((name) => ['-', name, 'Ha', 10, 9, 90, 1])
    const first = planned(year(2023, twice(['Vụ đông', 'Vụ xuân', 'Vụ đông'])))
    const profile = remembered(first, { rows: { 9: { leftOut: true } } })
    const same = planned(year(2024, twice(['Vụ hè', 'Vụ đông', 'Vụ đông'])), { profiles: [profile] })
    expect(same.profile?.corrections.rows).toEqual({ 9: { leftOut: true } })
    const more = planned(year(2024, twice(['Vụ đông', 'Vụ đông', 'Vụ đông'])), { profiles: [profile] })
    expect(more.profile?.corrections.rows).toBeUndefined()
  })

  it('the last row of the table holds by its name', () => {
    const profile = remembered(planned(year(2023)), { lastRow: 5 })
    const next = planned(year(2024), { profiles: [profile] })
    expect(correctedTable(next, {}).rows.at(-1)?.name).toBe('Trồng ngô')
  })

  it('a header that a person moved is found where it is next year', () => {
    const rows = (number: number) => [
      [`BIỂU CHỈ TIÊU NĂM ${number}`],
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện'],
      ['', '', '', 'cả năm', `đến ${number}`],
      ['x', 'y', 'z', 'v', 'w'],
      ['1', 'Trồng lúa', 'Ha', 100, 90],
      ['2', 'Trồng ngô', 'Ha', 50, 60],
    ]
    const alone = planned(rows(2023))
    const headers = [{ sheet: 'Biểu', first: 2, last: 4 }]
    const placed = planned(rows(2023), { headers })
    expect(placed.headerRows).toEqual({ first: 2, last: 4 })
    expect(placed.recognisedHeader).toEqual(alone.headerRows)
    expect(alone.headerRows).not.toEqual(placed.headerRows)
    const profile = remembered(placed, { headerRows: { first: 2, last: 4 } })

    const moved: readonly (readonly CellSpec[])[] = [['Phụ lục kèm theo Báo cáo'], ...rows(2024)]
    const next = planned(moved, { profiles: [profile] })
    expect(next.headerRows).toEqual({ first: 3, last: 5 })
    expect(next.profile?.newColumns).toEqual([])
    expect(next.rows.map(({ name }) => name)).toEqual(['Trồng lúa', 'Trồng ngô'])
  })

  it('any template leaves the rows of any table readable', () => {
    const role = fc.constantFrom<Role>('ordinal', 'name', 'unit', 'plan', 'actual', 'ratio', 'number', 'text')
    fc.assert(
      fc.property(fc.array(role, { minLength: 7, maxLength: 7 }), (wanted) => {
        const first = planned(year(2023))
        const profile = {
          ...remembered(first, {}),
          columns: first.columns.map(({ header }, index) => ({ header, role: wanted[index] ?? 'text' })),
        }
        const next = planned(year(2024), { profiles: [profile] })
        const count = (each: Role) => roles(next).filter((own) => own === each).length
        expect(next.rows).not.toEqual([])
        expect(count('name')).toBe(1)
        expect(Math.max(count('ordinal'), count('unit'))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 50 },
    )
  })
})
