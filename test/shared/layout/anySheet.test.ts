/** Whatever a sheet holds, recognition ends, stays inside the sheet and says the same when asked again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planImport } from '../../../shared/layout/planImport.ts'
import { sheetOf, workbookOf, type CellSpec } from './sheetOf.ts'

const texts = [
  'TT',
  'Chỉ tiêu',
  'Đơn vị',
  'ĐVT',
  'Kế hoạch 2023',
  'KH tỉnh giao',
  'Thực hiện',
  'Ước TH',
  'So sánh (%)',
  'So với cùng kỳ',
  'Đánh giá',
  'Ghi chú',
  'I',
  'A',
  '1.1',
  'a)',
  '-',
  '- Đàn lợn',
  'KINH TẾ',
  'Trồng rừng',
  'hợp vệ sinh',
  'Tổng cộng',
  'Trong đó:',
  'Ha',
  '"',
  '>90',
  'Vượt',
  '(1)',
  '2=3/4',
  'TM. ỦY BAN NHÂN DÂN',
  'Nơi nhận:',
  'Người lập:',
  'Năm 2022',
  'so với',
  'S',
  'Đơn vị tính: tấn',
  'Sản lượng (tấn)',
  'Ghi chú: số liệu',
  '(Kèm theo Báo cáo của xã A)',
  'BIỂU NĂM 2023',
  '-----',
]
const cell: fc.Arbitrary<CellSpec> = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...texts),
  fc.integer({ min: -5, max: 3000 }),
  fc.string({ maxLength: 12 }),
)
const merge = fc.tuple(fc.nat(5), fc.nat(14), fc.nat(3), fc.nat(3)).map(([left, top, width, height]) => {
  const letter = (column: number) => String.fromCharCode(65 + column)
  return `${letter(left)}${top + 1}:${letter(left + width)}${top + 1 + height}`
})

describe('any sheet', () => {
  it('is planned without failing, inside its own cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 18 }),
        fc.array(merge, { maxLength: 4 }),
        (rows, merges) => {
          const workbook = workbookOf(sheetOf(rows, { merges }))
          const plan = planImport(workbook)
          expect(plan.tables.length + plan.skipped.length).toBeGreaterThan(0)
          for (const table of plan.tables) {
            const planned = table.rows.map(({ row }) => row)
            expect(planned).toEqual([...new Set(planned)].toSorted((a, b) => a - b))
            expect(planned.every((row) => row > table.headerRows.last && row <= rows.length)).toBe(true)
            expect(table.columns.filter(({ role }) => role === 'name')).toHaveLength(1)
            const levels = table.rows.filter(({ kind }) => kind !== 'total').map(({ level }) => level)
            expect(levels.every((level, index) => level <= (levels[index - 1] ?? -1) + 1)).toBe(true)
          }
          expect(planImport(workbook)).toEqual(plan)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is planned with any header rows that a person gives, which are taken exactly or lead to no table', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 18 }),
        fc.nat(19).map((row) => row + 1),
        fc.nat(4),
        fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }),
        (rows, first, depth, lastRow) => {
          const place = {
            sheet: 'Biểu',
            first,
            last: first + depth,
            ...(lastRow !== undefined && { lastRow }),
          }
          const plan = planImport(workbookOf(sheetOf(rows)), { headers: [place] })
          for (const { headerRows, rows: planned } of plan.tables) {
            const touches = headerRows.first <= place.last && headerRows.last >= first
            if (touches) expect(headerRows).toEqual({ first, last: place.last })
            if (touches && lastRow !== undefined)
              expect(planned.every(({ row }) => row <= lastRow)).toBe(true)
            expect(planned.every(({ row }) => row > headerRows.last)).toBe(true)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('of very many small tables does not take for ever', () => {
    const table = [['TT', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện'], ['1', 'Lúa', 10, 11], []]
    const rows = Array.from({ length: 5_000 }, () => table).flat()
    expect(planImport(workbookOf(sheetOf(rows))).tables.length).toBeLessThanOrEqual(1_000)
  })

  it('of header-like rows only does not take for ever', () => {
    const rows = Array.from({ length: 20_000 }, () => ['Kế hoạch', 'Thực hiện', 'So sánh (%)'])
    expect(planImport(workbookOf(sheetOf(rows))).tables).toEqual([])
  })
})
