/** Which parts of a sheet are tables, and what changes where a person says where a header stands. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { calculate } from '../../../shared/calculate.ts'
import { check } from '../../../shared/check/index.ts'
import type { HeaderPlace } from '../../../shared/layout/plan.ts'
import { planImport } from '../../../shared/layout/planImport.ts'
import { reportFromTable } from '../../../shared/layout/toReport.ts'
import { sheetOf, tableOf, workbookOf, type CellSpec } from './sheetOf.ts'

const SHEET = 'Biểu'

/** "A2:E4 H2-2: name, name …" of every table. */
function planned(
  rows: readonly (readonly CellSpec[])[],
  headers: readonly Omit<HeaderPlace, 'sheet'>[] = [],
) {
  const plan = planImport(workbookOf(sheetOf(rows)), {
    headers: headers.map((place) => ({ sheet: SHEET, ...place })),
  })
  return plan.tables.map(
    ({ range, headerRows: { first, last }, rows: found }) =>
      `${range} H${first}-${last}: ${found.map(({ name }) => name).join(', ')}`,
  )
}

const USUAL = ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện']

describe('header rows that a person gives', () => {
  const twice = [
    ['BIỂU 1'],
    USUAL,
    [null, null, null, 'năm', 'năm'],
    ['1', 'Lúa', 'Ha', 10, 11],
    [],
    ['BIỂU 2'],
    USUAL,
    ['1', 'Hộ nghèo', 'Hộ', 3, 2],
  ]

  it('are taken exactly, and the other tables of the sheet stay', () => {
    expect(planned(twice)).toEqual(['A2:E4 H2-3: Lúa', 'A7:E8 H7-7: Hộ nghèo'])
    expect(planned(twice, [{ first: 3, last: 3 }])).toEqual(['A3:E4 H3-3: Lúa', 'A7:E8 H7-7: Hộ nghèo'])
    expect(planned(twice, [{ first: 7, last: 7 }])).toEqual(['A2:E4 H2-3: Lúa', 'A7:E8 H7-7: Hộ nghèo'])
  })

  it('make a table where recognition saw none', () => {
    const list = [
      ['TT', 'Nội dung', 'Đơn giá', 'Thành tiền'],
      ['1', 'Giấy A4', 70, 700],
      ['2', 'Mực', 90, 90],
    ]
    expect(planned(list)).toEqual([])
    expect(planned(list, [{ first: 1, last: 1 }])).toEqual(['A1:D3 H1-1: Giấy A4, Mực'])
  })

  it('with a last row go on over whatever ended the table', () => {
    const ended = [
      USUAL,
      ['1', 'Lúa', 'Ha', 10, 11],
      ['Ghi chú: số ước'],
      ['2', 'Ngô', 'Ha', 5, 4],
      ['3', 'Sắn', 'Ha', 1, 1],
    ]
    expect(planned(ended)).toEqual(['A1:E2 H1-1: Lúa'])
    expect(planned(ended, [{ first: 1, last: 1, lastRow: 4 }])).toEqual([
      'A1:E4 H1-1: Lúa, Ghi chú: số ước, Ngô',
    ])
  })

  it('of several tables count each, in any order; one within another does not', () => {
    expect(
      planned(twice, [
        { first: 7, last: 7 },
        { first: 2, last: 3 },
      ]),
    ).toEqual(['A2:E4 H2-3: Lúa', 'A7:E8 H7-7: Hộ nghèo'])
    expect(
      planned(twice, [
        { first: 2, last: 3 },
        { first: 3, last: 3 },
      ]),
    ).toEqual(['A2:E4 H2-3: Lúa', 'A7:E8 H7-7: Hộ nghèo'])
  })

  it.each([
    { first: 5, last: 5 },
    { first: 40, last: 41 },
    { first: 1, last: 1 },
  ])('without names under them lead to nothing of their own: %j', (place) => {
    const names = planned(twice, [place]).join(' ')
    expect(names).toContain('Hộ nghèo')
  })
})

