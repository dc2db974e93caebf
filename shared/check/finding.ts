/** What every rule is made of: a rule looks at one report and says what a careful reader would question. */
import type { Computed } from '../calculate.ts'
import type { Column, Finding, Report, Row, Severity } from '../model.ts'

/** The codes are a contract of the command line; each has its sentence in the `findings` texts. */
export type FindingCode =
  | 'ratio-wrong'
  | 'ratio-truncated'
  | 'ratio-rounded'
  | 'ratio-implausible'
  | 'verdict-differs'
  | 'verdict-missing'
  | 'sum-differs'
  | 'share-over-100'
  | 'unit-missing'
  | 'unit-unlikely'
  | 'unit-in-figure'
  | 'separator-unclear'
  | 'digits-hidden'
  | 'error-cell'
  | 'value-missing'
  | 'target-unclear'
  | 'result-unclear'
  | 'result-missing'
  | 'ordinal-broken'
  | 'name-repeated'

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
