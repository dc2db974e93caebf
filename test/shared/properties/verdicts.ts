/** A verdict never gets worse when its result gets better: higher, lower, or nearer, as the indicator's direction says. */
import { ok, strictEqual } from 'node:assert'
import fc from 'fast-check'
import { calculate } from '../../../shared/calculate.ts'
import { compare, parseDecimal } from '../../../shared/decimal.ts'
import type { Direction, Quantity, Report } from '../../../shared/model.ts'
import { DEFAULT_POLICY } from '../../../shared/policy.ts'
import { build } from '../building.ts'
import { figures } from './rationals.ts'

/** From worst to best. */
const WORDS = ['Không đạt', 'Cơ bản đạt', 'Đạt', 'Vượt'] as const

const EMPTY: Report = {
  ...build([['A', '1', '1', '']], { roles: ['name', 'plan', 'actual', 'assessment'] }),
  policy: {
    ...DEFAULT_POLICY,
    wholePeriod: { ...DEFAULT_POLICY.wholePeriod, nearly: 'Cơ bản đạt' },
  },
}

const values = figures(-200n, 100_000n).map(({ value }) => value)
const plain = values.map((value): Quantity => ({ op: '=', value }))
const lower = fc
  .tuple(fc.constantFrom('>' as const, '>=' as const), values)
  .map(([op, value]): Quantity => ({ op, value }))
const upper = fc
  .tuple(fc.constantFrom('<' as const, '<=' as const), values)
  .map(([op, value]): Quantity => ({ op, value }))
const range = fc
  .tuple(values, values)
  .map((both) => both.toSorted((one, other) => order(one, other)))
  .map(([low = '', high = '']): Quantity => ({ op: '=', low, high }))

function verdict(result: string, target: Quantity, direction: Direction): string {
  const cells = {
    c2: { text: 'chỉ tiêu', quantity: target },
    c3: { text: result.replace('.', ','), quantity: { op: '=' as const, value: result } },
  }
  const report = { ...EMPTY, rows: EMPTY.rows.map((row) => ({ ...row, direction, cells })) }
  return calculate(report).get('r1')?.c4 ?? ''
}

function rank(word: string): number {
  return WORDS.findIndex((each) => each === word)
}

function order(one: string, other: string): number {
  return compare(parseDecimal(one), parseDecimal(other))
}

/** Each throws with the smallest counterexample where it does not hold. */
export const verdictProperties: Readonly<Record<string, (numRuns: number) => void>> = {
  'more is never worse where more is better or is to be kept': (numRuns) => {
    fc.assert(
      fc.property(
        values,
        values,
        fc.oneof(plain, lower),
        fc.constantFrom('more' as const, 'keep' as const),
        (one, other, target, direction) => {
          const [low = '', high = ''] = [one, other].toSorted(order)
          ok(rank(verdict(low, target, direction)) <= rank(verdict(high, target, direction)))
          ok(rank(verdict(low, target, direction)) >= 0)
        },
      ),
      { numRuns },
    )
  },

  'less is never worse where less is better': (numRuns) => {
    fc.assert(
      fc.property(values, values, fc.oneof(plain, upper), (one, other, target) => {
        const [low = '', high = ''] = [one, other].toSorted(order)
        ok(rank(verdict(low, target, 'less')) >= rank(verdict(high, target, 'less')))
        ok(rank(verdict(high, target, 'less')) >= 0)
      }),
      { numRuns },
    )
  },

  'a range is met within it and nowhere else, never exceeded': (numRuns) => {
    fc.assert(
      fc.property(
        values,
        range,
        fc.constantFrom('range' as const, 'more' as const),
        (result, target, set) => {
          const within = order(target.low ?? '', result) <= 0 && order(result, target.high ?? '') <= 0
          strictEqual(verdict(result, target, set), within ? 'Đạt' : 'Không đạt')
        },
      ),
      { numRuns },
    )
  },
}
