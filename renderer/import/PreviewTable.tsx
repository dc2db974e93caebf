/** The recognised table as it would stand in the program, with the role of each column to correct above it. */
import { Select } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { PlannedTable } from '../../shared/layout/plan.ts'
import { ROLES, type Column, type Role } from '../../shared/model.ts'
import { alignment, headerCells, headerOf } from '../../shared/paper.ts'
import { cellView, visibleColumns } from '../grid/cells.ts'
import { indentation } from '../grid/columnDefs.ts'
import { columnWidths } from '../grid/columnWidths.ts'
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
/** In pixels: what the dialog leaves on the smallest screen the program is made for. */
const WIDTH = 1180

export function PreviewTable({ table, preview, onRole }: PreviewTableProps) {
  const { t } = useTranslation(['common', 'import', 'findings'])
  const { report, computed, findingsAt } = preview
  const columns = visibleColumns(report.columns)
  const rows = report.rows.filter(({ hidden }) => hidden !== true)
  return (
    <div className="preview-scroll" tabIndex={0} role="region" aria-label={t('import:recognisedTable')}>
      <table className="preview-table" data-testid="preview-table">
        <colgroup>
          {columnWidths(columns, WIDTH).map((width, index) => (
            <col key={columns[index]?.id} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} className="preview-role" data-column-tag={column.tag}>
                <ColumnRole column={column} table={table} onRole={onRole} />
              </th>
            ))}
          </tr>
          {headerCells(columns).map((cells, level) => (
            <tr key={level}>
              {cells.map(({ text, column, across, down }) => (
                <th key={column} scope={across > 1 ? 'colgroup' : 'col'} colSpan={across} rowSpan={down}>
                  {text}
                </th>
              ))}
            </tr>
          ))}
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
                      style: { paddingLeft: 6 + indentation({ row }) },
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

interface ColumnRoleProps {
  readonly column: Column
  readonly table: PlannedTable
  readonly onRole: PreviewTableProps['onRole']
}

/** A column that the program added has no role to choose. */
function ColumnRole({ column, table, onRole }: ColumnRoleProps) {
  const { t } = useTranslation(['common', 'import'])
  const source = table.columns.find(({ letter }) => letter === column.letter)
  if (source === undefined) return <span className="quiet">{t('import:addedColumn')}</span>
  return (
    <Select
      size="small"
      className="role"
      data-testid="column-role"
      aria-label={t('import:roleOf', { column: headerOf(column).join(' – ') })}
      value={column.role}
      onChange={(_, { value }) => {
        const role = ROLES.find((each) => each === value)
        if (role !== undefined) onRole(source.column, role)
      }}
    >
      {Object.entries(ROLE_NAMES).map(([role, key]) => (
        <option key={role} value={role}>
          {t(key)}
        </option>
      ))}
    </Select>
  )
}
