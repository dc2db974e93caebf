/** All about the row with the cursor: the cell itself, how the row is rated and added up, and every value of it. */
import { Text } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Row, RowKind } from '../../shared/model.ts'
import { useStore } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { focusTable, isTyping } from '../ui/panes.ts'
import { CellSection } from './CellSection.tsx'
import { progressOf } from './progress.ts'
import { RatingSection } from './RatingSection.tsx'
import { RollUpSection } from './RollUpSection.tsx'
import './row.css'
import { ValuesSection } from './ValuesSection.tsx'

const KINDS: Readonly<Record<RowKind, string>> = {
  section: 'kindSection',
  indicator: 'kindIndicator',
  item: 'kindItem',
  total: 'kindTotal',
}

export function RowPanel() {
  const { t } = useTranslation()
  const open = useStore((state) => state.open)
  const cursor = useStore((state) => state.selection?.cursor)
  const row = open?.report.rows.find(({ id }) => id === cursor?.row)
  if (open === null || row === undefined || cursor === undefined) {
    return <EmptyState title={t('noCell')} hint={t('noCellHint')} />
  }
  const column = open.report.columns.find(({ id }) => id === cursor.column)
  const progress = progressOf(open.report, row, open.computed, t)
  return (
    <div className="row-panel" data-testid="row-panel" onKeyDown={backToTable}>
      <Text weight="semibold" block className="row-name">
        {titleOf(row)}
      </Text>
      <Text size={200} block className="quiet">
        {t(KINDS[row.kind])}
      </Text>
      {progress !== undefined && (
        <p className="row-progress" data-testid="row-progress">
          {progress}
        </p>
      )}
      {column !== undefined && column.role !== 'ordinal' && column.role !== 'name' && (
        <CellSection key={`${row.id} ${column.id}`} open={open} row={row} column={column} />
      )}
      {row.kind !== 'section' && <RatingSection report={open.report} row={row} />}
      <RollUpSection report={open.report} row={row} />
      <ValuesSection open={open} row={row} cursor={cursor} />
      {row.source !== undefined && open.report.source !== undefined && (
        <Text size={200} block className="quiet">
          {t('rowSource', {
            row: row.source.row,
            sheet: row.source.sheet,
            file: open.report.source.file,
          })}
        </Text>
      )}
    </div>
  )
}

function titleOf(row: Row): string {
  return [row.ordinal, row.name].filter((text) => text !== '').join('. ')
}

/** Esc goes back to the table, once there is nothing typed to take back. */
function backToTable(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.nativeEvent.isComposing && !isTyping(event.target)) focusTable()
}
