/**
 * How one cell of a computed column comes about: its value and what it was worked out from, or why there is none.
 * Calculation and explanation both ask here, so that what is explained is what was done.
 */
import { assess, isWithinYear } from './assess.ts'
import { baseYearColumn } from './baseYear.ts'
import { isEmpty, isPlaceholder } from './cells.ts'
import { isComputed, isSourceFigure } from './columns.ts'
import { alike } from './comparable.ts'
import { compare, formatDecimal, HUNDRED, multiply, parseDecimal } from './decimal.ts'
import { directionAgainst } from './direction.ts'
import { averageChange, averageGrowth, change, growth, type NoGrowth } from './increase.ts'
import type {
  Cell,
  Column,
  DecimalText,
  Direction,
  Id,
  LessRating,
  Outcome,
  Policy,
  Quantity,
  Report,
  Row,
  VerdictWords,
} from './model.ts'
import { policyOf, wordsFor } from './policy.ts'
import { lessRatioOf, percent, ratioOf, type Fraction, type NoRatio } from './ratio.ts'
import { isShare, measureOf } from './units.ts'

/** Why a computed cell is empty. */
export type Nothing =
  | NoRatio
  | NoGrowth
  | 'section'
  | 'nothing-compared'
  | 'target-missing'
  | 'target-words'
  | 'result-missing'
  | 'result-words'
  | 'target-error'
  | 'result-error'
  | 'target-bound'
  | 'unlike-sense'
  | 'unlike-form'
  | 'unlike-unit'
  | 'about'
  | 'words'
  | 'part'
  | 'no-word'

/** The two figures that a cell compares, in one measure. */
export interface Compared {
  readonly result: Quantity
  readonly target: Quantity
}

export type Worked =
  | { readonly is: 'nothing'; readonly why: Nothing; readonly value?: undefined }
  | (Compared & {
      readonly is: 'ratio'
      readonly value: DecimalText
      readonly fraction: Fraction
      readonly method: 'plain' | Exclude<LessRating, 'none'>
      readonly base?: Quantity
    })
  | (Compared & {
      readonly is: 'change' | 'growth'
      readonly value: DecimalText
      /** The difference of shares. */
      readonly points: boolean
      readonly steps: number
    })
  | (Compared & {
      readonly is: 'verdict'
      readonly value: string
      readonly outcome: Outcome
      readonly direction: Direction
    })
  | { readonly is: 'pending'; readonly value: string; readonly yearEndOnly: boolean }

/** What a computed column compares and how it rounds. */
export interface ComputedColumn {
  readonly column: Column
  readonly of: Column | undefined
  readonly to: Column | undefined
  readonly digits: number
  /** The column of the base year, where less is rated by the reduction. */
  readonly base: Id | undefined
}

/** How a report works out its cells: the same for all its rows. */
export interface Method {
  readonly policy: Policy
  readonly words: VerdictWords
  readonly withinYear: boolean
  readonly columns: readonly ComputedColumn[]
  /** The columns of figures that a person or a file supplied. */
  readonly figures: readonly Id[]
}

export function methodOf(report: Report): Method {
  const policy = policyOf(report)
  const byId = new Map(report.columns.map((column) => [column.id, column]))
  const named = (id: Id | undefined) => (id === undefined ? undefined : byId.get(id))
  return {
    policy,
    words: wordsFor(report),
    withinYear: isWithinYear(report.period.kind),
    columns: report.columns
      .filter(({ role }) => isComputed(role))
      .map((column) => ({
        column,
        of: named(column.of),
        to: named(column.to),
        digits: column.digits ?? policy.digits,
        base: policy.less === 'reduction' ? (policy.base ?? baseYearColumn(report, column)) : undefined,
      })),
    figures: report.columns.filter(({ role }) => isSourceFigure(role)).map(({ id }) => id),
  }
}

/** `parent` is the row's in the outline. */
export function workOut(method: Method, computed: ComputedColumn, row: Row, parent: Row | undefined): Worked {
  if (row.kind === 'section') return nothing('section')
  switch (computed.column.role) {
    case 'ratio':
      return ratioIn(method, computed, row)
    case 'change':
    case 'growth':
      return increaseIn(computed, row)
    default:
      return verdictIn(method, computed, row, parent)
  }
}

/** The row counts within its parent: an item below a row that has figures of its own. */
export function isPart(row: Row, parent: Row | undefined, figures: readonly Id[]): boolean {
  return (
    row.kind === 'item' &&
    parent !== undefined &&
    figures.some((column) => parent.cells[column]?.quantity !== undefined)
  )
}

/** What is good for the row against the figure of this column. What came before is no target: against it more is always more. */
export function directionIn(row: Row, to: Column | undefined): Direction {
  return to?.role === 'plan' ? directionAgainst(row, row.cells[to.id]) : 'more'
}

/** Less is rated by the report's method: its target is plain or must not be exceeded. */
export function isRatedAsLess(computed: ComputedColumn, row: Row, target: Quantity): boolean {
  return (
    target.value !== undefined &&
    target.op !== '>' &&
    target.op !== '>=' &&
    directionIn(row, computed.to) === 'less'
  )
}

