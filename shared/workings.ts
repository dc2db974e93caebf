/**
 * How one cell of a computed column comes about: its value and what it was worked out from, or why there is none.
 * Calculation and explanation both ask here, so that what is explained is what was done.
 */
import { assess, isLess, isWithinYear, type Aim } from './assess.ts'
import { baseOf } from './baseYear.ts'
import { isEmpty, isPlaceholder } from './cells.ts'
import { halfOf, isComputed, isSourceFigure } from './columns.ts'
import { alike } from './comparable.ts'
import { compare, formatDecimal, multiply, parseDecimal } from './decimal.ts'
import { statementIsOver } from './basis.ts'
import { aimIn } from './direction.ts'
import { averageChange, averageGrowth, growth, type NoGrowth } from './increase.ts'
import type {
  Cell,
  Column,
  DecimalText,
  Id,
  LessRating,
  Outcome,
  Policy,
  Quantity,
  Report,
  Row,
  VerdictWords,
} from './model.ts'
import { isPart } from './part.ts'
import { outcomeOf, policyOf, wordsFor } from './policy.ts'
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
  | 'not-increased'
  | 'not-decreased'

/** The two figures that a cell compares, in one measure. */
export interface Compared {
  readonly result: Quantity
  readonly target: Quantity
}

export type Worked =
  | { readonly is: 'nothing'; readonly why: Nothing; readonly value?: undefined }
  | {
      readonly is: 'ratio'
      readonly compared: Compared
      readonly value: DecimalText
      readonly fraction: Fraction
      readonly method: 'plain' | Exclude<LessRating, 'none'>
      readonly base?: Quantity
    }
  | {
      readonly is: 'change' | 'growth'
      readonly compared: Compared
      readonly value: DecimalText
      /** The difference of shares. */
      readonly points: boolean
      readonly steps: number
      /** The value is by how much it fell. */
      readonly fallen: boolean
    }
  | {
      readonly is: 'verdict'
      readonly compared: Compared
      readonly value: string
      readonly outcome: Outcome
      readonly direction: Aim
    }
  | { readonly is: 'pending'; readonly value: string; readonly yearEndOnly: boolean }

/** What a computed column compares and how it rounds. */
export interface ComputedColumn {
  readonly column: Column
  readonly of: Column | undefined
  readonly to: Column | undefined
  readonly digits: number
  /** The column of the base year, where less is rated by the reduction. */
  readonly base: Id | undefined
  readonly half?: ReturnType<typeof halfOf>
}

/** How a report works out its cells: the same for all its rows. */
export interface Method {
  readonly policy: Policy
  readonly words: VerdictWords
  readonly withinYear: boolean
  readonly columns: readonly ComputedColumn[]
  /** The columns of figures that a person or a file supplied. */
  readonly figures: readonly Id[]
  /** The file assesses the row, and what it says no longer holds. */
  readonly isAssessedAnew: (row: Row, column: Column) => boolean
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
        base: baseOf(report, column),
        half: halfOf(report.columns, column),
      })),
    figures: report.columns.filter(({ role }) => isSourceFigure(role)).map(({ id }) => id),
    isAssessedAnew: (row, column) => {
      const stated = row.stated[column.id]
      return (
        stated !== undefined &&
        outcomeOf(report, stated.text) !== undefined &&
        statementIsOver(report, row, column, stated)
      )
    },
  }
}

/** The two figures that a cell compares and what is good for the row; or why there are none. */
export type Sides = Nothing | { readonly compared: Compared; readonly direction: Aim }

/**
 * `parent` is the row's in the outline. `sides` are those of `sidesIn`: columns that compare the same two columns can
 * share them.
 */
export function workOut(
  method: Method,
  computed: ComputedColumn,
  row: Row,
  parent: Row | undefined,
  sides: Sides = sidesIn(computed, row),
): Worked {
  if (row.kind === 'section') return nothing('section')
  switch (computed.column.role) {
    case 'ratio':
      return ratioIn(method, computed, row, sides)
    case 'change':
    case 'growth':
      return increaseIn(computed, row, sides)
    default:
      return verdictIn(method, computed, row, parent, sides)
  }
}

export function sidesIn({ of, to }: Pick<ComputedColumn, 'of' | 'to'>, row: Row): Sides {
  if (of === undefined || to === undefined) return 'nothing-compared'
  const target = quantityIn(row.cells[to.id], 'target')
  if (typeof target === 'string') return target
  const result = quantityIn(row.cells[of.id], 'result')
  if (typeof result === 'string') return result
  const compared = alike(result, target, row.unit)
  if ('refused' in compared) return `unlike-${compared.refused}`
  return { compared, direction: aimIn(row, to) }
}

function quantityIn(cell: Cell | undefined, side: 'target' | 'result'): Quantity | Nothing {
  if (cell?.quantity !== undefined) return cell.quantity
  if (cell?.flags !== undefined) return `${side}-error`
  return cell === undefined || isPlaceholder(cell.text) ? `${side}-missing` : `${side}-words`
}

function ratioIn({ policy }: Method, computed: ComputedColumn, row: Row, sides: Sides): Worked {
  if (typeof sides === 'string') return nothing(sides)
  const { compared, direction } = sides
  if (isLess(direction) && isLimit(compared.target)) return lessRatioIn(policy.less, computed, row, compared)
  if (direction === 'words' && row.direction === 'words') return nothing('words')
  const fraction = ratioOf(compared.result, compared.target)
  if (typeof fraction === 'string') return nothing(fraction)
  return { is: 'ratio', value: percent(fraction, computed.digits), fraction, method: 'plain', compared }
}

