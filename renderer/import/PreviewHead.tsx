/** The head of the preview: letters and roles of the columns, below them the header as the file has it. The lines above scroll away. */
import { Select } from '@fluentui/react-components'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlannedTable } from '../../shared/layout/plan.ts'
import { ROLES } from '../../shared/model.ts'
import { headerCells, headerOf } from '../../shared/paper.ts'
import { leaveOutColumn, setRole } from '../actions/importing.ts'
import { ROLE_NAMES } from '../ui/roles.ts'
import type { PreviewColumn } from './previewReport.ts'
import { LINE_HEIGHT, SheetLines } from './SheetLines.tsx'

export interface PreviewHeadProps {
  readonly table: PlannedTable
  readonly columns: readonly PreviewColumn[]
}

/** The roles are many lists to choose from, so it is drawn again only for other columns. */
export const PreviewHead = memo(function PreviewHead({ table, columns }: PreviewHeadProps) {
  const { t } = useTranslation('import')
  const { first, last } = table.headerRows
  const levels = headerCells(columns.map(({ column }) => column))
  const look = ({ asked, leftOut }: PreviewColumn) =>
    [leftOut && 'preview-left-out', asked && 'preview-asked'].filter(Boolean).join(' ')
  return (
    <thead style={{ top: -LINE_HEIGHT * table.surroundings.above.length }}>
      <SheetLines lines={table.surroundings.above} columns={columns} />
      <tr>
        <th className="preview-role" />
        <th className="preview-role preview-kind">{t('import:kindAndLevel')}</th>
        {columns.map((each) => (
          <th
            key={each.column.id}
            className={`preview-role ${look(each)}`}
            data-column-tag={each.column.tag}
            data-letter={each.source?.letter}
          >
            <span className="preview-letter">{each.source?.letter}</span>
            <ColumnRole {...each} />
          </th>
        ))}
      </tr>
      {levels.map((cells, level) => (
        <tr key={level} data-testid="preview-header">
          {level === 0 && (
            <>
              <th className="preview-number" rowSpan={levels.length}>
                {first === last ? first : `${first}–${last}`}
              </th>
              <th className="preview-kind" rowSpan={levels.length}>
                {t('import:kindHeader')}
              </th>
            </>
          )}
          {cells.map(({ text, column, across, down }) => {
            const under = columns.slice(column, column + across)
            const alike = across === 1 || under.every(({ leftOut }) => leftOut) ? under[0] : undefined
            return (
              <th
                key={column}
                className={alike === undefined ? undefined : look(alike)}
                scope={across > 1 ? 'colgroup' : 'col'}
                colSpan={across}
                rowSpan={down}
              >
                {text}
              </th>
            )
          })}
        </tr>
      ))}
    </thead>
  )
})

const LEFT_OUT = 'left-out'

/** A column that the program added has no role to choose. */
function ColumnRole({ column, source, leftOut }: PreviewColumn) {
  const { t } = useTranslation(['common', 'import'])
  if (source === undefined) return <span className="quiet">{t('import:addedColumn')}</span>
  return (
    <Select
      size="small"
      className="role"
      data-testid="column-role"
      aria-label={t('import:roleOf', { column: headerOf(column).join(' – ') })}
      value={leftOut ? LEFT_OUT : column.role}
      onChange={(_, { value }) => {
        const role = ROLES.find((each) => each === value)
        if (role === undefined) leaveOutColumn(source.column)
        else setRole(source.column, role)
      }}
    >
      {Object.entries(ROLE_NAMES).map(([role, key]) => (
        <option key={role} value={role}>
          {t(key)}
        </option>
      ))}
      <option value={LEFT_OUT}>{t('import:leaveOutColumn')}</option>
    </Select>
  )
}
