/** The summary of a report for people: how many indicators earned which verdict and reached which band, section by section. */
import { calculate } from '../shared/calculate.ts'
import type { Report } from '../shared/model.ts'
import { rowName } from '../shared/names.ts'
import { plainVerdict } from '../shared/policy.ts'
import { formatFigure } from '../shared/quantity.ts'
import { summarise, type Share, type Tally } from '../shared/summary.ts'
import { tableText, type TextColumn } from './cliText.ts'
import type { Texts } from './texts.ts'

/** "" for a report in which nothing is assessed. */
export function summaryText(report: Report, { t }: Texts): string {
  const summary = summarise(report, calculate(report))
  if (summary.indicators === 0) return ''
  const words = summary.verdicts.map(({ word }) => word)
  const bands = summary.bands.map(({ band }) => band)
  const heads = [
    t('cli:head-indicators'),
    ...words,
    t('cli:head-no-verdict'),
    ...bands.map((band) => `${band}%`),
    ...(bands.length > 0 ? [t('cli:head-no-ratio')] : []),
  ]
  const line = (name: string, tally: Tally) => [
    name,
    String(tally.indicators),
    ...words.map((word) =>
      shareText(tally.verdicts.find((share) => plainVerdict(share.word) === plainVerdict(word))),
    ),
    shareText(tally.withoutVerdict),
    ...tally.bands.map(shareText),
    ...(bands.length > 0 ? [shareText(tally.withoutRatio)] : []),
  ]
  const rows = new Map(report.rows.map((row) => [row.id, row]))
  const sections = summary.sections.map((section) => {
    const row = rows.get(section.row)
    return line(row === undefined ? '' : `${row.ordinal} ${rowName(row)}`.trim(), section)
  })
  const columns: readonly TextColumn[] = [
    { head: t('cli:head-section'), align: 'left' },
    ...heads.map((head) => ({ head, align: 'right' as const })),
  ]
  return tableText(columns, [line(t('cli:whole-report'), summary), ...sections])
}

/** "10 (35,71%)"; nothing for none. */
function shareText(share: Share | undefined): string {
  return share === undefined || share.count === 0 ? '' : `${share.count} (${formatFigure(share.share)}%)`
}
