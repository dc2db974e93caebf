/**
 * override-differs: a person overruled a ratio or an assessment, and the figures have changed since.
 * Silent as long as they are what they were then, where the override says what is worked out now, and where nothing can
 * be worked out.
 */
import { basisOf } from '../basis.ts'
import type { Computed } from '../calculate.ts'
import { isComputed } from '../columns.ts'
import type { Finding, Report } from '../model.ts'
import { computedText, saysTheSame } from '../shown.ts'
import { normalText } from '../text.ts'
import { finding } from './finding.ts'

export function overrideDiffers(report: Report, computed: Computed): readonly Finding[] {
  const columns = report.columns.filter(({ role }) => isComputed(role))
  return report.rows.flatMap((row) =>
    columns.flatMap((column) => {
      const override = row.overrides[column.id]
      const value = computed.get(row.id)?.[column.id]
      if (override?.basis === undefined || value === undefined) return []
      const isStill = override.basis === basisOf(report, row, column)
      if (isStill || saysTheSame(report, column.role, override.text, value)) return []
      const params = { text: normalText(override.text), right: computedText(column.role, value) }
      return [finding('override-differs', 'warning', row, column, params)]
    }),
  )
}
