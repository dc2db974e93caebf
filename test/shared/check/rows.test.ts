/** Rows among their neighbours: sums, numbering, names. */
import { expect, it } from 'vitest'
import { calculate } from '../../../shared/calculate.ts'
import { check } from '../../../shared/check/index.ts'
import { build } from '../building.ts'
import { describeRule, item, section, total, typed } from './cases.ts'

describeRule('sum-differs', [
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
    rows: [['1', 'A', 'Con', '1', '2'], ['2', 'B', 'Con', '2', '3'], total('', 'Tổng cộng', 'Con', '3', '6')],
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
    about: 'nothing adds up, but the name says that it should, and the sum is near',
    rows: [
      ['1', 'Tổng diện tích gieo trồng', 'Ha', '520', '505'],
      item('', 'Lúa', 'Ha', '300', '290'),
      item('', 'Ngô', 'Ha', '200', '205'),
    ],
    found: ['r1 c4', 'r1 c5'],
  },
  {
    about: 'the name says so, but the items are only some of what there is',
    rows: [
      ['1', 'Tổng diện tích gieo trồng', 'Ha', '520', '505'],
      item('', 'Trong đó: Lúa', 'Ha', '300', '290'),
      item('', 'Ngô', 'Ha', '200', '205'),
      ['2', 'Tổng số hộ', 'Hộ', '1.000', '1.000'],
      item('', 'Hộ nghèo', 'Hộ', '100', '90'),
      item('', 'Hộ cận nghèo', 'Hộ', '50', '40'),
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
  {
    about: 'a dash is no figure to add, and no missing one',
    rows: [['1', 'A', 'Ha', '30', '25'], item('', 'B', 'Ha', '30', '15'), item('', 'C', 'Ha', '-', '8')],
    found: ['r1 c5'],
  },
  {
    about: 'parts "Trong đó" that come to less are not all, those that come to more are too many',
    rows: [
      ['1', 'A', 'Con', '30', '25'],
      item('', 'Trong đó:', ''),
      { texts: ['', 'B', 'Con', '20', '15'], kind: 'item', level: 2 },
      { texts: ['', 'C', 'Con', '10', '8'], kind: 'item', level: 2 },
      ['2', 'A', 'Con', '30', '25'],
      item('', 'Trong đó: B', 'Con', '20', '15'),
      item('', 'C', 'Con', '10', '12'),
    ],
    found: ['r5 c5'],
  },
  {
    about: 'a grand total over sections, and a section with a figure of its own',
    rows: [
      section('A', 'Xuân', '', '30', '20'),
      { texts: ['1', 'B', 'Ha', '20', '10'], level: 1 },
      { texts: ['2', 'C', 'Ha', '10', '10'], level: 1 },
      section('B', 'Mùa'),
      { texts: ['3', 'D', 'Ha', '5', '5'], level: 1 },
      { texts: ['4', 'E', 'Ha', '5', '6'], level: 1 },
      total('', 'Tổng cộng', 'Ha', '40', '32'),
    ],
    found: ['r7 c5'],
    params: { stated: '32', sum: '31' },
  },
  {
    about: 'totals of sections; one that adds up proves the other in the same column',
    rows: [
      section('I', 'Xuân'),
      { texts: ['1', 'B', 'Ha', '20'], level: 1 },
      { texts: ['2', 'C', 'Ha', '10'], level: 1 },
      { ...total('', 'Cộng I', 'Ha', '30'), level: 1 },
      section('II', 'Mùa'),
      { texts: ['3', 'D', 'Ha', '7'], level: 1 },
      { texts: ['4', 'E', 'Ha', '5'], level: 1 },
      { ...total('', 'Cộng II', 'Ha', '13'), level: 1 },
      total('', 'Tổng cộng', 'Ha', '43'),
    ],
    found: ['r8 c4'],
    params: { stated: '13', sum: '12' },
  },
  {
    about: 'a slip in a part is not held against the total that is right',
    rows: [
      section('I', 'Xuân'),
      { texts: ['1', 'B', 'Ha', '20', '1'], level: 1 },
      { texts: ['2', 'C', 'Ha', '10', '2'], level: 1 },
      { ...total('', 'Cộng I', 'Ha', '31', '3'), level: 1 },
      section('II', 'Mùa'),
      { texts: ['3', 'D', 'Ha', '7', '3'], level: 1 },
      { texts: ['4', 'E', 'Ha', '5', '4'], level: 1 },
      { ...total('', 'Cộng II', 'Ha', '12', '7'), level: 1 },
      total('', 'Tổng cộng', 'Ha', '42', '10'),
    ],
    found: ['r4 c4'],
  },
  {
    about: 'a total that no other figure proves',
    rows: [['1', 'A', 'Con', '1'], ['2', 'B', 'Con', '2'], total('', 'Tổng cộng', 'Con', '4')],
  },
  {
    about: 'a row told to follow its parts needs no proof, nor need the sum be near',
    rows: [
      ['1', 'A', 'Con', '100', '25'],
      item('', 'B', 'Con', '20', '15'),
      item('', 'C', 'Con', '1.110', '10'),
    ],
    edits: [{ type: 'row', row: 'r1', set: { rollUp: 'sum' } }],
    found: ['r1 c4'],
    params: { stated: '100', sum: '1.130' },
  },
  {
    about: 'a row told to follow as a mean',
    rows: [
      ['1', 'A', '%', '20/30', ''],
      item('', 'B', '%', '10/20', '1/2'),
      item('', 'C', '%', '10/20', '1/2'),
    ],
    edits: [{ type: 'row', row: 'r1', set: { rollUp: 'mean' } }],
    found: ['r1 c4'],
    params: { stated: '20/30', sum: '20/40' },
  },
  {
    about: 'a row told not to follow, and one typed over and emptied again',
    rows: [
      ['1', 'A', 'Con', '30', '25'],
      item('', 'B', 'Con', '20', '15'),
      item('', 'C', 'Con', '10', '8'),
      ['2', 'A', 'Con', '30', '25'],
      item('', 'B', 'Con', '20', '15'),
      item('', 'C', 'Con', '10', '8'),
    ],
    edits: [
      { type: 'row', row: 'r1', set: { rollUp: 'none' } },
      { type: 'row', row: 'r4', set: { rollUp: 'sum' } },
      typed('r4', 'c5', ''),
    ],
  },
])

describeRule('part-over-whole', [
  {
    about: 'a part by its name',
    rows: [
      ['1', 'Số hộ', 'Hộ', '100', '90'],
      item('', 'Trong đó: hộ nghèo', 'Hộ', '', '95'),
      item('', 'Trong đó:', '', '', ''),
      { texts: ['', 'Hộ cận nghèo', '', '', '91'], kind: 'item', level: 2 },
    ],
    found: ['r2 c5', 'r4 c5'],
    params: { name: 'Trong đó: hộ nghèo', part: '95', whole: '90' },
  },
  {
    about: 'a part by the figures of another column',
    rows: [['1', 'Lao động', 'Người', '100', '90'], item('', 'Nữ', 'Người', '40', '95')],
    found: ['r2 c5'],
  },
  {
    about:
      'larger everywhere, other units, shares, rates, bounds, cumulative figures, indicators below indicators',
    rows: [
      ['1', 'Hộ thoát nghèo', 'Hộ', '10', '12'],
      item('', 'Hộ khá', 'Hộ', '50', '40'),
      ['2', 'Lúa', 'Ha', '10', '12'],
      item('', 'Trong đó: sản lượng', 'Tạ', '50', '40'),
      ['3', 'Tỷ lệ hộ nghèo', '%', '10', '12'],
      item('', 'Trong đó: dân tộc', '%', '5', '40'),
      ['4', 'Thu nhập bình quân', 'Triệu đồng', '10', '12'],
      item('', 'Trong đó: cán bộ', 'Triệu đồng', '5', '40'),
      ['5', 'Kết nạp đảng viên', 'Người', '10', '12'],
      item('', 'Trong đó: nữ', 'Người', '5', '>40'),
      item('', 'Lũy kế', 'Người', '10', '40'),
      ['6', 'Cây lâu năm', 'Ha', '10', '12'],
      { texts: ['7', 'Điều', 'Ha', '5', '40'], level: 1 },
      section('I', 'Mục', '', '1', '1'),
      item('', 'Trong đó: a', 'Người', '5', '40'),
    ],
  },
  {
    about: 'a fraction of a whole that another one of the row names',
    rows: [
      ['1', 'Trường chuẩn', 'Trường', '21/34', '40/34'],
      ['2', 'Trồng rừng', 'Ha', '370', '400/370'],
      ['3', 'Trường chuẩn', 'Trường', '21/34', '34/34'],
      ['4', 'Tỷ lệ hộ dùng nước sạch', '%', '90', '105/104'],
      ['5', 'Tỷ lệ hoàn thành kế hoạch', '%', '90', '105/104'],
    ],
    found: ['r1 c5', 'r4 c5'],
    params: { name: 'Trường chuẩn', part: '40', whole: '34' },
  },
])

describeRule('section-figure', [
  {
    about: 'a plan and a result typed into a section',
    rows: [section('I', 'Kinh tế'), { texts: ['1', 'A', 'Ha', '1', '1'], level: 1 }],
    edits: [typed('r1', 'c4', '5'), typed('r1', 'c5', '6 ha')],
    found: ['r1 c4', 'r1 c5'],
    params: { name: 'Kinh tế', text: '5' },
  },
  {
    about: 'words, and a section that follows its rows',
    rows: [
      section('I', 'Kinh tế', '', '', 'Tốt'),
      section('II', 'Xã hội'),
      { texts: ['1', 'A', 'Ha', '1', '1'], level: 1 },
    ],
    edits: [{ type: 'row', row: 'r2', set: { rollUp: 'sum' } }],
  },
])

const names = (...list: string[]) => list.map((name) => ['1', name, 'Hộ', '1'])

describeRule('name-unfinished', [
  {
    about: 'commas, open brackets, words that lead on, rates of those who reach nothing said',
    rows: names(
      'Tỷ lệ hộ gia đình đạt',
      'Trồng rừng,',
      'Trồng rừng (sản xuất',
      'Tỷ lệ hộ dân và',
      'Số con gia súc của',
      'Tăng trưởng so với',
      'Liên kết và tiêu thụ sản phẩm theo',
    ),
    found: ['r1 c2', 'r2 c2', 'r3 c2', 'r4 c2', 'r5 c2', 'r6 c2', 'r7 c2'],
    params: { name: 'Tỷ lệ hộ gia đình đạt' },
  },
  {
    about: 'finished names that look alike',
    rows: [
      ...names(
        'Tỷ lệ hộ gia đình đạt chuẩn văn hóa',
        'Số tiêu chí nông thôn mới đạt',
        'Trồng rừng (sản xuất)',
        'a) Trồng rừng',
        'Diện tích rừng hiện có',
        'Các bản kèm theo',
        'Đơn vị trực thuộc',
        'Thôn Nà Các',
        'Hộ nghèo ở phía trên',
        'CÁC CHỈ TIÊU KHÁC VÀ',
      ),
      section('I', 'Về văn hóa và'),
    ],
  },
  {
    about: 'a name that the rows below finish',
    rows: [['1', 'Tỷ lệ hộ gia đình đạt', '%', ''], item('', 'Gia đình văn hóa', '%', '90')],
  },
])

describeRule('ordinal-broken', [
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
])

describeRule('name-repeated', [
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
])

it('goes from the top row to the bottom', () => {
  const report = build([
    ['1', 'Sản lượng ngô', 'Ha', '30', '31,7', '105,66'],
    ['5', 'Số chi bộ', '%', 'chữ', '5'],
  ])
  const rows = check(report, calculate(report)).map(({ row }) => row)
  expect(rows).toEqual([...rows].sort())
  expect(new Set(rows)).toEqual(new Set(['r1', 'r2']))
})