/** Less can be better than it: it is plain, or must not be exceeded. */
function isLimit({ op, value }: Quantity): boolean {
  return value !== undefined && op !== '>' && op !== '>='
}

function lessRatioIn(less: LessRating, computed: ComputedColumn, row: Row, compared: Compared): Worked {
  if (less === 'none') return nothing('less-unrated')
  const { result, target } = compared
  const outcome = assess(result, target, 'less')
  const isMet = outcome === 'met' || outcome === 'exceeded'
  const base = baseIn(computed, row, target)
  const fraction = lessRatioOf(less, { result, target, isMet, base })
  if (typeof fraction === 'string') return nothing(fraction)
  const value = percent(fraction, computed.digits)
  return { is: 'ratio', value, fraction, method: less, compared, ...(base !== undefined && { base }) }
}

/** What the base year had, in the measure of the target. */
function baseIn({ base }: ComputedColumn, row: Row, target: Quantity): Quantity | undefined {
  const quantity = base === undefined ? undefined : row.cells[base]?.quantity
  if (quantity === undefined) return undefined
  const same = alike(quantity, target, row.unit)
  return 'refused' in same || same.target.value !== target.value ? undefined : same.result
}

function increaseIn({ column, digits, half }: ComputedColumn, row: Row, sides: Sides): Worked {
  if (typeof sides === 'string') return nothing(sides)
  const { compared } = sides
  const { result, target } = compared
  if (result.op !== '=' || result.value === undefined) return nothing('result-bound')
  if (target.value === undefined) return nothing('target-range')
  if (target.op !== '=') return nothing('target-bound')
  const of = parseDecimal(result.value)
  const to = parseDecimal(target.value)
  const steps = column.steps ?? 1
  const points = isShare(measureOf(result.unit ?? row.unit))
  const isChange = column.role === 'change'
  const value =
    isChange || points
      ? averageChange(of, to, steps, digits)
      : steps > 1
        ? averageGrowth(of, to, steps, digits)
        : growth(of, to, digits)
  if (typeof value === 'string') return nothing(value)
  if (half === 'increase' && value.units <= 0n) return nothing('not-increased')
  if (half === 'decrease' && value.units >= 0n) return nothing('not-decreased')
  const fallen = half === 'decrease'
  const shown = formatDecimal(fallen ? { ...value, units: -value.units } : value)
  return { is: isChange ? 'change' : 'growth', value: shown, points, steps, fallen, compared }
}

function verdictIn(
  method: Method,
  computed: ComputedColumn,
  row: Row,
  parent: Row | undefined,
  sides: Sides,
): Worked {
  // A part counts within its parent. One that the file assesses all the same goes on being assessed once it changes.
  const counts = !isPart(row, parent, method.figures) || method.isAssessedAnew(row, computed.column)
  if (!counts) return nothing('part')
  const { words, withinYear } = method
  if (withinYear && row.yearEndOnly === true) return pending(words, true)
  if (row.direction === 'words') return nothing('words')
  if (sides === 'result-missing' && isEmpty(computed.of && row.cells[computed.of.id]))
    return pending(words, false)
  if (typeof sides === 'string') return nothing(sides)
  const { compared, direction } = sides
  const earned = assess(compared.result, compared.target, direction)
  if (earned === undefined) return nothing('about')
  const outcome = earned === 'missed' ? missed(method, sides) : reached(method, computed, row, earned)
  const value = words[outcome]
  return value === '' ? nothing('no-word') : { is: 'verdict', value, outcome, direction, compared }
}

function pending(words: VerdictWords, yearEndOnly: boolean): Worked {
  return words.pending === '' ? nothing('no-word') : { is: 'pending', value: words.pending, yearEndOnly }
}

/** A miss is only told to be near where the report has a word for that. */
function missed({ words, policy }: Method, { compared, direction }: Exclude<Sides, string>): Outcome {
  const tells = words.nearly !== '' && direction === 'more'
  return tells && isNearly(compared, policy.nearlyFrom) ? 'nearly' : 'missed'
}

/** So are a forecast from what has come true, and more than the target from the target. */
function reached({ words }: Method, { of }: ComputedColumn, row: Row, earned: 'met' | 'exceeded'): Outcome {
  if (words.expected !== '' && of !== undefined && isForecast(row, of)) return 'expected'
  return earned === 'exceeded' && words.exceeded === '' ? 'met' : earned
}

/**
 * Whether a result that misses its target comes to so many per cent of it, by the unrounded ratio: 94,996 is not yet 95. 90
 * misses ">90" and is near it.
 */
export function isNearly({ result, target }: Compared, from: DecimalText): boolean {
  const fraction = ratioOf(result, target)
  if (typeof fraction === 'string') return false
  const { numerator, denominator } = fraction
  return compare(numerator, multiply(denominator, parseDecimal(from))) >= 0
}

/** The result has not come about yet: a person said so, or its column holds estimates. */
function isForecast(row: Row, of: Column): boolean {
  const kind = row.cells[of.id]?.metadata?.kind
  return kind === undefined ? of.role === 'estimate' : kind !== 'actual'
}

function nothing(why: Nothing): Worked {
  return { is: 'nothing', why }
}
