/** Works out the computed columns of a report: ratios, changes, growth and assessments. Nothing is ever computed from words. */
import { areEqual } from './equal.ts'
import type { Id, Report, ReportChange, Row } from './model.ts'
import { childrenOf, eachRow, keepOutline, outlineOf, parentOf } from './outline.ts'
import { methodOf, sidesIn, workOut, type ComputedColumn, type Method, type Sides } from './workings.ts'

/** By row: what its computed columns hold. */
export interface Computed {
  readonly get: (row: Id) => Values | undefined
}

/** By column: a canonical decimal ("99.67") or the word of an assessment; absent where there is nothing. */
export type Values = Readonly<Record<Id, string>>

export function calculate(report: Report): Computed {
  const method = methodOf(report)
  const base: (Values | undefined)[] = []
  eachRow(report.rows, (row, parent) => base.push(calculateRow(method, row, parent)))
  return computedOf({ rows: report.rows, base, later: new Map() })
}

/** The values of one row alone, which may be in another state than the report has it in. Its parent is the report's. */
export function calculateAlone(report: Report, row: Row): Computed {
  const values = calculateRow(methodOf(report), row, parentOf(report.rows, row))
  return { get: (id) => (id === row.id ? values : undefined) }
}

/**
 * The same as `calculate(report)`, where `before` is what was computed before the change that led to the report. Where
 * only cells changed, only their rows and the rows right below these are worked out again, however many others there
 * are; rows whose values stay the same keep the very object they had.
 */
export function recalculateAfter(report: Report, before: Computed, change: ReportChange): Computed {
  const state = states.get(before)
  if (state === undefined || !changesOnlyCells(change)) return calculate(report)
  keepOutline(state.rows, report.rows)
  const method = methodOf(report)
  const later = new Map(state.later)
  const again = (row: Row, parent: Row | undefined) => {
    const was = before.get(row.id)
    const is = calculateRow(method, row, parent)
    if (!areEqual(was, is)) later.set(row.id, is)
  }
  for (const { after: row } of change.rows) {
    if (row === null) continue
    again(row, parentOf(report.rows, row))
    for (const child of childrenOf(report.rows, row)) again(child, row)
  }
  return computedOf(merged({ rows: report.rows, base: state.base, later }))
}

/** What was computed in full, and what has been worked out again since: undefined for a row that has nothing any more. */
interface State {
  readonly rows: readonly Row[]
  /** By the row's place. */
  readonly base: readonly (Values | undefined)[]
  readonly later: ReadonlyMap<Id, Values | undefined>
}

const states = new WeakMap<Computed, State>()

/** So many rows worked out since are copied at every edit; more are written into the base, once in so many edits. */
const MOST_LATER = 500

function computedOf(state: State): Computed {
  const { rows, base, later } = state
  const outline = outlineOf(rows)
  const computed = {
    get: (row: Id) => {
      if (later.has(row)) return later.get(row)
      const place = outline.places.get(row)
      return place === undefined ? undefined : base[place]
    },
  }
  states.set(computed, state)
  return computed
}

function merged(state: State): State {
  const { rows, base, later } = state
  if (later.size <= MOST_LATER) return state
  const all = [...base]
  const { places } = outlineOf(rows)
  for (const [row, values] of later) {
    const place = places.get(row)
    if (place !== undefined) all[place] = values
  }
  return { rows, base: all, later: new Map() }
}

/** Neither columns nor properties nor the outline. */
function changesOnlyCells({ properties, columns, rows }: ReportChange): boolean {
  return (
    properties === undefined &&
    columns.length === 0 &&
    rows.every(
      ({ before, after }) =>
        before !== null &&
        after !== null &&
        before.level === after.level &&
        before.order === after.order &&
        before.kind === after.kind,
    )
  )
}

function calculateRow(method: Method, row: Row, parent: Row | undefined): Values | undefined {
  if (row.kind === 'section') return undefined
  const values: Record<Id, string> = {}
  let some = false
  let before: ComputedColumn | undefined
  let sides: Sides = 'nothing-compared'
  for (const computed of method.columns) {
    if (before === undefined || computed.of !== before.of || computed.to !== before.to)
      sides = sidesIn(computed, row)
    before = computed
    const { value } = workOut(method, computed, row, parent, sides)
    if (value === undefined) continue
    values[computed.column.id] = value
    some = true
  }
  return some ? values : undefined
}
