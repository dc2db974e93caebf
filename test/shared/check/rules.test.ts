/** Each rule where it must speak, and where its header says that it keeps silent. */
import { describe, expect, it } from 'vitest'
import { calculate } from '../../../shared/calculate.ts'
import { check } from '../../../shared/check/index.ts'
import type { FindingCode } from '../../../shared/check/finding.ts'
import { applyEdits } from '../../../shared/edit.ts'
import type { Edit, Period, Report, Role } from '../../../shared/model.ts'
import { build, HALF_YEAR, type BuiltRow } from '../building.ts'

interface Case {
  readonly about: string
  readonly rows: readonly (BuiltRow | readonly string[])[]
  readonly roles?: readonly Role[]
  readonly period?: Period
  readonly edits?: readonly Edit[]
  /** "row column" of each finding of the code, in order; none where it must keep silent. */
  readonly found?: readonly string[]
  readonly params?: object
}

const typed = (row: string, column: string, text: string): Edit => ({ type: 'cell', row, column, text })
const item = (...texts: string[]): BuiltRow => ({ texts, kind: 'item', level: 1, mark: '-' })
const total = (...texts: string[]): BuiltRow => ({ texts, kind: 'total' })
const section = (...texts: string[]): BuiltRow => ({ texts, kind: 'section' })

