/**
 * digits-hidden, error-cell, value-missing: what reading the file found odd about a cell.
 * Silent as soon as a person typed into the cell, and in computed columns once what the file states no longer holds.
 */
import { isComputed } from '../columns.ts'
import type { CellFlag, Finding, Report, Severity } from '../model.ts'
import { formatFigure } from '../quantity.ts'
import { normalText } from '../text.ts'
import { statedNow } from './compared.ts'
import { finding } from './finding.ts'

const SEVERITIES: Readonly<Record<CellFlag, Severity>> = {
  'digits-hidden': 'info',
  'error-cell': 'error',
  'value-missing': 'warning',
}

export function cellFlags(report: Report): readonly Finding[] {
  return report.rows.flatMap((row) =>
    report.columns.flatMap((column) => {
      if (isComputed(column.role)) {
        if (row.stated[column.id]?.flag === undefined) return []
        const { text, flag } = statedNow(report, row, column) ?? {}
        if (text === undefined || flag === undefined) return []
        return [finding(flag, SEVERITIES[flag], row, column, { text: normalText(text) })]
      }
      const cell = row.cells[column.id]
      return (cell?.flags ?? []).map((flag) => {
        const value = cell?.quantity?.value
        const params = {
          text: normalText(cell?.text ?? ''),
          ...(flag === 'digits-hidden' && value !== undefined && { value: formatFigure(value) }),
        }
        return finding(flag, SEVERITIES[flag], row, column, params)
      })
    }),
  )
}
