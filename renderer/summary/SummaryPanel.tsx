/** What the report comes to: verdicts and bands with the rows behind every count, in all and per section. */
import { Button } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatFigure } from '../../shared/quantity.ts'
import { shareOf } from '../../shared/summary.ts'
import { rowName } from '../findings/place.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { measureOf, standingOf, summarySentence } from './sentence.ts'
import { TallyTable } from './TallyTable.tsx'
import { useSummary } from './useSummary.ts'
import './summary.css'

export function SummaryPanel() {
  const { t } = useTranslation(['common', 'summary'])
  const shown = useSummary()
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  if (shown === null) return null
  const { open, summary } = shown
  if (summary.indicators === 0)
    return <EmptyState title={t('summary:nothing')} hint={t('summary:nothingHint')} />

  const { report } = open
  const measure = measureOf(summary)
  const rows = new Map(report.rows.map((row) => [row.id, row]))
  function toggle(key: string): void {
    const next = new Set(unfolded)
    if (!next.delete(key)) next.add(key)
    setUnfolded(next)
  }
  return (
    <div className="summary" data-testid="summary-panel" onKeyDown={onKeyDown}>
      <p className="summary-intro quiet">{t('summary:intro')}</p>
      <SummarySentence key={report.id} text={summarySentence(report, summary, t)} />
      <h3>{t('summary:whole', { n: summary.indicators })}</h3>
      <TallyTable
        id="all"
        open={open}
        summary={summary}
        tally={summary}
        unfolded={unfolded}
        onToggle={toggle}
      />
      {summary.sections.length > 0 && <h3>{t('summary:sections')}</h3>}
      {summary.sections.map((section) => {
        const row = rows.get(section.row)
        const reached = standingOf(section, measure).reached.length
        return (
          <section key={section.row}>
            <button
              type="button"
              className="summary-section"
              data-testid="summary-section"
              aria-expanded={unfolded.has(section.row)}
              onClick={() => toggle(section.row)}
            >
              <span className="summary-name">{row && rowName(report, row, t)}</span>
              <span className="summary-count">
                {t('summary:ofSection', {
                  n: reached,
                  all: section.indicators,
                  share: formatFigure(shareOf(reached, section.indicators)),
                })}
              </span>
            </button>
            {unfolded.has(section.row) && (
              <TallyTable
                id={section.row}
                open={open}
                summary={summary}
                tally={section}
                unfolded={unfolded}
                onToggle={toggle}
              />
            )}
          </section>
        )
      })}
    </div>
  )
}

/** Ready to be put into the text of the report. */
function SummarySentence({ text }: { readonly text: string }) {
  const { t } = useTranslation(['common', 'summary'])
  const [copied, setCopied] = useState<string | null>(null)
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  return (
    <div className="summary-sentence">
      <p data-testid="summary-sentence">{text}</p>
      <Button size="small" icon={<CopyRegular />} data-testid="summary-copy" onClick={() => void copy()}>
        {copied === text ? t('summary:copied') : t('summary:copy')}
      </Button>
    </div>
  )
}

/** Arrows go from one button to the next. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const from = buttons.findIndex((button) => button === document.activeElement)
  const to = buttons[from + step]
  if (from === -1 || to === undefined) return
  event.preventDefault()
  to.focus()
}
