/**
 * unit-in-figure: "18,6 ha" in a column of bare figures.
 * Silent for phrases ("tối thiểu 5 sản phẩm", ranges, fractions), for a per-cent sign in a row of per cents, and in tables
 * without a unit column, where the unit has no other place.
 */
import { isSourceFigure } from '../columns.ts'
import type { Finding, Report } from '../model.ts'
import { normalText } from '../text.ts'
import { isShare, measureOf } from '../units.ts'
import { finding } from './finding.ts'

export function unitInFigure(report: Report): readonly Finding[] {
  if (!report.columns.some(({ role }) => role === 'unit')) return []
  const columns = report.columns.filter((column) => isSourceFigure(column.role))
  return report.rows.flatMap((row) =>
    columns.flatMap((column) => {
      const cell = row.cells[column.id]
      const { op, value, unit, part, sense } = cell?.quantity ?? {}
      const isBare = op === '=' && value !== undefined && part === undefined && sense === undefined
      if (cell === undefined || unit === undefined || !isBare || !/^[-+\d]/.test(cell.text.trim())) return []
      const measure = measureOf(unit)
      if (isShare(measure) && (row.unit === '' || measureOf(row.unit) === measure)) return []
      return [finding('unit-in-figure', 'warning', row, column, { text: normalText(cell.text), unit })]
    }),
  )
}
