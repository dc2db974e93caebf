/** A policy while it is being set: everything as chosen or typed, whether or not it makes sense yet. */
import { compare, formatDecimal, parseDecimal } from '../../shared/decimal.ts'
import { isSourceFigure } from '../../shared/columns.ts'
import type { Column, Id, LessRating, Policy, VerdictWords } from '../../shared/model.ts'
import { formatFigure, parseQuantity } from '../../shared/quantity.ts'
import { normalText } from '../../shared/text.ts'

export interface PolicyDraft {
  readonly digits: number
  readonly less: LessRating
  readonly base?: Id
  readonly withinYear: VerdictWords
  readonly wholePeriod: VerdictWords
  /** As typed: "92,5", "95 %". */
  readonly nearlyFrom: string
}

export type PeriodWords = 'withinYear' | 'wholePeriod'

/** A base year whose column no longer holds figures is as good as none. */
export function draftOf({ base, ...policy }: Policy, columns: readonly Column[]): PolicyDraft {
  const holds = columns.some(({ id, role }) => id === base && isSourceFigure(role))
  return { ...policy, ...(holds && { base }), nearlyFrom: formatFigure(policy.nearlyFrom) }
}

/** What would be saved. A tolerance that is no number stays what it was `before`; a base year goes with its method. */
export function policyFrom({ base, nearlyFrom, ...draft }: PolicyDraft, before: Policy): Policy {
  return {
    ...draft,
    ...(base !== undefined && draft.less === 'reduction' && { base }),
    withinYear: tidied(draft.withinYear),
    wholePeriod: tidied(draft.wholePeriod),
    nearlyFrom: toleranceOf(nearlyFrom) ?? before.nearlyFrom,
  }
}

/** A plain number of per cent; undefined for anything else. */
export function toleranceOf(typed: string): string | undefined {
  const quantity = parseQuantity(typed)
  if (quantity?.op !== '=' || quantity.value === undefined || quantity.part !== undefined) return undefined
  if (quantity.unit !== undefined && quantity.unit !== '%') return undefined
  return formatDecimal(parseDecimal(quantity.value))
}

/** Nothing lies below 0 and from 100 on, where results that miss their target are looked at. */
export function isTolerance(value: string): boolean {
  return (
    compare(parseDecimal(value), parseDecimal('0')) > 0 &&
    compare(parseDecimal(value), parseDecimal('100')) < 0
  )
}

function tidied(words: VerdictWords): VerdictWords {
  const { exceeded, met, nearly, missed, expected, pending } = words
  return {
    exceeded: normalText(exceeded),
    met: normalText(met),
    nearly: normalText(nearly),
    missed: normalText(missed),
    expected: normalText(expected),
    pending: normalText(pending),
  }
}
