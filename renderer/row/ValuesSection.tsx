/** Every value of the row, column by column. Choosing one brings the cursor to it. */
import { useTranslation } from 'react-i18next'
import type { Row } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { select } from '../actions/program.ts'
import { cellView, visibleColumns } from '../grid/cells.ts'
import { signText } from '../grid/signs.ts'
import { singleCell, type CellAddress } from '../grid/sheet.ts'
import type { OpenReport } from '../store.ts'
import { Section } from './Section.tsx'

export interface ValuesSectionProps {
  readonly open: OpenReport
  readonly row: Row
  readonly cursor: CellAddress
}

export function ValuesSection({ open: { report, computed }, row, cursor }: ValuesSectionProps) {
  const { t } = useTranslation()
  const columns = visibleColumns(report.columns).filter(({ role }) => role !== 'ordinal' && role !== 'name')
  return (
    <Section section="values" title={t('row:values')}>
      <ul className="row-values">
        {columns.map((column) => {
          const view = cellView(report, row, column, computed)
          return (
            <li key={column.id}>
              <button
                type="button"
                className="row-value"
                data-testid="row-value"
                aria-current={column.id === cursor.column}
                onClick={() => select(singleCell({ row: row.id, column: column.id }))}
              >
                <span className="quiet">{headerOf(column).join(' – ')}</span>
                <span className="row-text">
                  {[signText(view, t), view.text === '' ? '–' : view.text].join(' ').trim()}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
