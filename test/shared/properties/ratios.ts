/** Ratios by every method and at every number of digits are what plain fractions of whole numbers give. */
import { strictEqual } from 'node:assert'
import fc from 'fast-check'
import { calculate } from '../../../shared/calculate.ts'
import { LESS_RATINGS, type LessRating, type Report } from '../../../shared/model.ts'
import { DEFAULT_POLICY } from '../../../shared/policy.ts'
import { build } from '../building.ts'
import { canonical, figures, rounded, tenTo, type Figure } from './rationals.ts'

interface Case {
  readonly result: Figure
  readonly target: Figure
  readonly base: Figure
  readonly digits: number
}

const cases = fc.record({
  result: figures(-1_000_000n, 10n ** 15n),
  target: figures(-1_000_000n, 10n ** 15n),
  base: figures(0n, 10n ** 15n),
  digits: fc.nat(6),
})

const EMPTY = build([['Tỷ lệ hộ nghèo', '1', '1', '1', '']], {
  roles: ['name', 'previous', 'plan', 'actual', 'ratio'],
})

function ratioIn({ result, target, base, digits }: Case, direction: 'more' | 'less', less: LessRating) {
  const cells = { c2: cellOf(base), c3: cellOf(target), c4: cellOf(result) }
  const report: Report = {
    ...EMPTY,
    policy: { ...DEFAULT_POLICY, less, digits },
    rows: EMPTY.rows.map((row) => ({ ...row, direction, cells })),
  }
  return calculate(report).get('r1')?.c5
}

function cellOf({ value }: Figure) {
  return { text: value.replace('.', ','), quantity: { op: '=' as const, value } }
}

/** All three as whole numbers of one unit. */
function whole({ result, target, base }: Case) {
  const scale = Math.max(result.scale, target.scale, base.scale)
  const at = ({ units, scale: own }: Figure) => units * tenTo(scale - own)
  return { th: at(result), kh: at(target), goc: at(base) }
}

const ORACLES: Readonly<Record<LessRating, (each: Case) => string | undefined>> = {
  none: () => undefined,
  'met-is-100': (each) => (whole(each).th <= whole(each).kh ? '100' : undefined),
  'plan-by-result': (each) => {
    const { th, kh } = whole(each)
    return kh > 0n && th > 0n ? rounded(kh * 100n, th, each.digits) : undefined
  },
  'two-minus': (each) => {
    const { th, kh } = whole(each)
    return kh > 0n ? rounded(200n * kh - 100n * th, kh, each.digits) : undefined
  },
  reduction: (each) => {
    const { th, kh, goc } = whole(each)
    return goc > kh ? rounded((goc - th) * 100n, goc - kh, each.digits) : undefined
  },
}

/** Each throws with the smallest counterexample where it does not hold. */
export const ratioProperties: Readonly<Record<string, (numRuns: number) => void>> = {
  'TH/KH is what fractions of whole numbers give': (numRuns) => {
    fc.assert(
      fc.property(cases, (each) => {
        const { th, kh } = whole(each)
        strictEqual(ratioIn(each, 'more', 'none'), kh > 0n ? rounded(th * 100n, kh, each.digits) : undefined)
      }),
      { numRuns },
    )
  },

  'every rating of less is what fractions of whole numbers give': (numRuns) => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...LESS_RATINGS), (each, less) => {
        strictEqual(ratioIn(each, 'less', less), ORACLES[less](each))
      }),
      { numRuns },
    )
  },

  'a ratio just at a half is rounded away from zero': (numRuns) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.nat(6), (units, digits) => {
        // (10 units + 5) / 10^(digits + 3) of 1 is just between two figures of so many decimals, as a ratio.
        const scale = digits + 3
        const result = { units: 10n * units + 5n, scale, value: canonical(10n * units + 5n, scale) }
        const one = { units: 1n, scale: 0, value: '1' }
        strictEqual(
          ratioIn({ result, target: one, base: one, digits }, 'more', 'none'),
          canonical(units + 1n, digits),
        )
      }),
      { numRuns },
    )
  },
}