const cases: Readonly<Record<FindingCode, readonly Case[]>> = {
  'ratio-wrong': [
    {
      about: 'neither rounded nor cut',
      rows: [['1', 'Thóc', 'kg', '803', '874', '101,1']],
      found: ['r1 c6'],
      params: { stated: '101,1', right: '108,84' },
    },
    { about: 'right', rows: [['1', 'Lúa', 'Ha', '370', '368,77', '99,67']] },
    { about: 'in times, not per cent', rows: [['1', 'Lúa', 'Ha', '5', '29,17', '5,83']] },
    { about: 'no figure', rows: [['1', 'Lúa', 'Ha', '370', '368,77', 'cao']] },
    { about: 'nothing to work out', rows: [['1', 'Đảng viên', '%', '>90', '>90', '100']] },
    { about: 'not comparable', rows: [['1', 'Lúa', 'Ha', '370', '36 tấn', '100']] },
    {
      about: 'a figure has changed since',
      rows: [['1', 'Thóc', 'kg', '803', '874', '101,1']],
      edits: [typed('r1', 'c5', '875')],
    },
    {
      about: 'overruled',
      rows: [['1', 'Thóc', 'kg', '803', '874', '101,1']],
      edits: [typed('r1', 'c6', '108,8')],
    },
  ],
  'ratio-truncated': [
    {
      about: 'cut at two digits',
      rows: [['1', 'Ngô', 'Ha', '30', '31,7', '105,66']],
      found: ['r1 c6'],
      params: { stated: '105,66', right: '105,67' },
    },
    { about: 'cut at none', rows: [['1', 'A', '', '880', '2310', '262']], found: ['r1 c6'] },
    { about: 'cut and rounded alike', rows: [['1', 'A', '', '370', '368,77', '99,67']] },
  ],
  'ratio-rounded': [
    {
      about: 'fewer digits than another row',
      rows: [
        ['1', 'Trâu', 'Con', '475', '442', '93,1'],
        ['2', 'Lúa', 'Ha', '370', '368,77', '99,67'],
        ['3', 'Bò', 'Con', '50', '66', '132'],
      ],
      found: ['r1 c6'],
      params: { stated: '93,1', right: '93,05' },
    },
    { about: 'no row shows more', rows: [['1', 'Trâu', 'Con', '475', '442', '93,1']] },
  ],
  'ratio-implausible': [
    {
      about: 'tỷ against triệu',
      rows: [['1', 'Thu', 'Tỷ đồng', '317', '72.400.000']],
      found: ['r1 c6'],
      params: { ratio: '22.839.116,72' },
    },
    { about: 'next to nothing', rows: [['1', 'Thu', 'Tỷ đồng', '317.000.000', '72,4']], found: ['r1 c6'] },
    { about: 'nothing done yet', rows: [['1', 'Thu', 'Tỷ đồng', '317', '0']] },
    { about: 'fourfold', rows: [['1', 'HTX', 'HTX', '2', '8']] },
    { about: 'a separator explains it', rows: [['1', 'Chuyển đổi', 'Ha', '6', '6.969']] },
  ],
  'separator-unclear': [
    {
      about: 'a dot for a comma that makes sense only so',
      rows: [['1', 'Chuyển đổi', 'Ha', '6', '6.969']],
      found: ['r1 c5'],
      params: { text: '6.969', readings: '6.969 / 6,969' },
    },
    { about: 'the same in the target', rows: [['1', 'A', 'Ha', '6.969', '6,5']], found: ['r1 c4'] },
    {
      about: 'dots before decimals, English groups, broken groups, a space',
      rows: [
        ['1', 'A', '%', '24.16%', ''],
        ['2', 'B', '', '1,234.5', ''],
        ['3', 'C', '', '29.3354', ''],
        ['4', 'D', '', '35, 27 triệu', ''],
      ],
      found: ['r1 c4', 'r2 c4', 'r3 c4', 'r4 c4'],
    },
    {
      about: 'usual figures, dates and words',
      rows: [
        ['1', 'A', '', '3.700', '1.889'],
        ['2', 'B', '', '130.000.000', '8.599,376'],
        ['3', 'C', '', '01.12.2023', '>4.000'],
        ['4', 'D', '', 'Theo Quyết định số 12.5 ngày 3 tháng 4 năm 2023', ''],
      ],
    },
  ],
  'verdict-differs': [
    {
      about: 'another word',
      rows: [['10', 'Thôn', 'Thôn', '02', '04', '', 'Đánh giá cuối năm']],
      period: HALF_YEAR,
      found: ['r1 c7'],
      params: { stated: 'Đánh giá cuối năm', right: 'Vượt' },
    },
    {
      about: 'cut short',
      rows: [['18', 'A', '%', '100', '', '', 'Đánh giá']],
      period: HALF_YEAR,
      found: ['r1 c7'],
    },
    { about: 'a forecast come true', rows: [['1', 'A', '', '6', '6', '', '(Dự kiến Đạt)']] },
    { about: 'not met in other words', rows: [['1', 'A', '', '6', '5', '', 'Chưa đạt']] },
    { about: 'a remark', rows: [['1', 'A', '', '6', '5', '', 'do hạn hán']] },
    { about: 'words on both sides', rows: [['1', 'A', '', 'chữ', 'chữ', '', 'Đạt']] },
    {
      about: 'overruled',
      rows: [['1', 'A', '', '6', '5', '', 'Vượt']],
      edits: [typed('r1', 'c7', 'Đạt')],
    },
  ],
  'verdict-missing': [
    {
      about: 'blank among others',
      rows: [
        ['1', 'A', '', '6', '6', '', 'Đạt'],
        ['2', 'B', '', '6', '5'],
      ],
      found: ['r2 c7'],
      params: { right: 'Không đạt' },
    },
    { about: 'a blank column', rows: [['1', 'A', '', '6', '5']] },
    {
      about: 'an item below a row with figures',
      rows: [['1', 'A', '', '6', '6', '', 'Đạt'], item('', 'B', '', '3', '3')],
    },
    {
      about: 'assessed by a person',
      rows: [
        ['1', 'A', '', '6', '6', '', 'Đạt'],
        ['2', 'B', '', '6', '5'],
      ],
      edits: [typed('r2', 'c7', 'Đạt')],
    },
  ],
  'sum-differs': [
    {
      about: 'the plan adds up, the result does not',
      rows: [
        ['3', 'Lương thực', 'Tấn', '30', '25'],
        item('', 'Thóc', 'Tấn', '20', '15'),
        item('', 'Ngô', 'Tấn', '10', '8'),
      ],
      found: ['r1 c5'],
      params: { stated: '25', sum: '23' },
    },
    {
      about: 'a total of its siblings',
      rows: [
        ['1', 'A', 'Con', '1', '2'],
        ['2', 'B', 'Con', '2', '3'],
        total('', 'Tổng cộng', 'Con', '3', '6'),
      ],
      found: ['r3 c5'],
    },
    {
      about: 'all add up',
      rows: [
        ['5', 'Tổng đàn', '', '322.780', '30'],
        item('', 'Lợn', 'Con', '322.000', '10'),
        item('', 'Dê', 'Con', '780', '20'),
      ],
    },
    {
      about: 'nothing adds up: the items are no parts',
      rows: [
        ['1', 'Hộ', 'Hộ', '100', '90'],
        item('', 'Nghèo', 'Hộ', '10', '8'),
        item('', 'Cận nghèo', 'Hộ', '5', '4'),
      ],
    },
    {
      about: 'off by rounding, in columns with decimals or with hidden digits',
      rows: [
        ['1', 'A', 'Ha', '30', '25,1'],
        item('', 'B', 'Ha', '20', '15,1'),
        item('', 'C', 'Ha', '10', '10,1'),
        { texts: ['2', 'A', 'Ha', '30', '25'], flags: { 4: ['digits-hidden'] } },
        item('', 'B', 'Ha', '20', '15'),
        item('', 'C', 'Ha', '10', '9'),
      ],
    },
    {
      about: 'one head too few is no rounding',
      rows: [
        ['1', 'Đàn', 'Con', '30', '25'],
        item('', 'Lợn', 'Con', '20', '15'),
        item('', 'Dê', 'Con', '10', '9'),
      ],
      found: ['r1 c5'],
    },
    {
      about: 'nowhere near the sum, and nothing but zeros for proof',
      rows: [
        ['1', 'A', 'Ha', '30', '163'],
        item('', 'B', 'Ha', '20', '26.000'),
        item('', 'C', 'Ha', '10', '500'),
        ['2', 'A', 'Ha', '0', '25'],
        item('', 'B', 'Ha', '0', '15'),
        item('', 'C', 'Ha', '0', '9'),
      ],
    },
    {
      about: 'shares, other units, missing parts',
      rows: [
        ['1', 'A', '%', '30', '25'],
        item('', 'B', '%', '20', '15'),
        item('', 'C', '%', '10', '8'),
        ['2', 'A', 'Ha', '30', '25'],
        item('', 'B', 'Ha', '20', '15'),
        item('', 'C', 'Tấn', '10', '8'),
        ['3', 'A', 'Ha', '30', '25'],
        item('', 'B', 'Ha', '20', '15'),
        item('', 'C', 'Ha', '10', ''),
      ],
    },
  ],
  'share-over-100': [
    {
      about: 'more than all',
      rows: [['1', 'Tỷ lệ hộ nghèo', '%', '10', '101,5']],
      found: ['r1 c5'],
      params: { text: '101,5' },
    },
    { about: 'all', rows: [['1', 'Tỷ lệ hộ dùng nước sạch', '%', '100', '100']] },
    { about: 'growth', rows: [['1', 'Tỷ lệ tăng trưởng', '%', '110', '120']] },
    { about: 'completion', rows: [['1', 'Tỷ lệ hoàn thành kế hoạch', '%', '110', '120']] },
    { about: 'a count', rows: [['1', 'Tỷ lệ thôn văn hóa', 'Thôn', '110', '120']] },
    { about: 'no share', rows: [['1', 'Tuyển quân', '%', '110', '120']] },
  ],
  'unit-missing': [
    {
      about: 'a figure without a unit among others',
      rows: [
        ...['Lợn', 'Bò', 'Trâu', 'Dê'].map((name, index) => [
          String(index + 1),
          `Đàn ${name}`,
          'Con',
          '1',
          '1',
        ]),
        ['5', 'Tổng đàn', '', '1', '1'],
      ],
      found: ['r5 c3'],
    },
    {
      about: 'no figures, or a unit in them',
      rows: [
        ['1', 'Đàn lợn', 'Con', '1', '1'],
        ['2', 'Trong đó', '', '', ''],
        ['3', 'Tai nạn', '', 'Giảm cả 3 tiêu chí', ''],
        ['4', 'Nuôi trồng', '', '19', '18,6 ha'],
      ],
    },
    {
      about: 'below a row with a unit',
      rows: [['1', 'Đàn lợn', 'Con', '1', '1'], item('', 'Lợn nái', '', '1', '1')],
    },
    {
      about: 'more than a fifth of the rows do without',
      rows: [
        ['1', 'A', '', '1', '1'],
        ['2', 'B', 'Con', '1', '1'],
        ['3', 'C', 'Con', '1', '1'],
      ],
    },
    { about: 'no column for it', roles: ['name', 'plan', 'actual'], rows: [['A', '1', '1']] },
  ],
  'unit-unlikely': [
    {
      about: 'a harvest in hectares, a share in villages, a number in per cent',
      rows: [
        ['1', 'Sản lượng lương thực', 'Ha'],
        ['2', 'Tỷ lệ thôn văn hóa', 'Thôn'],
        ['3', 'Số chi bộ', '%'],
        ['4', 'Diện tích lúa', 'Tấn'],
        ['5', 'Năng suất', 'Ha'],
      ],
      found: ['r1 c3', 'r2 c3', 'r3 c3', 'r4 c3', 'r5 c3'],
    },
    {
      about: 'usual units',
      rows: [
        ['1', 'Sản lượng lương thực', 'Tấn'],
        ['2', 'Tỷ lệ bác sỹ', 'bác sỹ/vạn dân'],
        ['3', 'Số lượt khách', 'Nghìn lượt'],
        ['4', 'Diện tích rừng', 'm²'],
        ['5', 'Năng suất lúa', 'Tạ/ha'],
        ['6', 'Tỷ lệ tăng dân số', '‰'],
        ['7', 'Rau các loại', 'Ha'],
        ['8', 'Số hộ', ''],
      ],
    },
  ],
  'unit-in-figure': [
    {
      about: 'a unit behind the figure',
      rows: [['1', 'Thủy sản', 'Ha', '19', '18,6 ha']],
      found: ['r1 c5'],
      params: { text: '18,6 ha', unit: 'ha' },
    },
    { about: 'per cent of something counted', rows: [['1', 'Hộ', 'Hộ', '19', '90%']], found: ['r1 c5'] },
    {
      about: 'phrases, ranges, fractions and per cents in their row',
      rows: [
        ['1', 'A', 'Sản phẩm', 'tối thiểu 5 sản phẩm', '6'],
        ['2', 'B', '%', '95%', '51,3 %'],
        ['3', 'C', 'Hồ sơ', 'từ 2 đến 5 hồ sơ', ''],
        ['4', 'D', 'Trường', '21/34 trường', 'giảm 5 trường'],
      ],
    },
    { about: 'nowhere else to put it', roles: ['name', 'plan', 'actual'], rows: [['A', '19 ha', '18,6 ha']] },
  ],
  'digits-hidden': [
    {
      about: 'noticed at import',
      rows: [{ texts: ['1', 'A', '', '99,7'], flags: { 3: ['digits-hidden'] } }],
      found: ['r1 c4'],
      params: { text: '99,7', value: '99,7' },
    },
    {
      about: 'typed over',
      rows: [{ texts: ['1', 'A', '', '99,7'], flags: { 3: ['digits-hidden'] } }],
      edits: [typed('r1', 'c4', '99,67')],
    },
  ],
  'error-cell': [
    {
      about: 'an error among figures',
      rows: [{ texts: ['1', 'A', '', '#REF!'], flags: { 3: ['error-cell'] } }],
      found: ['r1 c4'],
      params: { text: '#REF!' },
    },
    { about: 'an error in the ratio', rows: [['1', 'A', '', '', '5', '#DIV/0!']], found: ['r1 c6'] },
    {
      about: 'an error in the ratio of figures that have changed',
      rows: [['1', 'A', '', '', '5', '#DIV/0!']],
      edits: [typed('r1', 'c4', '5')],
    },
  ],
  'value-missing': [
    {
      about: 'a formula nobody calculated',
      rows: [{ texts: ['1', 'A', '', '5', ''], flags: { 4: ['value-missing'] } }],
      found: ['r1 c5'],
    },
    { about: 'an empty cell', rows: [['1', 'A', '', '5', '']] },
  ],
  'target-unclear': [
    {
      about: 'words',
      rows: [['41', 'Tai nạn', '', 'Giảm cả 3 tiêu chí', '5']],
      found: ['r1 c4'],
      params: { text: 'Giảm cả 3 tiêu chí' },
    },
    { about: 'another measure than the result', rows: [['1', 'A', 'Người', '95%', '96']], found: ['r1 c4'] },
    {
      about: 'a figure, a bound, a dash, nothing',
      rows: [
        ['1', 'A', '', '5', 'chữ'],
        ['2', 'B', '', '≥ 5', ''],
        ['3', 'C', '', '-', '5'],
        ['4', 'D', '', '', '5'],
      ],
    },
    {
      about: 'an error, told as such',
      rows: [{ texts: ['1', 'A', '', '#REF!', '5'], flags: { 3: ['error-cell'] } }],
    },
    { about: 'a section', rows: [section('I', 'A', '', 'chữ', '5')] },
  ],
  'result-unclear': [
    {
      about: 'words against a figure',
      rows: [['1', 'A', '', '5', 'chưa thống kê']],
      found: ['r1 c5'],
      params: { text: 'chưa thống kê' },
    },
    {
      about: 'words against words, a dash, dots',
      rows: [
        ['1', 'A', '', 'chữ', 'chữ'],
        ['2', 'B', '', '5', '-'],
        ['3', 'C', '', '5', '…'],
      ],
    },
  ],
  'result-missing': [
    {
      about: 'the year is over',
      rows: [
        ['1', 'A', '', '5', '5'],
        ['2', 'B', '', '5', ''],
      ],
      found: ['r2 c5'],
    },
    {
      about: 'the year is not over',
      period: HALF_YEAR,
      rows: [
        ['1', 'A', '', '5', '5'],
        ['2', 'B', '', '5', ''],
      ],
    },
    { about: 'nothing filled in yet', rows: [['1', 'A', '', '5', '']] },
    {
      about: 'a formula nobody calculated',
      rows: [['1', 'A', '', '5', '5'], { texts: ['2', 'B', '', '5', ''], flags: { 4: ['value-missing'] } }],
    },
  ],
  'ordinal-broken': [
    {
      about: 'a number left out',
      rows: [
        ['1', 'A'],
        ['2', 'B'],
        ['4', 'C'],
        ['5', 'D'],
        ['6', 'E'],
      ],
      found: ['r3 c1'],
      params: { ordinal: '4', before: 2 },
    },
    {
      about: 'a number twice',
      rows: [
        ['1', 'A'],
        ['2', 'B'],
        ['2', 'C'],
        ['3', 'D'],
        ['4', 'E'],
      ],
      found: ['r3 c1'],
    },
    {
      about: 'running on through sections',
      rows: [
        section('I', 'A'),
        { texts: ['1', 'B'], level: 1 },
        section('II', 'C'),
        { texts: ['2', 'D'], level: 1 },
      ],
    },
    {
      about: 'anew in each section',
      rows: [
        section('I', 'A'),
        { texts: ['1', 'B'], level: 1 },
        { texts: ['2', 'B'], level: 1 },
        section('II', 'C'),
        { texts: ['1', 'D'], level: 1 },
      ],
    },
    {
      about: 'numbers within numbers',
      rows: [
        ['1', 'A'],
        { texts: ['1', 'B'], level: 1 },
        { texts: ['2', 'C'], level: 1 },
        ['2', 'D'],
        ['3', 'E'],
      ],
    },
    {
      about: 'codes',
      rows: [
        ['101', 'A'],
        ['203', 'B'],
        ['307', 'C'],
        ['415', 'D'],
        ['500', 'E'],
      ],
    },
  ],
  'name-repeated': [
    {
      about: 'twice below one parent',
      rows: [
        ['1', 'Trồng rừng', 'Ha', '1'],
        ['2', 'TRỒNG  rừng', 'ha', '2'],
      ],
      found: ['r2 c2'],
    },
    {
      about: 'a name that comes up again and again',
      rows: ['Lúa', 'Ngô', 'Lạc'].flatMap((crop) => [
        ['', crop, '', ''],
        ['', 'Diện tích', 'Ha', '1'],
      ]),
    },
    {
      about: 'other units, other parents, short words, no figures',
      rows: [
        ['1', 'Trồng rừng', 'Ha', '1'],
        item('', 'Rừng sản xuất', 'Ha', '1'),
        item('', 'Nữ', 'Ha', '1'),
        item('', 'Nữ', 'Ha', '1'),
        ['2', 'Trồng rừng', 'Cây', '2'],
        item('', 'Rừng sản xuất', 'Ha', '1'),
        ['3', 'Trồng rừng', 'Ha', ''],
      ],
    },
  ],
}

function findingsOf(each: Case, code: string) {
  let report: Report = build(each.rows, {
    ...(each.roles && { roles: each.roles }),
    ...(each.period && { period: each.period }),
  })
  const applied = applyEdits(report, each.edits ?? [])
  if (!applied.ok) throw new Error(applied.failure.reason)
  report = applied.value.report
  return check(report, calculate(report)).filter((finding) => finding.code === code)
}

describe.each(Object.entries(cases))('%s', (code, list) => {
  it.each(list)('$about', (each) => {
    const found = findingsOf(each, code)
    expect(found.map(({ row, column }) => `${row ?? ''} ${column ?? ''}`)).toEqual(each.found ?? [])
    if (each.params !== undefined) expect(found[0]?.params).toEqual(each.params)
  })
})

it('goes from the top row to the bottom', () => {
  const report = build([
    ['1', 'Sản lượng ngô', 'Ha', '30', '31,7', '105,66'],
    ['5', 'Số chi bộ', '%', 'chữ', '5'],
  ])
  const rows = check(report, calculate(report)).map(({ row }) => row)
  expect(rows).toEqual([...rows].sort())
  expect(new Set(rows)).toEqual(new Set(['r1', 'r2']))
})
