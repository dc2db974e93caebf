/** The sentences beside a computed cell, in the words that a person reads. */
import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { explain } from '../../shared/explain.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Column, LessRating, Report, Role, Row } from '../../shared/model.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { build, HALF_YEAR, type BuiltRow } from './building.ts'

const file = join(import.meta.dirname, '../../resources/locales/vi/figures.json')
const texts = createInstance()
void texts.init({
  lng: 'vi',
  resources: {
    vi: { figures: z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))) },
  },
  defaultNS: 'figures',
  keySeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** Of the last row. */
function sentences(report: Report, column: string): readonly string[] {
  const row = report.rows.at(-1)
  const found = report.columns.find(({ id }) => id === column)
  if (row === undefined || found === undefined) throw new Error(column)
  return explain(report, row, found).map(({ key, params }) => {
    expect(texts.exists(key)).toBe(true)
    return texts.t(key, params)
  })
}

const usual = (name: string, unit: string, target: string, result: string, period = {}) =>
  build([['1', name, unit, target, result]], period)

describe('a ratio', () => {
  it.each([
    ['370', '368,77', 'Ha', ['368,77 : 370 × 100 = 99,67']],
    ['>4.000', '4.227', 'Hộ', ['4.227 : 4.000 × 100 = 105,68']],
    [
      '1.000.000',
      '999.960',
      '',
      ['999.960 : 1.000.000 × 100 = 100', 'Tính đủ là 99,996, làm tròn thành 100; đánh giá theo số tính đủ.'],
    ],
    [
      '1.000.000',
      '1',
      '',
      ['1 : 1.000.000 × 100 = 0', 'Tính đủ là 0,0001, làm tròn thành 0; đánh giá theo số tính đủ.'],
    ],
    [
      'trên 90%',
      '90',
      '%',
      ['90 : 90 × 100 = 100', 'Tỷ lệ là 100 nhưng chưa đạt: chỉ tiêu “trên 90%” phải cao hơn mức đó.'],
    ],
    ['từ 90% trở lên', '90', '%', ['90 : 90 × 100 = 100']],
    ['0', '5', '', ['Không chia được cho 0.']],
    ['', '5', '', ['Chưa có số để so sánh, nên không tính.']],
    ['5', '', '', ['Chưa có kết quả, nên không tính.']],
    ['5', '-', '', ['Chưa có kết quả, nên không tính.']],
    ['hoàn thành tốt', '5', '', ['“hoàn thành tốt” không phải một số, nên không tính.']],
    ['3-5', '4', '', ['“3-5” là một khoảng, nên không tính tỷ lệ.']],
    [
      '≤ 5',
      '4',
      '',
      [
        'Ít hơn là tốt; biểu này không tính tỷ lệ cho chỉ tiêu như vậy. Có thể chọn cách tính trong “Cách tính và đánh giá”.',
        'Chỉ tiêu “≤ 5” là mức không được vượt: ít hơn là tốt.',
      ],
    ],
    ['90', '>90', '', ['“>90” không phải một số chính xác, nên không tính.']],
    ['19 ha', '18 tấn', '', ['“18 tấn” và “19 ha” khác đơn vị, nên không so sánh.']],
    [
      '1 tỷ đồng',
      '900',
      'Triệu đồng',
      ['Đổi “1 tỷ đồng” thành 1.000 cho cùng đơn vị.', '900 : 1.000 × 100 = 90'],
    ],
  ])('of "%s" and "%s" in %s', (target, result, unit, said) => {
    expect(sentences(usual('Sản lượng', unit, target, result), 'c6')).toEqual(said)
  })

  it('says the method where less is better', () => {
    const rated = (less: LessRating, result = '10,09') => {
      const report = build([['Tỷ lệ hộ nghèo', '%', '12', '10,30', result, '']], {
        roles: ['name', 'unit', 'previous', 'plan', 'actual', 'ratio'],
      })
      return sentences({ ...report, policy: { ...DEFAULT_POLICY, less } }, 'c6')
    }
    expect(rated('none')[1]).toBe('Tên có “hộ nghèo”: ít hơn là tốt.')
    expect(rated('met-is-100')).toEqual(['Ít hơn là tốt, đạt thì tính 100: 10,09 so với 10,3 là đạt.'])
    expect(rated('met-is-100', '11')[0]).toBe('Ít hơn là tốt; không đạt nên không tính tỷ lệ.')
    expect(rated('plan-by-result')).toEqual(['Ít hơn là tốt, tính KH : TH: 10,3 : 10,09 × 100 = 102,08'])
    expect(rated('two-minus')).toEqual(['Ít hơn là tốt, tính 2 − TH : KH: (2 − 10,09 : 10,3) × 100 = 102,04'])
    expect(rated('reduction')).toEqual([
      'Ít hơn là tốt, tính theo mức giảm so với năm gốc: (12 − 10,09) : (12 − 10,3) × 100 = 112,35',
    ])
  })
})

