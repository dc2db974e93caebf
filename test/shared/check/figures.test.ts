/** Figures and their units, cell by cell. */
import { describeRule, item, typed } from './cases.ts'

describeRule('share-over-100', [
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
  { about: 'boys to girls', rows: [['1', 'Tỷ lệ giới tính khi sinh', '%', '112', '111,5']] },
])

describeRule('unit-missing', [
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
    about: 'a coefficient and an index',
    rows: [
      ...['Lợn', 'Bò', 'Trâu', 'Dê', 'Gà', 'Vịt', 'Ngan', 'Thỏ'].map((name) => ['', name, 'Con', '1', '1']),
      ['9', '3.4.Hệ số sử dụng đất', '', '1', '1'],
      ['10', 'Chỉ số cải cách hành chính', '', '1', '1'],
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
  {
    about: 'zeros in the headings of a template',
    rows: [
      ...['Lợn', 'Bò', 'Trâu', 'Dê', 'Ngựa'].map((name, index) => [
        String(index + 1),
        `Đàn ${name}`,
        'Con',
        '1',
        '1',
      ]),
      ['6', 'Chăn nuôi', '', '0', '0'],
    ],
  },
])

describeRule('unit-unlikely', [
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
      ['9', 'Năng suất lao động tăng bình quân', '%'],
      ['10', 'Số hộ nghèo giảm', '%'],
      ['11', 'Thu nhập bình quân đầu người', 'Triệu đồng'],
      ['12', 'Sản lượng lương thực bình quân', 'kg/người/năm'],
      ['13', 'Diện tích (gieo trồng)', 'Ha (2 vụ)'],
    ],
  },
  { about: 'money in tonnes', rows: [['1', 'Thu ngân sách', 'Tấn']], found: ['r1 c3'] },
])

describeRule('unit-changed', [
  {
    about: 'another power of ten than the row, which is converted',
    rows: [['1', 'Thu', 'Triệu đồng', '1.200', '1,5 tỷ']],
    found: ['r1 c5'],
    params: { text: '1,5 tỷ', unit: 'tỷ', other: 'Triệu đồng' },
  },
  { about: 'per mille among per cents', rows: [['1', 'Tăng', '%', '1,2%', '12,5‰']], found: ['r1 c5'] },
  {
    about: 'two powers of ten where the row says nothing',
    rows: [['1', 'Thu', '', '1.200 triệu đồng', '1,5 tỷ đồng']],
    found: ['r1 c5'],
  },
  {
    about: 'the same indicator again in another power of ten',
    rows: [
      ['1', 'Sản lượng lúa', 'Tấn', '5', '5'],
      ['2', 'Sản lượng  LÚA', 'Tạ', '5', '5'],
    ],
    found: ['r2 c3'],
    params: { text: 'Sản lượng LÚA', unit: 'Tạ', other: 'Tấn' },
  },
  {
    about: "the row's unit, in other words or part of it, or another thing",
    rows: [
      ['1', 'A', 'Ha', '19 ha', '18,6 hecta'],
      ['2', 'B', 'Tạ/ha', '55', '54 tạ'],
      ['3', 'C', 'Người', '2.000 lao động', '5'],
      ['4', 'D', 'Con', '5', '18,6 ha'],
      ['5', 'Lúa', 'Ha', '5', '5'],
      ['6', 'Lúa', 'Tấn', '5', '5'],
      ['7', 'Lúa', 'Tạ/ha', '5', '5'],
    ],
  },
])

describeRule('unit-in-figure', [
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
])

describeRule('digits-hidden', [
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
  {
    about: 'typed again as shown',
    rows: [{ texts: ['1', 'A', '', '99,7'], flags: { 3: ['digits-hidden'] } }],
    edits: [typed('r1', 'c4', '99,7')],
  },
])

describeRule('error-cell', [
  {
    about: 'an error among figures',
    rows: [{ texts: ['1', 'A', '', '#REF!'], flags: { 3: ['error-cell'] } }],
    found: ['r1 c4'],
    params: { text: '#REF!' },
  },
  {
    about: 'an error in the ratio',
    rows: [{ texts: ['1', 'A', '', '', '5', '#DIV/0!'], flags: { 5: ['error-cell'] } }],
    found: ['r1 c6'],
    params: { text: '#DIV/0!' },
  },
  {
    about: 'an error in the ratio of figures that have changed',
    rows: [{ texts: ['1', 'A', '', '', '5', '#DIV/0!'], flags: { 5: ['error-cell'] } }],
    edits: [typed('r1', 'c4', '5')],
  },
])

