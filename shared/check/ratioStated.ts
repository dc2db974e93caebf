/**
 * ratio-wrong, ratio-truncated, ratio-rounded: a ratio in the file that is not what its figures give.
 * Silent where a person overruled it, where a figure changed since the import, where no ratio can be worked out, where
 * the text is no figure, and in a column that counts in times instead of per cent (1,05). One that is right at fewer
 * digits than the column shows elsewhere is only "rounded".
 */
import { comparable } from '../comparable.ts'
import { HUNDRED, multiply } from '../decimal.ts'
import type { Column, Finding, Report, Row } from '../model.ts'
import { formatFigure } from '../quantity.ts'
import { operands } from '../ratio.ts'
import { normalText } from '../text.ts'
import { comparedBy, statedNow } from './compared.ts'
import { finding } from './finding.ts'
import { judgeRatio, ratioAt, type Fraction, type JudgedRatio } from './judgeRatio.ts'

const COMPUTED_DIGITS = 2

interface StatedRatio extends JudgedRatio {
  readonly row: Row
  readonly stated: string
  readonly fraction: Fraction
}

export function ratioStated(report: Report): readonly Finding[] {
  const columns = report.columns.filter(({ role }) => role === 'ratio')
  return columns.flatMap((column) => {
    const ratios = statedRatios(report, column)
    if (countsInTimes(ratios)) return []
    const columnDigits = Math.max(0, ...ratios.map(({ digits }) => digits))
    return ratios.flatMap(({ row, stated, fraction, digits, verdict }) => {
      const params = {
        stated: normalText(stated),
        right: formatFigure(ratioAt(fraction, Math.max(digits, COMPUTED_DIGITS))),
      }
      if (verdict === 'wrong') return [finding('ratio-wrong', 'error', row, column, params)]
      if (verdict === 'truncated') return [finding('ratio-truncated', 'info', row, column, params)]
      const rounded = ratioAt(fraction, digits) !== ratioAt(fraction, columnDigits)
      return rounded ? [finding('ratio-rounded', 'info', row, column, params)] : []
    })
  })
}

/** What the file states in the column, wherever it can be judged. */
function statedRatios(report: Report, column: Column): readonly StatedRatio[] {
  return comparedBy(report, column).flatMap(({ row, result, target }) => {
    const stated = statedNow(report, row, column)?.text
    if (stated === undefined || result?.quantity === undefined || target?.quantity === undefined) return []
    if (!comparable(result.quantity, target.quantity, row.unit)) return []
    const fraction = operands(result.quantity, target.quantity)
    const judged = fraction === undefined ? undefined : judgeRatio(stated, fraction)
    return fraction === undefined || judged === undefined ? [] : [{ row, stated, fraction, ...judged }]
  })
}

/** More of the column would be right as times than is right as per cent. */
function countsInTimes(ratios: readonly StatedRatio[]): boolean {
  const wrong = ratios.filter(({ verdict }) => verdict === 'wrong')
  const inTimes = wrong.filter(({ stated, fraction: { numerator, denominator } }) => {
    const judged = judgeRatio(stated, { numerator, denominator: multiply(denominator, HUNDRED) })
    return judged !== undefined && judged.verdict !== 'wrong'
  })
  return inTimes.length > ratios.length - wrong.length
}
