/** Counts and shares of one tally; each opens to the rows behind it, and each row leads to its cell. */
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../shared/model.ts'
import { formatFigure } from '../../shared/quantity.ts'
import { shown } from '../../shared/shown.ts'
import type { Band, Share, Summary, Tally } from '../../shared/summary.ts'
import { select } from '../actions/program.ts'
import { rowName } from '../findings/place.ts'
import { singleCell } from '../grid/sheet.ts'
import type { OpenReport } from '../store.ts'
import { focusTable } from '../ui/panes.ts'
import { toneOf } from '../verdict.ts'

/** Keys of the `summary` texts. */
const BAND_NAMES: Readonly<Record<Band, string>> = {
  '>=100': 'summary:bandFull',
  '80-<100': 'summary:bandHigh',
  '50-<80': 'summary:bandMiddle',
  '<50': 'summary:bandLow',
}

export interface TallyTableProps {
  /** Tells the tallies of the panel apart. */
  readonly id: string
  readonly open: OpenReport
  readonly summary: Summary
  readonly tally: Tally
  /** Keys of the counts that show their rows. */
  readonly unfolded: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}

export function TallyTable({ id, open, summary, tally, unfolded, onToggle }: TallyTableProps) {
  const { t } = useTranslation(['common', 'summary'])
  const { verdicts, withoutVerdict, unclear, bands, withoutRatio } = tally
  const line = (key: string, label: string, share: Share, column: Id | undefined, tone = '') =>
    share.count > 0 && (
      <ShareLine
        key={key}
        open={open}
        label={label}
        share={share}
        column={column}
        ratio={summary.ratio}
        tone={tone}
        unfolded={unfolded.has(`${id} ${key}`)}
        onToggle={() => onToggle(`${id} ${key}`)}
      />
    )
  return (
    <div className="tally">
      {summary.assessment !== undefined && (
        <div role="group" aria-label={t('summary:byVerdict')}>
          <h4>{t('summary:byVerdict')}</h4>
          {verdicts.map((each) =>
            line(each.word, each.word, each, summary.assessment, toneOf(open.report, each.word)),
          )}
          {line('no-verdict', t('summary:withoutVerdict'), withoutVerdict, summary.assessment)}
          {unclear.map((each) =>
            line(`unclear ${each.text}`, t('summary:unclear', { text: each.text }), each, summary.assessment),
          )}
        </div>
      )}
      {bands.length > 0 && (
        <div role="group" aria-label={t('summary:byBand')}>
          <h4>{t('summary:byBand')}</h4>
          {bands.map((each) => line(each.band, t(BAND_NAMES[each.band]), each, summary.ratio))}
          {line('no-ratio', t('summary:withoutRatio'), withoutRatio, summary.ratio)}
        </div>
      )}
    </div>
  )
}

interface ShareLineProps {
  readonly open: OpenReport
  readonly label: string
  readonly share: Share
  /** Where its rows say what they are counted by. */
  readonly column: Id | undefined
  /** What its rows are told with. */
  readonly ratio: Id | undefined
  readonly tone: string
  readonly unfolded: boolean
  readonly onToggle: () => void
}

function ShareLine({ open, label, share, column, ratio, tone, unfolded, onToggle }: ShareLineProps) {
  return (
    <>
      <button
        type="button"
        className="share"
        data-testid="summary-share"
        aria-expanded={unfolded}
        onClick={onToggle}
      >
        {unfolded ? <ChevronDownRegular /> : <ChevronRightRegular />}
        <span className={`share-label ${tone === '' ? '' : `share-${tone}`}`}>{label}</span>
        <span className="share-count">{share.count}</span>
        <span className="share-percent">{formatFigure(share.share)}%</span>
      </button>
      {unfolded && <SharedRows open={open} rows={share.rows} column={column} ratio={ratio} />}
    </>
  )
}

interface SharedRowsProps {
  readonly open: OpenReport
  readonly rows: readonly Id[]
  readonly column: Id | undefined
  readonly ratio: Id | undefined
}

function SharedRows({ open: { report, computed }, rows, column, ratio }: SharedRowsProps) {
  const { t } = useTranslation()
  const wanted = new Set(rows)
  const told = report.columns.find(({ id }) => id === ratio)
  return report.rows
    .filter(({ id }) => wanted.has(id))
    .map((row) => (
      <button
        key={row.id}
        type="button"
        className="share-row"
        data-testid="summary-row"
        onClick={() => {
          if (column === undefined) return
          select(singleCell({ row: row.id, column }))
          focusTable()
        }}
      >
        <span className="share-label">{rowName(report, row, t)}</span>
        <span>{told === undefined ? '' : percentText(shown(report, row, told, computed).text)}</span>
      </button>
    ))
}

function percentText(ratio: string): string {
  return ratio === '' || ratio.endsWith('%') ? ratio : `${ratio}%`
}
