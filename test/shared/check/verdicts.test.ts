/** Assessments, and targets and results that cannot be assessed. */
import type { Policy } from '../../../shared/model.ts'
import { DEFAULT_POLICY } from '../../../shared/policy.ts'
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
  {
    about: 'the computed word taken instead',
    rows: [['1', 'A', '', '6', '5', '', 'Vượt']],
    edits: [{ type: 'stated', column: 'c7', rows: ['r1'], use: 'computed' }],
  },
  {
    about: 'a verdict and a remark',
    rows: [['1', 'A', '', '6', '5', '', 'Vượt (đợt 1), do mưa']],
    found: ['r1 c7'],
  },
  { about: 'the right verdict and a remark', rows: [['1', 'A', '', '6', '5', '', 'Không đạt do mưa']] },
  { about: 'a rate and no verdict', rows: [['1', 'A', '', '6', '5', '', 'Đạt 83% kế hoạch']] },
  {
    about: 'a forecast of what is missed',
    rows: [['1', 'A', '', '6', '5', '', 'Dự kiến đạt']],
    found: ['r1 c7'],
  },
  { about: 'nearly met', rows: [['1', 'A', '', '370', '368,77', '', 'Cơ bản đạt']] },
  {
    about: 'nearly met in a larger unit',
    rows: [['1', 'Thu ngân sách', 'Triệu đồng', '1.200', '1,15 tỷ', '', 'Cơ bản đạt']],
  },
  {
    about: 'a smaller unit, in which it is far from met',
    rows: [['1', 'Thu ngân sách', 'Tỷ đồng', '1,2', '900 triệu', '', 'Cơ bản đạt']],
    found: ['r1 c7'],
  },
  {
    about: 'nearly met, where less is better and it is three times as much',
    rows: [['1', 'Tỷ lệ hộ nghèo', '%', '5', '15', '', 'Cơ bản đạt']],
    found: ['r1 c7'],
  },
  { about: 'nearly met, at an open bound', rows: [['1', 'A', '%', '>90', '90', '', 'Cơ bản đạt']] },
  { about: 'not even nearly met', rows: [['1', 'A', '', '370', '300', '', 'Cơ bản đạt']], found: ['r1 c7'] },
  {
    about: 'a report that does not tell what exceeds from what is met',
    rows: [['1', 'A', '', '6', '7', '', 'Vượt']],
    edits: [
      {
        type: 'properties',
        properties: {
          policy: { ...DEFAULT_POLICY, wholePeriod: { ...DEFAULT_POLICY.wholePeriod, exceeded: 'Đạt' } },
        },
      },
    ],
  },
  {
    about: 'a column that tells what exceeds in one row and not in another',
    rows: [
      ['1', 'A', '', '6', '7', '', 'Vượt'],
      ['2', 'B', '', '6', '8', '', 'Đạt'],
    ],
    found: ['r2 c7'],
  },
  {
    about: 'a column that never tells what exceeds',
    rows: [
      ['1', 'A', '', '6', '7', '', 'Đạt'],
      ['2', 'B', '', '6', '8', '', 'Đạt'],
      ['3', 'C', '', '6', '6', '', 'Đạt'],
      ['4', 'D', '', '6', '5', '', 'Không đạt'],
    ],
  },
  {
    about: 'left to the end of the year, within it and at its end',
    period: HALF_YEAR,
    rows: [
      ['1', 'A', '', '6', '2', '', 'Đánh giá cuối năm'],
      ['2', 'B', '', '6', '3', '', 'Đánh giá cuối năm'],
    ],
  },
  {
    about: 'left to the end of the year at its end',
    rows: [
      ['1', 'A', '', '6', '2', '', 'Đánh giá cuối năm'],
      ['2', 'B', '', '6', '3', '', 'Đánh giá cuối năm'],
    ],
    found: ['r1 c7', 'r2 c7'],
  },
])

