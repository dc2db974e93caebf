/** How many rows earned which assessment. */
import type { Computed } from './calculate.ts'
import type { Report } from './model.ts'
import { shown } from './shown.ts'
import { normalText } from './text.ts'

/** By the word as shown in the first assessment column, in the order in which the words first appear. */
export function countAssessments(report: Report, computed: Computed): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const column = report.columns.find(({ role }) => role === 'assessment')
  if (column === undefined) return counts
  for (const row of report.rows) {
    const word = normalText(shown(report, row, column, computed).text)
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}
