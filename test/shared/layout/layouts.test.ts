/** The layouts of tables that offices and ministries print, each as a small sheet. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { planImport } from '../../../shared/layout/planImport.ts'
import { reportFromTable } from '../../../shared/layout/toReport.ts'
import {
  columnLine,
  rowLine,
  sheetOf,
  tableOf,
  workbookOf,
  type CellSpec,
  type SheetSpec,
} from './sheetOf.ts'

function columns(rows: readonly (readonly CellSpec[])[], spec?: SheetSpec): readonly string[] {
  return tableOf(rows, spec).columns.map(columnLine)
}

describe('columns and headers', () => {
  it('national table: estimate of the year and assessment', () => {
    expect(
      columns([
        ['TT', 'Chỉ tiêu', 'Đơn vị', 'Kế hoạch năm', 'Ước thực hiện năm', 'Đánh giá'],
        ['1', 'Tốc độ tăng GDP', '%', '6,6-6,8', 7.02, 'Vượt'],
      ]),
    ).toEqual([
      'A ordinal: TT',
      'B name: Chỉ tiêu',
      'C unit: Đơn vị',
      'D plan: Kế hoạch năm',
      'E estimate: Ước thực hiện năm',
      'F assessment: Đánh giá',
    ])
  })

  it('two plans and the office in charge', () => {
    expect(
      columns([
        [
          'STT',
          'Chỉ tiêu',
          'Đơn vị',
          'KH Quốc hội giao',
          'Mục tiêu phấn đấu của Chính phủ',
          'Cơ quan chủ trì theo dõi, đánh giá',
        ],
        ['1', 'Tốc độ tăng GDP', '%', 'Khoảng 6', 6.5, 'Bộ Kế hoạch và Đầu tư'],
      ]),
    ).toEqual([
      'A ordinal: STT',
      'B name: Chỉ tiêu',
      'C unit: Đơn vị',
      'D plan: KH Quốc hội giao',
      'E plan own: Mục tiêu phấn đấu của Chính phủ',
      'F owner: Cơ quan chủ trì theo dõi, đánh giá',
    ])
  })

  it('a month with cumulative figures, each compared with what its header names', () => {
    const table = tableOf([
      ['Báo cáo tháng 6 năm 2024'],
      [
        'STT',
        'Tên tiêu chí',
        'ĐVT',
        'TH kỳ trước',
        'TH cùng kỳ',
        'TH kỳ báo cáo',
        'Lũy kế cùng kỳ',
        'KH năm',
        'Lũy kế',
        'so kỳ trước',
        'so cùng kỳ',
        'lũy kế so cùng kỳ',
        'lũy kế so KH năm',
      ],
      ['1', 'Giá trị sản xuất công nghiệp', 'Tỷ đồng', 90, 80, 100, 400, 1200, 550, 111, 125, 137.5, 45.8],
    ])
    expect(table.period).toEqual({ kind: 'month', index: 6, year: 2024 })
    expect(table.columns.map(({ role }) => role).slice(3)).toEqual([
      'previous',
      'previous',
      'actual',
      'previous',
      'plan',
      'cumulative',
      'ratio',
      'ratio',
      'ratio',
      'ratio',
    ])
    expect(table.columns.slice(9).map(({ letter, of, to }) => [letter, of, to])).toEqual([
      ['J', undefined, 4],
      ['K', undefined, 5],
      ['L', 9, 7],
      ['M', 9, 8],
    ])
  })

  it('October: the year before, the estimate of the year, the plan of the next', () => {
    expect(
      columns([
        ['Kết quả 10 tháng năm 2024'],
        [
          'STT',
          'Tên tiêu chí',
          'ĐVT',
          'TH năm trước',
          'KH năm',
          'Lũy kế',
          'Ước TH năm',
          'KH năm sau',
          'ước năm so năm trước',
          'KH năm sau so ước năm',
        ],
        ['1', 'Xuất khẩu', 'Triệu USD', 10, 12, 9, 11, 13, 110, 118.2],
      ]).slice(3),
    ).toEqual([
      'D previous: TH năm trước',
      'E plan: KH năm',
      'F cumulative: Lũy kế',
      'G estimate: Ước TH năm',
      'H plan: KH năm sau',
      'I ratio: ước năm so năm trước',
      'J ratio: KH năm sau so ước năm',
    ])
  })

  it('statistical form: code, column letters and numbers, groups over two columns', () => {
    const table = tableOf(
      [
        [
          'Tên chỉ tiêu',
          'Mã số',
          'TH tháng trước',
          null,
          'Dự tính tháng báo cáo',
          null,
          'Cộng dồn so cùng kỳ (%)',
        ],
        [null, null, 'Doanh thu', 'Sản lượng', 'Doanh thu', 'Sản lượng'],
        ['A', 'B', 1, 2, 3, 4, 5],
        ['Bán lẻ', '01', 10, 2, 11, 3, 101],
        ['Bán buôn', '02', 20, 4, 22, 5, 102],
        ['Người lập biểu', null, 'Người kiểm tra biểu', null, 'Cục trưởng'],
        ['Nguyễn Văn A', null, 'Trần Thị B', null, 'Lê C'],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'G1:G2'] },
    )
    expect(table.columns.map(columnLine)).toEqual([
      'A name: Tên chỉ tiêu',
      'B code: Mã số',
      'C previous: TH tháng trước / Doanh thu',
      'D previous: TH tháng trước / Sản lượng',
      'E estimate: Dự tính tháng báo cáo / Doanh thu',
      'F estimate: Dự tính tháng báo cáo / Sản lượng',
      'G ratio: Cộng dồn so cùng kỳ (%)',
    ])
    expect(table.range).toBe('A1:G5')
    expect(table.headerRows).toEqual({ first: 1, last: 3 })
    expect(table.signature).toEqual([
      { side: 'left', lines: ['Người lập biểu', 'Nguyễn Văn A'] },
      { side: 'centre', lines: ['Người kiểm tra biểu', 'Trần Thị B'] },
      { side: 'right', lines: ['Cục trưởng', 'Lê C'] },
    ])
  })

  it('budget: assigned, done, expected, increase and decrease', () => {
    expect(
      columns(
        [
          ['TT', 'Nội dung', 'Dự toán được giao', 'TH 6T đầu năm', 'Ước TH 6T cuối năm', 'Cộng', 'So sánh'],
          [null, null, null, null, null, null, 'Tăng', 'Giảm'],
          ['1', 'Thu thuế', 100, 40, 50, 90, null, 10],
        ],
        { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:F2', 'G1:H1'] },
      ).slice(2),
    ).toEqual([
      'C plan: Dự toán được giao',
      'D actual: TH 6T đầu năm',
      'E estimate: Ước TH 6T cuối năm',
      'F number: Cộng',
      'G change: So sánh / Tăng',
      'H change: So sánh / Giảm',
    ])
  })

  it('port authority: the chosen period, the same period, their ratio', () => {
    const table = tableOf([
      [
        'STT',
        'Chỉ tiêu',
        'ĐVT',
        'Khối lượng kỳ lựa chọn',
        'Khối lượng cùng kỳ năm trước',
        'So với cùng kỳ (%)',
      ],
      ['1', 'Hàng hóa', 'Tấn', 1200, 1000, 120],
    ])
    expect(table.columns.slice(3).map(({ role, to }) => [role, to])).toEqual([
      ['actual', undefined],
      ['previous', undefined],
      ['ratio', 5],
    ])
  })

  it('years in groups: an earlier year is what the reporting year is compared with', () => {
    expect(
      columns(
        [
          ['TÌNH HÌNH THỰC HIỆN CHỈ TIÊU NĂM 2024'],
          ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2023', null, 'Năm 2024', null, 'Tỷ lệ (%)'],
          [null, null, null, 'Kế hoạch', 'Thực hiện', 'Kế hoạch', 'Thực hiện'],
          ['1', 'Trồng rừng', 'Ha', 10, 11, 12, 13, 108.3],
        ],
        { merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'H2:H3'] },
      ).slice(3),
    ).toEqual([
      'D plan 2023: Năm 2023 / Kế hoạch',
      'E previous 2023: Năm 2023 / Thực hiện',
      'F plan 2024: Năm 2024 / Kế hoạch',
      'G actual 2024: Năm 2024 / Thực hiện',
      'H ratio: Tỷ lệ (%)',
    ])
  })

  it('the same group for several communes: each ratio compares within its group', () => {
    const table = tableOf(
      [
        ['STT', 'Chỉ tiêu', 'ĐVT', 'Xã A', null, null, 'Xã B', null, null],
        [null, null, null, 'TH 2023', 'KH 2024', 'TH 2024/TH 2023', 'TH 2023', 'KH 2024', 'KH 2024/TH 2023'],
        ['1', 'Diện tích', 'Ha', 10, 11, 1.1, 20, 22, 1.1],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:I1'] },
    )
    expect(
      table.columns.filter(({ role }) => role === 'ratio').map(({ letter, to }) => [letter, to]),
    ).toEqual([
      ['F', 4],
      ['I', 7],
    ])
  })

  it('plan of province and district side by side', () => {
    expect(
      columns(
        [
          ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch 2023', null, 'Thực hiện', 'Tỷ lệ % so với KH huyện giao'],
          [null, null, null, 'Tỉnh giao', 'Huyện giao'],
          ['1', 'Trồng rừng', 'Ha', 10, 12, 12, 100],
        ],
        { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2', 'G1:G2'] },
      ).slice(3),
    ).toEqual([
      'D plan 2023 province: Kế hoạch 2023 / Tỉnh giao',
      'E plan 2023 district: Kế hoạch 2023 / Huyện giao',
      'F actual: Thực hiện',
      'G ratio: Tỷ lệ % so với KH huyện giao',
    ])
  })

  it('a ratio that names one of two plans is compared with that one', () => {
    const table = tableOf([
      [
        'TT',
        'Chỉ tiêu',
        'KH tỉnh giao',
        'KH huyện giao',
        'Thực hiện',
        '% so KH tỉnh giao',
        '% so KH huyện giao',
      ],
      ['1', 'Trồng rừng', 10, 12, 12, 120, 100],
    ])
    expect(table.columns.slice(5).map(({ to }) => to)).toEqual([3, 4])
  })

  it.each([
    ['TH 2023/KH 2023', 5, 4],
    ['TH 2023/TH 2022 (%)', 5, 3],
    ['So sánh TH với KH (%)', 5, 4],
    ['Tỷ lệ thực hiện so với cùng kỳ', 5, 3],
    ['Tăng, giảm so với cùng kỳ', undefined, 3],
    ['% hoàn thành KH', undefined, 4],
    ['So với chỉ tiêu (%)', undefined, 4],
    ['Tỷ lệ thực hiện (%)', undefined, undefined],
    ['Đánh giá so với kế hoạch', undefined, 4],
  ])('"%s" compares %s with %s', (header, of, to) => {
    const table = tableOf([
      ['KẾT QUẢ NĂM 2023'],
      ['TT', 'Chỉ tiêu', 'TH 2022', 'KH 2023', 'TH 2023', header],
      ['1', 'Trồng rừng', 10, 12, 11, 'x'],
    ])
    expect([table.columns[5]?.of, table.columns[5]?.to]).toEqual([of, to])
  })

  it.each([
    ['QUÝ I NĂM 2025', 'Thực hiện năm 2024', undefined],
    ['QUÝ I NĂM 2025', 'Thực hiện quý I năm 2024', 4],
    ['QUÝ I NĂM 2025', 'Cùng kỳ năm trước', 4],
    ['NĂM 2025', 'Thực hiện năm 2024', 4],
  ])('in %s "so cùng kỳ" and "%s" name the same length of time: %s', (title, previous, to) => {
    const table = tableOf([
      [`KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU ${title}`],
      ['TT', 'Chỉ tiêu', 'Kế hoạch', previous, 'Thực hiện', 'So cùng kỳ (%)'],
      ['1', 'Trồng rừng', 12, 10, 11, 'x'],
    ])
    expect(table.columns[5]?.to).toBe(to)
  })

  it('what a header names and the table lacks is not replaced by the plan', () => {
    const made = reportFromTable(
      tableOf([
        ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'So với cùng kỳ (%)', 'So với năm 2020', 'Tỷ lệ %'],
        ['1', 'Trồng rừng', 12, 11, 104.5, 110, 91.7],
      ]),
      {},
      { file: 'a.xlsx', hash: 'abc' },
      randomUUID,
      '2024-07-01T00:00:00Z',
    )
    expect(made.columns.map(({ role, to }) => [role, to !== undefined]).slice(4)).toEqual([
      ['ratio', false],
      ['ratio', false],
      ['ratio', true],
      ['assessment', true],
    ])
  })

  it('years alone name what is compared', () => {
    const table = tableOf([
      [null, 'Năm 2022', 'Ước tính năm 2023', 'Năm 2023 so với năm 2022 (%)'],
      ['Cà phê', 709, 715.8, 101],
    ])
    expect([table.columns[3]?.of, table.columns[3]?.to]).toEqual([3, 2])
  })

  it('names under words that could mean a plan', () => {
    expect(
      columns([
        ['TT', 'Chỉ tiêu nghị quyết', 'Kế hoạch', 'Thực hiện'],
        ['1', 'Trồng rừng', 10, 11],
      ]).slice(1, 3),
    ).toEqual(['B name: Chỉ tiêu nghị quyết', 'C plan: Kế hoạch'])
  })

  it('the ratio before the result, no unit column, no column for TT', () => {
    expect(
      columns([
        ['Nội dung', 'Mục tiêu', 'Tỷ lệ đạt', 'Kết quả'],
        ['Trồng rừng', 10, 110, 11],
      ]),
    ).toEqual(['A name: Nội dung', 'B plan: Mục tiêu', 'C ratio: Tỷ lệ đạt', 'D actual: Kết quả'])
  })

  it('words stacked down the rows without merges, names without a header', () => {
    const table = tableOf([
      ['3. Tiến độ gieo trồng năm 2023'],
      [null, null, 'Thực hiện', 'Thực hiện', 'Thực hiện kỳ này'],
      [null, null, 'cùng kỳ', 'kỳ này', 'so với cùng kỳ'],
      [null, null, 'năm trước', null, 'năm trước (%)'],
      [],
      ['Lúa đông xuân', null, 1087.5, 973.9, 89.6],
      [null, 'Miền Bắc', 85.1, 83.2, 97.8],
    ])
    expect(table.columns.map(columnLine)).toEqual([
      'A name: ',
      'C previous: Thực hiện cùng kỳ năm trước',
      'D actual: Thực hiện kỳ này',
      'E ratio: Thực hiện kỳ này so với cùng kỳ năm trước (%)',
    ])
    expect(table.rows.map(rowLine)).toEqual(['0 indicator Lúa đông xuân', '1 item Miền Bắc'])
  })

  it('a group nobody merged reaches over the columns below it', () => {
    expect(
      columns([
        ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Kết quả năm 2023'],
        [null, null, null, 'Thực hiện', 'Tỷ lệ%'],
        ['1', 'Trồng rừng', 10, 11, 110],
      ]).slice(3),
    ).toEqual(['D actual 2023: Kết quả năm 2023 / Thực hiện', 'E ratio: Kết quả năm 2023 / Tỷ lệ%'])
  })

  it('the telling words may stand below a group', () => {
    expect(
      columns(
        [
          [null, null, null, 'Năm 2024', null, null],
          ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện', 'Đánh giá'],
          ['1', 'Trồng rừng', 'Ha', 10, 11, 'Vượt'],
        ],
        { merges: ['D1:F1'] },
      ).slice(3),
    ).toEqual([
      'D plan 2024: Năm 2024 / Kế hoạch',
      'E actual 2024: Năm 2024 / Thực hiện',
      'F assessment: Năm 2024 / Đánh giá',
    ])
  })

  it('communes as rows: the column "Đơn vị" holds the names', () => {
    expect(
      columns([
        ['TT', 'Đơn vị', 'Kế hoạch', 'Thực hiện', '%'],
        ['1', 'Xã Lục Bình', 100, 90, 90],
        ['2', 'Xã Quân Hà', 80, 88, 110],
      ]),
    ).toEqual(['A ordinal: TT', 'B name: Đơn vị', 'C plan: Kế hoạch', 'D actual: Thực hiện', 'E ratio: %'])
  })

  it('a header over two columns: names of lower levels stand in the second, an empty one is none', () => {
    const table = tableOf(
      [
        ['TT', 'Chỉ tiêu', null, 'Kế hoạch', 'Thực hiện', 'Ghi chú', null],
        ['1', 'Gia súc', null, 10, 11, 'Xã A'],
        [null, null, 'Trâu', 4, 5],
      ],
      { merges: ['B1:C1', 'F1:G1', 'B2:C2', 'F2:G2'] },
    )
    expect(table.columns.map(columnLine)).toEqual([
      'A ordinal: TT',
      'B name: Chỉ tiêu',
      'D plan: Kế hoạch',
      'E actual: Thực hiện',
      'F note: Ghi chú',
    ])
    expect(table.rows.map(rowLine)).toEqual(['0 indicator 1 Gia súc', '1 item Trâu'])
  })

  it('"Chỉ tiêu" over figures is the plan', () => {
    expect(
      columns([
        ['TT', 'Nội dung', 'ĐVT', 'Chỉ tiêu', 'Kết quả', 'Ghi chú'],
        ['1', 'Trồng rừng', 'Ha', 10, 11, 'Vượt'],
        ['2', 'Trồng lúa', 'Ha', 10, 9, 'Không đạt'],
      ]).slice(3),
    ).toEqual(['D plan: Chỉ tiêu', 'E actual: Kết quả', 'F assessment: Ghi chú'])
  })

  it('figures under an unclear header are numbers, words are text, ordinals are found by themselves', () => {
    expect(
      columns([
        ['Số hiệu cột', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'Giá 2010', 'Địa bàn'],
        ['1', 'Trồng rừng', 10, 11, 5, 'Xã A'],
        ['2', 'Trồng lúa', 10, 9, 6, 'Xã B'],
      ]),
    ).toEqual([
      'A ordinal: Số hiệu cột',
      'B name: Chỉ tiêu',
      'C plan: Kế hoạch',
      'D actual: Thực hiện',
      'E number 2010: Giá 2010',
      'F text: Địa bàn',
    ])
  })
})

describe('where tables stand', () => {
  const header = ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện']

  it('anywhere on the sheet', () => {
    const table = tableOf([header, ['1', 'Trồng rừng', 'Ha', 10, 11]], { at: { row: 5, column: 3 } })
    expect(table.range).toBe('C5:G6')
    expect(table.columns.map(({ letter }) => letter).join('')).toBe('CDEFG')
  })

  it('several on a sheet, each with its title', () => {
    const { tables } = planImport(
      workbookOf(
        sheetOf([
          ['BIỂU 1: KẾT QUẢ NĂM 2023'],
          header,
          ['1', 'Trồng rừng', 'Ha', 10, 11],
          [],
          ['BIỂU 2: KẾT QUẢ NĂM 2024'],
          header,
          ['1', 'Trồng lúa', 'Ha', 20, 21],
          ['2', 'Trồng ngô', 'Ha', 30, 31],
        ]),
      ),
    )
    expect(
      tables.map(({ range, title, period, rows }) => [range, title, period, rows.map(({ name }) => name)]),
    ).toEqual([
      ['A2:E3', 'BIỂU 1: KẾT QUẢ NĂM 2023', { kind: 'year', year: 2023 }, ['Trồng rừng']],
      ['A6:E8', 'BIỂU 2: KẾT QUẢ NĂM 2024', { kind: 'year', year: 2024 }, ['Trồng lúa', 'Trồng ngô']],
    ])
  })

  it('several sheets; one without a table is named with the reason', () => {
    const plan = planImport(
      workbookOf(
        sheetOf([['BÁO CÁO'], ['Kính gửi: UBND tỉnh']], { name: 'Bìa' }),
        sheetOf([header, ['1', 'Trồng rừng', 'Ha', 10, 11]], { name: 'Năm 2024' }),
        sheetOf([], { name: 'Sheet3' }),
      ),
    )
    expect(plan.tables.map(({ sheet, period }) => [sheet, period])).toEqual([
      ['Năm 2024', { kind: 'year', year: 2024 }],
    ])
    expect(plan.skipped).toEqual([
      { sheet: 'Bìa', reason: 'no-table' },
      { sheet: 'Sheet3', reason: 'empty' },
    ])
  })

  it.each([
    [
      'staff',
      [
        ['TT', 'Họ và tên', 'Chức vụ', 'Hệ số lương'],
        ['1', 'Nguyễn Văn A', 'Chủ tịch', 4.4],
      ],
    ],
    [
      'prices',
      [
        ['TT', 'Nội dung', 'ĐVT', 'Số lượng', 'Đơn giá', 'Thành tiền'],
        ['1', 'Giấy A4', 'Ram', 10, 70, 700],
      ],
    ],
    [
      'budget',
      [
        ['TT', 'Nội dung', 'Dự toán năm', 'Ghi chú'],
        ['1', 'Chi thường xuyên', 1200, 'Theo QĐ'],
      ],
    ],
    [
      'tasks',
      [
        ['TT', 'Nhiệm vụ', 'Kết quả thực hiện'],
        ['1', 'Cải cách', 'Đã ban hành kế hoạch và tổ chức hội nghị triển khai'],
      ],
    ],
    ['header only', [['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện']]],
  ])('a list without indicators is none: %s', (_, rows) => {
    expect(planImport(workbookOf(sheetOf(rows))).tables).toEqual([])
  })

  it('a header repeated at the top of a page is no new table', () => {
    const table = tableOf([
      ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Kết quả'],
      [null, null, null, 'Thực hiện'],
      ['1', 'Trồng rừng', 10, 11],
      ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Kết quả'],
      [null, null, null, 'Thực hiện'],
      ['2', 'Trồng lúa', 20, 21],
    ])
    expect(table.rows.map(({ row, name }) => [row, name])).toEqual([
      [3, 'Trồng rừng'],
      [6, 'Trồng lúa'],
    ])
  })

  it('leaves scratch to the right and below alone', () => {
    const table = tableOf([
      [...header, null, null, null, 'nháp'],
      ['1', 'Trồng rừng', 'Ha', 10, 11, null, null, null, 999],
      ['2', 'Trồng lúa', 'Ha', 20, 21],
      [null, null, null, 30, 32],
      ['999,5'],
    ])
    expect(table.range).toBe('A1:E3')
    expect(table.rows.map(({ cells }) => Object.keys(cells).length)).toEqual([5, 5])
  })

  it('goes on over empty rows and keeps hidden rows and columns, marked', () => {
    const table = tableOf(
      [header, ['1', 'Trồng rừng', 'Ha', 10, 11], [], [], ['2', 'Trồng lúa', 'Ha', 20, 21]],
      { hiddenRows: [5], columns: [{ column: 3, hidden: true, width: 6 }] },
    )
    expect(table.rows.map(({ row, hidden }) => [row, hidden])).toEqual([
      [2, false],
      [5, true],
    ])
    expect(table.columns.map(({ hidden }) => hidden)).toEqual([false, false, true, false, false])
    expect(table.columns[2]?.width).toBe(6)
  })

  it('ends before remarks and before the date of the signatures', () => {
    const rows = [header, ['1', 'Trồng rừng', 'Ha', 10, 11]]
    expect(tableOf([...rows, ['Ghi chú: số liệu đến 31/5']]).range).toBe('A1:E2')
    const signed = tableOf([
      ...rows,
      [null, null, null, 'Lục Bình, ngày 01 tháng 12 năm 2023'],
      ['NGƯỜI LẬP BIỂU', null, null, 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'],
      [],
      ['Nguyễn Văn A', null, null, 'Trần Văn B'],
    ])
    expect(signed.range).toBe('A1:E2')
    expect(signed.signature).toEqual([
      { side: 'left', lines: ['NGƯỜI LẬP BIỂU', 'Nguyễn Văn A'] },
      {
        side: 'right',
        lines: ['Lục Bình, ngày 01 tháng 12 năm 2023', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Trần Văn B'],
      },
    ])
  })
})
