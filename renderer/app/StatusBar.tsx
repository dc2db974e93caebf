/** Below everything: whether the data is on disk, how the report stands, what is selected, the language. */
import { Spinner } from '@fluentui/react-components'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { countAssessments } from '../../shared/summary.ts'
import { formatFigure } from '../../shared/quantity.ts'
import { setLanguage } from '../actions/program.ts'
import { noteOf } from '../grid/notes.ts'
import { useStore } from '../store.ts'
import { timeText } from '../ui/time.ts'
import { rankOf } from '../verdict.ts'
import { selectionInfo, type SelectionInfo } from './selectionInfo.ts'

export function StatusBar() {
  const { t } = useTranslation()
  const language = useStore((state) => state.status?.language ?? 'vi')
  return (
    <>
      <SavedState />
      <Counts />
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

function Counts() {
  const open = useDeferredValue(useStore((state) => state.open))
  if (open === null) return null
  const counts = [...countAssessments(open.report, open.computed)].sort(([a], [b]) => rankOf(a) - rankOf(b))
  if (counts.length === 0) return null
  return (
    <span className="status-part" data-testid="counts">
      {counts.map(([word, rows]) => `${word} ${rows}`).join(' · ')}
    </span>
  )
}

function SelectionText() {
  const { t } = useTranslation()
  const open = useStore((state) => state.open)
  const selection = useStore((state) => state.selection)
  const info = open === null || selection === null ? undefined : selectionInfo(open, selection)
  if (info === undefined) return null
  const text = info.type === 'cell' ? noteOf(info.mark, t) : selectionText(info, t)
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
