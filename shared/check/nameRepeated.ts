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

export function nameRepeated(report: Report): readonly Finding[] {
  const column = report.columns.find(({ role }) => role === 'name')
  const figures = report.columns.filter(({ role }) => isSourceFigure(role))
  const groups = new Map<string, Row[]>()
  const uses = new Map<string, number>()
  eachRow(report.rows, (row, parent) => {
    const name = folded(row.name)
    uses.set(name, (uses.get(name) ?? 0) + 1)
    const counts = row.kind === 'indicator' || row.kind === 'item'
    if (!counts || name.length < SHORTEST || !figures.some(({ id }) => row.cells[id] !== undefined)) return
    const key = JSON.stringify([parent?.id, name, folded(row.unit)])
    groups.set(key, [...(groups.get(key) ?? []), row])
  })
  return [...groups.values()].flatMap(([first, second]) => {
    if (first === undefined || second === undefined) return []
    if ((uses.get(folded(first.name)) ?? 0) > MOST_USES) return []
    return [finding('name-repeated', 'warning', second, column, { name: normalText(second.name) })]
  })
}
