import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../shared/assess.ts'
import { calculate, calculateAlone, recalculate, recalculateAfter } from '../../shared/calculate.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Edit, PeriodKind, Report } from '../../shared/model.ts'
import { parseQuantity } from '../../shared/quantity.ts'
import { build, HALF_YEAR, valuesOf, type BuiltRow } from './building.ts'

/** What one row with this target and result computes: ratio and assessment, "" for nothing. */
function computed(target: string, result: string, unit = '', period?: Report['period']) {
  const report = build([['1', 'Chỉ tiêu', unit, target, result]], period && { period })
  const values = calculate(report).get('r1')
  return [values?.c6 ?? '', values?.c7 ?? '']
}

describe('ratio and assessment', () => {
  it.each([
    ['370', '368,77', '99.67', 'Không đạt'],
    ['30', '31,7', '105.67', 'Vượt'],
    ['35', '35', '100', 'Đạt'],
    ['02', '0', '0', 'Không đạt'],
    ['>4.000', '4.227', '105.68', 'Đạt'],
    ['>90', '90', '100', 'Không đạt'],
    ['≥ 90', '90', '100', 'Đạt'],
    ['<12', '11', '', 'Đạt'],
    ['<12', '12', '', 'Không đạt'],
    ['≤ 12', '12', '', 'Đạt'],
    ['0,3-0,45', '0,4', '', 'Đạt'],
    ['0,3-0,45', '0,2', '', 'Không đạt'],
    ['>90', '>90', '', 'Đạt'],
    ['>90', '≥90', '', 'Không đạt'],
    ['≥90', '>90', '', 'Đạt'],
    ['90', '>90', '', 'Vượt'],
    ['90', '≥90', '', 'Đạt'],
    ['90', '>80', '', 'Không đạt'],
    ['<12', '<10', '', 'Đạt'],
    ['<12', '>10', '', 'Không đạt'],
    ['90', '90-95', '', 'Đạt'],
    ['0,3-0,5', '0,3-0,4', '', 'Đạt'],
    ['khoảng 4', '4', '', 'Đạt'],
    ['khoảng 4', '5', '', ''],
    ['90', 'khoảng 95', '', ''],
    ['0', '5', '', 'Vượt'],
    ['21/34 trường', '12/34', '57.14', 'Không đạt'],
    ['giảm 935 hộ', 'giảm 864 hộ', '92.41', 'Không đạt'],
    ['370', '', '', ''],
    ['', '370', '', ''],
    ['Giảm cả 3 tiêu chí', 'giảm 02 người chết, giảm 04 người bị thương', '', ''],
    ['370', 'chưa thống kê', '', ''],
    ['hoàn thành tốt', '5', '', ''],
  ])('of a year: target "%s", result "%s" give "%s" and "%s"', (target, result, ratio, verdict) => {
    expect(computed(target, result)).toEqual([ratio, verdict])
  })

  it('wait for the end of the year in shorter periods, where a result is missing', () => {
    expect(computed('370', '', '', HALF_YEAR)).toEqual(['', 'Đánh giá cuối năm'])
    expect(computed('<12', '', '', HALF_YEAR)).toEqual(['', 'Đánh giá cuối năm'])
    expect(computed('370', '368', '', HALF_YEAR)).toEqual(['99.46', 'Chưa đạt'])
    expect(computed('', '', '', HALF_YEAR)).toEqual(['', ''])
    expect(computed('Giảm cả 3 tiêu chí', '', '', HALF_YEAR)).toEqual(['', ''])
    expect(computed('370', '-', '', HALF_YEAR)).toEqual(['', ''])
  })

  it.each<[PeriodKind, string]>([
    ['month', 'Chưa đạt'],
    ['quarter', 'Chưa đạt'],
    ['half-year', 'Chưa đạt'],
    ['nine-months', 'Chưa đạt'],
    ['year', 'Không đạt'],
    ['term', 'Không đạt'],
    ['unknown', 'Không đạt'],
  ])('say for a %s that is not met: %s', (period, word) => {
    expect(assess({ op: '=', value: '1' }, { op: '=', value: '2' }, period)).toBe(word)
  })

  it('take a formula nobody calculated for no missing result', () => {
    const row: BuiltRow = { texts: ['1', 'A', '', '370', ''], flags: { 4: ['value-missing'] } }
    expect(valuesOf(build([row], { period: HALF_YEAR }))).toEqual({})
  })

  it.each([
    ['95%', '96', '%', '101.05'],
    ['95', '96%', '%', '101.05'],
    ['95%', '96', '', ''],
    ['95%', '96', 'Người', ''],
    ['95', '96%', 'Người', ''],
    ['0,3‰', '0,4', '%', ''],
    ['0,3‰', '0,4%', '', ''],
    ['19 ha', '18,6 ha', 'Ha', '97.89'],
    ['19', '18,6 ha', 'Ha', '97.89'],
    ['19', '18,6 ha', '', '97.89'],
    ['19 ha', '18,6 tấn', '', ''],
    ['317 tỷ đồng', '72 triệu đồng', '', ''],
    ['tối thiểu 5 sản phẩm', '6', 'Sản phẩm', '120'],
    ['90', '597/676', '%', ''],
    ['giảm 935 hộ', '864 hộ', 'Hộ', ''],
    ['giảm 6%', 'tăng 5%', '%', ''],
  ])('of "%s" and "%s" in a row of "%s" give the ratio "%s"', (target, result, unit, ratio) => {
    expect(computed(target, result, unit)[0]).toBe(ratio)
    if (ratio === '') expect(computed(target, result, unit)[1]).toBe('')
  })

  it('give items no assessment below a row that has figures, and one below a row that has none', () => {
    const report = build([
      { texts: ['5', 'Tổng đàn', '', '30', '20'] },
      { texts: ['', 'Đàn lợn', 'Con', '10', '15'], kind: 'item', level: 1, mark: '-' },
      { texts: ['6', 'Tin báo, trong đó:', '', '', ''] },
      { texts: ['', 'Tiếp nhận', 'Vụ', '10', '15'], kind: 'item', level: 1, mark: '-' },
      { texts: ['7', 'Giảm tai nạn', '', 'Giảm cả 3 tiêu chí', ''] },
      { texts: ['', 'Số vụ', 'Vụ', '10', '15'], kind: 'item', level: 1, mark: '-' },
      { texts: ['II', 'Mục', '', '10', '15'], kind: 'section' },
    ])
    expect(valuesOf(report)).toEqual({
      r1: { c6: '66.67', c7: 'Không đạt' },
      r2: { c6: '150' },
      r4: { c6: '150', c7: 'Vượt' },
      r6: { c6: '150', c7: 'Vượt' },
    })
  })

  it('compare each with its own columns', () => {
    const report = build([['A', '10', '20', '15', '', '']], {
      roles: ['name', 'plan', 'plan', 'actual', 'ratio', 'assessment'],
    })
    const columns = report.columns.map((column) =>
      column.role === 'ratio' ? { ...column, to: 'c2' } : column,
    )
    expect(valuesOf({ ...report, columns })).toEqual({ r1: { c5: '150', c6: 'Không đạt' } })
  })
})

