/** What is asked about a table: columns of which recognition is unsure. */
import type { PlanCorrections, PlannedColumn, PlannedTable } from '../../shared/layout/plan.ts'

/** The columns asked about that nobody has answered for yet, from left to right. */
export function openQuestions(
  { columns }: PlannedTable,
  { roles = {}, leftOutColumns = [] }: PlanCorrections,
): readonly PlannedColumn[] {
  return columns.filter(
    ({ asked, column }) => asked === true && roles[column] === undefined && !leftOutColumns.includes(column),
  )
}
