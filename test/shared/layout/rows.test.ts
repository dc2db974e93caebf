/** Kinds, levels, ordinals, marks and names of rows. */
import { describe, expect, it } from 'vitest'
import type { PlannedRow } from '../../../shared/layout/plan.ts'
import { rowLine, tableOf, type CellSpec } from './sheetOf.ts'

function rows(...body: readonly (readonly CellSpec[])[]): readonly PlannedRow[] {
  return tableOf([['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện'], ...body]).rows
}

function lines(...body: readonly (readonly CellSpec[])[]): readonly string[] {
  return rows(...body).map(rowLine)
}

describe('kinds and levels', () => {
  it('letters, Roman numerals, numbers, dotted numbers, brackets and marks', () => {
    expect(
      lines(
        ['A', 'KINH TẾ'],
        ['I', 'Nông nghiệp'],
        ['1', 'Trồng trọt', 'Ha', 10, 10],
        ['1.1', 'Lúa', 'Ha', 6, 6],
        ['a)', 'Lúa xuân', 'Ha', 3, 3],
        [null, '- Xã A', 'Ha', 2, 2],
        [null, '+ Thôn B', 'Ha', 1, 1],
        [null, '- Xã C', 'Ha', 1, 1],
        ['1.2', 'Ngô', 'Ha', 4, 4],
        ['2', 'Chăn nuôi', 'Con', 10, 10],
        ['II', 'Công nghiệp'],
        ['3', 'Điện', 'MW', 1, 1],
        ['B', 'XÃ HỘI'],
        ['4', 'Hộ nghèo', 'Hộ', 1, 1],
      ),
    ).toEqual([
      '0 section A KINH TẾ',
      '1 section I Nông nghiệp',
      '2 indicator 1 Trồng trọt (Ha)',
      '3 item 1.1 Lúa (Ha)',
      '4 item a) Lúa xuân (Ha)',
      '5 item - Xã A (Ha)',
      '6 item + Thôn B (Ha)',
      '5 item - Xã C (Ha)',
      '3 item 1.2 Ngô (Ha)',
      '2 indicator 2 Chăn nuôi (Con)',
      '1 section II Công nghiệp',
      '2 indicator 3 Điện (MW)',
      '0 section B XÃ HỘI',
      '1 indicator 4 Hộ nghèo (Hộ)',
    ])
  })

  it('Roman numerals above letters where they come first', () => {
    expect(
      lines(
        ['I', 'Kinh tế'],
        ['A', 'Thu'],
        ['1', 'Thuế', 'Đồng', 1, 1],
        ['B', 'Chi'],
        ['II', 'Xã hội'],
        ['2', 'Hộ', 'Hộ', 1, 1],
      ),
    ).toEqual([
      '0 section I Kinh tế',
      '1 section A Thu',
      '2 indicator 1 Thuế (Đồng)',
      '1 section B Chi',
      '0 section II Xã hội',
      '1 indicator 2 Hộ (Hộ)',
    ])
  })

  it('C and D go on after B, I and V begin or go on Roman numerals', () => {
    const capitals = ['A', 'B', 'C', 'I', 'II', 'III', 'IV', 'V', 'D', 'I']
    const found = rows(...capitals.map((capital) => [capital, 'Phần']), ['1', 'Trồng rừng', 'Ha', 1, 1])
    expect(found.map(({ level }) => level)).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 0, 1, 2])
  })

  it('a capital with figures is an indicator, a number without any too', () => {
    expect(
      lines(
        ['A', 'Tổng sản phẩm', 'Tỷ đồng', 10, 11],
        ['1', 'Giải quyết tin báo, trong đó:'],
        [null, '- Tin báo', '%', 90, 75],
      ),
    ).toEqual([
      '0 indicator A Tổng sản phẩm (Tỷ đồng)',
      '1 indicator 1 Giải quyết tin báo, trong đó:',
      '2 item - Tin báo (%)',
    ])
  })

  it('a heading without ordinal is a section; "Trong đó" is not', () => {
    expect(
      lines(
        [null, 'CHỈ TIÊU KINH TẾ'],
        ['1', 'Đàn gia súc', 'Con', 10, 10],
        [null, 'Trong đó:'],
        [null, '- Đàn trâu', 'Con', 4, 4],
        [null, 'Đàn bò', 'Con', 6, 6],
        [null, 'CHỈ TIÊU XÃ HỘI'],
        ['2', 'Hộ nghèo', 'Hộ', 1, 1],
      ),
    ).toEqual([
      '0 section CHỈ TIÊU KINH TẾ',
      '1 indicator 1 Đàn gia súc (Con)',
      '2 item Trong đó:',
      '3 item - Đàn trâu (Con)',
      '2 item Đàn bò (Con)',
      '0 section CHỈ TIÊU XÃ HỘI',
      '1 indicator 2 Hộ nghèo (Hộ)',
    ])
  })

  it('totals stand beside what they add up', () => {
    expect(
      lines(
        ['I', 'Thu'],
        ['1', 'Thuế', 'Đồng', 1, 1],
        [null, 'Cộng', 'Đồng', 1, 1],
        ['2', 'Tổng số hộ nghèo', 'Hộ', 1, 1],
        [null, 'Tổng cộng (I+II)', 'Đồng', 2, 2],
      ),
    ).toEqual([
      '0 section I Thu',
      '1 indicator 1 Thuế (Đồng)',
      '1 total Cộng (Đồng)',
      '1 indicator 2 Tổng số hộ nghèo (Hộ)',
      '0 total Tổng cộng (I+II) (Đồng)',
    ])
  })

  it('totals stand in the section they name, or beside those they name', () => {
    expect(
      lines(
        ['A', 'Thu'],
        ['I', 'Nội địa'],
        ['1', 'Thuế', 'Đồng', 1, 1],
        [null, 'Cộng I', 'Đồng', 1, 1],
        ['II', 'Khác'],
        ['2', 'Phí', 'Đồng', 1, 1],
        [null, 'Tổng cộng mục II', 'Đồng', 1, 1],
        [null, 'Cộng (I+II)', 'Đồng', 2, 2],
        [null, 'Cộng A', 'Đồng', 2, 2],
        [null, 'Tổng cộng', 'Đồng', 2, 2],
      ).filter((line) => line.includes('total')),
    ).toEqual([
      '2 total Cộng I (Đồng)',
      '2 total Tổng cộng mục II (Đồng)',
      '1 total Cộng (I+II) (Đồng)',
      '1 total Cộng A (Đồng)',
      '0 total Tổng cộng (Đồng)',
    ])
  })

  it('without any ordinals every row with figures is an indicator', () => {
    expect(lines([null, 'Lúa', 'Ha', 1, 1], [null, 'Ngô', 'Ha', 1, 1])).toEqual([
      '0 indicator Lúa (Ha)',
      '0 indicator Ngô (Ha)',
    ])
  })
})