describe('assess', () => {
  const figures = fc.integer({ min: 0, max: 60 }).map(String)
  const bounds = fc
    .tuple(fc.constantFrom('', '>', '>=', '<', '<='), figures)
    .map(([sign, figure]) => `${sign}${figure}`)

  it('calls a bounded result met exactly when every value that it allows is', () => {
    const values = Array.from({ length: 200 }, (_, index) => index - 20)
    fc.assert(
      fc.property(bounds, bounds, (targetText, resultText) => {
        const target = parseQuantity(targetText)
        const result = parseQuantity(resultText)
        if (target === undefined || result === undefined) throw new Error('a bound is a quantity')
        // Half steps stand for the values between whole numbers.
        const allowed = values.map((value) => value / 2).filter((value) => allows(resultText, value))
        const met = allowed.every((value) => allows(targetText.replace(/^(?=\d)/, '>='), value))
        expect(assess(result, target, 'year') !== 'Không đạt').toBe(met)
      }),
      { numRuns: 500 },
    )
  })
})

function allows(bound: string, value: number): boolean {
  const limit = Number(bound.replace(/^[<>=]*/, ''))
  if (bound.startsWith('>=')) return value >= limit
  if (bound.startsWith('<=')) return value <= limit
  if (bound.startsWith('>')) return value > limit
  if (bound.startsWith('<')) return value < limit
  return value === limit
}

describe('recalculate', () => {
  const rows = fc.array(
    fc.record({
      kind: fc.constantFrom('section' as const, 'indicator' as const, 'item' as const),
      level: fc.integer({ min: 0, max: 3 }),
      texts: fc.tuple(
        fc.constant(''),
        fc.constant('Tên'),
        fc.constantFrom('', '%', 'Ha'),
        fc.constantFrom('', '10', '>90', 'chữ', '<5'),
        fc.constantFrom('', '7', '>90', '5%'),
      ),
    }),
    { minLength: 1, maxLength: 25 },
  )
  const edits = fc.array(
    fc.record({
      row: fc.nat(30),
      column: fc.constantFrom('c3', 'c4', 'c5', 'c6', 'c7'),
      text: fc.constantFrom('', '10', '5%', 'chữ', 'Đạt'),
    }),
    { minLength: 1, maxLength: 6 },
  )

  it('gives what calculate gives, and keeps the objects of rows that stay as they are', () => {
    fc.assert(
      fc.property(rows, edits, (built, wanted) => {
        const report = build(built)
        const before = calculate(report)
        const list: Edit[] = wanted.map(({ row, column, text }) => ({
          type: 'cell',
          row: `r${(row % built.length) + 1}`,
          column,
          text,
        }))
        const applied = applyEdits(report, list)
        if (!applied.ok) throw new Error(applied.failure.reason)
        const { report: after, change } = applied.value
        const touched = change.rows.flatMap((row) => (row.after === null ? [] : [row.after.id]))
        const again = recalculate(after, before, touched)
        expect(valuesOf(after, again)).toEqual(valuesOf(after))
        expect(valuesOf(after, recalculateAfter(after, before, change))).toEqual(valuesOf(after))
        for (const { id } of after.rows) {
          const same = JSON.stringify(again.get(id)) === JSON.stringify(before.get(id))
          if (same) expect(again.get(id)).toBe(before.get(id))
        }
        for (const { after: row } of change.rows) {
          if (row === null) continue
          const rows = report.rows.map((other) => (other.id === row.id ? row : other))
          expect(calculateAlone(report, row).get(row.id)).toEqual(calculate({ ...report, rows }).get(row.id))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('calculates anew when the period changes', () => {
    const report = build([['1', 'A', '', '10', '5']])
    const applied = applyEdits(report, [{ type: 'properties', properties: { period: HALF_YEAR } }])
    if (!applied.ok) throw new Error(applied.failure.reason)
    const after = recalculateAfter(applied.value.report, calculate(report), applied.value.change)
    expect(valuesOf(report, after)).toEqual({ r1: { c6: '50', c7: 'Chưa đạt' } })
  })
})
