/**
 * result-missing: a target whose result is not there, though the period is over.
 * Silent in periods shorter than a year, where results come at its end, for a target of zero, in a column with fewer results than targets
 * without one (a form still being filled in), and where a formula nobody calculated stands (value-missing says so).
 */
import { isWithinYear } from '../assess.ts'
import { isEmpty } from '../cells.ts'
import type { Column, Finding, Report, Row } from '../model.ts'
import { normalText } from '../text.ts'
import { comparedOnce } from './compared.ts'
import { finding } from './finding.ts'

/** A target that wants a result. */
export interface Wanted {
  readonly row: Row
  /** The column of the result. */
  readonly column: Column
  readonly target: string
  readonly isMissing: boolean
}

/** Each result once, whatever number of targets it is compared with. */
export function wantedResults(report: Report): readonly Wanted[] {
  const seen = new Set<string>()
  return comparedOnce(report).flatMap(({ row, of, result, target }) => {
    const cell = `${row.id} ${of.id}`
    if (target?.quantity === undefined || target.quantity.value === '0' || seen.has(cell)) return []
    seen.add(cell)
    return [{ row, column: of, target: normalText(target.text), isMissing: isEmpty(result) }]
  })
}

export function resultMissing(report: Report, wanted: readonly Wanted[]): readonly Finding[] {
  if (isWithinYear(report.period.kind)) return []
  return [...Map.groupBy(wanted, ({ column }) => column).values()].flatMap((column) => {
    const missing = column.filter(({ isMissing }) => isMissing)
    if (missing.length > column.length - missing.length) return []
    return missing.map(({ row, column: at, target }) =>
      finding('result-missing', 'warning', row, at, { target }),
    )
  })
}
