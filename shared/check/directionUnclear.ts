/**
 * direction-unclear: less is better by the name or the target, but the file rates the row as if more were: its ratio is
 * TH/KH, or it says "Vượt" of a higher result.
 * Silent where a person said what is better, where nothing the file states holds any more or is shown, where both ways
 * come to the same, and where the file only left something blank. Said once of a row, at its ratio where that tells.
 */
import { assess, isLess } from '../assess.ts'
import { alike } from '../comparable.ts'
import type { Finding, Id, LessRating, Quantity, Report } from '../model.ts'
import { outcomeOf } from '../policy.ts'
import { lessRatioOf, operands } from '../ratio.ts'
import { normalText } from '../text.ts'
import { aimIn } from '../direction.ts'
import { comparedIn, statedNow, type Compared } from './compared.ts'
import { finding } from './finding.ts'
import { judgeRatio } from './judgeRatio.ts'

export function directionUnclear(report: Report): readonly Finding[] {
  const told = new Set<Id>()
  return [...comparedIn(report, 'ratio'), ...comparedIn(report, 'assessment')].flatMap((compared) => {
    const { row, column } = compared
    if (told.has(row.id) || !isRatedAsMore(report, compared)) return []
    told.add(row.id)
    const stated = normalText(row.stated[column.id]?.text ?? '')
    return [finding('direction-unclear', 'warning', row, column, { stated })]
  })
}

/** What the file states in this cell takes more for better, though less is proposed to be. */
export function isRatedAsMore(report: Report, compared: Compared): boolean {
  const pair = ratedAsLess(compared)
  const { row, column } = compared
  const stated = statedNow(report, row, column)?.text ?? ''
  if (pair === undefined || stated === '') return false
  if (column.role === 'ratio') return isRatioOfMore(stated, pair) && !isRatioOfLess(stated, pair)
  if (column.role !== 'assessment' || pair.target.op !== '=') return false
  const said = outcomeOf(report, stated)
  const earned = assess(pair.result, pair.target, 'less')
  return (said === 'exceeded' && earned === 'missed') || (said === 'missed' && earned === 'exceeded')
}

interface Pair {
  readonly result: Quantity
  readonly target: Quantity
}

/** The two figures in one measure, where the program proposes that less is better. */
export function ratedAsLess({ row, to, result, target }: Compared): Pair | undefined {
  if (row.direction !== undefined || result?.quantity === undefined || target?.quantity === undefined) {
    return undefined
  }
  if (target.quantity.value === undefined || !isLess(aimIn(row, to))) return undefined
  const pair = alike(result.quantity, target.quantity, row.unit)
  return 'refused' in pair ? undefined : pair
}

function isRatioOfMore(stated: string, { result, target }: Pair): boolean {
  const fraction = operands(result, { ...target, op: '=' })
  return fraction !== undefined && isRight(judgeRatio(stated, fraction))
}

const METHODS: readonly LessRating[] = ['met-is-100', 'plan-by-result', 'two-minus']

/** The ratio is right by one of the methods that rate less; nobody but the office knows the base of a reduction. */
export function isRatioOfLess(stated: string, { result, target }: Pair): boolean {
  const outcome = assess(result, target, 'less')
  const isMet = outcome === 'met' || outcome === 'exceeded'
  return METHODS.some((method) => {
    const fraction = lessRatioOf(method, { result, target, isMet, base: undefined })
    return typeof fraction !== 'string' && isRight(judgeRatio(stated, fraction))
  })
}

function isRight(judged: ReturnType<typeof judgeRatio>): boolean {
  return judged !== undefined && judged.verdict !== 'wrong'
}
