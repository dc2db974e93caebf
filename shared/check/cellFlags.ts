/**
 * digits-hidden, error-cell, value-missing: what reading the file found odd about a cell.
 * Silent as soon as a person typed into the cell, and for errors in computed columns once the file's text no longer holds.
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

const EXCEL_ERROR = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)$/

export function cellFlags(report: Report): readonly Finding[] {
  return report.rows.flatMap((row) =>
    report.columns.flatMap((column) => {
      if (isComputed(column.role)) {
        const text = row.stated[column.id]?.text.trim() ?? ''
        const isError = EXCEL_ERROR.test(text) && statedNow(report, row, column) !== undefined
        return isError ? [finding('error-cell', 'error', row, column, { text })] : []
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
