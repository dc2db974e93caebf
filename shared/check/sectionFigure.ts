/**
 * section-figure: a plan or result in a row that only heads others, for which nothing is computed.
 * Silent for sections that were told to follow the rows below them, and for columns of other figures.
 */
import { isNamedFigure } from '../columns.ts'
import type { Finding, Report } from '../model.ts'
import { normalText } from '../text.ts'
import { finding } from './finding.ts'

export function sectionFigure(report: Report): readonly Finding[] {
  const columns = report.columns.filter(({ role }) => isNamedFigure(role))
  return report.rows.flatMap((row) => {
    const follows = row.rollUp !== undefined && row.rollUp !== 'none'
    if (row.kind !== 'section' || follows) return []
    return columns.flatMap((column) => {
      const cell = row.cells[column.id]
      if (cell?.quantity === undefined) return []
      const params = { name: normalText(row.name), text: normalText(cell.text) }
      return [finding('section-figure', 'warning', row, column, params)]
    })
  })
}
