/**
 * ratio-unfounded: a ratio in the file where none can be worked out, though both figures are there: 100 of >90 against
 * >90, against a range, against zero.
 * Silent for words and placeholders, where a person overruled or replaced it, where a figure changed since the import, and
 * where the two cannot be compared (target-unclear says so); where less is better, for a ratio that one of the methods for
 * it gives, and for one that rates more (direction-unclear says so); and for 100 or 0 of nothing against nothing.
 */
import type { Computed } from '../calculate.ts'
import type { DecimalText, Finding, Report } from '../model.ts'
import { parseQuantity } from '../quantity.ts'
import { normalText } from '../text.ts'
import { methodOf, workOut, type ComputedColumn, type Method, type Nothing } from '../workings.ts'
import { comparedBy, statedNow, type Compared } from './compared.ts'
import { isRatedAsMore, isRatioOfLess, ratedAsLess } from './directionUnclear.ts'
import { finding } from './finding.ts'

const WITHOUT_RATIO: readonly Nothing[] = [
  'result-bound',
  'target-range',
  'target-upper',
  'target-about',
  'target-zero',
  'target-negative',
  'less-unrated',
]

export function ratioUnfounded(report: Report, computed: Computed): readonly Finding[] {
  const method = methodOf(report)
  return method.columns
    .filter(({ column }) => column.role === 'ratio')
    .flatMap((ratio) => comparedBy(report, ratio.column).map((compared) => ({ ratio, compared })))
    .filter(({ compared: { row, column } }) => computed.get(row.id)?.[column.id] === undefined)
    .filter(({ ratio, compared }) => isUnfounded(report, method, ratio, compared))
    .map(({ compared: { row, column, result, target } }) =>
      finding('ratio-unfounded', 'warning', row, column, {
        stated: normalText(row.stated[column.id]?.text ?? ''),
        result: normalText(result?.text ?? ''),
        target: normalText(target?.text ?? ''),
      }),
    )
}

function isUnfounded(report: Report, method: Method, computed: ComputedColumn, compared: Compared): boolean {
  const { row, column, result } = compared
  const stated = statedNow(report, row, column)?.text ?? ''
  const figure = stated === '' ? undefined : parseQuantity(stated)
  if (figure?.value === undefined) return false
  const worked = workOut(method, computed, row, undefined)
  if (worked.is !== 'nothing' || !WITHOUT_RATIO.includes(worked.why)) return false
  if (worked.why === 'target-zero' && result?.quantity?.value === '0') return !isAllOrNothing(figure.value)
  const pair = ratedAsLess(compared)
  if (pair === undefined) return true
  return !isRatioOfLess(stated, pair) && !isRatedAsMore(report, compared)
}

/** Where nothing was planned and nothing done, offices write either. */
function isAllOrNothing(value: DecimalText): boolean {
  return value === '100' || value === '0'
}
