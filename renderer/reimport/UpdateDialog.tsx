/** What an update from a file would change in a report, row by row, to take or to leave out; nothing is taken unseen. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmUpdate, leaveOut, showDifferences, stopUpdate } from '../actions/updating.ts'
import type { Updating } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { DifferenceTable } from './DifferenceTable.tsx'
import { columnNews, countsOf, DIFFERENCE_FILTERS, differentRows } from './groups.ts'
import './reimport.css'

export function UpdateDialog({ updating }: { readonly updating: Updating }) {
  const { t } = useTranslation(['common', 'update', 'failures'])
  const { before, after, differences, filter, leftOut, storing, file, failure } = updating
  const update = useMemo(() => ({ before, after, differences }), [before, after, differences])
  const all = useMemo(() => differentRows(update, 'all'), [update])
  const rows = useMemo(() => (filter === 'all' ? all : differentRows(update, filter)), [update, all, filter])
  const taken = all.length - leftOut.length
  const shownIds = rows.map(({ row }) => row.id)
  return (
    <Dialog open modalType="alert">
      <DialogSurface
        className="import-dialog"
        data-testid="update-dialog"
        onKeyDown={(event) => {
          // Undo and F6 are the window's: nothing below may change while this is open.
          event.stopPropagation()
          if (event.key === 'Escape') stopUpdate()
          else if (event.key === 'Enter' && event.ctrlKey && taken > 0) void confirmUpdate()
        }}
      >
        <DialogBody className="import-body">
          <DialogTitle>{t('update:title', { title: before.title, file })}</DialogTitle>
          <DialogContent className="import-content">
            {failure !== undefined && (
              <MessageBar intent="error" layout="multiline" data-testid="update-failure">
                <MessageBarBody>{t(`failures:${failure.reason}`, failure.params)}</MessageBarBody>
              </MessageBar>
            )}
            {all.length === 0 ? (
              <EmptyState title={t('update:nothing')} hint={t('update:nothingHint')} />
            ) : (
              <>
                <Overview updating={updating} />
                <div className="update-filters" role="group" aria-label={t('update:filters')}>
                  {DIFFERENCE_FILTERS.map((each) => (
                    <Button
                      key={each}
                      size="small"
                      data-testid={`update-filter-${each}`}
                      aria-pressed={filter === each}
                      onClick={() => showDifferences(each)}
                    >
                      {t(`update:filter-${each}`)}
                    </Button>
                  ))}
                  <span className="commands-rest quiet">{t('update:keys')}</span>
                  <Button
                    size="small"
                    data-testid="update-take-all"
                    onClick={() => leaveOut(shownIds, false)}
                  >
                    {t('update:takeAll')}
                  </Button>
                  <Button
                    size="small"
                    data-testid="update-leave-all"
                    onClick={() => leaveOut(shownIds, true)}
                  >
                    {t('update:leaveAll')}
                  </Button>
                </div>
                <DifferenceTable key={filter} rows={rows} leftOut={leftOut} onLeaveOut={leaveOut} />
              </>
            )}
          </DialogContent>
          <DialogActions>
            {all.length > 0 && (
              <Button
                appearance="primary"
                data-testid="update-confirm"
                disabled={storing || taken === 0}
                icon={storing ? <Spinner size="extra-tiny" /> : undefined}
                onClick={() => void confirmUpdate()}
              >
                {t('update:confirm', { rows: taken })}
              </Button>
            )}
            <Button data-testid="update-back" disabled={storing} onClick={stopUpdate}>
              {t('update:back')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

/** How much differs, what became of the columns, and what stays. */
function Overview({ updating }: { readonly updating: Updating }) {
  const { t } = useTranslation(['update'])
  const counts = useMemo(() => countsOf(updating), [updating])
  const news = useMemo(() => columnNews(updating), [updating])
  const amounts = COUNTED.flatMap((key) =>
    counts[key] === 0 ? [] : [t(`update:count-${key}`, { n: counts[key] })],
  )
  const lines = [
    ...(news.fresh.length > 0 ? [t('update:columnsNew', { columns: news.fresh.join(', ') })] : []),
    ...(news.gone.length > 0 ? [t('update:columnsGone', { columns: news.gone.join(', ') })] : []),
    ...news.renamed.map(({ before, after }) => t('update:columnRenamed', { before, after })),
    t('update:kept'),
    ...(counts.overrides > 0 ? [t('update:overridesKept', { n: counts.overrides })] : []),
  ]
  return (
    <div className="update-overview" data-testid="update-overview">
      <strong>{amounts.join(' · ')}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}

const COUNTED = ['figures', 'texts', 'stated', 'newRows', 'goneRows', 'moved'] as const
