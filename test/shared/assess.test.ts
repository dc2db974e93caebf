import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess, isWithinYear } from '../../shared/assess.ts'
import { parseQuantity } from '../../shared/quantity.ts'

describe('assess', () => {
  const figures = fc.integer({ min: 0, max: 60 }).map(String)
  const bounds = fc
    .tuple(fc.constantFrom('', '>', '>=', '<', '<='), figures)
    .map(([sign, figure]) => `${sign}${figure}`)

  it.each(['more', 'less'] as const)(
    'calls a bounded result met exactly when every value that it allows is, where %s is better',
    (direction) => {
      const values = Array.from({ length: 200 }, (_, index) => index - 20)
      const better = direction === 'more' ? '>=' : '<='
      fc.assert(
        fc.property(bounds, bounds, (targetText, resultText) => {
          const target = parseQuantity(targetText)
          const result = parseQuantity(resultText)
          if (target === undefined || result === undefined) throw new Error('a bound is a quantity')
          // Half steps stand for the values between whole numbers.
          const allowed = values.map((value) => value / 2).filter((value) => allows(resultText, value))
          const met = allowed.every((value) => allows(targetText.replace(/^(?=\d)/, better), value))
          expect(assess(result, target, direction) !== 'missed').toBe(met)
        }),
        { numRuns: 500 },
      )
    },
  )

  it('leaves words and what is only about so much open', () => {
    const figure = { op: '=', value: '5' } as const
    expect(assess(figure, figure, 'words')).toBeUndefined()
    expect(assess({ op: '~', value: '5' }, figure, 'more')).toBeUndefined()
    expect(assess(figure, { op: '~', value: '6' }, 'more')).toBeUndefined()
    expect(assess(figure, { op: '~', value: '5' }, 'more')).toBe('met')
  })
})

it('tells the periods that leave time from those that do not', () => {
  const within = ['month', 'quarter', 'half-year', 'nine-months'] as const
  const whole = ['year', 'term', 'unknown'] as const
  expect(within.every(isWithinYear)).toBe(true)
  expect(whole.some(isWithinYear)).toBe(false)
})

function allows(bound: string, value: number): boolean {
  const limit = Number(bound.replace(/^[<>=]*/, ''))
  if (bound.startsWith('>=')) return value >= limit
  if (bound.startsWith('<=')) return value <= limit
  if (bound.startsWith('>')) return value > limit
  if (bound.startsWith('<')) return value < limit
  return value === limit
}
