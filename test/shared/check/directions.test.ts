/** Rows of which less is better and the file makes more of them, and ratios that stand on nothing. */
import { expect, it } from 'vitest'
import { calculate } from '../../../shared/calculate.ts'
import { check } from '../../../shared/check/index.ts'
import type { Edit } from '../../../shared/model.ts'
import { build, HALF_YEAR } from '../building.ts'
import { describeRule, section, typed } from './cases.ts'

const set = (direction: 'less' | 'more'): Edit => ({ type: 'row', row: 'r1', set: { direction } })

describeRule('direction-unclear', [
  {
    about: 'a ratio of more where less is better',
    rows: [['1', 'Tỷ lệ hộ nghèo', '%', '10,30', '10,09', '97,96', '']],
    found: ['r1 c6'],
    params: { stated: '97,96' },
  },
  { about: 'the same cut', rows: [['1', 'Tỷ lệ hộ nghèo', '%', '10,30', '10,09', '97,9']], found: ['r1 c6'] },
  {
    about: 'against what must not be exceeded',
    rows: [['1', 'Tỷ lệ che phủ', '%', '<12', '11', '91,67']],
    found: ['r1 c6'],
  },
  {
    about: 'more than planned called exceeded',
    rows: [['1', 'Số vụ tai nạn', 'Vụ', '5', '7', '', 'Vượt']],
    found: ['r1 c7'],
  },
  {
    about: 'less than planned called not met',
    rows: [['1', 'Số vụ tai nạn', 'Vụ', '5', '3', '', 'Không đạt']],
    found: ['r1 c7'],
  },
  { about: 'rated by KH/TH', rows: [['1', 'Tỷ lệ hộ nghèo', '%', '10,30', '10,09', '102,08', 'Vượt']] },
  { about: 'rated by 2 − TH/KH', rows: [['1', 'Tỷ lệ hộ nghèo', '%', '10,30', '10,09', '102,04', 'Vượt']] },
  { about: '100 when met', rows: [['1', 'Tỷ lệ hộ nghèo', '%', '10,30', '10,09', '100', 'Đạt']] },
  { about: 'just met', rows: [['1', 'Tỷ lệ hộ nghèo', '%', '10', '10', '100', 'Đạt']] },
  {
    about: 'a target that is exceeded, by the file too',
    rows: [['1', 'Số vụ tai nạn', 'Vụ', '5', '3', '', 'Vượt']],
  },
  { about: 'an upper bound not met, by the file too', rows: [['1', 'A', '%', '<12', '13', '', 'Không đạt']] },
  { about: 'left blank', rows: [['1', 'Tỷ lệ tăng dân số tự nhiên', '%', '1', '1']] },
  {
    about: 'no result',
    rows: [['1', 'Tỷ lệ hộ nghèo', '%', '1,89', '', '', 'Đánh giá cuối năm']],
    period: HALF_YEAR,
  },
  { about: 'a reduction', rows: [['1', 'Tỷ lệ giảm hộ nghèo', '%', '6', '7', '116,67', 'Vượt']] },
  { about: 'more is better', rows: [['1', 'Ngô', 'Ha', '30', '31,7', '105,67', 'Vượt']] },
  {
    about: 'a person said what is better',
    rows: [['1', 'Số vụ tai nạn', 'Vụ', '5', '7', '140', 'Vượt']],
    edits: [set('more')],
  },
  {
    about: 'overruled, and the computed one taken instead',
    rows: [['1', 'Số vụ tai nạn', 'Vụ', '5', '7', '140', 'Vượt']],
    edits: [typed('r1', 'c7', 'Vượt'), { type: 'stated', column: 'c6', rows: ['r1'], use: 'computed' }],
  },
  {
    about: 'a figure has changed since',
    rows: [['1', 'Số vụ tai nạn', 'Vụ', '5', '7', '140', 'Vượt']],
    edits: [typed('r1', 'c5', '8')],
  },
])

it('says once of a row that its direction is unclear, and leaves the row to that finding', () => {
  const report = build([['1', 'Số vụ tai nạn', 'Vụ', '5', '7', '140', 'Vượt']])
  const codes = check(report, calculate(report)).map(({ code, column }) => `${code} ${column ?? ''}`)
  expect(codes).toEqual(['direction-unclear c6'])
})

describeRule('ratio-unfounded', [
  {
    about: 'of a bound',
    rows: [['1', 'Đảng viên', '%', '>90', '>90', '100']],
    found: ['r1 c6'],
    params: { stated: '100', result: '>90', target: '>90' },
  },
  { about: 'to a range', rows: [['1', 'A', '%', '3-5', '4', '100']], found: ['r1 c6'] },
  { about: 'to zero', rows: [['1', 'A', '%', '0', '4', '100']], found: ['r1 c6'] },
  { about: 'to what must not be exceeded', rows: [['1', 'A', '%', '≤ 12', '13', '95']], found: ['r1 c6'] },
  { about: 'of less by no known method', rows: [['1', 'Hộ nghèo', 'Hộ', '10', '9', '95']], found: ['r1 c6'] },
  {
    about: 'nothing of nothing',
    rows: [
      ['1', 'A', '%', '0', '0', '100'],
      ['2', 'B', '%', '0', '0', '0'],
    ],
  },
  { about: 'met what must not be exceeded', rows: [['1', 'A', '%', '≤ 12', '11', '100']] },
  { about: 'of less by KH/TH', rows: [['1', 'Hộ nghèo', 'Hộ', '10', '9', '111,11']] },
  { about: 'of less by TH/KH', rows: [['1', 'Hộ nghèo', 'Hộ', '10', '9', '90']] },
  { about: 'a ratio with a ground', rows: [['1', 'A', '%', '10', '9', '91']] },
  {
    about: 'words and placeholders',
    rows: [
      ['1', 'A', '%', '>90', '>90', 'đạt'],
      ['2', 'B', '%', '>90', '>90', '-'],
    ],
  },
  { about: 'no result', rows: [['1', 'A', '%', '>90', '', '100']] },
  { about: 'words for a target', rows: [['1', 'A', '%', 'tốt', 'tốt', '100']] },
  { about: 'unlike units', rows: [['1', 'A', '', '10 ha', '10 tấn', '100']] },
  { about: 'a section', rows: [section('I', 'A', '', '>90', '>90', '100')] },
  {
    about: 'overruled',
    rows: [['1', 'A', '%', '>90', '>90', '100']],
    edits: [typed('r1', 'c6', '100')],
  },
])

describeRule('ratio-wrong', [
  {
    about: 'the computed one taken instead',
    rows: [['1', 'A', '', '10', '9', '91']],
    edits: [{ type: 'stated', column: 'c6', rows: ['r1'], use: 'computed' }],
  },
  {
    about: 'a column of growth',
    rows: [
      ['1', 'A', '', '100', '115', '15'],
      ['2', 'B', '', '200', '210', '5'],
    ],
  },
  { about: 'with the mark of a footnote', rows: [['1', 'A', '', '30', '31,7', '105,67(*)']] },
])

describeRule('ratio-rounded', [
  {
    about: 'as many digits as the column wants',
    rows: [
      ['1', 'Trâu', 'Con', '475', '442', '93,1'],
      ['2', 'Lúa', 'Ha', '370', '368,77', '99,67'],
    ],
    edits: [{ type: 'column', column: 'c6', set: { digits: 1 } }],
  },
])
