/** All about the row with the cursor: every column, what the file said, what is computed, what a person overruled. */
import { Button, Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { isComputed } from '../../shared/columns.ts'
import type { Column, Row, RowKind } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { edit } from '../actions/editing.ts'
import { cellView, computedTextOf, visibleColumns } from '../grid/cells.ts'
import { comparisonOf, noteOf } from '../grid/notes.ts'
import { EditableText } from '../report/EditableText.tsx'
import { useStore, type OpenReport } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

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
  if (open === null || row === undefined) return <EmptyState title={t('noCell')} hint={t('noCellHint')} />
  return (
    <div className="row-panel" data-testid="row-panel">
      <Text weight="semibold" block>
        {[row.ordinal, row.name].filter((text) => text !== '').join('. ')}
      </Text>
      <Text size={200} block className="quiet">
        {t(KINDS[row.kind])}
      </Text>
      <dl>
        {visibleColumns(open.report.columns)
          .filter(({ role }) => role !== 'ordinal' && role !== 'name')
          .map((column) => (
            <ColumnValue
              key={column.id}
              open={open}
              row={row}
              column={column}
              current={column.id === cursor?.column}
            />
          ))}
      </dl>
      {row.source !== undefined && (
        <Text size={200} block className="quiet">
          {t('rowSource', {
            row: row.source.row,
            sheet: row.source.sheet,
            file: open.report.source?.file ?? '',
          })}
        </Text>
      )}
    </div>
  )
}

interface ColumnValueProps {
  readonly open: OpenReport
  readonly row: Row
  readonly column: Column
  readonly current: boolean
}

function ColumnValue({ open: { report, computed }, row, column, current }: ColumnValueProps) {
  const { t } = useTranslation()
  const address = { type: 'cell', row: row.id, column: column.id } as const
  const view = cellView(report, row, column, computed)
  const note = noteOf(view.mark, t)
  const comparison = comparisonOf(column, report.columns, t)
  const stated = row.stated[column.id]?.text ?? ''
  const computedText = computedTextOf(row, column, computed)
  return (
    <div className={current ? 'row-value current' : 'row-value'}>
      <dt>{headerOf(column).join(' – ')}</dt>
      <dd>
        <span className="row-text">{view.text === '' ? '–' : view.text}</span>
        {comparison !== undefined && <span className="row-note quiet">{comparison}</span>}
        {note !== undefined && <span className="row-note">{note}</span>}
        {isComputed(column.role) && stated !== '' && view.mark?.type !== 'differs' && (
          <span className="row-note">{t('inFile', { text: stated })}</span>
        )}
        {view.mark?.type === 'override' && (
          <>
            <EditableText
              className="row-reason"
              testId="row-reason"
              label={t('reasonTitle')}
              placeholder={t('reasonTitle')}
              text={view.mark.reason}
              onChange={(reason) => void edit([{ ...address, text: view.text, reason }])}
            />
            <Button
              size="small"
              data-testid="use-computed"
              onClick={() => void edit([{ ...address, text: '' }])}
            >
              {computedText === '' ? t('dropOverride') : t('useComputed', { text: computedText })}
            </Button>
          </>
        )}
      </dd>
    </div>
  )
}