describeRule('verdict-unclear', [
  {
    about: 'half typed, misspelt, a letter too many',
    rows: [
      ['1', 'A', '', '6', '7', '', 'Đạ'],
      ['2', 'B', '', '6', '8', '', 'Vựợt'],
      ['3', 'C', '', '6', '8', '', 'Vượtt'],
      ['4', 'D', '', '6', '6', '', 'Đạt'],
    ],
    found: ['r1 c7', 'r2 c7', 'r3 c7'],
    params: { text: 'Đạ', words: 'Vượt, Đạt, Chưa đạt, Đánh giá cuối năm, Không đạt', nearest: 'Đạt' },
  },
  {
    about: 'typed by a person',
    rows: [['1', 'A', '', '6', '5', '', 'Không đạt']],
    edits: [typed('r1', 'c7', 'Khôn')],
    found: ['r1 c7'],
    params: {
      text: 'Khôn',
      words: 'Vượt, Đạt, Chưa đạt, Đánh giá cuối năm, Không đạt',
      nearest: 'Không đạt',
    },
  },
  {
    about: 'cut between words, which differs, or says nothing of its own',
    rows: [
      ['1', 'A', '', '6', '5', '', 'Không'],
      ['2', 'B', '', 'chữ', '5', '', 'Không'],
    ],
    found: ['r2 c7'],
  },
  {
    about: 'verdicts in other words, cases and brackets, and remarks',
    rows: [
      ['1', 'A', '', '6', '6', '', '(Dự kiến Đạt)'],
      ['2', 'B', '', '6', '6', '', 'ĐẠT.'],
      ['3', 'C', '', '6', '5', '', 'Chưa hoàn thành'],
      ['4', 'D', '', '6', '5', '', 'do hạn hán'],
      ['5', 'E', '', '6', '5', '', 'Tốt'],
      ['6', 'F', '', '6', '5', '', 'Đạt 83% kế hoạch'],
    ],
  },
  {
    about: 'a column without diacritics',
    rows: [
      ['1', 'A', '', '6', '6', '', 'Dat'],
      ['2', 'B', '', '6', '6', '', 'Dat'],
      ['3', 'C', '', '6', '6', '', 'Dat'],
    ],
  },
  {
    about: 'a figure has changed since',
    rows: [['1', 'A', '', '6', '7', '', 'Vựợt']],
    edits: [typed('r1', 'c5', '8')],
  },
])

const FORECASTING: Policy = {
  ...DEFAULT_POLICY,
  wholePeriod: { ...DEFAULT_POLICY.wholePeriod, expected: 'Dự kiến đạt' },
}

