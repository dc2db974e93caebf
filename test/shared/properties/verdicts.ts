/** A verdict never gets worse when its result gets better: higher, lower, or nearer, as the indicator's direction says. */
import { ok, strictEqual } from 'node:assert'
import fc from 'fast-check'
import { calculate } from '../../../shared/calculate.ts'
import { compare, formatDecimal, parseDecimal } from '../../../shared/decimal.ts'
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

/** A result: any at all, or one so many of the target's last digits away from it or from a bound of it. */
type Place = string | { readonly bound: 'low' | 'high'; readonly steps: number }

const place: fc.Arbitrary<Place> = fc.oneof(
  values,
  fc.record({
    bound: fc.constantFrom('low' as const, 'high' as const),
    steps: fc.integer({ min: -1, max: 1 }),
  }),
)

function resultAt(result: Place, { value, low, high }: Quantity): string {
  if (typeof result === 'string') return result
  const { units, scale } = parseDecimal(value ?? { low, high }[result.bound] ?? '')
  return formatDecimal({ units: units + BigInt(result.steps), scale })
}

/** Two results, the lower one first. */
function ordered(places: readonly [Place, Place], target: Quantity): readonly [low: string, high: string] {
  const [low = '', high = ''] = places.map((each) => resultAt(each, target)).toSorted(order)
  return [low, high]
}

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
        fc.tuple(place, place),
        fc.oneof(plain, lower),
        fc.constantFrom('more' as const, 'keep' as const),
        (places, target, direction) => {
          const [low, high] = ordered(places, target)
          ok(rank(verdict(low, target, direction)) <= rank(verdict(high, target, direction)))
          ok(rank(verdict(low, target, direction)) >= 0)
        },
      ),
      { numRuns },
    )
  },

  'less is never worse where less is better': (numRuns) => {
    fc.assert(
      fc.property(fc.tuple(place, place), fc.oneof(plain, upper), (places, target) => {
        const [low, high] = ordered(places, target)
        ok(rank(verdict(low, target, 'less')) >= rank(verdict(high, target, 'less')))
        ok(rank(verdict(high, target, 'less')) >= 0)
      }),
      { numRuns },
    )
  },

  'a range is met within it and nowhere else, never exceeded': (numRuns) => {
    fc.assert(
      fc.property(place, range, fc.constantFrom('range' as const, 'more' as const), (where, target, set) => {
        const result = resultAt(where, target)
        const within = order(target.low ?? '', result) <= 0 && order(result, target.high ?? '') <= 0
        strictEqual(verdict(result, target, set), within ? 'Đạt' : 'Không đạt')
      }),
      { numRuns },
    )
  },
}
