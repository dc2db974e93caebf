/** What computed columns compare: terms and years, several plans, index and growth, and what the figures themselves show. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { reportFromTable } from '../../../shared/layout/toReport.ts'
import type { Column } from '../../../shared/model.ts'
import { tableOf, type CellSpec, type SheetSpec } from './sheetOf.ts'

/** Columns behind TT and Chỉ tiêu, under the title of a year's report; two rows of the same made-up figures unless given. */
function columnsUnder(
  headers: readonly string[],
  figures?: readonly (readonly CellSpec[])[],
  title = 'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2024',
): readonly Column[] {
  const rows = figures ?? [headers.map((_, place) => 7 + place * 3)]
  return reportColumns([
    [title],
    ['TT', 'Chỉ tiêu', ...headers],
    ...rows.map((cells, index) => [`${index + 1}`, `Chỉ tiêu ${index + 1}`, ...cells]),
  ])
}

function reportColumns(rows: readonly (readonly CellSpec[])[], spec?: SheetSpec): readonly Column[] {
  const source = { file: 'a.xlsx', hash: 'none' }
  return reportFromTable(tableOf(rows, spec), {}, source, randomUUID, '2024-07-01T00:00:00Z').columns
}

/** "ratio E/C" of each column that compares, by letters; "+" for one that was added, a figure for the steps of an average. */
function comparisons(columns: readonly Column[]): readonly string[] {
  const letterOf = (id: string | undefined) => columns.find((column) => column.id === id)?.letter ?? '-'
  return columns
    .filter(({ role }) => ['ratio', 'change', 'growth', 'assessment'].includes(role))
    .map(({ role, of, to, steps, added }) =>
      [`${added === true ? '+' : ''}${role}`, `${letterOf(of)}/${letterOf(to)}`, steps]
        .filter(Boolean)
        .join(' '),
    )
}

describe('plans for a term', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a resolution beside the year', ['NQ Đại hội nhiệm kỳ 2020-2025', 'KH năm 2024', 'TH 2024'], ['C']],
    ['a period', ['Kế hoạch giai đoạn 2021-2025', 'Kế hoạch năm', 'Thực hiện'], ['C']],
    ['a span of years', ['KH 2024', 'KH 2021-2025', 'Thực hiện'], ['D']],
    ['its last year', ['Mục tiêu đến năm 2025', 'KH 2024', 'TH 2024'], ['C']],
    ['five years', ['Kế hoạch 5 năm', 'KH năm 2024', 'TH 2024'], ['C']],
    ['nothing for a single year', ['Mục tiêu nhiệm kỳ', 'Kết quả'], []],
    ['two of the same length', ['NQ Đại hội huyện', 'NQ Đại hội xã', 'Kết quả'], []],
    ['a school year', ['Kế hoạch năm học 2023-2024', 'KH năm 2024', 'Thực hiện'], []],
    ['one that ends with the other', ['KH đến năm 2024', 'KH năm 2024', 'Thực hiện'], []],
    ['a result over the term', ['KH năm 2024', 'Lũy kế nhiệm kỳ 2020-2025'], []],
  ])('%s: %j', (_, headers, terms) => {
    const columns = columnsUnder(headers)
    expect(columns.filter(({ term }) => term === true).map(({ letter }) => letter)).toEqual(terms)
  })

  it('each has its ratio; what was reached since its beginning is measured by it', () => {
    expect(
      comparisons(
        columnsUnder(['KH năm', 'KH nhiệm kỳ', 'TH năm', 'Lũy kế nhiệm kỳ', '% năm', '% nhiệm kỳ']),
      ),
    ).toEqual(['ratio E/C', 'ratio F/D', '+assessment E/C'])
  })

  it('below groups of their own', () => {
    const columns = reportColumns(
      [
        ['TT', 'Chỉ tiêu', 'Giai đoạn 2021-2025', null, 'Năm 2024', null, null, null],
        [null, null, 'Mục tiêu', 'Lũy kế thực hiện', 'Kế hoạch', 'Thực hiện', '% năm', '% giai đoạn'],
        ['1', 'Trồng rừng', 70, 30, 10, 9, 90, 42.86],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:H1'] },
    )
    expect(comparisons(columns)).toEqual(['ratio F/E', 'ratio D/C', '+assessment F/E'])
  })

  it('what was reached over the term is measured by it, also where no year stands beside it', () => {
    const headers = ['KH 2021-2025', 'TH 2023', 'TH 2024', 'Lũy kế 2021-2024', 'Tỷ lệ % so KH giai đoạn']
    expect(comparisons(columnsUnder(headers))[0]).toBe('ratio F/C')
  })

  it('the assessment, and a ratio that is added, are of the year', () => {
    expect(comparisons(columnsUnder(['KH năm 2024', 'NQ nhiệm kỳ', 'TH 2024']))).toEqual([
      '+ratio E/C',
      '+assessment E/C',
    ])
  })
})