describeRule('value-missing', [
  {
    about: 'a formula nobody calculated',
    rows: [{ texts: ['1', 'A', '', '5', ''], flags: { 4: ['value-missing'] } }],
    found: ['r1 c5'],
  },
  {
    about: 'in ratio and assessment',
    rows: [{ texts: ['1', 'A', '', '5', '5'], flags: { 5: ['value-missing'], 6: ['value-missing'] } }],
    found: ['r1 c6', 'r1 c7'],
  },
  {
    about: 'in an assessment of figures that have changed, or that a person assessed',
    rows: [
      { texts: ['1', 'A', '', '5', '5'], flags: { 6: ['value-missing'] } },
      { texts: ['2', 'B', '', '5', '5'], flags: { 6: ['value-missing'] } },
    ],
    edits: [typed('r1', 'c5', '6'), typed('r2', 'c7', 'Đạt')],
  },
  { about: 'an empty cell', rows: [['1', 'A', '', '5', '']] },
])

describeRule('figure-far', [
  {
    about: 'tenfold, a tenth, and a slip that hides a change',
    roles: ['name', 'unit', 'previous', 'actual', 'ratio'],
    headers: { 2: 'Cùng kỳ năm trước' },
    rows: [
      ['Lúa', 'Ha', '370', '3.700'],
      ['Năng suất', 'Tạ/ha', '52,3', '5,23'],
      ['Ngô', 'Ha', '120', '1.100'],
    ],
    found: ['r1 c4', 'r2 c4', 'r3 c4'],
    params: { value: '3.700', before: '370' },
  },
  {
    about: 'near, zero, small counts, bounds, other units and units by which it is the same',
    roles: ['name', 'unit', 'previous', 'actual', 'ratio'],
    headers: { 2: 'Cùng kỳ năm trước' },
    rows: [
      ['Lúa', 'Ha', '370', '740'],
      ['Mô hình', 'Mô hình', '2', '30'],
      ['Thu', 'Triệu đồng', '0', '3.000'],
      ['Hộ', 'Hộ', '>10', '300'],
      ['Chi', 'Triệu đồng', '1,5 tỷ', '1.450'],
      ['Trường', 'Trường', '2/3', '30'],
    ],
  },
  {
    about: 'the comparison of the table names the column',
    roles: ['name', 'plan', 'previous', 'actual', 'change'],
    rows: [['Lúa', '5.000', '370', '3.700']],
    edits: [{ type: 'column', column: 'c5', set: { of: 'c4', to: 'c3' } }],
    found: ['r1 c4'],
  },
  {
    about: 'a month against a year, and nobody knows what',
    roles: ['name', 'previous', 'actual'],
    headers: { 1: 'Thực hiện năm 2022' },
    period: { kind: 'month', index: 3, year: 2023 },
    rows: [['Lúa', '3.700', '370']],
  },
  {
    about: 'the one of several results that is of as long a time',
    roles: ['name', 'previous', 'actual', 'cumulative', 'estimate'],
    headers: {
      1: 'Thực hiện năm 2022',
      2: 'Thực hiện tháng 9',
      3: 'Lũy kế 9 tháng',
      4: 'Ước thực hiện năm 2023',
    },
    rows: [
      ['Lúa', '3.700', '320', '2.900', '3.650'],
      ['Ngô', '3.700', '320', '2.900', '365'],
    ],
    found: ['r2 c5'],
  },
  {
    about: 'the year before without its number',
    roles: ['name', 'previous', 'actual'],
    headers: { 1: 'Năm trước' },
    rows: [['Lúa', '3.700', '370']],
    found: ['r1 c3'],
  },
  {
    about: 'of two results either could be meant',
    roles: ['name', 'previous', 'actual', 'estimate'],
    headers: { 1: 'Cùng kỳ' },
    rows: [['Lúa', '3.700', '370', '370']],
  },
])
