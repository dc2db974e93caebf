/** Below everything: whether the data is on disk, how the report stands, what is selected, the language. */
import { Spinner } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { formatFigure } from '../../shared/quantity.ts'
import { showBatch } from '../actions/batch.ts'
import { undo } from '../actions/editing.ts'
import { setLanguage, showPanel } from '../actions/program.ts'
import { countsOf } from '../batch/filter.ts'
import { unsettledCount } from '../findings/list.ts'
import { noteOf } from '../grid/notes.ts'
import { useStore } from '../store.ts'
import { useSummary } from '../summary/useSummary.ts'
import { timeText } from '../ui/time.ts'
import { selectionInfo, type SelectionInfo } from './selectionInfo.ts'

export function StatusBar() {
  const { t } = useTranslation()
  const language = useStore((state) => state.status?.language ?? 'vi')
  return (
    <>
      <SavedState />
      <Counts />
      <FindingsCount />
      <BatchState />
      <Unexplained />
      <SelectionText />
      <span className="commands-rest" />
      <select
        className="language"
        data-testid="language"
        aria-label={t('language')}
        value={language}
        onChange={({ target }) => void setLanguage(target.value === 'en' ? 'en' : 'vi')}
      >
        <option value="vi">Tiếng Việt</option>
        <option value="en">English</option>
      </select>
    </>
  )
}

/** "Saved" is said only of what the disk has answered for. */
function SavedState() {
  const { t, i18n } = useTranslation()
  const pending = useStore((state) => state.pending)
  const savedAt = useStore((state) => state.savedAt)
  const unsaved = useStore((state) => state.messages.some(({ type }) => type === 'not-saved'))
  const open = useStore((state) => state.open !== null)
  if (!open) return null
  return (
    <span className="status-part" data-testid="saved" data-saved={pending === 0 && !unsaved} role="status">
      {pending > 0 ? (
        <Spinner size="extra-tiny" label={t('saving')} />
      ) : unsaved ? (
        <strong>{t('notSaved')}</strong>
      ) : (
        savedAt !== null && t('savedAt', { time: timeText(savedAt, i18n.language) })
      )}
    </span>
  )
}

/** How the report stands, in short; the whole is the summary. */
function Counts() {
  const { t } = useTranslation()
  const verdicts = useSummary()?.summary.verdicts ?? []
  if (verdicts.length === 0) return null
  return (
    <button
      type="button"
      className="status-part"
      data-testid="counts"
      title={t('showSummary')}
      onClick={() => showPanel('summary')}
    >
      {verdicts.map(({ word, count }) => `${word} ${count}`).join(' · ')}
    </button>
  )
}

function FindingsCount() {
  const { t } = useTranslation()
  const findings = useStore((state) => unsettledCount(state.findings))
  const open = useStore((state) => state.open !== null)
  if (!open || findings === 0) return null
  return (
    <button
      type="button"
      className="status-part"
      data-testid="status-findings"
      title={t('showFindings')}
      onClick={() => showPanel('findings')}
    >
      {t('statusFindings', { n: findings })}
    </button>
  )
}

/** Many files are being imported while the person works on. */
function BatchState() {
  const { t } = useTranslation('batch')
  const batch = useStore((state) => state.batch)
  if (batch === null || batch.shown || batch.progress === 'over') return null
  const { all: total, waiting } = countsOf(batch.files)
  return (
    <button type="button" className="status-part" data-testid="status-batch" onClick={() => showBatch(true)}>
      {t('batch:status', { done: total - waiting, total })}
    </button>
  )
}

/** For whoever clicked elsewhere before giving a reason. Here, since a line above the table would move it under the mouse. */
function Unexplained() {
  const { t } = useTranslation()
  const unexplained = useStore((state) => state.unexplained)
  if (!unexplained) return null
  return (
    <span className="status-part" data-testid="unexplained" role="status">
      {t('overruledUnexplained')}{' '}
      <button
        type="button"
        className="status-undo"
        data-testid="undo-unexplained"
        onClick={() => void undo()}
      >
        {t('undo')}
      </button>
    </span>
  )
}

function SelectionText() {
  const { t } = useTranslation()
  const open = useStore((state) => state.open)
  const selection = useStore((state) => state.selection)
  const findings = useStore((state) => state.findings)
  const info = open === null || selection === null ? undefined : selectionInfo(open, findings, selection)
  if (info === undefined) return null
  const text = info.type === 'cell' ? noteOf(info.view, t) : selectionText(info, t)
  return (
    <span className="status-part status-selection" data-testid="selection-info">
      {text}
    </span>
  )
}

function selectionText({ cells, summary }: Extract<SelectionInfo, { type: 'cells' }>, t: TFunction): string {
  if (summary === undefined) return t('selectedCells', { cells })
  const { figures, total } = summary
  if (total === undefined) return t('selectedFigures', { cells, figures })
  return t('selectedSum', {
    cells,
    sum: formatFigure(total.sum),
    average: formatFigure(total.average),
    figures,
  })
}
