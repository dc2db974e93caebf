/** Every fix, carried out: its finding is gone, and it brings no new one. */
import { describe, expect, it } from 'vitest'
import { calculate } from '../../../shared/calculate.ts'
import { fixesOf, setAsideEdit, type FixKey } from '../../../shared/check/fixes.ts'
import { check } from '../../../shared/check/index.ts'
import { fingerprintOf } from '../../../shared/check/settled.ts'
import { applyEdits } from '../../../shared/edit.ts'
import type { Edit, Finding, FindingCode, Report } from '../../../shared/model.ts'
import { shown } from '../../../shared/shown.ts'
import { item, reportOf, typed, type Case } from './cases.ts'

interface FixCase extends Case {
  readonly code: FindingCode
  /** Of the first finding of the code: each fix and what is shown in the finding's cell after it. */
  readonly fixes: readonly (readonly [key: FixKey, shown: string])[]
  /** "code row column" of what the figure is doubted for once it is read the less likely way. */
  readonly brings?: readonly string[]
}

const cases: readonly FixCase[] = [
  {
    about: 'a wrong ratio',
    code: 'ratio-wrong',
    rows: [['1', 'Thóc', 'kg', '803', '874', '101,1', 'Vượt']],
    fixes: [['replace', '108,84']],
  },
  {
    about: 'a ratio cut short',
    code: 'ratio-truncated',
    rows: [['1', 'Ngô', 'Ha', '30', '31,7', '105,66', 'Vượt']],
    fixes: [['replace', '105,67']],
  },
  {
    about: 'a ratio with fewer digits',
    code: 'ratio-rounded',
    rows: [
      ['1', 'Trâu', 'Con', '475', '442', '93,1', 'Không đạt'],
      ['2', 'Lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt'],
    ],
    fixes: [['replace', '93,05']],
  },
  {
    about: 'a ratio of nothing',
    code: 'ratio-unfounded',
    rows: [['1', 'Đảng viên', '%', '>90', '>90', '100', 'Đạt']],
    fixes: [['leaveEmpty', '']],
  },
  {
    about: 'another verdict',
    code: 'verdict-differs',
    rows: [['1', 'A', 'Con', '6', '5', '83,33', 'Vượt']],
    fixes: [['replace', 'Không đạt']],
  },
  {
    about: 'no verdict',
    code: 'verdict-missing',
    rows: [
      ['1', 'A', 'Con', '6', '6', '100', 'Đạt'],
      ['2', 'B', 'Con', '6', '5', '83,33'],
    ],
    fixes: [['replace', 'Không đạt']],
  },
  {
    about: 'a verdict half typed in the file, which is the computed one',
    code: 'verdict-unclear',
    rows: [['1', 'A', 'Con', '6', '6', '100', 'Đạ']],
    fixes: [['replace', 'Đạt']],
  },
  {
    about: 'a verdict half typed in the file, which is another one',
    code: 'verdict-unclear',
    rows: [['1', 'A', 'Con', '6', '5', '83,33', 'Đạ']],
    fixes: [
      ['word', 'Đạt'],
      ['replace', 'Không đạt'],
    ],
  },
  {
    about: 'a verdict half typed by a person',
    code: 'verdict-unclear',
    rows: [['1', 'A', 'Con', '6', '5', '83,33', 'Không đạt']],
    edits: [{ ...typed('r1', 'c7', 'Vư'), reason: 'theo chỉ đạo' }],
    fixes: [
      ['word', 'Vượt'],
      ['followFigures', 'Không đạt'],
    ],
  },
  {
    about: 'an override of other figures',
    code: 'override-differs',
    rows: [['1', 'A', 'Con', '6', '5']],
    edits: [typed('r1', 'c6', '100')],
    then: [typed('r1', 'c5', '7')],
    fixes: [['followFigures', '116,67']],
  },
  {
    about: 'a failed formula of a ratio that can be worked out',
    code: 'error-cell',
    rows: [{ texts: ['1', 'A', 'Con', '5', '5', '#REF!', 'Đạt'], flags: { 5: ['error-cell'] } }],
    fixes: [['replace', '100']],
  },
  {
    about: 'a failed formula of a ratio that cannot',
    code: 'error-cell',
    rows: [{ texts: ['1', 'A', 'Con', '', '5', '#DIV/0!'], flags: { 5: ['error-cell'] } }],
    fixes: [['leaveEmpty', '']],
  },
  {
    about: 'a formula nobody calculated',
    code: 'value-missing',
    rows: [{ texts: ['1', 'A', 'Con', '5', '5', '', 'Đạt'], flags: { 5: ['value-missing'] } }],
    fixes: [['replace', '100']],
  },
  {
    about: 'a failed formula of a figure, which only a person knows',
    code: 'error-cell',
    rows: [{ texts: ['1', 'A', 'Con', '', '#REF!'], flags: { 4: ['error-cell'] } }],
    fixes: [],
  },
  {
    about: 'separators to be read in two ways',
    code: 'separator-unclear',
    rows: [['1', 'Chuyển đổi', 'Ha', '6', '6.969']],
    fixes: [
      ['read', '6.969'],
      ['read', '6.969'],
    ],
    brings: ['ratio-implausible r1 c6'],
  },
  {
    about: 'separators of another country',
    code: 'separator-unclear',
    rows: [['1', 'Thu', 'Con', '1200', '1,234.5']],
    fixes: [
      ['read', '1,234.5'],
      ['read', '1,234.5'],
    ],
    brings: ['ratio-implausible r1 c6'],
  },
  {
    about: 'hidden digits',
    code: 'digits-hidden',
    rows: [{ texts: ['1', 'A', '%', '99,6', '99,7%'], flags: { 4: ['digits-hidden'] } }],
    fixes: [['writeOut', '99,7%']],
  },
  {
    about: 'a sum that differs',
    code: 'sum-differs',
    rows: [
      ['3', 'Lương thực', 'Tấn', '30', '25'],
      item('', 'Thóc', 'Tấn', '20', '15'),
      item('', 'Ngô', 'Tấn', '10', '8'),
    ],
    fixes: [['sum', '23']],
  },
  {
    about: 'a sum typed over',
    code: 'sum-differs',
    rows: [
      ['3', 'Lương thực', 'Tấn', '30', ''],
      item('', 'Thóc', 'Tấn', '20', '15'),
      item('', 'Ngô', 'Tấn', '10', '8'),
    ],
    edits: [{ type: 'row', row: 'r1', set: { rollUp: 'sum' } }],
    then: [typed('r1', 'c5', '25')],
    fixes: [['sum', '23']],
  },
  {
    about: 'a number left out',
    code: 'ordinal-broken',
    rows: [
      ['01', 'A'],
      ['02', 'B'],
      ['04.', 'C'],
      ['05.', 'D'],
    ],
    fixes: [['renumber', '03.']],
  },
  {
    about: 'a number twice',
    code: 'ordinal-broken',
    rows: [['1', 'A'], ['2', 'B'], ['2', 'C'], item('', 'Trong đó'), ['3', 'D']],
    fixes: [['renumber', '3']],
  },
  {
    about: 'a number mistyped',
    code: 'ordinal-broken',
    rows: [
      ['1', 'A'],
      ['2', 'B'],
      ['3', 'C'],
      ['14', 'D'],
      ['5', 'E'],
      ...['6', '7', '8', '9', '10'].map((number) => [number, `Chỉ tiêu ${number}`]),
    ],
    fixes: [['renumber', '4']],
  },
  {
    about: 'the unit of the row in a figure',
    code: 'unit-in-figure',
    rows: [['1', 'Thủy sản', 'Ha', '19', '18,6 ha']],
    fixes: [['dropUnit', '18,6']],
  },
  {
    about: 'a unit in a figure of a row without one',
    code: 'unit-in-figure',
    rows: [['1', 'Thủy sản', '', '19', '18,6 ha']],
    fixes: [['moveUnit', '18,6']],
  },
  {
    about: 'a unit in a figure of a row without one, whose plan is not surely in it',
    code: 'unit-in-figure',
    rows: [['1', 'Thu ngân sách', '', '1.200', '1,5 tỷ đồng']],
    fixes: [],
  },
  {
    about: 'a unit that is not the row’s',
    code: 'unit-in-figure',
    rows: [['1', 'Hộ', 'Hộ', '19', '90%']],
    fixes: [],
  },
  {
    about: 'a unit behind a figure with words before it',
    code: 'unit-changed',
    rows: [['1', 'Thu ngân sách', 'Triệu đồng', '1.400', 'ước 1,15 tỷ']],
    fixes: [],
  },
  {
    about: 'a unit of a target that is to be kept',
    code: 'unit-changed',
    rows: [['1', 'Thu ngân sách', 'Triệu đồng', 'Duy trì 1,2 tỷ', '1.400']],
    fixes: [],
  },
  {
    about: 'a unit of a target with a sign before it',
    code: 'unit-changed',
    rows: [['1', 'Thu ngân sách', 'Triệu đồng', '≥ 1,2 tỷ', '1.400']],
    fixes: [['dropUnit', '≥1.200']],
  },
  {
    about: 'a unit that counts in another power of ten',
    code: 'unit-changed',
    rows: [['1', 'Thu ngân sách', 'Triệu đồng', '1.400', '1,5 tỷ']],
    fixes: [['dropUnit', '1.500']],
  },
  {
    about: 'less rated as more',
    code: 'direction-unclear',
    rows: [['1', 'Hộ nghèo', 'Hộ', '10', '12', '120', 'Vượt']],
    fixes: [
      ['less', ''],
      ['more', '120'],
    ],
  },
  {
    about: 'another period in the title',
    code: 'period-differs',
    title: 'TIẾN ĐỘ 6 THÁNG ĐẦU NĂM 2024',
    rows: [['1', 'A', 'Con', '6', '5', '83,33', 'Chưa đạt']],
    fixes: [['period', '']],
  },
  {
    about: 'periods in title and headers that no single one agrees with',
    code: 'period-differs',
    title: 'TIẾN ĐỘ 6 THÁNG ĐẦU NĂM 2024',
    headers: { 3: 'Kế hoạch 2023', 4: 'Thực hiện 2023' },
    fixes: [],
  },
  {
    about: 'a name broken off, which only a person can finish',
    code: 'name-unfinished',
    rows: [['1', 'Diện tích lúa và', 'Ha', '5', '5']],
    fixes: [],
  },
]

