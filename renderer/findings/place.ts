/** Where a finding is: in words, and as the cell to go to. */
import type { TFunction } from 'i18next'
import type { Column, Finding, Report, Row } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import type { CellAddress } from '../grid/sheet.ts'

/** The row by ordinal and name, the column by its header; of a finding about the whole report, that it is. */
export interface Place {
  readonly row: string
  readonly column: string
}

export function placeOf(report: Report, finding: Finding, t: TFunction): Place {
  const row = report.rows.find(({ id }) => id === finding.row)
  const column = report.columns.find(({ id }) => id === finding.column)
  return {
    row: row === undefined ? t('wholeReport') : rowName(report, row, t),
    column: column === undefined ? '' : columnName(report, column),
  }
}

/** "3. Sản lượng lúa"; of a row without both its place among the rows of the report. */
export function rowName(report: Report, row: Row, t: TFunction): string {
  const name = [row.ordinal, row.name].filter((text) => text.trim() !== '').join('. ')
  return name === '' ? t('unnamedRow', { n: report.rows.indexOf(row) + 1 }) : name
}

/** Undefined where the finding has no visible cell. Without a column it is the row's name, without a row the column's top cell. */
export function cellOf(report: Report, { row, column }: Finding): CellAddress | undefined {
  const rows = report.rows.filter(({ hidden }) => hidden !== true)
  const columns = report.columns.filter(({ hidden }) => hidden !== true)
  const inRow = row === undefined ? rows[0] : rows.find(({ id }) => id === row)
  const inColumn = columns.find(({ id }) => id === column) ?? columns.find(({ role }) => role === 'name')
  if (inRow === undefined || inColumn === undefined) return undefined
  return row === undefined && column === undefined ? undefined : { row: inRow.id, column: inColumn.id }
}

/** The own header of a column, with its groups where another column has the same. */
function columnName(report: Report, column: Column): string {
  const header = headerOf(column)
  const own = header.at(-1) ?? ''
  const alike = report.columns.filter((each) => headerOf(each).at(-1) === own)
  return alike.length > 1 ? header.join(' – ') : own
}
