/** A check that remembers says after every edit what a check from scratch says. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calculate, recalculateAfter, type Computed } from '../../../shared/calculate.ts'
import { applyChange, invert } from '../../../shared/change.ts'
import { check, rememberingCheck } from '../../../shared/check/index.ts'
import { applyEdits } from '../../../shared/edit.ts'
import type { Edit, Report, ReportChange } from '../../../shared/model.ts'
import { arbitraryEdit } from '../arbitraryEdits.ts'
import { build } from '../building.ts'
import { importFixture } from '../importing.ts'
import { item, section, total, typed } from './cases.ts'

const small = build([
  section('I', 'KINH TẾ'),
  ['1', 'Tổng đàn', 'Con', '30', '25', '83,3', 'Không đạt'],
  item('', 'Lợn', 'Con', '20', '15', '75', 'Vượt'),
  item('', 'Dê', '', '10', '9', '90,01', ''),
  ['2', 'Hộ nghèo', 'Hộ', '5', '6.969', '', 'Đạ'],
  ['4', 'Tỷ lệ trẻ', '%', '>90', '101', '', ''],
  ['5', 'Thủy sản', 'Ha', '19', '18,6 ha', '97,8', 'Đạt'],
  total('', 'Tổng cộng', 'Con', '30', '25'),
])

interface Step {
  readonly report: Report
  readonly computed: Computed
  readonly change?: ReportChange
}

/** What comes of the edit, as the window does it; the same where it cannot be carried out. */
function after({ report, computed }: Step, edit: Edit): Step {
  const applied = applyEdits(report, [edit])
  return applied.ok ? carriedOut(report, computed, applied.value.change) : { report, computed }
}

function undone(step: Step): Step {
  return step.change === undefined ? step : carriedOut(step.report, step.computed, invert(step.change))
}

function carriedOut(before: Report, computed: Computed, change: ReportChange): Step {
  const changed = applyChange(before, change)
  if (!changed.ok || changed.value === null) throw new Error('A change of this report fits it.')
  const report = changed.value
  return { report, computed: recalculateAfter(report, computed, change), change }
}

it('agrees with a check from scratch after any edits and undone edits', () => {
  const edits = fc.array(fc.record({ edit: arbitraryEdit(small, ['new']), isUndone: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(edits, (steps) => {
      const remembering = rememberingCheck()
      let step: Step = { report: small, computed: calculate(small) }
      const agree = () => {
        expect(remembering(step.report, step.computed)).toEqual(check(step.report, calculate(step.report)))
      }
      agree()
      for (const { edit, isUndone } of steps) {
        step = after(step, edit)
        agree()
        if (isUndone) step = undone(step)
        agree()
      }
    }),
    { numRuns: 150 },
  )
})

it('agrees wherever one types into a real report', () => {
  const report = importFixture('luc-binh-2023')
  const computed = calculate(report)
  const remembering = rememberingCheck()
  expect(remembering(report, computed)).toEqual(check(report, computed))
  for (const row of report.rows) {
    for (const column of report.columns) {
      const step = after({ report, computed }, typed(row.id, column.id, '7'))
      expect(remembering(step.report, step.computed)).toEqual(check(step.report, step.computed))
    }
  }
})

it('keeps the findings of rows that did not change', () => {
  const remembering = rememberingCheck()
  const start: Step = { report: small, computed: calculate(small) }
  const before = remembering(start.report, start.computed)
  const { report, computed } = after(start, typed('r7', 'c2', 'Nuôi trồng thủy sản'))
  const same = remembering(report, computed).filter((finding) => before.includes(finding))
  expect(same.map(({ row }) => row)).toContain('r6')
})