describe('the fixes', () => {
  it.each(cases)('of $about', (each) => {
    const report = reportOf(each)
    const before = findingsIn(report)
    const finding = before.find(({ code }) => code === each.code)
    if (finding === undefined) throw new Error(`${each.code} is not found`)
    const fixes = fixesOf(report, calculate(report), finding)
    const after = fixes.map(({ key, edits }) => ({ key, report: applied(report, edits) }))
    expect(after.map(({ key, report: fixed }) => [key, shownAt(fixed, finding)])).toEqual(each.fixes)
    for (const { report: fixed } of after) {
      const places = before.map(placeOf)
      const found = findingsIn(fixed).map(placeOf)
      expect(found).not.toContain(placeOf(finding))
      const known = [...places, ...(each.brings ?? [])]
      expect(found.filter((place) => !known.includes(place))).toEqual([])
    }
  })

  it('that read figures choose what is computed from', () => {
    const report = reportOf({ about: '', rows: [['1', 'Chuyển đổi', 'Ha', '6', '6.969']] })
    const [finding] = findingsIn(report).filter(({ code }) => code === 'separator-unclear')
    if (finding === undefined) throw new Error('The separator is clear.')
    const ratios = fixesOf(report, calculate(report), finding).map(
      ({ edits }) => calculate(applied(report, edits)).get('r1')?.c6,
    )
    expect(ratios).toEqual(['116150', '116.15'])
  })

  it('keep the reason of an override that they spell right', () => {
    const report = reportOf({
      about: '',
      rows: [['1', 'A', 'Con', '6', '5']],
      edits: [{ ...typed('r1', 'c7', 'Vư'), reason: 'theo chỉ đạo' }],
    })
    const [finding] = findingsIn(report).filter(({ code }) => code === 'verdict-unclear')
    const [fix] = finding === undefined ? [] : fixesOf(report, calculate(report), finding)
    expect(applied(report, fix?.edits ?? []).rows[0]?.overrides.c7).toMatchObject({
      text: 'Vượt',
      reason: 'theo chỉ đạo',
    })
  })
})

