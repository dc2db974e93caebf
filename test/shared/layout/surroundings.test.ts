/** The lines of the sheet right above and below a table. */
import { expect, it } from 'vitest'
import { planImport } from '../../../shared/layout/planImport.ts'
import { sheetOf, workbookOf } from './sheetOf.ts'

const header = ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện']

function linesAround(rows: Parameters<typeof sheetOf>[0]) {
  return planImport(workbookOf(sheetOf(rows))).tables.map(({ surroundings: { above, below } }) => ({
    above: above.map(({ row, cells }) => `${row} ${cells.map(({ text }) => text).join(' ')}`),
    below: below.map(({ row, cells }) => `${row} ${cells.map(({ text }) => text).join(' ')}`),
  }))
}

it('are those outside the table, without the empty ones', () => {
  expect(
    linesAround([
      ['ỦY BAN NHÂN DÂN'],
      [],
      ['KẾT QUẢ', null, '  NĂM  2023'],
      header,
      ['1', 'Trồng ngô', 'Ha', 30, 31],
      ['Ghi chú: số sơ bộ'],
    ]),
  ).toEqual([{ above: ['1 ỦY BAN NHÂN DÂN', '3 KẾT QUẢ NĂM 2023'], below: ['6 Ghi chú: số sơ bộ'] }])
})

it('reach to the next table and no further than a screen', () => {
  const row = (name: string) => ['1', name, 'Ha', 30, 31]
  const notes = Array.from({ length: 30 }, (_, index) => [`Dòng chữ ${index}`])
  const [first, second] = linesAround([
    ...notes,
    ['BIỂU 1 NĂM 2023'],
    header,
    row('Trồng ngô'),
    [],
    ['BIỂU 2 NĂM 2023'],
    header,
    row('Trồng lúa'),
  ])
  expect(first?.above).toHaveLength(8)
  expect(first?.above.at(-1)).toBe('31 BIỂU 1 NĂM 2023')
  expect(first?.below).toEqual(['35 BIỂU 2 NĂM 2023'])
  expect(second).toEqual({ above: ['35 BIỂU 2 NĂM 2023'], below: [] })
})
