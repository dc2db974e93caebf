/** What is worked out after an edit is what is worked out anew, and sums do not depend on the order of what they add up. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert'
import fc from 'fast-check'
import { calculate, calculateAlone, recalculateAfter } from '../../../shared/calculate.ts'
import { add, compare, formatDecimal, parseDecimal } from '../../../shared/decimal.ts'
import { applyEdits } from '../../../shared/edit.ts'
import { DIRECTIONS, type Edit, type Report } from '../../../shared/model.ts'
import { partSum } from '../../../shared/partSum.ts'
import { build, HALF_YEAR, valuesOf } from '../building.ts'
import { figures } from './rationals.ts'

const rows = fc.array(
  fc.record({
    kind: fc.constantFrom('section' as const, 'indicator' as const, 'item' as const, 'total' as const),
    level: fc.integer({ min: 0, max: 3 }),
    texts: fc.tuple(
      fc.constant(''),
      fc.constantFrom('Tên', 'Tỷ lệ hộ nghèo', 'Duy trì đàn lợn'),
      fc.constantFrom('', '%', 'Ha'),
      fc.constantFrom('', '10', '>90', 'chữ', '<5', '3-5'),
      fc.constantFrom('', '7', '>90', '5%', '1,5 tỷ'),
    ),
  }),
  { minLength: 1, maxLength: 25 },
)

const wanted = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant('cell' as const),
      row: fc.nat(30),
      column: fc.constantFrom('c2', 'c3', 'c4', 'c5', 'c6', 'c7'),
      text: fc.constantFrom('', '10', '5%', 'chữ', 'Đạt', 'Hộ nghèo'),
    }),
    fc.record({
      type: fc.constant('row' as const),
      row: fc.nat(30),
      set: fc.record(
        {
          direction: fc.constantFrom(...DIRECTIONS, null),
          yearEndOnly: fc.boolean(),
          rollUp: fc.constantFrom('sum' as const, 'last' as const, null),
        },
        { requiredKeys: [] },
      ),
    }),
  ),
  { minLength: 1, maxLength: 6 },
)

/** Several steps one after the other, as they are typed. */
const steps = fc.array(wanted, { minLength: 1, maxLength: 4 })

/** Each throws with the smallest counterexample where it does not hold. */
export const calculationProperties: Readonly<Record<string, (numRuns: number) => void>> = {
  'recalculating after edits gives what calculating anew gives, and keeps what stays': (numRuns) => {
    fc.assert(
      fc.property(rows, steps, fc.boolean(), (built, all, withinYear) => {
        let report: Report = build(built, withinYear ? { period: HALF_YEAR } : {})
        let computed = calculate(report)
        for (const step of all) {
          const edits = step.map((edit): Edit => ({ ...edit, row: `r${(edit.row % built.length) + 1}` }))
          const applied = applyEdits(report, edits)
          ok(applied.ok)
          const after = applied.value.report
          const again = recalculateAfter(after, computed, applied.value.change)
          deepStrictEqual(valuesOf(after, again), valuesOf(after))
          for (const row of after.rows) {
            const same = JSON.stringify(again.get(row.id)) === JSON.stringify(computed.get(row.id))
            if (same) strictEqual(again.get(row.id), computed.get(row.id))
            deepStrictEqual(calculateAlone(after, row).get(row.id), again.get(row.id))
          }
          report = after
          computed = again
        }
      }),
      { numRuns },
    )
  },

  'sums do not depend on the order of their parts': (numRuns) => {
    const parts = fc
      .array(figures(-(10n ** 15n), 10n ** 15n), { minLength: 2, maxLength: 12 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    const [row] = build([['A', '1']], { roles: ['name', 'actual'] }).rows
    fc.assert(
      fc.property(parts, ([list, shuffled]) => {
        const sumOf = (values: typeof list) => values.map(({ value }) => parseDecimal(value)).reduce(add)
        strictEqual(compare(sumOf(list), sumOf(shuffled)), 0)
        const rolledUp = (values: typeof list) =>
          partSum(
            'sum',
            values.flatMap(({ value }) =>
              row === undefined
                ? []
                : [
                    {
                      ...row,
                      cells: { c2: { text: value.replace('.', ','), quantity: { op: '=' as const, value } } },
                    },
                  ],
            ),
            'c2',
            '',
          )
        const sum = rolledUp(list)
        deepStrictEqual(rolledUp(shuffled), sum)
        strictEqual('missing' in sum ? undefined : sum.quantity.value, formatDecimal(sumOf(list)))
      }),
      { numRuns },
    )
  },
}
