/**
 * name-repeated: two rows of one parent with the same name and unit.
 * Silent for sections and totals, for rows without figures, and for the short words that lists repeat ("Nam", "Nữ").
 */
import { isSourceFigure } from '../columns.ts'
import type { Finding, Report, Row } from '../model.ts'
import { eachRow } from '../outline.ts'
import { folded, normalText } from '../text.ts'
import { finding } from './finding.ts'

const SHORTEST = 6

export function nameRepeated(report: Report): readonly Finding[] {
  const column = report.columns.find(({ role }) => role === 'name')
  const figures = report.columns.filter(({ role }) => isSourceFigure(role))
  const first = new Map<string, Row>()
  const findings: Finding[] = []
  eachRow(report.rows, (row, parent) => {
    const name = folded(row.name)
    const counts = row.kind === 'indicator' || row.kind === 'item'
    if (!counts || name.length < SHORTEST || !figures.some(({ id }) => row.cells[id] !== undefined)) return
    const key = JSON.stringify([parent?.id, name, folded(row.unit)])
    if (first.has(key))
      findings.push(finding('name-repeated', 'warning', row, column, { name: normalText(row.name) }))
    else first.set(key, row)
  })
  return findings
}
