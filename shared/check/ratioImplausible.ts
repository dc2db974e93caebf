/**
 * ratio-implausible: a ratio so large or small that one of its figures is probably off by powers of ten.
 * Silent where a doubtful separator explains it: separator-unclear says so.
 */
import type { Computed } from '../calculate.ts'
import type { Finding, Report } from '../model.ts'
import { formatFigure } from '../quantity.ts'
import { comparedIn } from './compared.ts'
import { finding } from './finding.ts'
import { isPlausible } from './plausible.ts'
import { doubtfulColumn } from './separatorUnclear.ts'

export function ratioImplausible(report: Report, computed: Computed): readonly Finding[] {
  return comparedIn(report, 'ratio').flatMap((compared) => {
    const { row, column } = compared
    const ratio = computed.get(row.id)?.[column.id]
    if (
      ratio === undefined ||
      isPlausible(ratio, compared.result?.quantity) ||
      doubtfulColumn(compared) !== undefined
    )
      return []
    return [finding('ratio-implausible', 'warning', row, column, { ratio: formatFigure(ratio) })]
  })
}
