/**
 * ratio-implausible: a ratio so large or small that one of its figures is probably off by powers of ten.
 * Silent where a doubtful separator explains it (separator-unclear says so), and against the period before (figure-far).
 */
import type { Computed } from '../calculate.ts'
import type { Finding, Report } from '../model.ts'
import { formatFigure } from '../quantity.ts'
import { comparedIn, type Compared } from './compared.ts'
import { isDoubtfulPair } from './doubtfulFigure.ts'
import { finding } from './finding.ts'
import { isPlausible } from './plausible.ts'

export function ratioImplausible(report: Report, computed: Computed): readonly Finding[] {
  return comparedIn(report, 'ratio').flatMap((compared) => {
    const { row, column, to, result } = compared
    const ratio = computed.get(row.id)?.[column.id]
    if (ratio === undefined || to.role === 'previous') return []
    if (isPlausible(ratio, result?.quantity) || isSeparatorsDoing(compared)) return []
    return [finding('ratio-implausible', 'warning', row, column, { ratio: formatFigure(ratio) })]
  })
}

function isSeparatorsDoing({ row, result, target }: Compared): boolean {
  return result !== undefined && target !== undefined && isDoubtfulPair(result, target, row.unit)
}