describe('several plans', () => {
  it.each<[readonly string[], readonly string[]]>([
    [
      [
        'KH tỉnh giao',
        'KH huyện giao',
        'NQ HĐND',
        'TH',
        '% so KH tỉnh giao',
        '% so KH huyện',
        'So với NQ (%)',
      ],
      ['ratio F/C', 'ratio F/D', 'ratio F/E'],
    ],
    [
      ['KH tỉnh giao', 'Nghị quyết HĐND xã', 'TH', 'Đạt % kế hoạch', '% NQ'],
      ['ratio E/C', 'ratio E/D'],
    ],
    [
      ['KH tỉnh', 'KH huyện', 'TH', 'Tỷ lệ (%)', 'Tỷ lệ (%)'],
      ['ratio E/C', 'ratio E/D'],
    ],
    [
      ['KH tỉnh', 'KH huyện', 'TH', '% so KH huyện', 'Tỷ lệ (%)'],
      ['ratio E/D', 'ratio E/C'],
    ],
    [
      ['KH tỉnh', 'TH tỉnh', 'Tỷ lệ', 'KH huyện', 'TH huyện', 'Tỷ lệ'],
      ['ratio D/C', 'ratio G/F'],
    ],
    [['KH đầu năm', 'KH điều chỉnh', 'TH', 'Tỷ lệ (%)'], ['ratio E/D']],
    [
      ['KH 2023', 'TH 2023', 'KH 2024', 'TH 2024', '%', '%'],
      ['ratio F/E', 'ratio F/E'],
    ],
    [
      ['KH tỉnh', 'KH huyện', 'NQ', 'TH', '%', '%'],
      ['ratio F/E', 'ratio F/E'],
    ],
  ])('%j: %j', (headers, expected) => {
    expect(comparisons(columnsUnder(headers)).filter((each) => !each.startsWith('+'))).toEqual(expected)
  })

  it('ratios below a group name the plan', () => {
    const columns = reportColumns(
      [
        ['TT', 'Chỉ tiêu', 'Kế hoạch', null, 'Thực hiện', 'Tỷ lệ % so với KH', null],
        [null, null, 'Tỉnh giao', 'Huyện giao', null, 'Tỉnh giao', 'Huyện giao'],
        ['1', 'Trồng rừng', 7, 9, 11, 13, 15],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:G1'] },
    )
    expect(comparisons(columns)).toEqual(['ratio E/C', 'ratio E/D', '+assessment E/D'])
  })
})

describe('the same period, and growth', () => {
  it.each<[string, string]>([
    ['So với cùng kỳ (%)', 'ratio E/C'],
    ['% so cùng kỳ', 'ratio E/C'],
    ['Tốc độ phát triển so với cùng kỳ (%)', 'ratio E/C'],
    ['So cùng kỳ (+/-)', 'change E/C'],
    ['Tăng, giảm (+,-) so với cùng kỳ', 'change E/C'],
    ['Tăng (+), giảm (-) so KH', 'change E/D'],
    ['Tăng/giảm (%)', 'growth E/C'],
    ['% tăng, giảm so với cùng kỳ', 'growth E/C'],
    ['Tỷ lệ tăng so với cùng kỳ', 'growth E/C'],
    ['Tốc độ tăng so với KH (%)', 'growth E/D'],
    ['Lũy kế so với KH năm (%)', 'ratio E/D'],
  ])('"%s": %s', (header, expected) => {
    expect(comparisons(columnsUnder(['TH cùng kỳ', 'KH năm', 'Thực hiện', header]))[0]).toBe(expected)
  })

  it('an earlier year may be headed by nothing but its number', () => {
    const headers = ['Năm 2023', 'KH 2024', 'TH 2024', 'So sánh TH 2024 với TH 2023 (%)']
    expect(comparisons(columnsUnder(headers))[0]).toBe('ratio E/C')
  })

  it('a branch of a group is compared with the same branch', () => {
    const branches = ['Tổng số', 'Miền Bắc']
    const columns = reportColumns(
      [
        [
          'Chỉ tiêu',
          'Thực hiện năm 2022',
          null,
          'Thực hiện năm 2023',
          null,
          'Năm 2023 so với năm 2022 (%)',
          null,
        ],
        [null, ...branches, ...branches, ...branches],
        ['Lúa', 10, 4, 12, 5, 120, 125],
        ['Ngô', 20, 8, 21, 9, 105, 112.5],
      ],
      { merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:G1'] },
    )
    expect(comparisons(columns)).toEqual(['ratio D/B', 'ratio E/C'])
  })

  it('below a group of increase and decrease, a percentage is growth', () => {
    const columns = reportColumns(
      [
        ['TT', 'Chỉ tiêu', 'TH cùng kỳ', 'Thực hiện', 'Tăng, giảm so với cùng kỳ', null],
        [null, null, null, null, 'Tuyệt đối', '%'],
        ['1', 'Trồng rừng', 7, 9, 2, 28.57],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1'] },
    )
    expect(comparisons(columns)).toEqual(['change D/C', 'growth D/C'])
  })

  it.each<[readonly string[], string, readonly string[]]>([
    [
      ['TH 2020', 'TH 2021', 'TH 2024', 'Ước TH 2025', 'Tốc độ tăng bình quân 2021-2025 (%)'],
      'NĂM 2025',
      ['growth F/C 5'],
    ],
    [['TH 2021', 'TH 2023', 'TH 2025', 'BQGĐ 2021-2025 (%)'], 'NĂM 2025', ['growth E/C 4']],
    [['TH 2020', 'KH 2025', 'TH 2025', 'BQ 5 năm (%)'], 'NĂM 2025', ['growth E/C 5']],
    [['TH 2020', 'TH 2025', 'Tăng trưởng bình quân (%)'], 'GIAI ĐOẠN 2021-2025', ['growth D/C 5']],
    [['TH 2023', 'TH 2024', 'Tăng trưởng 2023-2024 (%)'], 'NĂM 2024', ['growth D/C']],
    [['TH 2020', 'TH 2024', 'Chênh lệch 2024 - 2020'], 'NĂM 2024', ['change D/C']],
    [['KH 2024', 'TH 2024', 'Tốc độ tăng bình quân 2016-2020 (%)'], 'NĂM 2024', ['growth D/-']],
  ])('%j in %s: %j', (headers, title, expected) => {
    expect(comparisons(columnsUnder(headers, undefined, `KẾT QUẢ ${title}`)).slice(0, 1)).toEqual(expected)
  })

  it('years are compared within a group', () => {
    const columns = reportColumns(
      [
        ['TỔNG HỢP NĂM 2025'],
        ['TT', 'Chỉ tiêu', 'Diện tích', null, null, 'Sản lượng', null, null],
        [null, null, 'TH 2020', 'TH 2025', 'BQ 2021-2025 (%)', 'TH 2020', 'TH 2025', 'BQ 2021-2025 (%)'],
        ['1', 'Lúa', 7, 9, 2, 8, 9, 3],
      ],
      { merges: ['A2:A3', 'B2:B3', 'C2:E2', 'F2:H2'] },
    )
    expect(comparisons(columns)).toEqual(['growth D/C 5', 'growth G/F 5'])
  })
})

describe('what the figures themselves show', () => {
  const headers = ['KH giao', 'KH phấn đấu', 'Lũy kế', 'TH tháng', 'Tỷ lệ (%)']

  it.each<[string, readonly (readonly CellSpec[])[], string]>([
    [
      'the default where it fits',
      [
        [10, 20, 12, 9, 45],
        [10, 20, 14, 8, 40],
      ],
      'ratio F/D',
    ],
    [
      'another pair where only that fits',
      [
        [10, 20, 12, 9, 120],
        [10, 20, 14, 8, 140],
      ],
      'ratio E/C',
    ],
    [
      'cut as well as rounded',
      [
        [30, 50, 31.7, 9, '105,66'],
        [30, 50, 31.7, 8, '105,67'],
      ],
      'ratio E/C',
    ],
    ['no proof in a single row', [[10, 20, 12, 9, 120]], 'ratio F/D'],
    [
      'the default where nothing fits',
      [
        [10, 20, 12, 9, 1],
        [10, 20, 14, 8, 2],
      ],
      'ratio F/D',
    ],
  ])('%s', (_, figures, expected) => {
    expect(comparisons(columnsUnder(headers, figures))[0]).toBe(expected)
  })

  it('never against what the header says', () => {
    const columns = columnsUnder(
      ['KH tỉnh giao', 'KH huyện giao', 'Thực hiện', '% so KH huyện giao'],
      [
        [10, 20, 12, 120],
        [10, 20, 14, 140],
      ],
    )
    expect(comparisons(columns)[0]).toBe('ratio E/D')
  })
})
