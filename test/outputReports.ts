/** Reports that put writing and printing to the test: every kind of cell, and tables of ugly sizes. */
import type { Column, Report, ReportProperties, Row } from '../shared/model.ts'
import { build, HALF_YEAR, type BuiltRow } from './shared/building.ts'

/** The report with some properties, columns (by place, from 0) and rows changed. */
export function changed(
  report: Report,
  properties: Partial<ReportProperties>,
  columns: Readonly<Record<number, Partial<Column>>> = {},
  rows: Readonly<Record<number, Partial<Row>>> = {},
): Report {
  return {
    ...report,
    ...properties,
    columns: report.columns.map((column, place) => ({ ...column, ...columns[place] })),
    rows: report.rows.map((row, place) => ({ ...row, ...rows[place] })),
  }
}

/** Every kind of row and cell there is: figures in all forms, words, overrides, stated and computed values. */
export function everyKind(): Report {
  const report = build(
    [
      { kind: 'section', texts: ['A', 'KINH TẾ', '', '', '', '', '', ''] },
      ['1', 'Diện tích lúa', 'Ha', '2.225,4', '2.352,97', '105,73', 'Vượt', ''],
      ['2', 'Thôn đạt chuẩn', 'Thôn', '02', '08', '', '', 'Có 01 thôn & "kiểu mẫu" <mới>'],
      ['3', 'Hộ kinh doanh', 'Hộ', '>4.000', '4.227', '', '', ''],
      ['4', 'Nuôi trồng thủy sản', 'Ha', '19', '18,6 ha', '', '', 'nước ngọt'],
      ['5', 'Tai nạn giao thông', 'Vụ', 'Giảm cả 3 tiêu chí', '', '', '', ''],
      ['6', 'Tổng đàn gia súc', 'Con', '322.780', '220.879', '', '', ''],
      { kind: 'item', level: 2, mark: '-', texts: ['', 'Đàn lợn', 'Con', '21.000', '15.719', '', '', ''] },
      { kind: 'item', level: 2, mark: '-', texts: ['', 'Đàn dê', 'Con', '1.200', '', '', '', ''] },
      ['7', 'Thu ngân sách', 'Đồng', '130.000.000', '163.248.704', '125,58', 'Vượt', ''],
      ['8', 'Tỷ lệ che phủ', '%', '65,50', '65,5', '', '', ''],
      ['9', 'Tăng dân số', '%', '-0,25', '99,67%', '', '', ''],
      ['10', 'Trường chuẩn', 'Trường', '21/34', '0', '', '', ''],
      { kind: 'section', texts: ['B', 'XÃ HỘI', '', '', '', '', '', ''] },
      ['1', 'Tuyển quân', 'Người', '10', '10', '', '', ''],
      { kind: 'total', level: 0, texts: ['', 'Tổng cộng', '', '1.000,5', '2.000', '', '', ''] },
    ],
    {
      roles: ['ordinal', 'name', 'unit', 'plan', 'actual', 'ratio', 'assessment', 'note'],
      period: HALF_YEAR,
    },
  )
  const results = 'Kết quả 6 tháng'
  const headers = [['TT'], ['Chỉ tiêu'], ['Đơn vị tính'], ['Kế hoạch năm 2024']]
  const groups = [[results, 'Thực hiện'], [results, 'Tỷ lệ %'], [results, 'Đánh giá'], ['Ghi chú']]
  const columns = [...headers, ...groups].map((header): Partial<Column> => ({ header }))
  const below = report.rows.map((row) => (row.kind === 'indicator' ? { ...row, level: 1 } : row))
  return changed(
    { ...report, rows: below },
    {
      title: 'BIỂU KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU 6 THÁNG ĐẦU NĂM 2024',
      subtitle: '(Kèm theo Báo cáo số 12/BC-UBND ngày 15/6/2024 của UBND xã Lục Bình)',
      office: 'xã Lục Bình',
      letterhead: [
        { side: 'left', lines: ['ỦY BAN NHÂN DÂN', 'XÃ LỤC BÌNH'] },
        { side: 'right', lines: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] },
      ],
      signature: [{ side: 'right', lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Thị Ánh'] }],
    },
    columns,
    { 3: { overrides: { c7: { text: 'Đánh giá cuối năm', reason: 'chưa chốt' } } } },
  )
}

/** A table of so many columns of figures, in groups of three, with a section before every 15 rows. */
export function wide(figures: number, rows: number): Report {
  const built = Array.from({ length: rows }, (_, row): BuiltRow => {
    if (row % 15 === 0) return { kind: 'section', texts: [roman(row / 15 + 1), `PHẦN ${row / 15 + 1}`] }
    const cells = Array.from({ length: figures }, (_, place) =>
      grouped((row * 7919 + place * 104729) % 9_999_999),
    )
    return { texts: [String(row), longName(row), ['Ha', 'Triệu đồng', '%'][row % 3] ?? '', ...cells] }
  })
  const report = build(built, {
    roles: ['ordinal', 'name', 'unit', ...Array<'number'>(figures).fill('number')],
  })
  const names = ['Kế hoạch', 'Thực hiện', 'Cùng kỳ năm trước']
  const headers = Array.from({ length: figures }, (_, place): readonly [number, Partial<Column>] => [
    place + 3,
    { header: [`Năm ${2015 + Math.floor(place / 3)}`, names[place % 3] ?? ''] },
  ])
  const fixed = { 0: { header: ['TT'] }, 1: { header: ['Chỉ tiêu'] }, 2: { header: ['Đơn vị tính'] } }
  return changed(
    report,
    {
      title: 'BIỂU TỔNG HỢP CÁC CHỈ TIÊU PHÁT TRIỂN KINH TẾ - XÃ HỘI',
      subtitle: '(Kèm theo Báo cáo số 05/BC-UBND)',
      signature: [
        { side: 'left', lines: ['NGƯỜI LẬP BIỂU', 'Nguyễn Văn An'] },
        { side: 'right', lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Trần Thị Bích Ngọc'] },
      ],
    },
    { ...fixed, ...Object.fromEntries(headers) },
  )
}

/** Rows whose names are so many words long. */
export function tall(lengths: readonly number[]): Report {
  return build(lengths.map((length, row) => [String(row + 1), words(row, length), 'Ha', '10', '12', '', '']))
}

const WORDS =
  'Tỷ lệ hộ dân được sử dụng nước hợp vệ sinh trên địa bàn các xã đặc biệt khó khăn thuộc chương trình'.split(
    ' ',
  )

function longName(row: number): string {
  return words(row, 5 + ((row * 7) % 18))
}

function words(start: number, length: number): string {
  return Array.from({ length }, (_, place) => WORDS[(start + place) % WORDS.length]).join(' ')
}

function grouped(figure: number): string {
  return String(figure).replace(/\B(?=(\d{3})+$)/g, '.')
}

function roman(figure: number): string {
  return ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][figure - 1] ?? `X${roman(figure - 10)}`
}
