/** Assessments, and targets and results that cannot be assessed. */
import { HALF_YEAR } from '../building.ts'
import { describeRule, item, section, typed } from './cases.ts'

describeRule('verdict-differs', [
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
])

describeRule('verdict-missing', [
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
    about: 'a formula nobody calculated',
    rows: [
      ['1', 'A', '', '6', '6', '', 'Đạt'],
      { texts: ['2', 'B', '', '6', '5'], flags: { 6: ['value-missing'] } },
    ],
  },
  {
    about: 'a column of such formulas',
    rows: [{ texts: ['1', 'A', '', '6', '6'], flags: { 6: ['value-missing'] } }, ['2', 'B', '', '6', '5']],
  },
  {
    about: 'assessed by a person',
    rows: [
      ['1', 'A', '', '6', '6', '', 'Đạt'],
      ['2', 'B', '', '6', '5'],
    ],
    edits: [typed('r2', 'c7', 'Đạt')],
  },
  {
    about: 'the result came only now',
    rows: [
      ['1', 'A', '', '6', '6', '', 'Đạt'],
      ['2', 'B', '', '6', ''],
    ],
    edits: [typed('r2', 'c5', '5')],
  },
])

describeRule('target-unclear', [
  {
    about: 'words',
    rows: [['41', 'Tai nạn', '', 'Giảm cả 3 tiêu chí', '5']],
    found: ['r1 c4'],
    params: { text: 'Giảm cả 3 tiêu chí', result: '5' },
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
])

describeRule('result-unclear', [
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
])

describeRule('result-missing', [
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
])
