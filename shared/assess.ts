/** The assessment "Đánh giá": which word a result earns against its target. A proposal: a person may overrule it. */
import { compare, parseDecimal, type Decimal } from './decimal.ts'
import type { Operator, PeriodKind, Quantity } from './model.ts'

export const EXCEEDED = 'Vượt'
export const MET = 'Đạt'
export const NOT_MET = 'Không đạt'
export const NOT_YET_MET = 'Chưa đạt'
export const AT_YEAR_END = 'Đánh giá cuối năm'

const SHORTER_THAN_A_YEAR: readonly PeriodKind[] = ['month', 'quarter', 'half-year', 'nine-months']

/** Reports within the year say "Chưa đạt" where those of a whole year, a term or an unknown period say "Không đạt". */
export function isWithinYear(period: PeriodKind): boolean {
  return SHORTER_THAN_A_YEAR.includes(period)
}

/** The word where there is a target but no result yet; undefined where the period is over. */
export function assessWithoutResult(period: PeriodKind): string | undefined {
  return isWithinYear(period) ? AT_YEAR_END : undefined
}

/**
 * A plain target is exceeded, met or not met; a bound or range is met or not. A bounded result ("> 90") meets a target
 * when every value it allows does. Undefined where "about" leaves it open.
 */
export function assess(result: Quantity, target: Quantity, period: PeriodKind): string | undefined {
  if (result.op === '~') return undefined
  const allowed = interval(result)
  const wanted = interval(target)
  if (allowed === undefined || wanted === undefined) return undefined
  const plain = target.op === '=' && target.value !== undefined
  if (plain) {
    const value = parseDecimal(target.value)
    if (isAbove(allowed, value)) return EXCEEDED
    if (isWithin(allowed, { low: { value, open: false } })) return MET
  } else if (isWithin(allowed, wanted)) return MET
  if (target.op === '~') return undefined
  return isWithinYear(period) ? NOT_YET_MET : NOT_MET
}

interface Bound {
  readonly value: Decimal
  /** The bound itself is not included. */
  readonly open: boolean
}

/** A missing bound is infinite. */
interface Interval {
  readonly low?: Bound
  readonly high?: Bound
}

function interval({ op, value, low, high }: Quantity): Interval | undefined {
  if (low !== undefined && high !== undefined) return { low: closed(low), high: closed(high) }
  if (value === undefined) return undefined
  return INTERVALS[op](parseDecimal(value))
}

const INTERVALS: Readonly<Record<Operator, (value: Decimal) => Interval>> = {
  '=': (value) => ({ low: { value, open: false }, high: { value, open: false } }),
  '~': (value) => ({ low: { value, open: false }, high: { value, open: false } }),
  '>': (value) => ({ low: { value, open: true } }),
  '>=': (value) => ({ low: { value, open: false } }),
  '<': (value) => ({ high: { value, open: true } }),
  '<=': (value) => ({ high: { value, open: false } }),
}

function closed(value: string): Bound {
  return { value: parseDecimal(value), open: false }
}

function isAbove({ low }: Interval, value: Decimal): boolean {
  if (low === undefined) return false
  const order = compare(low.value, value)
  return order > 0 || (order === 0 && low.open)
}

function isWithin(inner: Interval, outer: Interval): boolean {
  return (
    (outer.low === undefined || (inner.low !== undefined && reaches(inner.low, outer.low, 1))) &&
    (outer.high === undefined || (inner.high !== undefined && reaches(inner.high, outer.high, -1)))
  )
}

/** The inner bound lies on or inside the outer one; `inwards` is 1 for low bounds, -1 for high ones. */
function reaches(inner: Bound, outer: Bound, inwards: 1 | -1): boolean {
  const order = compare(inner.value, outer.value)
  return order === inwards || (order === 0 && (inner.open || !outer.open))
}
