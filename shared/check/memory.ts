/**
 * What a check remembers of the rows it has judged, so that after an edit only those are judged anew of which something
 * changed: the row itself, a row it stands below, or what is computed in it. Rows, columns and values are never changed
 * in place, so the same object says the same. Other columns or properties, and everything is judged anew.
 */
import type { Computed, Values } from '../calculate.ts'
import { propertiesOf } from '../change.ts'
import { areEqual } from '../equal.ts'
import type { Finding, Id, Report, Row } from '../model.ts'
import { eachRow } from '../outline.ts'
import type { Rule } from './finding.ts'

/** A report beside the one that was looked at before. */
export interface Looked {
  readonly report: Report
  readonly computed: Computed
  /** By the place of each row: the place it had before, or -1 where it is to be judged anew. */
  readonly placesBefore: readonly number[]
  /** The report with only the rows to be judged anew and those above them in the outline, in their order. */
  readonly part: Report
}

interface Seen {
  readonly report: Report
  /** All by the places of the rows. */
  readonly parents: readonly (Row | undefined)[]
  readonly values: readonly (Values | undefined)[]
}

/** Looks at one report again and again; at first everything is new. */
export function watchRows(): (report: Report, computed: Computed) => Looked {
  let before: Seen | undefined
  return (report, computed) => {
    const known = before !== undefined && haveSameSettings(before.report, report) ? before : undefined
    const placeBefore = known === undefined ? () => -1 : placesIn(known.report.rows)
    const parents: (Row | undefined)[] = []
    const values: (Values | undefined)[] = []
    const placesBefore: number[] = []
    const anew = new Set<Row>()
    eachRow(report.rows, (row, parent) => {
      const place = placeBefore(row, parents.length)
      const computedNow = computed.get(row.id)
      const isSame =
        place >= 0 &&
        known?.values[place] === computedNow &&
        known?.parents[place] === parent &&
        (parent === undefined || !anew.has(parent))
      if (!isSame) anew.add(row)
      parents.push(parent)
      values.push(computedNow)
      placesBefore.push(isSame ? place : -1)
    })
    before = { report, parents, values }
    return { report, computed, placesBefore, part: partOf(report, anew) }
  }
}

/**
 * What `work` makes of each row by itself, by the places of the rows, worked out for those to be judged anew only. It is
 * given a part of the report: it may look at a row, those above it in the outline, what is computed in it, the columns
 * and the properties, and nothing else.
 */
export function rememberByRow<Fact>(
  work: (report: Report, computed: Computed) => readonly Fact[],
  rowOf: (fact: Fact) => Id | undefined,
): (looked: Looked) => readonly (readonly Fact[])[] {
  const none: readonly Fact[] = []
  let before: readonly (readonly Fact[])[] = []
  return ({ report, computed, placesBefore, part }) => {
    const found = Map.groupBy(work(part, computed), rowOf)
    before = report.rows.map((row, place) => {
      const was = placesBefore[place] ?? -1
      return (was < 0 ? found.get(row.id) : before[was]) ?? none
    })
    return before
  }
}

/** Rules over the whole table that begin with nothing remembered and then judge the report again and again. */
export type TableRules = () => (looked: Looked) => readonly Finding[]

/** A rule that needs no help to be quick, or looks at no rows at all. */
export function wholeTable(rule: Rule): TableRules {
  return () =>
    ({ report, computed }) =>
      rule(report, computed)
}

/** Rules that weigh against each other what each row by itself tells: see `rememberByRow` for `work`. */
export function weighing<Fact extends { readonly row: Row }>(
  work: (report: Report, computed: Computed) => readonly Fact[],
  rules: readonly ((report: Report, facts: readonly Fact[]) => readonly Finding[])[],
): TableRules {
  return () => {
    const remember = rememberByRow(work, ({ row }) => row.id)
    return (looked) => {
      // Several times quicker than `flat`, after every edit.
      const facts: Fact[] = []
      for (const ofRow of remember(looked)) for (const fact of ofRow) facts.push(fact)
      return rules.flatMap((rule) => rule(looked.report, facts))
    }
  }
}

/** Where a row stood, or -1. Nearly always where it stands now. */
function placesIn(rows: readonly Row[]): (row: Row, likely: number) => number {
  let places: ReadonlyMap<Row, number> | undefined
  return (row, likely) => {
    if (rows[likely] === row) return likely
    places ??= new Map(rows.map((each, place) => [each, place]))
    return places.get(row) ?? -1
  }
}

function partOf(report: Report, rows: ReadonlySet<Row>): Report {
  if (rows.size === report.rows.length) return report
  const open: Row[] = []
  const part = new Set<Row>()
  for (const row of report.rows) {
    while ((open.at(-1)?.level ?? -1) >= row.level) open.pop()
    open.push(row)
    if (rows.has(row)) for (const each of open) part.add(each)
  }
  return { ...report, rows: [...part] }
}

function haveSameSettings(one: Report, other: Report): boolean {
  return one.columns === other.columns && areEqual(propertiesOf(one), propertiesOf(other))
}
