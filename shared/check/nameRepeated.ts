/**
 * name-repeated: two rows of one parent with the same name and unit.
 * Silent for sections and totals, for rows without figures, for the short words that lists repeat ("Nam", "Nữ"), and for
 * names that come up again and again, as "Diện tích" does below each crop.
 */
import { isSourceFigure } from '../columns.ts'
import type { Finding, Report, Row } from '../model.ts'
import { eachRow } from '../outline.ts'
import { folded, normalText } from '../text.ts'
import { finding } from './finding.ts'

const SHORTEST = 6
const MOST_USES = 2

export interface NamedRow {
  readonly row: Row
  readonly name: string
  /** The same for rows that must not be alike; undefined for rows that may. */
  readonly key: string | undefined
}

export function namedRows(report: Report): readonly NamedRow[] {
  const figures = report.columns.filter(({ role }) => isSourceFigure(role))
  const named: NamedRow[] = []
  eachRow(report.rows, (row, parent) => {
    const name = folded(row.name)
    const counts = row.kind === 'indicator' || row.kind === 'item'
    const mayRepeat =
      !counts || name.length < SHORTEST || !figures.some(({ id }) => row.cells[id] !== undefined)
    named.push({
      row,
      name,
      key: mayRepeat ? undefined : JSON.stringify([parent?.id, name, folded(row.unit)]),
    })
  })
  return named
}

export function nameRepeated(report: Report, named: readonly NamedRow[]): readonly Finding[] {
  const column = report.columns.find(({ role }) => role === 'name')
  const first = new Set<string>()
  const second = new Map<string, NamedRow>()
  const uses = new Map<string, number>()
  for (const each of named) {
    uses.set(each.name, (uses.get(each.name) ?? 0) + 1)
    if (each.key === undefined) continue
    if (!first.has(each.key)) first.add(each.key)
    else if (!second.has(each.key)) second.set(each.key, each)
  }
  return [...second.values()]
    .filter(({ name }) => (uses.get(name) ?? 0) <= MOST_USES)
    .map(({ row }) => finding('name-repeated', 'warning', row, column, { name: normalText(row.name) }))
}