function ratioIn({ policy }: Method, computed: ComputedColumn, row: Row): Worked {
  const compared = comparedIn(computed, row)
  if (typeof compared === 'string') return nothing(compared)
  const { result, target } = compared
  if (!isRatedAsLess(computed, row, target)) {
    if (row.direction === 'words' && computed.to?.role === 'plan') return nothing('words')
    const fraction = ratioOf(result, target)
    if (typeof fraction === 'string') return nothing(fraction)
    return { is: 'ratio', value: percent(fraction, computed.digits), fraction, method: 'plain', ...compared }
  }
  if (policy.less === 'none') return nothing('less-unrated')
  const outcome = assess(result, target, 'less')
  const isMet = outcome === 'met' || outcome === 'exceeded'
  const base = baseIn(computed, row, compared)
  const fraction = lessRatioOf(policy.less, { result, target, isMet, base })
  if (typeof fraction === 'string') return nothing(fraction)
  return {
    is: 'ratio',
    value: percent(fraction, computed.digits),
    fraction,
    method: policy.less,
    ...compared,
    ...(base !== undefined && { base }),
  }
}

/** What the base year had, in the measure of the two figures compared. */
function baseIn({ base }: ComputedColumn, row: Row, { target }: Compared): Quantity | undefined {
  const quantity = base === undefined ? undefined : row.cells[base]?.quantity
  if (quantity === undefined) return undefined
  const same = alike(quantity, target, row.unit)
  return 'refused' in same || same.target.value !== target.value ? undefined : same.result
}

function increaseIn(computed: ComputedColumn, row: Row): Worked {
  const compared = comparedIn(computed, row)
  if (typeof compared === 'string') return nothing(compared)
  const { result, target } = compared
  if (result.op !== '=' || result.value === undefined) return nothing('result-bound')
  if (target.value === undefined) return nothing('target-range')
  if (target.op !== '=') return nothing('target-bound')
  const { column, digits } = computed
  const of = parseDecimal(result.value)
  const to = parseDecimal(target.value)
  const steps = column.steps ?? 1
  const points = isShare(measureOf(result.unit ?? row.unit))
  if (column.role === 'change' || points) {
    const value = steps > 1 ? averageChange(of, to, steps, digits) : change(of, to, digits)
    return {
      is: column.role === 'change' ? 'change' : 'growth',
      value: formatDecimal(value),
      points,
      steps,
      ...compared,
    }
  }
  const value = steps > 1 ? averageGrowth(of, to, steps, digits) : growth(of, to, digits)
  if (typeof value === 'string') return nothing(value)
  return { is: 'growth', value: formatDecimal(value), points, steps, ...compared }
}

function verdictIn(method: Method, computed: ComputedColumn, row: Row, parent: Row | undefined): Worked {
  if (isPart(row, parent, method.figures)) return nothing('part')
  const { words, withinYear } = method
  if (withinYear && row.yearEndOnly === true) return pending(words, true)
  if (row.direction === 'words') return nothing('words')
  const compared = comparedIn(computed, row)
  if (compared === 'result-missing' && isEmpty(cellAt(row, computed.of))) return pending(words, false)
  if (typeof compared === 'string') return nothing(compared)
  const direction = directionIn(row, computed.to)
  const outcome = assess(compared.result, compared.target, direction)
  if (outcome === undefined) return nothing('about')
  const told = toldApart(method, computed, row, { ...compared, direction, outcome })
  return words[told] === ''
    ? nothing('no-word')
    : { is: 'verdict', value: words[told], outcome: told, direction, ...compared }
}

function pending(words: VerdictWords, yearEndOnly: boolean): Worked {
  return words.pending === '' ? nothing('no-word') : { is: 'pending', value: words.pending, yearEndOnly }
}

type Told = Compared & { readonly direction: Direction; readonly outcome: 'exceeded' | 'met' | 'missed' }

/** The outcome as far as the report has a word for it. */
function toldApart(
  { words, policy }: Method,
  { of }: ComputedColumn,
  row: Row,
  { outcome, direction, ...compared }: Told,
): Outcome {
  if (outcome === 'missed') {
    const tells = words.nearly !== '' && direction === 'more'
    return tells && isNearly(compared, policy.nearlyFrom) ? 'nearly' : 'missed'
  }
  if (words.expected !== '' && of !== undefined && isForecast(row, of)) return 'expected'
  return outcome === 'exceeded' && words.exceeded === '' ? 'met' : outcome
}

/** By the unrounded ratio: 94,996 is not yet 95. */
function isNearly({ result, target }: Compared, from: DecimalText): boolean {
  const fraction = ratioOf(result, target)
  if (typeof fraction === 'string') return false
  const { numerator, denominator } = fraction
  return (
    compare(numerator, multiply(denominator, parseDecimal(from))) >= 0 &&
    compare(numerator, multiply(denominator, HUNDRED)) < 0
  )
}

/** The result has not come about yet: a person said so, or its column holds estimates. */
function isForecast(row: Row, of: Column): boolean {
  const kind = row.cells[of.id]?.metadata?.kind
  return kind === undefined ? of.role === 'estimate' : kind !== 'actual'
}

function comparedIn({ of, to }: ComputedColumn, row: Row): Compared | Nothing {
  if (of === undefined || to === undefined) return 'nothing-compared'
  const target = quantityIn(cellAt(row, to), 'target')
  if (typeof target === 'string') return target
  const result = quantityIn(cellAt(row, of), 'result')
  if (typeof result === 'string') return result
  const same = alike(result, target, row.unit)
  return 'refused' in same ? `unlike-${same.refused}` : same
}

function quantityIn(cell: Cell | undefined, side: 'target' | 'result'): Quantity | Nothing {
  if (cell?.quantity !== undefined) return cell.quantity
  if (cell?.flags !== undefined) return `${side}-error`
  return cell === undefined || isPlaceholder(cell.text) ? `${side}-missing` : `${side}-words`
}

function cellAt(row: Row, column: Column | undefined): Cell | undefined {
  return column === undefined ? undefined : row.cells[column.id]
}

function nothing(why: Nothing): Worked {
  return { is: 'nothing', why }
}
