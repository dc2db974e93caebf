/** What a result comes to against its target. The word for it is the policy's; a person may overrule both. */
import { compare, compareTexts, parseDecimal, type Decimal } from './decimal.ts'
import type { Direction, Operator, Outcome, PeriodKind, Quantity } from './model.ts'

const SHORTER_THAN_A_YEAR: readonly PeriodKind[] = ['month', 'quarter', 'half-year', 'nine-months']

/** Reports within the year leave time to meet a target; those of a whole year, a term or an unknown period do not. */
export function isWithinYear(period: PeriodKind): boolean {
  return SHORTER_THAN_A_YEAR.includes(period)
}

/** What a result is rated by: `keep-less` is to keep something of which less is better, and so not to exceed it. */
export type Aim = Direction | 'keep-less'

/** Less is better, be it to reach a target or to keep to it. */
export function isLess(aim: Aim): aim is 'less' | 'keep-less' {
  return aim === 'less' || aim === 'keep-less'
}

/**
 * A plain target is exceeded on its good side, met or missed; a bound or range is met or missed, whatever the direction.
 * What is to be kept is never exceeded, and a plain target of the direction "range" is to be hit. A bounded result
 * ("> 90") meets a target when every value that it allows does. Undefined where "about" leaves it open, and for words.
 */
export function assess(
  result: Quantity,
  target: Quantity,
  direction: Aim,
): Extract<Outcome, 'exceeded' | 'met' | 'missed'> | undefined {
  if (result.op === '~' || direction === 'words') return undefined
  if (result.op === '=' && target.op === '=' && result.value !== undefined && target.value !== undefined) {
    return OF_FIGURES[direction](compareTexts(result.value, target.value))
  }
  const allowed = interval(result)
  const wanted = interval(target)
  if (allowed === undefined || wanted === undefined) return undefined
  if (target.op !== '=' || target.value === undefined || direction === 'range') {
    if (isWithin(allowed, wanted)) return 'met'
    return target.op === '~' ? undefined : 'missed'
  }
  const bound: Bound = { value: parseDecimal(target.value), open: false }
  if (isLess(direction)) {
    if (direction === 'less' && isBelow(allowed, bound.value)) return 'exceeded'
    return isWithin(allowed, { high: bound }) ? 'met' : 'missed'
  }
  if (direction === 'more' && isAbove(allowed, bound.value)) return 'exceeded'
  return isWithin(allowed, { low: bound }) ? 'met' : 'missed'
}

/** Of two plain figures, as nearly everywhere: by -1, 0 or 1 as the result is less, equal or more. */
const OF_FIGURES: Readonly<
  Record<Exclude<Aim, 'words'>, (order: -1 | 0 | 1) => 'exceeded' | 'met' | 'missed'>
> = {
  more: (order) => (order > 0 ? 'exceeded' : order === 0 ? 'met' : 'missed'),
  less: (order) => (order < 0 ? 'exceeded' : order === 0 ? 'met' : 'missed'),
  keep: (order) => (order >= 0 ? 'met' : 'missed'),
  'keep-less': (order) => (order <= 0 ? 'met' : 'missed'),
  range: (order) => (order === 0 ? 'met' : 'missed'),
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

function isBelow({ high }: Interval, value: Decimal): boolean {
  if (high === undefined) return false
  const order = compare(high.value, value)
  return order < 0 || (order === 0 && high.open)
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