describe('ordinals, marks and names', () => {
  it('are kept as seen', () => {
    const format = { type: 'number', text: '02', value: '2' } as const
    expect(
      rows([format, 'Lúa', 'Ha', 1, 1], ['3.', 'Ngô', 'Ha', 1, 1]).map(({ ordinal }) => ordinal),
    ).toEqual(['02', '3.'])
  })

  it('a mark may stand in the column for ordinals', () => {
    expect(lines(['1', 'Đàn gia súc', 'Con', 10, 10], ['-', 'Đàn trâu', 'Con', 4, 4])).toEqual([
      '0 indicator 1 Đàn gia súc (Con)',
      '1 item - Đàn trâu (Con)',
    ])
  })

  it('ordinals may stand before the names, and names in the column for ordinals', () => {
    expect(
      lines(
        ['II VĂN HÓA - XÃ HỘI'],
        [null, '1. Hộ nghèo', 'Hộ', 1, 1],
        [null, 'a) Thành thị', 'Hộ', 1, 1],
        ['Tổng cộng', null, 'Hộ', 1, 1],
      ),
    ).toEqual([
      '0 section II VĂN HÓA - XÃ HỘI',
      '1 indicator 1 Hộ nghèo (Hộ)',
      '2 item a) Thành thị (Hộ)',
      '0 total Tổng cộng (Hộ)',
    ])
  })

  it.each(['100% trẻ em đến trường', '6 tháng đầu năm', '1.000 hộ thoát nghèo', '- 7,4', '5-7 tuổi'])(
    'a name that begins with figures stays whole: %s',
    (name) => {
      expect(rows([null, name, 'Hộ', 1, 1], ['2', 'Hộ nghèo', 'Hộ', 1, 1])[0]).toMatchObject({
        ordinal: '',
        name,
      })
    },
  )

  it('a name over two rows is one row, whichever of them has the figures', () => {
    expect(
      lines(
        ['1', 'Tỷ lệ hộ dân được sử dụng nước', '%', 1, 1],
        [null, 'hợp vệ sinh'],
        ['2', 'Tỷ lệ chất thải rắn'],
        [null, 'được thu gom', '%', 1, 1],
      ),
    ).toEqual([
      '0 indicator 1 Tỷ lệ hộ dân được sử dụng nước hợp vệ sinh (%)',
      '0 indicator 2 Tỷ lệ chất thải rắn được thu gom (%)',
    ])
  })

  it('a ditto mark means the unit above', () => {
    expect(
      rows(['1', 'Lúa', 'Ha', 1, 1], ['2', 'Ngô', '"', 1, 1], ['3', 'Trâu', 'Con', 1, 1]).map(
        ({ unit }) => unit,
      ),
    ).toEqual(['Ha', 'Ha', 'Con'])
  })

  it('white space is made single, decomposed letters composed', () => {
    expect(rows(['1', '  Diện\u00a0 tích\n trồng lúa '.normalize('NFD'), 'Ha', 1, 1])[0]?.name).toBe(
      'Diện tích trồng lúa',
    )
  })
})

describe('cells', () => {
  it('keep text and meaning, with what was odd about them', () => {
    const [row] = rows([
      '1',
      'Lúa',
      'Ha',
      { type: 'number', text: '99,7%', value: '99.67', digitsHidden: true },
      ' 18,6  ha\ntrở lên ',
    ])
    expect(row?.cells[4]).toEqual({
      text: '99,7%',
      quantity: { op: '=', value: '99.67', unit: '%' },
      flags: ['digits-hidden'],
    })
    expect(row?.cells[5]).toMatchObject({ text: '18,6 ha\ntrở lên', quantity: { op: '>=', value: '18.6' } })
  })

  it('errors and formulas nobody calculated have no quantity', () => {
    const [row] = rows(
      [
        '1',
        'Lúa',
        'Ha',
        { type: 'error', text: '#DIV/0!' },
        { type: 'number', text: '', formula: 'A1', uncalculated: true },
      ],
      ['2', 'Ngô', 'Ha', 1, 1],
    )
    expect([row?.cells[4], row?.cells[5]]).toEqual([
      { text: '#DIV/0!', flags: ['error-cell'] },
      { text: '', flags: ['value-missing'] },
    ])
  })

  it('lone dashes do not make a heading more', () => {
    expect(lines(['I', 'Kinh tế', null, '-', '…'], ['1', 'Lúa', 'Ha', 1, 1])[0]).toBe('0 section I Kinh tế')
  })
})
