/** Importing many files: how far it is, what came of each file, and what a person can do with those that need one. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  ProgressBar,
  Tab,
  TabList,
} from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { filterBatch, importWaiting, retry, showBatch, stopBatch } from '../actions/batch.ts'
import type { Batch } from '../store.ts'
import { BatchList } from './BatchList.tsx'
import { BATCH_FILTERS, countsOf, filesOf } from './filter.ts'
import './batch.css'

export function BatchDialog({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation(['common', 'batch'])
  const { files, skipped, progress, filter } = batch
  const counts = countsOf(files)
  const shown = filesOf(files, filter)
  const isOver = progress === 'over'
  const list = useRef<HTMLDivElement>(null)
  // After the dialog's own effect, which gives the focus to what comes first in it.
  useEffect(() => list.current?.focus(), [])
  return (
    <Dialog open modalType="alert">
      <DialogSurface
        className="import-dialog"
        data-testid="batch-dialog"
        data-progress={progress}
        onKeyDown={({ key }) => {
          if (key !== 'Escape') return
          if (isOver) showBatch(false)
          else void stopBatch()
        }}
      >
        <DialogBody className="import-body">
          <DialogTitle>{t('batch:title')}</DialogTitle>
          <DialogContent className="import-content">
            <BatchProgress batch={batch} done={counts.all - counts.waiting} />
            <TabList
              size="small"
              aria-label={t('batch:filter')}
              selectedValue={filter}
              onTabSelect={(_, { value }) => {
                const chosen = BATCH_FILTERS.find((each) => each === value)
                if (chosen !== undefined) filterBatch(chosen)
              }}
            >
              {BATCH_FILTERS.map((each) => (
                <Tab key={each} value={each} data-testid={`batch-filter-${each}`}>
                  {t(`batch:filter-${each}`, { n: counts[each] })}
                </Tab>
              ))}
            </TabList>
            <BatchList
              list={list}
              files={shown}
              cursor={Math.min(batch.cursor, shown.length - 1)}
              isOver={isOver}
            />
            {skipped.length > 0 && (
              <details className="batch-skipped">
                <summary data-testid="batch-skipped">{t('batch:skipped', { n: skipped.length })}</summary>
                <ul>
                  {skipped.map((path) => (
                    <li key={path}>{path}</li>
                  ))}
                </ul>
              </details>
            )}
          </DialogContent>
          <DialogActions>
            {isOver && counts.waiting > 0 && (
              <Button appearance="primary" data-testid="batch-continue" onClick={() => void importWaiting()}>
                {t('batch:continue', { n: counts.waiting })}
              </Button>
            )}
            {isOver && counts.refused > 0 && (
              <Button
                data-testid="batch-retry"
                onClick={() => void retry(files.filter(({ state }) => state.type === 'refused'))}
              >
                {t('batch:retryAll', { n: counts.refused })}
              </Button>
            )}
            {!isOver && (
              <Button
                appearance="primary"
                data-testid="batch-stop"
                disabled={progress === 'stopping'}
                onClick={() => void stopBatch()}
              >
                {t('batch:stop')}
              </Button>
            )}
            <Button data-testid="batch-close" onClick={() => showBatch(false)}>
              {isOver ? t('close') : t('batch:hide')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function BatchProgress({ batch, done }: { readonly batch: Batch; readonly done: number }) {
  const { t } = useTranslation('batch')
  const { files, progress } = batch
  const total = files.length
  const reading = files.find(({ state }) => state.type === 'reading')
  const counts = countsOf(files)
  const text =
    progress === 'over'
      ? t('batch:summary', { imported: counts.imported, look: counts.look, refused: counts.refused })
      : t('batch:progress', { done, total, file: reading?.name ?? '' })
  return (
    <div className="batch-progress">
      <span role="status" data-testid="batch-progress" data-done={done} data-total={total}>
        {text}
      </span>
      <ProgressBar value={done} max={total} thickness="large" aria-label={t('batch:title')} />
    </div>
  )
}
