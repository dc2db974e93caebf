/**
 * target-unclear: a target in words, or one that its result cannot be compared with: nothing is computed from it.
 * Silent for a lone dash, which says that there is none, in sections, in rows of which a person said that only words can
 * tell, and where only the separators are unclear (separator-unclear says so).
 */
import { isEmpty, isPlaceholder } from '../cells.ts'
import { alike } from '../comparable.ts'
import type { Finding, Report } from '../model.ts'
import { normalText } from '../text.ts'
import { comparedOnce } from './compared.ts'
import { isAmbiguous } from './doubtfulFigure.ts'
import { finding } from './finding.ts'

export function targetUnclear(report: Report): readonly Finding[] {
  const seen = new Set<string>()
  return comparedOnce(report).flatMap(({ row, to, result, target }) => {
    if (target === undefined || isPlaceholder(target.text) || target.flags !== undefined) return []
    if (row.direction === 'words' || isAmbiguous(target)) return []
    const isClear =
      target.quantity !== undefined &&
      (result?.quantity === undefined || !('refused' in alike(result.quantity, target.quantity, row.unit)))
    const key = `${row.id} ${to.id}`
    if (isClear || seen.has(key)) return []
    seen.add(key)
    return [
      finding('target-unclear', 'warning', row, to, {
        text: normalText(target.text),
        result: isEmpty(result) ? '…' : normalText(result?.text ?? ''),
      }),
    ]
  })
}
