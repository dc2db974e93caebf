/** What every rule is made of: a rule looks at one report and says what a careful reader would question. */
import type { Computed } from '../calculate.ts'
import type { Column, Finding, FindingCode, Report, Row, Severity } from '../model.ts'

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
