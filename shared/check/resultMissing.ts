/**
 * result-missing: a target whose result is not there, though the period is over.
 * Silent in periods shorter than a year, where results come at its end, in a column without any result (a form not filled
 * in yet), and where a formula nobody calculated stands (value-missing says so).
 */
import { isWithinYear } from '../assess.ts'
import { isEmpty } from '../cells.ts'
import type { Finding, Report } from '../model.ts'
import { normalText } from '../text.ts'
import { comparedOnce } from './compared.ts'
import { finding } from './finding.ts'

export function resultMissing(report: Report): readonly Finding[] {
  if (isWithinYear(report.period.kind)) return []
  const pairs = comparedOnce(report)
  const filled = new Set(pairs.filter(({ result }) => result?.quantity !== undefined).map(({ of }) => of.id))
  const seen = new Set<string>()
  return pairs.flatMap(({ row, of, result, target }) => {
    const cell = `${row.id} ${of.id}`
    if (!isEmpty(result) || target?.quantity === undefined || !filled.has(of.id) || seen.has(cell)) return []
    seen.add(cell)
    return [finding('result-missing', 'warning', row, of, { target: normalText(target.text) })]
  })
}
