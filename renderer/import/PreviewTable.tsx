/** The recognised table as it would stand in the program, with the role of each column to correct above it. */
import { useTranslation } from 'react-i18next'
import type { PlannedTable } from '../../shared/layout/plan.ts'
import { ROLES, type Column, type Role } from '../../shared/model.ts'
import { alignment, headerOf } from '../../shared/paper.ts'
import { cellView, visibleColumns } from '../grid/cells.ts'
import { indentation } from '../grid/columnDefs.ts'
import { ROLE_NAMES } from '../ui/roles.ts'
import { cellKey, type Preview } from './previewReport.ts'

export interface PreviewTableProps {
  readonly table: PlannedTable
  readonly preview: Preview
  /** `column` is the sheet's column, from 1. */
  readonly onRole: (column: number, role: Role) => void
}

/** Enough to judge the recognition by; a table of thousands of rows would only be slow to draw. */
const ROWS_SHOWN = 200

export function PreviewTable({ table, preview, onRole }: PreviewTableProps) {
  const { t } = useTranslation(['common', 'import', 'findings'])
  const { report, computed, findingsAt } = preview
  const columns = visibleColumns(report.columns)
  const rows = report.rows.filter(({ hidden }) => hidden !== true)
  const sheetColumn = (column: Column) => table.columns.find(({ letter }) => letter === column.letter)
  return (
    <div className="preview-scroll" tabIndex={0} role="region" aria-label={t('import:recognisedTable')}>
      <table className="preview-table" data-testid="preview-table">
        <thead>
          <tr>
            {columns.map((column) => {
              const source = sheetColumn(column)
              return (
                <th key={column.id} scope="col" data-column-tag={column.tag}>
                  {source === undefined ? (
                    <span className="quiet">{t('import:addedColumn')}</span>
                  ) : (
                    <select
                      className="role"
                      data-testid="column-role"
                      aria-label={t('import:roleOf', { column: headerOf(column).join(' – ') })}
                      value={column.role}
                      onChange={({ target }) => {
                        const role = ROLES.find((each) => each === target.value)
                        if (role !== undefined) onRole(source.column, role)
                      }}
                    >
                      {Object.entries(ROLE_NAMES).map(([role, key]) => (
                        <option key={role} value={role}>
                          {t(key)}
                        </option>
                      ))}
                    </select>
                  )}
                  <span className="preview-header">{headerOf(column).join(' – ')}</span>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS_SHOWN).map((row) => (
            <tr key={row.id} className={`preview-${row.kind}`} data-row-tag={row.tag}>
              {columns.map((column) => {
                const findings = findingsAt.get(cellKey(row.id, column.id)) ?? []
                const note = findings.map(({ code, params }) => t(`findings:${code}`, params)).join('\n')
                return (
                  <td
                    key={column.id}
                    className={`preview-${alignment(column.role)}${note === '' ? '' : ' preview-found'}`}
                    title={note === '' ? undefined : note}
                    {...(column.role === 'name' && {
                      style: { paddingLeft: 6 + indentation({ row, cells: {} }) },
                    })}
                  >
                    {cellView(report, row, column, computed).text}
                    {note !== '' && <span className="visually-hidden">{note}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > ROWS_SHOWN && (
        <p className="quiet">{t('import:moreRows', { rows: rows.length - ROWS_SHOWN })}</p>
      )}
    </div>
  )
}
