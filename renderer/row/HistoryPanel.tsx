/** The past of the cell with the cursor, newest first. */
import { Spinner, Text } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellHistoryEntry } from '../../shared/api.ts'
import { GROUP_NAMES } from '../../shared/check/groups.ts'
import type { Id } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import type { Result } from '../../shared/result.ts'
import { readCellHistory } from '../actions/history.ts'
import { useStore } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { dateTimeText } from '../ui/time.ts'

export function HistoryPanel() {
  const { t } = useTranslation()
  const report = useStore((state) => state.open?.report)
  const cursor = useStore((state) => state.selection?.cursor)
  const row = report?.rows.find(({ id }) => id === cursor?.row)
  const column = report?.columns.find(({ id }) => id === cursor?.column)
  if (report === undefined || row === undefined || column === undefined) {
    return <EmptyState title={t('noCell')} hint={t('noCellHint')} />
  }
  return (
    <div data-testid="history-panel">
      <Text weight="semibold" block>
        {[row.ordinal, row.name].filter((text) => text !== '').join('. ')}
      </Text>
      <Text size={200} block className="quiet">
        {headerOf(column).join(' – ')}
      </Text>
      <Entries
        key={`${row.id} ${column.id}`}
        report={report.id}
        row={row.id}
        column={column.id}
        updatedAt={report.updatedAt}
      />
    </div>
  )
}

interface EntriesProps {
  readonly report: Id
  readonly row: Id
  readonly column: Id
  /** Read again whenever the report has changed. */
  readonly updatedAt: string
}

function Entries({ report, row, column, updatedAt }: EntriesProps) {
  const { t, i18n } = useTranslation(['common', 'failures', 'changes'])
  const [history, setHistory] = useState<Result<readonly CellHistoryEntry[]> | null>(null)

  useEffect(() => {
    let wanted = true
    void readCellHistory(report, { row, column }).then((result) => {
      if (wanted) setHistory(result)
    })
    return () => {
      wanted = false
    }
  }, [report, row, column, updatedAt])

  if (history === null) return <Spinner size="tiny" />
  if (!history.ok) return <Text>{t(`failures:${history.failure.reason}`, history.failure.params)}</Text>
  if (history.value.length === 0) return <p className="quiet">{t('noHistory')}</p>
  return (
    <ol className="history">
      {history.value.map((entry, index) => (
        <li key={index} data-testid="history-entry">
          <span className="quiet">
            {dateTimeText(entry.at, i18n.language)} · {entry.author}
            {entry.kind !== 'do' && ` · ${entry.kind === 'undo' ? t('undone') : t('redone')}`}
          </span>
          {(entry.before !== entry.after || entry.told === undefined) && (
            <span className="history-change">
              {entry.before === '' ? t('emptyCell') : entry.before} →{' '}
              {entry.after === '' ? t('emptyCell') : entry.after}
            </span>
          )}
          {entry.told?.map(({ key, params, code }, place) => (
            <span key={place} className="history-change">
              {t(
                `changes:cell-${key}`,
                code === undefined ? params : { ...params, finding: t(GROUP_NAMES[code]) },
              )}
            </span>
          ))}
          {entry.reason !== undefined && entry.reason !== '' && (
            <span>{t('reasonIs', { reason: entry.reason })}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
