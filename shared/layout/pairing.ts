/** Several plans and as many ratios whose headers do not say which plan they are measured by: they go together in order. */
import type { PlannedColumn } from './plan.ts'

/** Left alone where the numbers differ, and where plan and ratio come in turns, for then the nearest plan is meant. */
export function withPairedPlans(columns: readonly PlannedColumn[]): readonly PlannedColumn[] {
  const unsaid = columns.filter(
    ({ role, to, withoutPlan }) => role === 'ratio' && to === undefined && withoutPlan !== true,
  )
  const [first, last] = [unsaid[0]?.column ?? 0, unsaid.at(-1)?.column ?? 0]
  const taken = new Set(columns.flatMap(({ role, to }) => (role === 'ratio' && to !== undefined ? [to] : [])))
  const plans = currentPlans(columns).filter(({ column }) => column < last)
  const free = plans.filter(({ column }) => !taken.has(column))
  if (plans.length < 2 || free.length !== unsaid.length || free.some(({ column }) => column > first)) {
    return columns
  }
  const pairs = new Map(unsaid.map(({ column }, index) => [column, free[index]?.column]))
  return columns.map((column) => {
    const to = pairs.get(column.column)
    return to === undefined ? column : { ...column, to }
  })
}

/** Without those of earlier years, whose results stand in the table as well. */
function currentPlans(columns: readonly PlannedColumn[]): readonly PlannedColumn[] {
  const plans = columns.filter(({ role }) => role === 'plan')
  const latest = Math.max(...plans.flatMap(({ year, term }) => (term === true ? [] : (year ?? []))))
  return plans.filter(({ year, term }) => term === true || year === undefined || year >= latest)
}
