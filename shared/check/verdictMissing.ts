/**
 * verdict-missing: the file assesses its other rows, but not this one.
 * Silent in a column that the program added or that the file left empty throughout, in rows a person assessed, added or
 * changed since, where nothing can be worked out, and where a formula nobody calculated stands (value-missing says so).
 */
import type { Computed } from '../calculate.ts'
import type { Finding, Report } from '../model.ts'
import { comparedIn, statedNow } from './compared.ts'
import { finding } from './finding.ts'

export function verdictMissing(report: Report, computed: Computed): readonly Finding[] {
  const assessing = new Set(
    report.rows.flatMap(({ stated }) => Object.keys(stated).filter((column) => stated[column]?.text !== '')),
  )
  return comparedIn(report, 'assessment').flatMap(({ row, column }) => {
    const right = computed.get(row.id)?.[column.id]
    const stated = statedNow(report, row, column)
    const isBlank = stated?.text === '' && stated.flag === undefined
    return right !== undefined && isBlank && assessing.has(column.id)
      ? [finding('verdict-missing', 'warning', row, column, { right })]
      : []
  })
}
