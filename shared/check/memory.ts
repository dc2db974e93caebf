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

/** A report and which of its rows changed since it was looked at before. */
export interface Looked {
  readonly report: Report
  readonly computed: Computed
  readonly changed: readonly Row[]
  /** The report with only the changed rows and those above them in the outline, in their order. */
  readonly part: Report
}

interface Seen {
  readonly above: Seen | undefined
  readonly values: Values | undefined
}

/** Looks at one report again and again; at first everything has changed. */
export function watchRows(): (report: Report, computed: Computed) => Looked {
  let seen = new WeakMap<Row, Seen>()
  let before: Report | undefined
  return (report, computed) => {
    if (before === undefined || !haveSameSettings(before, report)) seen = new WeakMap()
    before = report
    const changed = new Set<Row>()
    eachRow(report.rows, (row, parent) => {
      const was = seen.get(row)
      const above = parent === undefined ? undefined : seen.get(parent)
      const values = computed.get(row.id)
      if (was !== undefined && was.above === above && was.values === values) return
      changed.add(row)
      seen.set(row, { above, values })
    })
    return { report, computed, changed: [...changed], part: partOf(report, changed) }
  }
}

/**
 * What `work` makes of each row by itself, worked out for changed rows only. It is given a part of the report: it may
 * look at a row, those above it in the outline, what is computed in it, the columns and the properties, and nothing else.
 */
export function rememberByRow<Fact>(
  work: (report: Report, computed: Computed) => readonly Fact[],
  rowOf: (fact: Fact) => Id | undefined,
): (looked: Looked) => (row: Row) => readonly Fact[] {
  const none: readonly Fact[] = []
  const known = new WeakMap<Row, readonly Fact[]>()
  return ({ computed, changed, part }) => {
    const found = Map.groupBy(work(part, computed), rowOf)
    for (const row of changed) known.set(row, found.get(row.id) ?? none)
    return (row) => known.get(row) ?? none
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
      const ofRow = remember(looked)
      const facts: Fact[] = []
      for (const row of looked.report.rows) facts.push(...ofRow(row))
      return rules.flatMap((rule) => rule(looked.report, facts))
    }
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
