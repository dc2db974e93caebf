/** What every rule is made of: a rule looks at one report and says what a careful reader would question. */
import type { Computed } from '../calculate.ts'
import type { Column, Finding, FindingCode, Id, Report, Row, Severity } from '../model.ts'

export type Rule = (report: Report, computed: Computed) => readonly Finding[]

export function finding(
  code: FindingCode,
  severity: Severity,
  row: Row,
  column: Column | undefined,
  params: Finding['params'] = {},
): Finding {
  return { code, severity, row: row.id, ...(column !== undefined && { column: column.id }), params }
}

/** What the rules find, by row and in their order; what is about the report as a whole under undefined. */
export function findingsByRow(
  rules: readonly Rule[],
  report: Report,
  computed: Computed,
): ReadonlyMap<Id | undefined, readonly Finding[]> {
  const byRow = new Map<Id | undefined, Finding[]>()
  for (const rule of rules) {
    for (const finding of rule(report, computed)) {
      const findings = byRow.get(finding.row)
      if (findings === undefined) byRow.set(finding.row, [finding])
      else findings.push(finding)
    }
  }
  return byRow
}