describe('a verdict', () => {
  it.each([
    ['Ngô', '30', '31,7', ['31,7 cao hơn 30: Vượt.']],
    ['Ngô', '30', '30', ['30 đạt 30: Đạt.']],
    ['Ngô', '>30', '29', ['29 không đạt >30: Chưa đạt.']],
    ['Ngô', '30', '', ['Chưa có kết quả thực hiện: Đánh giá cuối năm.']],
    ['Tỷ lệ hộ nghèo', '3', '2', ['2 thấp hơn 3, ít hơn là tốt: Vượt.', 'Tên có “hộ nghèo”: ít hơn là tốt.']],
    ['Ngô', '3-5', '4', ['4 đạt 3-5: Đạt.', 'Chỉ tiêu “3-5” là một khoảng: nằm trong khoảng là đạt.']],
    ['Ngô', 'khoảng 4', '5', ['“5” so với “khoảng 4”: số khoảng chừng chưa cho biết đạt hay không.']],
  ])('of "%s": "%s" and "%s"', (name, target, result, said) => {
    expect(sentences(usual(name, '', target, result, { period: HALF_YEAR }), 'c7')).toEqual(said)
  })

  it('says where a row counts within another, waits for the year’s end or is a matter of words', () => {
    const item: BuiltRow = { texts: ['', 'Đàn lợn', 'Con', '10', '15'], kind: 'item', level: 1, mark: '-' }
    const parent = { texts: ['5', 'Tổng đàn', '', '30', '20'] }
    expect(sentences(build([parent, item]), 'c7')).toEqual([
      'Dòng này là một phần của “Tổng đàn”; “Tổng đàn” được đánh giá chung.',
    ])
    const half = usual('A', '', '10', '9', { period: HALF_YEAR })
    const as = (set: Partial<Row>) => ({ ...half, rows: half.rows.map((row) => ({ ...row, ...set })) })
    expect(sentences(as({ yearEndOnly: true }), 'c7')).toEqual([
      'Chỉ tiêu chỉ đánh giá cuối năm: Đánh giá cuối năm.',
    ])
    expect(sentences(as({ direction: 'words' }), 'c7')).toEqual([
      'Chỉ tiêu được chọn là đánh giá bằng lời, nên không tính.',
    ])
    expect(sentences(as({ kind: 'section' }), 'c7')).toEqual(['Dòng mục không có số liệu để tính.'])
  })

  it('tells near misses and forecasts, where the report does', () => {
    const policy = {
      ...DEFAULT_POLICY,
      wholePeriod: {
        ...DEFAULT_POLICY.wholePeriod,
        nearly: 'Cơ bản đạt',
        expected: 'Dự kiến đạt',
        missed: '',
      },
    }
    const of = (result: string, role: Role = 'actual') =>
      sentences(
        { ...build([['A', '100', result, '']], { roles: ['name', 'plan', role, 'assessment'] }), policy },
        'c4',
      )
    expect(of('96')).toEqual(['96 được từ 95% của 100 trở lên nhưng chưa đủ: Cơ bản đạt.'])
    expect(of('120', 'estimate')).toEqual(['120 là số ước hoặc dự kiến, đạt 100: Dự kiến đạt.'])
    expect(of('50')).toEqual(['Theo cách đánh giá của biểu, trường hợp này không ghi gì.'])
  })
})

