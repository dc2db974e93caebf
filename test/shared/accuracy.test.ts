/** Every percentage and every assessment of five real reports, judged as the tables of facts judge them. */
import { describe, expect, it } from 'vitest'
import { calculate } from '../../shared/calculate.ts'
import { check } from '../../shared/check/index.ts'
import { judgeRatio, ratioAt } from '../../shared/check/judgeRatio.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Edit, Report } from '../../shared/model.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { parseQuantity } from '../../shared/quantity.ts'
import { operands } from '../../shared/ratio.ts'
import { build, HALF_YEAR, YEAR } from './building.ts'
import { readFixture } from './importing.ts'

function table(file: string): readonly (readonly string[])[] {
  const lines = readFixture(file).split('\n').slice(1)
  return lines.filter((line) => line !== '').map((line) => line.split('\t').map((cell) => cell.trim()))
}

function verdictOf(said: string): 'right' | 'truncated' | 'wrong' {
  return said.startsWith('truncated') ? 'truncated' : said.startsWith('wrong') ? 'wrong' : 'right'
}

const FOUND = { right: [], truncated: ['ratio-truncated'], wrong: ['ratio-wrong'] } as const

describe('ratios.tsv', () => {
  const ratios = table('ratios.tsv').map(
    ([seed = '', text = '', over = '', under = '', stated = '', exact = '', said = '']) => ({
      where: `${seed}: ${text}`,
      over,
      under,
      stated,
      exact,
      said,
    }),
  )

  it('has all its rows', () => {
    expect(ratios).toHaveLength(231)
  })

  it.each(ratios)('$where', ({ over, under, stated, exact, said }) => {
    const result = parseQuantity(over)
    const target = parseQuantity(under)
    if (result === undefined || target === undefined) throw new Error(`${over} / ${under}`)
    const fraction = operands(result, target)
    if (said === 'not-computable') {
      expect(fraction).toBeUndefined()
      return
    }
    if (fraction === undefined) throw new Error(`${over} / ${under}`)
    expect(ratioAt(fraction, 4).replace('.', ',')).toBe(exact.replace(/,?0+$/, ''))
    expect(judgeRatio(stated, fraction)?.verdict).toBe(verdictOf(said))
  })

  it.each(ratios)('$where, in a table', ({ over, under, stated, said }) => {
    const report = build([['1', 'Chỉ tiêu', '', under, over, stated]])
    const codes = check(report, calculate(report))
      .map(({ code }) => code)
      .filter((code) => code.startsWith('ratio-'))
    if (said === 'not-computable') expect(codes).toEqual(['ratio-unfounded'])
    else expect(codes).toEqual(FOUND[verdictOf(said)])
  })
})

describe('assess.tsv', () => {
  const rows = table('assess.tsv').map(
    ([seed = '', row = '', plan = '', actual = '', label = '', rule = '', match = '']) => ({
      seed,
      row,
      plan,
      actual,
      label,
      rule,
      match,
    }),
  )

  it('has all its rows, 65 of 77 labelled as the rule says', () => {
    expect(rows).toHaveLength(77)
    expect(rows.filter(({ match }) => match === 'same')).toHaveLength(65)
  })

  it.each(rows)('$seed $row: "$plan", "$actual"', ({ seed, row, plan, actual, label, rule, match }) => {
    const isItem = /^5[a-d] /.test(row)
    const report = build(
      [
        { texts: ['5', 'Cha', 'Con', '1', '1'] },
        isItem
          ? { texts: ['', row, 'Con', plan, actual], kind: 'item', level: 1, mark: '-' }
          : { texts: ['6', row, '', plan, actual] },
      ],
      { period: seed === '003' ? YEAR : HALF_YEAR },
    )
    const computed = calculate(report).get('r2')?.c7 ?? ''
    if (match === 'same') {
      expect(computed).toBe(label.replace(/[[\]]/g, ''))
      return
    }
    // The twelve differences: what a person decided, and what a computer cannot know.
    const explained: Readonly<Record<string, string>> = {
      // Forecasts in brackets, and ">90" against ">90", which the rule of thumb left open.
      '(Dự kiến Đạt)': 'Đạt',
      // Overruled: the year is not over.
      'Đánh giá cuối năm': 'Vượt',
    }
    // Left blank: items below a row with figures and words compute to nothing, as printed; the others as the rule says.
    const wanted = label === '' ? (isItem || rule === '?' ? '' : rule) : explained[label]
    expect(computed).toBe(wanted)
  })

  const decided = rows.filter(({ label, match }) => match !== 'same' && label !== '')

  it('has four labels that a person decided', () => {
    expect(decided.map(({ label }) => label)).toEqual([
      '(Dự kiến Đạt)',
      '(Dự kiến Đạt)',
      '(Dự kiến Đạt)',
      'Đánh giá cuối năm',
    ])
  })

  it.each(decided)(
    '$seed $row: "$label" comes out once a person has said why',
    ({ seed, plan, actual, label }) => {
      const report = build([['6', 'Chỉ tiêu', '', plan, actual]], {
        period: seed === '003' ? YEAR : HALF_YEAR,
      })
      const isForecast = label === '(Dự kiến Đạt)'
      const wholePeriod = { ...DEFAULT_POLICY.wholePeriod, expected: '(Dự kiến Đạt)' }
      const after = edited(report, [
        { type: 'properties', properties: { policy: { ...DEFAULT_POLICY, wholePeriod } } },
        isForecast
          ? { type: 'metadata', row: 'r1', column: 'c5', set: { kind: 'forecast' } }
          : { type: 'row', row: 'r1', set: { yearEndOnly: true } },
      ])
      expect(calculate(after).get('r1')?.c7).toBe(label)
    },
  )
})

function edited(report: Report, edits: readonly Edit[]): Report {
  const applied = applyEdits(report, edits)
  if (!applied.ok) throw new Error(applied.failure.reason)
  return applied.value.report
}
