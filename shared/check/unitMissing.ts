/**
 * unit-missing: a figure of nobody knows what.
 * Silent in tables without a unit column or where more than a fifth of the rows do without, in rows without figures or whose figures carry
 * their unit, and in items below a row that has one.
 */
import { isSourceFigure } from '../columns.ts'
import type { Finding, Report, Row } from '../model.ts'
import { eachRow } from '../outline.ts'
import { normalText } from '../text.ts'
import { finding } from './finding.ts'

/** The share of rows with a unit from which on its absence is a slip and no habit. */
const USUALLY = 0.8

export function unitMissing(report: Report): readonly Finding[] {
  const column = report.columns.find(({ role }) => role === 'unit')
  const figures = report.columns.filter(({ role }) => isSourceFigure(role))
  const quantities = (row: Row) =>
    figures.map(({ id }) => row.cells[id]?.quantity).filter((quantity) => quantity !== undefined)
  const measured = report.rows.filter((row) => quantities(row).length > 0)
  const withUnit = measured.filter((row) => hasUnit(row))
  if (column === undefined || withUnit.length < measured.length * USUALLY) return []

  const findings: Finding[] = []
  eachRow(report.rows, (row, parent) => {
    const own = quantities(row)
    const inherits = row.kind === 'item' && parent !== undefined && hasUnit(parent)
    if (own.length === 0 || own.some(({ unit }) => unit !== undefined) || hasUnit(row) || inherits) return
    findings.push(finding('unit-missing', 'warning', row, column))
  })
  return findings
}

function hasUnit(row: Row): boolean {
  return normalText(row.unit) !== ''
}
