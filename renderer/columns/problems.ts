/** What is contradictory or without effect in the settings of one column: keys of the `settings` texts. */
import { isComputed, isField } from '../../shared/columns.ts'
import type { Column, Report } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'

export interface ColumnProblems {
  readonly role?: Sentence
  readonly compared?: Sentence
  readonly steps?: Sentence
  readonly counts?: Sentence
}

const RESULTS: readonly Column['role'][] = ['actual', 'estimate', 'cumulative']

/** Of a column as it would be in `after`, the report with its settings; `before` is the report as it stands. */
export function columnProblems(before: Report, after: Report, column: Column): ColumnProblems {
  return {
    role: roleProblem(before, column),
    compared: comparedProblem(after, column),
    steps: stepsProblem(after, column),
    counts: countsProblem(after, column),
  }
}

/** A row has one ordinal, one name and one unit. */
function roleProblem(before: Report, column: Column): Sentence | undefined {
  const was = before.columns.find(({ id }) => id === column.id)
  if (was === undefined || was.role === column.role) return undefined
  const holder = before.columns.find(({ id, role }) => id !== column.id && role === column.role)
  if (isField(column.role) && holder !== undefined) {
    return sentence('settings:roleTaken', { column: nameOf(holder) })
  }
  if (was.role === 'name') return sentence('settings:roleNoName')
  return undefined
}

function comparedProblem({ columns }: Report, column: Column): Sentence | undefined {
  if (!isComputed(column.role)) return undefined
  const of = columns.find(({ id }) => id === column.of)
  const to = columns.find(({ id }) => id === column.to)
  if (of === undefined || to === undefined) return sentence('settings:comparedNone')
  if (of.id === to.id) return sentence('settings:comparedSame', { column: nameOf(of) })
  const names = { of: nameOf(of), to: nameOf(to) }
  if (of.role === 'plan' && RESULTS.includes(to.role)) return sentence('settings:comparedTurned', names)
  if (column.role === 'assessment' && to.role !== 'plan') return sentence('settings:comparedNoPlan', names)
  return undefined
}

function stepsProblem({ columns }: Report, { role, of, to, steps }: Column): Sentence | undefined {
  if (role !== 'growth') return undefined
  const from = columns.find(({ id }) => id === to)?.year
  const until = columns.find(({ id }) => id === of)?.year
  if (from === undefined || until === undefined || until - from === (steps ?? 1)) return undefined
  if (until === from) return sentence('settings:stepsSameYear', { year: from })
  if (until < from) return sentence('settings:stepsBack', { from, until })
  return sentence('settings:stepsDiffer', { from, until, n: until - from })
}

function countsProblem({ rows }: Report, { id, role }: Column): Sentence | undefined {
  if (role !== 'plan') return undefined
  const adjusted = rows.some(({ cells }) => (cells[id]?.planValues?.length ?? 0) > 1)
  return adjusted ? undefined : sentence('settings:countsNone')
}

/** The header as one line: "Kết quả năm 2023 – Tỷ lệ%". */
export function nameOf(column: Column): string {
  return headerOf(column).join(' – ')
}
