/** Changes and growth are what plain fractions of whole numbers give; an average growth lies within half a digit of its root. */
import { ok, strictEqual } from 'node:assert'
import fc from 'fast-check'
import { calculate } from '../../../shared/calculate.ts'
import type { Report } from '../../../shared/model.ts'
import { build } from '../building.ts'
import { figures, rounded, tenTo, type Figure } from './rationals.ts'

interface Case {
  readonly later: Figure
  readonly earlier: Figure
  readonly digits: number
  readonly steps: number
  readonly unit: 'Ha' | '%' | '‰'
}

const cases: fc.Arbitrary<Case> = fc.record({
  later: figures(-1_000_000n, 10n ** 12n),
  earlier: figures(-1_000_000n, 10n ** 12n),
  digits: fc.nat(6),
  steps: fc.integer({ min: 1, max: 12 }),
  unit: fc.constantFrom('Ha', '%', '‰'),
})

const EMPTY = build([['A', 'Ha', '1', '1', '', '']], {
  roles: ['name', 'unit', 'previous', 'actual', 'change', 'growth'],
})

/** Change and growth of one row. */
function increases({ later, earlier, digits, steps, unit }: Case) {
  const report: Report = {
    ...EMPTY,
    columns: EMPTY.columns.map((column) =>
      column.role === 'change' || column.role === 'growth'
        ? { ...column, of: 'c4', to: 'c3', digits, steps }
        : column,
    ),
    rows: EMPTY.rows.map((row) => ({ ...row, unit, cells: { c3: cellOf(earlier), c4: cellOf(later) } })),
  }
  const values = calculate(report).get('r1')
  return { change: values?.c5, growth: values?.c6 }
}

function cellOf({ value }: Figure) {
  return { text: value.replace('.', ','), quantity: { op: '=' as const, value } }
}

/** Both as whole numbers of one unit, of which `one` make 1. */
function whole({ later, earlier }: Case) {
  const scale = Math.max(later.scale, earlier.scale)
  const at = ({ units, scale: own }: Figure) => units * tenTo(scale - own)
  return { is: at(later), was: at(earlier), one: tenTo(scale) }
}

/** Each throws with the smallest counterexample where it does not hold. */
export const increaseProperties: Readonly<Record<string, (numRuns: number) => void>> = {
  'a change, and the growth of a share, is the difference a year': (numRuns) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { is, was, one } = whole(each)
        const wanted = rounded(is - was, one * BigInt(each.steps), each.digits)
        const { change, growth } = increases(each)
        strictEqual(change, wanted)
        if (each.unit !== 'Ha') strictEqual(growth, wanted)
      }),
      { numRuns },
    )
  },

  'a growth over one step is what fractions of whole numbers give': (numRuns) => {
    fc.assert(
      fc.property(cases, (any) => {
        const each: Case = { ...any, steps: 1, unit: 'Ha' }
        const { is, was } = whole(each)
        strictEqual(
          increases(each).growth,
          was > 0n ? rounded((is - was) * 100n, was, each.digits) : undefined,
        )
      }),
      { numRuns },
    )
  },

  'an average growth, kept for all its steps, gives the later figure to half a digit': (numRuns) => {
    fc.assert(
      fc.property(cases, (any) => {
        const each: Case = { ...any, unit: 'Ha', steps: Math.max(2, any.steps) }
        const { is, was } = whole(each)
        const { growth } = increases(each)
        if (was <= 0n || is < 0n) {
          strictEqual(growth, undefined)
          return
        }
        ok(growth !== undefined)
        const [units = '', decimals = ''] = growth.split('.')
        const rate = BigInt(units + decimals.padEnd(each.digits, '0'))
        // In halves of the last digit, of which 100 % are `hundred`.
        const hundred = 2n * tenTo(each.digits + 2)
        const power = BigInt(each.steps)
        const kept = (halves: bigint) => was * (hundred + halves) ** power
        const later = is * hundred ** power
        // A rate just at a half goes away from zero.
        ok(
          rate > 0n
            ? kept(2n * rate - 1n) <= later
            : kept(2n * rate - 1n) < later || hundred + 2n * rate <= 0n,
        )
        ok(rate < 0n ? later <= kept(2n * rate + 1n) : later < kept(2n * rate + 1n))
      }),
      { numRuns },
    )
  },
}