describe('tables found by their figures', () => {
  const body = [
    ['Cá', 10, 11],
    ['Tôm', 20, 21],
  ]

  it.each<[string, readonly (readonly CellSpec[])[], boolean]>([
    ['columns of years', [[null, 'Năm 2022', 'Năm 2023']], true],
    ['columns of months', [[null, 'Tháng 5', 'Tháng 6']], true],
    ['a title of some time', [['Sản lượng năm 2023'], [], [null, 'Miền Bắc', 'Miền Nam']], true],
    [
      'a line with the unit',
      [['Sản lượng'], [null, null, 'Đơn vị: tấn'], [null, 'Miền Bắc', 'Miền Nam']],
      true,
    ],
    [
      'column numbers',
      [
        ['Loài', 'Miền Bắc', 'Miền Nam'],
        ['A', 1, 2],
      ],
      true,
    ],
    ['nothing of the kind', [[null, 'Miền Bắc', 'Miền Nam']], false],
    ['prices', [['Giá năm 2023'], ['Hàng', 'Đơn giá', 'Thành tiền']], false],
    ['persons', [['Lương năm 2023'], ['Họ và tên', 'Hệ số', 'Phụ cấp']], false],
  ])('%s', (_, header, isTable) => {
    expect(planned([...header, ...body]).length).toBe(isTable ? 1 : 0)
  })

  it('are not what a single column of figures or of texts makes', () => {
    expect(planned([['Sản lượng năm 2023'], [null, 'Năm 2023'], ['Cá', 10], ['Tôm', 20]])).toEqual([])
    expect(
      planned([
        [null, 'Năm 2022', 'Năm 2023'],
        ['Cá', 'ít', 'nhiều'],
      ]),
    ).toEqual([])
  })
})

describe('columns a person is asked about', () => {
  const asked = (header: string, ...cells: readonly CellSpec[]) => {
    const rows = cells.map((cell, index) => [
      String(index + 1),
      `Chỉ tiêu ${'abc'.charAt(index)}`,
      10,
      11,
      cell,
    ])
    const { columns } = tableOf([['TT', 'Chỉ tiêu', 'KH 2024', 'TH 2024', header], ...rows])
    return columns.filter((column) => column.asked === true).map(({ letter, role }) => `${letter} ${role}`)
  }

  it.each<[string, readonly CellSpec[], readonly string[]]>([
    ['Số cuối', [1, 2], ['E number']],
    ['Kết quả', ['Đã ban hành kế hoạch và tổ chức hội nghị triển khai'], ['E text']],
    ['Đánh giá', [95, 80], ['E number']],
    ['Ghi chú', ['xã A'], []],
    ['Cơ cấu (%)', [40, 60], []],
    ['Năm 2020', [9, 8], []],
    ['Tỷ lệ %', [110, 110], []],
    ['Địa bàn', ['xã A', 'xã B'], []],
  ])('"%s" over %j: %j', (header, cells, columns) => {
    expect(asked(header, ...cells)).toEqual(columns)
  })
})

describe('texts that were converted from an encoding before Unicode', () => {
  const converted = (text: string, encoding: 'tcvn3' | 'vni'): CellSpec => ({
    type: 'text',
    text,
    converted: encoding,
  })
  const table = tableOf([
    [converted('KẾT QUẢ NĂM 2004', 'tcvn3')],
    [converted('TT', 'tcvn3'), converted('Chỉ tiêu', 'tcvn3'), 'Kế hoạch', converted('Thực hiện', 'vni')],
    ['1', converted('Lúa', 'tcvn3'), 10, 11, null, null, null, null, converted('nháp', 'tcvn3')],
    [],
    [converted('Nguyễn Văn A', 'tcvn3')],
  ])

  it('are counted by encoding, without what stands outside', () => {
    expect(table.conversions).toEqual([
      { encoding: 'tcvn3', cells: 4 },
      { encoding: 'vni', cells: 1 },
    ])
    expect(table.reasons).toContainEqual({
      key: 'reasonConverted',
      params: { encoding: 'TCVN3 (ABC)', cells: 4 },
    })
  })

  it('are told of the report as information', () => {
    const report = reportFromTable(
      table,
      {},
      { file: 'a.xls', hash: 'abc' },
      randomUUID,
      '2024-01-01T00:00:00Z',
    )
    expect(report.source?.conversions).toEqual(table.conversions)
    const found = check(report, calculate(report)).filter(({ code }) => code === 'encoding-converted')
    expect(found).toEqual([
      { code: 'encoding-converted', severity: 'info', params: { encoding: 'TCVN3 (ABC)', cells: 4 } },
      { code: 'encoding-converted', severity: 'info', params: { encoding: 'VNI', cells: 1 } },
    ])
  })

  it('are not spoken of where there are none', () => {
    const plain = tableOf([USUAL, ['1', 'Lúa', 'Ha', 10, 11]])
    expect(plain).not.toHaveProperty('conversions')
    expect(plain.reasons.map(({ key }) => key)).not.toContain('reasonConverted')
  })
})