describe('findings that were let stand', () => {
  const rows = [
    ['1', 'Ngô', 'Ha', '30', '31,7', '105,66', 'Vượt'],
    ['2', 'Lúa', 'Ha', '880', '2310', '262', 'Vượt'],
  ]
  const report = reportOf({ about: '', rows, title: 'NĂM 2020' })
  const settledIn = (each: Report) => findingsIn(each).map(({ row, code, settled }) => [row, code, settled])

  it('carry the reason, whether of a row or of the report, until they are questioned again', () => {
    const [ofReport, ofRow] = findingsIn(report)
    const all = [ofReport, ofRow].filter((finding) => finding !== undefined)
    const settled = applied(report, [setAsideEdit(all, 'đã đối chiếu')])
    expect(settledIn(settled)).toEqual([
      [undefined, 'period-differs', 'đã đối chiếu'],
      ['r1', 'ratio-truncated', 'đã đối chiếu'],
      ['r2', 'ratio-truncated', undefined],
    ])
    const again = applied(settled, [setAsideEdit(all, null)])
    expect(findingsIn(again)).toEqual(findingsIn(report))
  })

  it('are accepted without a reason', () => {
    const settled = applied(report, [setAsideEdit(findingsIn(report), '')])
    expect(findingsIn(settled).map((finding) => finding.settled)).toEqual(['', '', ''])
  })

  it('come back once they say something else', () => {
    const settled = applied(report, [setAsideEdit(findingsIn(report), '')])
    const renamed = applied(settled, [{ type: 'properties', properties: { title: 'NĂM 2019' } }])
    expect(settledIn(renamed).map(([, , reason]) => reason)).toEqual([undefined, '', ''])
  })

  it('are known by what they say, in whatever order', () => {
    expect(fingerprintOf({ params: { a: 1, b: 'x' } })).toBe(fingerprintOf({ params: { b: 'x', a: 1 } }))
    expect(fingerprintOf({ params: { a: 1 } })).not.toBe(fingerprintOf({ params: { a: 2 } }))
  })
})

function findingsIn(report: Report): readonly Finding[] {
  return check(report, calculate(report))
}

function applied(report: Report, edits: readonly Edit[]): Report {
  const result = applyEdits(report, edits)
  if (!result.ok) throw new Error(result.failure.reason)
  return result.value.report
}

function placeOf({ code, row = '', column = '' }: Finding): string {
  return `${code} ${row} ${column}`
}

function shownAt(report: Report, finding: Finding): string {
  const row = report.rows.find(({ id }) => id === finding.row)
  const column = report.columns.find(({ id }) => id === finding.column)
  if (row === undefined || column === undefined) return ''
  return shown(report, row, column, calculate(report)).text
}
