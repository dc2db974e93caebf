/**
 * ratio-wrong, ratio-truncated, ratio-rounded: a ratio in the file that is not what its figures give.
 * Silent where a person overruled it, where a figure changed since the import, where no ratio can be worked out, and
 * where the text is no figure. One that is right at fewer digits than the column shows elsewhere is only "rounded".
 */
import { comparable } from '../comparable.ts'
import type { Column, Finding, Report } from '../model.ts'
import { formatFigure } from '../quantity.ts'
import { operands } from '../ratio.ts'
import { normalText } from '../text.ts'
import { comparedIn, statedNow } from './compared.ts'
import { finding } from './finding.ts'
import { judgeRatio, ratioAt, shownDigits } from './judgeRatio.ts'

const COMPUTED_DIGITS = 2

export function ratioStated(report: Report): readonly Finding[] {
  const columnDigits = digitsByColumn(report)
  return comparedIn(report, 'ratio').flatMap(({ row, column, result, target }) => {
    const stated = statedNow(report, row, column)
    if (stated === undefined || result?.quantity === undefined || target?.quantity === undefined) return []
    if (!comparable(result.quantity, target.quantity, row.unit)) return []
    const fraction = operands(result.quantity, target.quantity)
    const judged = fraction === undefined ? undefined : judgeRatio(stated, fraction)
    if (fraction === undefined || judged === undefined) return []

    const digits = Math.max(judged.digits, columnDigits.get(column) ?? 0)
    const params = {
      stated: normalText(stated),
      right: formatFigure(ratioAt(fraction, Math.max(judged.digits, COMPUTED_DIGITS))),
    }
    if (judged.verdict === 'wrong') return [finding('ratio-wrong', 'error', row, column, params)]
    if (judged.verdict === 'truncated') return [finding('ratio-truncated', 'info', row, column, params)]
    const rounded = ratioAt(fraction, judged.digits) !== ratioAt(fraction, digits)
    return rounded ? [finding('ratio-rounded', 'info', row, column, params)] : []
  })
}

function digitsByColumn(report: Report): ReadonlyMap<Column, number> {
  return new Map(
    report.columns.map((column) => [
      column,
      Math.max(0, ...report.rows.map((row) => shownDigits(row.stated[column.id]?.text ?? ''))),
    ]),
  )
}
