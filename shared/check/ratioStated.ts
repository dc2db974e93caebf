/**
 * ratio-wrong, ratio-truncated, ratio-rounded: a ratio in the file that is not what its figures give.
 * Silent where a person overruled or replaced it, where a figure changed since the import, where no ratio can be worked
 * out, where the text is no figure, where less is rated as more (direction-unclear says so), and in a column that counts in
 * times (1,05) or states the growth (5) instead of per cent (105). One that is right at fewer digits than the column shows
 * elsewhere is only "rounded", unless report or column want no more.
 */
import { HUNDRED, multiply, subtract } from '../decimal.ts'
import type { Column, Finding, Report, Row } from '../model.ts'
import { formatFigure } from '../quantity.ts'
import type { Fraction } from '../ratio.ts'
import { normalText } from '../text.ts'
import { methodOf, workOut } from '../workings.ts'
import { comparedBy, statedNow } from './compared.ts'
import { isRatedAsMore } from './directionUnclear.ts'
import { finding } from './finding.ts'
import { judgeRatio, ratioAt, type JudgedRatio } from './judgeRatio.ts'

/** A ratio of the file that can be judged. */
export interface StatedRatio extends JudgedRatio {
  readonly row: Row
  readonly column: Column
  readonly stated: string
  readonly fraction: Fraction
  /** The decimals of the computed one. */
  readonly wanted: number
}

export function statedRatios(report: Report): readonly StatedRatio[] {
  const method = methodOf(report)
  const columns = method.columns.filter(({ column }) => column.role === 'ratio')
  return columns.flatMap((computed) =>
    comparedBy(report, computed.column).flatMap((compared): readonly StatedRatio[] => {
      const { row, column } = compared
      const stated = statedNow(report, row, column)?.text ?? ''
      if (stated === '') return []
      const worked = workOut(method, computed, row, undefined)
      if (worked.is !== 'ratio' || isRatedAsMore(report, compared)) return []
      const judged = judgeRatio(stated, worked.fraction)
      if (judged === undefined) return []
      const { fraction } = worked
      return [{ row, column, stated, fraction, wanted: computed.digits, ...judged }]
    }),
  )
}

export function ratioStated(report: Report, ratios: readonly StatedRatio[]): readonly Finding[] {
  return [...Map.groupBy(ratios, ({ column }) => column).values()].flatMap((column) => {
    if (countsOtherwise(column)) return []
    const columnDigits = digitsOf(report, column)
    return column.flatMap((ratio) => judged(ratio, columnDigits))
  })
}

function judged(
  { row, column, stated, fraction, digits, wanted, verdict }: StatedRatio,
  columnDigits: number,
): readonly Finding[] {
  const params = () => ({
    stated: normalText(stated),
    right: formatFigure(ratioAt(fraction, Math.max(digits, wanted))),
  })
  if (verdict === 'wrong') return [finding('ratio-wrong', 'error', row, column, params())]
  if (verdict === 'truncated') return [finding('ratio-truncated', 'info', row, column, params())]
  const isRounded = digits < columnDigits && ratioAt(fraction, digits) !== ratioAt(fraction, columnDigits)
  return isRounded ? [finding('ratio-rounded', 'info', row, column, params())] : []
}

/** As many as the column shows anywhere, but no more than somebody asked for. */
function digitsOf({ policy }: Report, ratios: readonly StatedRatio[]): number {
  const asked = ratios[0]?.column.digits ?? policy?.digits ?? Infinity
  return Math.min(asked, Math.max(0, ...ratios.map(({ digits }) => digits)))
}

const OTHERWISE: readonly ((fraction: Fraction) => Fraction)[] = [
  ({ numerator, denominator }) => ({ numerator, denominator: multiply(denominator, HUNDRED) }),
  ({ numerator, denominator }) => ({
    numerator: subtract(numerator, multiply(denominator, HUNDRED)),
    denominator,
  }),
]

/** More of the column would be right as times, or as growth, than is right as per cent. */
function countsOtherwise(ratios: readonly StatedRatio[]): boolean {
  const wrong = ratios.filter(({ verdict }) => verdict === 'wrong')
  return OTHERWISE.some((counted) => {
    const right = wrong.filter(({ stated, fraction }) => {
      const verdict = judgeRatio(stated, counted(fraction))?.verdict
      return verdict !== undefined && verdict !== 'wrong'
    })
    return right.length > ratios.length - wrong.length
  })
}
