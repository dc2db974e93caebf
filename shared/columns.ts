/** What the columns of a report are to each other: which are computed, which hold figures, which are compared. */
import type { Column, Id, Role } from './model.ts'
import { orderBetween } from './order.ts'
import { plainWords } from './text.ts'

const COMPUTED: readonly Role[] = ['ratio', 'change', 'growth', 'assessment']
const NAMED_FIGURES: readonly Role[] = ['plan', 'actual', 'estimate', 'cumulative', 'previous']
/** Roles of a result, in the order in which a comparison prefers them. */
const RESULTS: readonly Role[] = ['actual', 'cumulative', 'estimate']

/** The program works its cells out. */
export function isComputed(role: Role): boolean {
  return COMPUTED.includes(role)
}

/** What it holds stands in a field of the row itself; a table has at most one column of each. */
export function isField(role: Role): role is 'ordinal' | 'name' | 'unit' {
  return role === 'ordinal' || role === 'name' || role === 'unit'
}

/** Plan, a result, or what came before: figures of which the header says what they are. */
export function isNamedFigure(role: Role): boolean {
  return NAMED_FIGURES.includes(role)
}

/** Its cells hold quantities that a person or a file supplied. */
export function isSourceFigure(role: Role): boolean {
  return isNamedFigure(role) || role === 'number'
}

/** Its cells are figures, supplied or computed: right-aligned. */
export function isFigure(role: Role): boolean {
  return isSourceFigure(role) || role === 'ratio' || role === 'change' || role === 'growth'
}

/**
 * The columns, in table order, each computed one with the columns it compares. What is already named stays,
 * as long as it exists and holds figures; the rest is the default of the command line's contract: `to` the nearest
 * plan on the left, `of` the actual, else the cumulative, else the estimate; of several of a kind the nearest on the
 * left, else the nearest on the right. `withoutPlan` columns get no plan. An assessment is by the plan of the year where
 * there is one beside that of the term, and so is whatever is added to a table.
 */
export function withComparisons(columns: readonly Column[]): readonly Column[] {
  return columns.map((column, index) => {
    if (!isComputed(column.role)) return withoutComparison(column)
    const of = usable(columns, column.of) ?? defaultOf(columns, index)
    const to = usable(columns, column.to) ?? defaultTo(columns, index)
    if (of === column.of && to === column.to) return column
    const { of: _of, to: _to, ...rest } = column
    return { ...rest, ...(of !== undefined && { of }), ...(to !== undefined && { to }) }
  })
}

/**
 * The columns with a ratio and an assessment appended (`added`, empty header) where the table has plan and result
 * but no such column. What they compare is left to `withComparisons`.
 */
export function withMissingColumns(columns: readonly Column[], newId: () => Id): readonly Column[] {
  const has = (role: Role) => columns.some((column) => column.role === role)
  if (!has('plan') || !RESULTS.some(has)) return columns
  const result = [...columns]
  for (const role of ['ratio', 'assessment'] as const) {
    if (has(role)) continue
    const order = orderBetween(result.at(-1)?.order ?? null, null)
    result.push({ id: newId(), tag: nextTag(result), order, role, header: [], added: true })
  }
  return result
}

/**
 * Which half of a change a column shows where its table has one column for each, headed "Tăng" and "Giảm" and comparing the
 * same figures; undefined for a column that shows changes both ways.
 */
export function halfOf(columns: readonly Column[], column: Column): 'increase' | 'decrease' | undefined {
  const half = halfNamed(column)
  const has = (other: Column) =>
    other.of === column.of &&
    other.to === column.to &&
    halfNamed(other) === (half === 'increase' ? 'decrease' : 'increase')
  return half !== undefined && columns.some(has) ? half : undefined
}

/** "Tăng", "Giảm (-)", "Tăng (ha)". */
function halfNamed({ role, header }: Column): 'increase' | 'decrease' | undefined {
  if (role !== 'change') return undefined
  const words = plainWords(header.at(-1) ?? '').replace(/\([^)]*\)?|[^a-z]/g, '')
  return words === 'tang' ? 'increase' : words === 'giam' ? 'decrease' : undefined
}

function withoutComparison(column: Column): Column {
  if (column.of === undefined && column.to === undefined) return column
  const { of: _of, to: _to, ...rest } = column
  return rest
}

function usable(columns: readonly Column[], id: Id | undefined): Id | undefined {
  return columns.find((column) => column.id === id && isSourceFigure(column.role))?.id
}

function defaultOf(columns: readonly Column[], index: number): Id | undefined {
  for (const role of RESULTS) {
    const found =
      nearestLeft(columns, index, role) ?? columns.slice(index + 1).find((column) => column.role === role)?.id
    if (found !== undefined) return found
  }
  return undefined
}

function defaultTo(columns: readonly Column[], index: number): Id | undefined {
  const column = columns[index]
  if (column === undefined || column.withoutPlan === true) return undefined
  const ofYear = column.role === 'assessment' || column.added === true
  const yearly = ofYear ? nearestLeft(columns, index, 'plan', ({ term }) => term !== true) : undefined
  return yearly ?? nearestLeft(columns, index, 'plan')
}

function nearestLeft(
  columns: readonly Column[],
  index: number,
  role: Role,
  isMeant: (column: Column) => boolean = () => true,
): Id | undefined {
  return columns.slice(0, index).findLast((column) => column.role === role && isMeant(column))?.id
}

/** The tag a new column gets; `last` is the highest number of a column that was there and is gone. */
export function nextTag(columns: readonly Column[], last = 0): string {
  const numbers = columns.map((column) => Number(column.tag.replace(/^\D+/, '')))
  return `c${Math.max(last, ...numbers) + 1}`
}
