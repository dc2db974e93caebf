/**
 * What a check remembers of the rows it has judged, so that after an edit only those are judged anew of which something
 * changed: the row itself, a row it stands below, or what is computed in it. Rows, columns and values are never changed
 * in place, so the same object says the same. Other columns or properties, and everything is judged anew.
 */
import type { Computed, Values } from '../calculate.ts'
import { propertiesOf } from '../change.ts'
import type { Finding, Report, Row } from '../model.ts'
import { areEqual } from '../equal.ts'
import { eachRow } from '../outline.ts'
import { findingsByRow, type Rule } from './finding.ts'

interface Judged {
  readonly above: Judged | undefined
  readonly values: Values | undefined
  readonly findings: readonly Finding[]
}

/** Findings by row, in the order of the rules, of rules that judge each row by itself: see `ROW_RULES`. */
export function rowMemory(rules: readonly Rule[]) {
  let known = new WeakMap<Row, Judged>()
  let settings: Report | undefined
  return (report: Report, computed: Computed): ((row: Row) => readonly Finding[]) => {
    if (settings === undefined || !haveSameSettings(settings, report)) known = new WeakMap()
    settings = report
    const changed = changedRows(report, computed, known)
    const found = findingsByRow(rules, partOf(report, changed), computed)
    for (const [row, above] of changed) {
      known.set(row, {
        above: above === undefined ? undefined : known.get(above),
        values: computed.get(row.id),
        findings: found.get(row.id) ?? NONE,
      })
    }
    return (row) => known.get(row)?.findings ?? NONE
  }
}

const NONE: readonly Finding[] = []

/** From top to bottom, each with the row it stands below. */
function changedRows(report: Report, computed: Computed, known: WeakMap<Row, Judged>) {
  const changed = new Map<Row, Row | undefined>()
  eachRow(report.rows, (row, parent) => {
    const was = known.get(row)
    const isSame =
      was !== undefined &&
      was.values === computed.get(row.id) &&
      (parent === undefined
        ? was.above === undefined
        : !changed.has(parent) && was.above === known.get(parent))
    if (!isSame) changed.set(row, parent)
  })
  return changed
}

/** The report with only these rows and those above them in the outline, which its rules may look at. */
function partOf(report: Report, rows: ReadonlyMap<Row, Row | undefined>): Report {
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
