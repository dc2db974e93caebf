/** Ratios as the file states them, and figures that make them doubtful. */
import { describeRule, typed } from './cases.ts'

describeRule('ratio-wrong', [
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
])

describeRule('ratio-truncated', [
  {
    about: 'cut at two digits',
    rows: [['1', 'Ngô', 'Ha', '30', '31,7', '105,66']],
    found: ['r1 c6'],
    params: { stated: '105,66', right: '105,67' },
  },
  { about: 'cut at none', rows: [['1', 'A', '', '880', '2310', '262']], found: ['r1 c6'] },
  { about: 'cut and rounded alike', rows: [['1', 'A', '', '370', '368,77', '99,67']] },
])

describeRule('ratio-rounded', [
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
])

describeRule('ratio-implausible', [
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
  {
    about: 'the reading that explained it was chosen against',
    rows: [['1', 'Chuyển đổi', 'Ha', '6', '6.969']],
    edits: [{ type: 'reading', row: 'r1', column: 'c5', value: '6969' }],
    found: ['r1 c6'],
  },
  { about: 'the same amount in other units', rows: [['1', 'Thu', 'Triệu đồng', '1.200', '1,5 tỷ']] },
])

describeRule('separator-unclear', [
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
      ['5', 'E', '', 'giảm 1.5% so với cùng kỳ', ''],
    ],
  },
  {
    about: 'of a comma and a dot before three digits the comma is the rarer',
    rows: [['1', 'A', 'Tấn', '1,500', '1.480']],
    found: ['r1 c4'],
    params: { text: '1,500', readings: '1,5 / 1.500' },
  },
  { about: 'the usual reading is plausible', rows: [['1', 'A', 'Tấn', '1,500', '1,480']] },
  {
    about: 'sign, bound and unit are kept',
    rows: [['1', 'A', '%', '≥ 1.5%', '']],
    found: ['r1 c4'],
    params: { text: '≥ 1.5%', readings: '≥1,5% / ≥15%' },
  },
  {
    about: 'another result of the row tells',
    roles: ['name', 'unit', 'previous', 'actual'],
    rows: [
      ['A', 'Ha', '6,5', '6.969'],
      ['B', 'Ha', '6.500', '6.969'],
    ],
    found: ['r1 c4'],
  },
  {
    about: 'whole things, and more than a thousand per cent',
    rows: [
      ['1', 'Đàn lợn', 'Con', '1,500', '1,480'],
      ['2', 'Tỷ lệ hộ nghèo', '%', '98.500', '97.250'],
      ['3', 'Số con bình quân', 'Con', '2,105', '2,101'],
    ],
    found: ['r1 c4', 'r1 c5', 'r2 c4', 'r2 c5'],
  },
  {
    about: 'the column tells, where the row has no other figure',
    rows: [
      ['1', 'A', 'Tấn', '5.200', ''],
      ['2', 'B', 'Tấn', '3.100', ''],
      ['3', 'C', 'Tấn', '1.900', ''],
      ['4', 'D', 'Tấn', '4,100', ''],
      ['5', 'E', 'Ha', '4,100', ''],
      ['6', 'F', '', '4,100', ''],
    ],
    found: ['r4 c4'],
  },
  {
    about: 'large beside small of a unit is no slip',
    rows: [
      ['1', 'A', 'Tấn', '120', ''],
      ['2', 'B', 'Tấn', '30', ''],
      ['3', 'C', 'Tấn', '45', ''],
      ['4', 'D', 'Tấn', '5.200', ''],
    ],
  },
  {
    about: 'a reading was chosen',
    rows: [
      ['1', 'A', 'Ha', '6', '6.969'],
      ['2', 'B', 'Ha', '29.3354', ''],
      ['3', 'C', '', '35, 27 triệu', ''],
    ],
    edits: [
      { type: 'reading', row: 'r1', column: 'c5', value: '6.969' },
      { type: 'reading', row: 'r2', column: 'c4', value: '29.3354' },
    ],
    found: ['r3 c4'],
  },
])
