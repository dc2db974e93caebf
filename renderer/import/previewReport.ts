/** The table of the preview as the report it would become, worked out in the window; nothing of it is stored. */
import { calculate, type Computed } from '../../shared/calculate.ts'
import { check } from '../../shared/check/index.ts'
import type { PlanCorrections, PlannedTable } from '../../shared/layout/plan.ts'
import { reportFromTable } from '../../shared/layout/toReport.ts'
import type { Finding, Id, Report } from '../../shared/model.ts'

export interface Preview {
  readonly report: Report
  readonly computed: Computed
  readonly findings: readonly Finding[]
  /** Findings of a cell, by row id and column id joined with a space. */
  readonly findingsAt: ReadonlyMap<string, readonly Finding[]>
}

export function previewOf(table: PlannedTable, corrections: PlanCorrections, file: string): Preview {
  let ids = 0
  const newId = (): Id => {
    ids++
    return `preview-${ids}`
  }
  const report = reportFromTable(table, corrections, { file, hash: '' }, newId, new Date().toISOString())
  const computed = calculate(report)
  const findings = check(report, computed)
  const findingsAt = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (finding.row === undefined || finding.column === undefined) continue
    const at = cellKey(finding.row, finding.column)
    findingsAt.set(at, [...(findingsAt.get(at) ?? []), finding])
  }
  return { report, computed, findings, findingsAt }
}

export function cellKey(row: Id, column: Id): string {
  return `${row} ${column}`
}