describeRule('override-differs', [
  {
    about: 'the figures have changed since',
    rows: [['1', 'A', '', '6', '5']],
    edits: [typed('r1', 'c7', 'Đánh giá cuối năm'), typed('r1', 'c6', '100')],
    then: [typed('r1', 'c5', '7')],
    found: ['r1 c6', 'r1 c7'],
    params: { text: '100', right: '116,67' },
  },
  {
    about: 'the base year of a reduction has changed since',
    roles: ['ordinal', 'name', 'unit', 'previous', 'plan', 'actual', 'ratio'],
    rows: [['1', 'Tỷ lệ hộ nghèo', '%', '10', '8', '9']],
    edits: [
      { type: 'properties', properties: { policy: { ...DEFAULT_POLICY, less: 'reduction' } } },
      typed('r1', 'c7', '60'),
    ],
    then: [typed('r1', 'c4', '12')],
    found: ['r1 c7'],
    params: { text: '60', right: '75' },
  },
  {
    about: 'what came before has changed since, of which no reduction is counted',
    roles: ['ordinal', 'name', 'unit', 'previous', 'plan', 'actual', 'ratio'],
    rows: [['1', 'Sản lượng', 'Tấn', '10', '8', '9']],
    edits: [
      { type: 'properties', properties: { policy: { ...DEFAULT_POLICY, less: 'reduction' } } },
      typed('r1', 'c7', '60'),
    ],
    then: [typed('r1', 'c4', '12')],
  },
  {
    about: 'a figure is read in another way since',
    rows: [['1', 'A', 'Ha', '7', '6.969']],
    edits: [typed('r1', 'c6', '100')],
    then: [{ type: 'reading', row: 'r1', column: 'c5', value: '6.969' }],
    found: ['r1 c6'],
    params: { text: '100', right: '99,56' },
  },
  {
    about: 'a person only confirmed how a figure is read',
    rows: [['1', 'A', 'Ha', '7', '6.969']],
    edits: [typed('r1', 'c6', '100')],
    then: [{ type: 'reading', row: 'r1', column: 'c5', value: '6969' }],
  },
  {
    about: 'the result turned out to be a forecast, for which there is a word',
    rows: [['1', 'A', '', '6', '7']],
    edits: [{ type: 'properties', properties: { policy: FORECASTING } }, typed('r1', 'c7', 'Đạt')],
    then: [{ type: 'metadata', row: 'r1', column: 'c5', set: { kind: 'forecast' } }],
    found: ['r1 c7'],
    params: { text: 'Đạt', right: 'Dự kiến đạt' },
  },
  {
    about: 'the result turned out to be a forecast, for which there is no word',
    rows: [['1', 'A', '', '6', '7']],
    edits: [typed('r1', 'c7', 'Đạt')],
    then: [{ type: 'metadata', row: 'r1', column: 'c5', set: { kind: 'forecast' } }],
  },
  {
    about: 'nothing has changed since, or nothing that the ratio is made of',
    rows: [['1', 'A', '', '6', '5']],
    edits: [typed('r1', 'c7', 'Đánh giá cuối năm')],
    then: [typed('r1', 'c2', 'Tên khác')],
  },
  {
    about: 'overruled together with the figures',
    rows: [['1', 'A', '', '6', '5']],
    edits: [typed('r1', 'c6', '100'), typed('r1', 'c5', '7')],
  },
  {
    about: 'what is worked out now says the same',
    rows: [['1', 'A', '', '6', '5']],
    edits: [typed('r1', 'c7', 'đạt'), typed('r1', 'c6', '100,0')],
    then: [typed('r1', 'c5', '6')],
  },
  {
    about: 'nothing can be worked out',
    rows: [['1', 'A', '', '6', '5']],
    edits: [typed('r1', 'c7', 'Đạt')],
    then: [typed('r1', 'c5', 'chữ')],
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
  {
    about: 'more rows left blank than assessed',
    rows: [
      ['1', 'A', '', '6', '6', '', 'Đạt'],
      ['2', 'B', '', '6', '5'],
      ['3', 'C', '', '6', '6'],
    ],
  },
  {
    about: 'remarks',
    rows: [
      ['1', 'A', '', '6', '6', '', 'Theo báo cáo của Chi cục'],
      ['2', 'B', '', '6', '5'],
    ],
  },
  {
    about: 'results still to come, blank throughout',
    period: HALF_YEAR,
    rows: [
      ['1', 'A', '', '6', '6', '', 'Đạt'],
      ['2', 'B', '', '6', '5', '', 'Chưa đạt'],
      ['3', 'C', '', '6', ''],
      ['4', 'D', '', '6', ''],
    ],
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
    about: 'a result whose unit nobody can convert',
    rows: [
      ['1', 'Giường bệnh', 'Giường bệnh/vạn dân', '30', '32,5 giường'],
      ['2', 'Bác sỹ', 'Bác sỹ/vạn dân', '8', '9 người'],
      ['3', 'Khách', 'Nghìn lượt', '10', '12 khách'],
      ['4', 'Lượt khách', '', '1200', '1,5 nghìn'],
      ['5', 'Thu ngân sách', '', '1200', '1,5 tỷ đồng'],
    ],
    found: ['r1 c4', 'r2 c4', 'r3 c4', 'r4 c4', 'r5 c4'],
  },
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
    about: 'separators that are unclear, of which another rule speaks',
    rows: [
      ['1', 'A', '', '5', '29.3354'],
      ['2', 'B', '', '40', '35, 27'],
    ],
  },
  {
    about: 'words against words, a dash, dots',
    rows: [
      ['1', 'A', '', 'chữ', 'chữ'],
      ['2', 'B', '', '5', '-'],
      ['3', 'C', '', '5', '…'],
    ],
  },
  {
    about: 'only words can tell, as a person said',
    rows: [['1', 'A', '', '5', 'chưa thống kê']],
    edits: [{ type: 'row', row: 'r1', set: { direction: 'words' } }],
  },
])

describeRule('result-missing', [
  {
    about: 'the year is over',
    rows: [
      ['1', 'A', '', '5', '5'],
      ['2', 'B', '', '>5', ''],
    ],
    found: ['r2 c5'],
    params: { target: '>5' },
  },
  {
    about: 'still being filled in',
    rows: [
      ['1', 'A', '', '5', '5'],
      ['2', 'B', '', '5', ''],
      ['3', 'C', '', '5', ''],
    ],
  },
  {
    about: 'one result for two plans',
    roles: ['name', 'plan', 'plan', 'actual', 'ratio', 'assessment'],
    rows: [
      ['A', '5', '6', '5'],
      ['B', '5', '6', ''],
    ],
    found: ['r2 c4'],
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
