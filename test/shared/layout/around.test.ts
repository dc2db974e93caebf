/** What stands around a table: title, subtitle, letterhead, period, office. */
import { describe, expect, it } from 'vitest'
import { officeOf } from '../../../shared/layout/office.ts'
import { commonPeriod, periodOf } from '../../../shared/layout/period.ts'
import type { Period } from '../../../shared/model.ts'
import { tableOf, type CellSpec, type SheetSpec } from './sheetOf.ts'

const body: readonly (readonly CellSpec[])[] = [
  ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện', 'Đánh giá'],
  ['1', 'Trồng rừng', 'Ha', 10, 11, 'Vượt'],
]

function table(above: readonly (readonly CellSpec[])[], spec?: SheetSpec) {
  return tableOf([...above, ...body], spec)
}

describe('the lines above', () => {
  it('State form: letterhead left and right, appendix label, title over two rows', () => {
    expect(
      table(
        [
          ['ỦY BAN NHÂN DÂN', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
          ['XÃ TÂN AN', null, null, 'Độc lập - Tự do - Hạnh phúc'],
          ['Số: /BC-UBND', null, null, 'Tân An, ngày tháng 6 năm 2024'],
          ['-------'],
          ['Phụ lục I'],
          ['KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU'],
          ['KINH TẾ - XÃ HỘI NĂM 2024'],
          ['(Kèm theo Báo cáo số 12/BC-UBND)'],
        ],
        {
          merges: ['A1:C1', 'D1:F1', 'A2:C2', 'D2:F2', 'A3:C3', 'D3:F3', 'A5:F5', 'A6:F6', 'A7:F7', 'A8:F8'],
        },
      ),
    ).toMatchObject({
      title: 'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2024',
      subtitle: '(Kèm theo Báo cáo số 12/BC-UBND)',
      office: 'xã Tân An',
      period: { kind: 'year', year: 2024 },
      letterhead: [
        { side: 'left', lines: ['ỦY BAN NHÂN DÂN', 'XÃ TÂN AN', 'Số: /BC-UBND'] },
        { side: 'centre', lines: ['Phụ lục I'] },
        {
          side: 'right',
          lines: [
            'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
            'Độc lập - Tự do - Hạnh phúc',
            'Tân An, ngày tháng 6 năm 2024',
          ],
        },
      ],
    })
  })

  it('a title that begins like an office is a title', () => {
    expect(table([['TÌNH HÌNH THỰC HIỆN SỐ LIỆU CHỦ YẾU NĂM 2023']])).toMatchObject({
      title: 'TÌNH HÌNH THỰC HIỆN SỐ LIỆU CHỦ YẾU NĂM 2023',
      letterhead: [],
    })
  })

  it('a line with the unit is no title; without a unit column it goes below the title', () => {
    const unitLine = [['KẾT QUẢ NĂM 2023'], [null, null, null, 'Đơn vị tính: triệu đồng']]
    expect(table(unitLine)).toMatchObject({ title: 'KẾT QUẢ NĂM 2023', subtitle: '' })
    expect(
      tableOf([...unitLine, ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện'], ['1', 'Thu', 1, 1]]),
    ).toMatchObject({
      title: 'KẾT QUẢ NĂM 2023',
      subtitle: 'Đơn vị tính: triệu đồng',
    })
  })

  it('there may be nothing', () => {
    expect(table([])).toMatchObject({ title: '', subtitle: '', office: '', period: { kind: 'unknown' } })
  })
})

describe('the period', () => {
  const cases: readonly (readonly [string, Period])[] = [
    ['KẾT QUẢ CÁC CHỈ TIÊU NĂM 2023', { kind: 'year', year: 2023 }],
    ['6 tháng đầu năm 2024', { kind: 'half-year', index: 1, year: 2024 }],
    ['06 THÁNG ĐẦU NĂM, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024', { kind: 'half-year', index: 1, year: 2024 }],
    ['6 tháng cuối năm 2024', { kind: 'half-year', index: 2, year: 2024 }],
    ['9 tháng đầu năm 2024', { kind: 'nine-months', year: 2024 }],
    ['Quý III/2024', { kind: 'quarter', index: 3, year: 2024 }],
    ['quý 4 năm 2024', { kind: 'quarter', index: 4, year: 2024 }],
    ['Tháng 5/2024', { kind: 'month', index: 5, year: 2024 }],
    ['tháng 12 và cả năm 2023', { kind: 'month', index: 12, year: 2023 }],
    ['giai đoạn 2021-2025', { kind: 'term', from: 2021, to: 2025 }],
    ['NHIỆM KỲ 2020 – 2025', { kind: 'term', from: 2020, to: 2025 }],
    ['Kết quả năm 2023 nghị quyết nhiệm kỳ 2020-2025', { kind: 'year', year: 2023 }],
    ['Báo cáo ngày 01/12/2023 về năm 2024', { kind: 'year', year: 2024 }],
    ['theo giá so sánh 2010', { kind: 'unknown' }],
    ['6 tháng đầu năm', { kind: 'unknown' }],
    ['Chỉ tiêu chủ yếu', { kind: 'unknown' }],
  ]
  it.each(cases)('%s', (text, period) => {
    expect(periodOf(text)).toEqual(period)
  })

  it('takes a year that its words leave out from the next text', () => {
    expect(periodOf('6 tháng đầu năm', ['(ngày 5/7/2024)', 'KH 2023'])).toEqual({
      kind: 'half-year',
      index: 1,
      year: 2024,
    })
  })

  it('of several headers is what they agree on, else the latest year', () => {
    expect(commonPeriod(['TH quý I năm 2024', 'Ước TH quý I/2024', 'Kế hoạch'])).toEqual({
      kind: 'quarter',
      index: 1,
      year: 2024,
    })
    expect(commonPeriod(['TH quý I năm 2024', 'TH quý II năm 2024', 'TH 2023'])).toEqual({
      kind: 'year',
      year: 2024,
    })
    expect(commonPeriod(['Thực hiện'])).toEqual({ kind: 'unknown' })
  })
})

describe('the office', () => {
  it.each([
    ['(Kèm theo Báo cáo số 282 -BC/ĐU ngày 01/12/2023 của Đảng ủy xã Lục Bình)', [], 'xã Lục Bình'],
    ['(Kèm theo Báo cáo số /BC-UBND của UBND thành phố)', [], 'UBND thành phố'],
    ['', ['ỦY BAN NHÂN DÂN XÃ'], 'Ủy ban nhân dân xã'],
    ['', ['XÃ'], 'xã'],
    ['(Kèm theo Báo cáo của UBND thành phố Bắc Kạn)', [], 'thành phố Bắc Kạn'],
    ['(Kèm theo Báo cáo của Sở Công Thương)', [], 'Sở Công Thương'],
    ['', ['ỦY BAN NHÂN DÂN', 'PHƯỜNG ĐỨC XUÂN'], 'phường Đức Xuân'],
    ['', ['ĐẢNG BỘ HUYỆN BẠCH THÔNG', 'ĐẢNG ỦY XÃ LỤC BÌNH'], 'xã Lục Bình'],
    ['', ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], ''],
    ['', [], ''],
  ])('%s %j: %s', (subtitle, letterhead, office) => {
    expect(officeOf(subtitle, letterhead)).toBe(office)
  })
})
