/**
 * result-unclear: a result in words where its target is a figure: nothing is computed from it.
 * Silent for a lone dash or dots, which say that there is none yet, where a person said that only words can tell, and
 * where only the separators are unclear (separator-unclear says so).
 */
import { isPlaceholder } from '../cells.ts'
import type { Finding, Report } from '../model.ts'
import { normalText } from '../text.ts'
import { comparedOnce } from './compared.ts'
import { isAmbiguous } from './doubtfulFigure.ts'
import { finding } from './finding.ts'

export function resultUnclear(report: Report): readonly Finding[] {
  const seen = new Set<string>()
  return comparedOnce(report).flatMap(({ row, of, result, target }) => {
    const isWords = result !== undefined && result.quantity === undefined && result.flags === undefined
    if (!isWords || isPlaceholder(result.text) || target?.quantity === undefined) return []
    if (isAmbiguous(result)) return []
    const cell = `${row.id} ${of.id}`
    if (row.direction === 'words' || seen.has(cell)) return []
    seen.add(cell)
    return [finding('result-unclear', 'warning', row, of, { text: normalText(result.text) })]
  })
}
