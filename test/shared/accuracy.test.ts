/** Every percentage and every assessment of five real reports, judged as the tables of facts judge them. */
import { describe, expect, it } from 'vitest'
import { calculate } from '../../shared/calculate.ts'
import { judgeRatio, ratioAt } from '../../shared/check/judgeRatio.ts'
import { parseQuantity } from '../../shared/quantity.ts'
import { operands } from '../../shared/ratio.ts'
import { build, HALF_YEAR, YEAR } from './building.ts'
import { readFixture } from './importing.ts'

function table(file: string): readonly (readonly string[])[] {
  const lines = readFixture(file).split('\n').slice(1)
  return lines.filter((line) => line !== '').map((line) => line.split('\t').map((cell) => cell.trim()))
}

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
    const wanted = said.startsWith('truncated') ? 'truncated' : said.startsWith('wrong') ? 'wrong' : 'right'
    expect(judgeRatio(stated, fraction)?.verdict).toBe(wanted)
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
})