describe('changes and growth', () => {
  const of = (unit: string, earlier: string, later: string, column: string, steps?: number) => {
    const report = build([['A', unit, earlier, later, '', '']], {
      roles: ['name', 'unit', 'previous', 'actual', 'change', 'growth'],
    })
    const columns = report.columns.map((each): Column =>
      each.of === undefined ? each : { ...each, to: 'c3', ...(steps !== undefined && { steps }) },
    )
    return sentences({ ...report, columns }, column)
  }

  it.each([
    ['Ha', '350', '368,77', 'c5', undefined, '368,77 − 350 = 18,77'],
    ['Ha', '350', '368,77', 'c6', undefined, '(368,77 − 350) : 350 × 100 = 5,36'],
    ['%', '51,8', '57', 'c6', undefined, '57 − 51,8 = 5,2 điểm %'],
    ['‰', '0,5', '0,3', 'c5', undefined, '0,3 − 0,5 = -0,2 điểm ‰'],
    ['Ha', '100', '121', 'c6', 2, 'Bình quân 2 năm: (căn bậc 2 của 121 : 100, trừ 1) × 100 = 10'],
    ['Ha', '100', '121', 'c5', 2, '(121 − 100) : 2 năm = 10,5 mỗi năm'],
    ['%', '10', '5', 'c6', 5, '(5 − 10) : 5 năm = -1 điểm % mỗi năm'],
    ['Ha', '0', '5', 'c6', undefined, 'Kỳ trước là 0, không tính được tốc độ tăng.'],
    ['Ha', '-5', '5', 'c6', undefined, 'Kỳ trước là số âm, tốc độ tăng không có nghĩa.'],
    ['Ha', '5', '-5', 'c6', 3, '“-5” là số âm, không tính được tăng bình quân.'],
    ['Ha', '>5', '6', 'c6', undefined, '“>5” không phải một số chính xác, nên không tính tăng, giảm.'],
  ])('in %s from %s to %s', (unit, earlier, later, column, steps, said) => {
    expect(of(unit, earlier, later, column, steps)).toEqual([said])
  })

  it.each([
    ['350', '368,77', '368,77 − 350 = 18,77', '“368,77” không thấp hơn “350”, nên cột giảm để trống.'],
    ['400', '368,77', '“368,77” không cao hơn “400”, nên cột tăng để trống.', '400 − 368,77 = 31,23'],
  ])('from %s to %s, in a column for each', (earlier, later, up, down) => {
    const report = build([['A', 'Ha', earlier, later, '', '']], {
      roles: ['name', 'unit', 'previous', 'actual', 'change', 'change'],
    })
    const headers: Record<string, string> = { c5: 'Tăng', c6: 'Giảm' }
    const columns = report.columns.map((each): Column => {
      const header = headers[each.id]
      return header === undefined ? each : { ...each, to: 'c3', header: [header] }
    })
    expect(sentences({ ...report, columns }, 'c5')).toEqual([up])
    expect(sentences({ ...report, columns }, 'c6')).toEqual([down])
  })
})

it('says nothing about what is not computed, and what is missing of a column that compares nothing', () => {
  const report = build([['1', 'A', '', '10', '5']])
  expect(sentences(report, 'c4')).toEqual([])
  const columns = report.columns.map(({ of: _of, to: _to, ...column }): Column => column)
  expect(sentences({ ...report, columns }, 'c6')).toEqual([
    'Cột này chưa biết so sánh cột nào với cột nào. Chọn hai cột ở tiêu đề cột.',
  ])
})
