/** What is unusual about a cell and what a computed column compares, in words. */
import type { TFunction } from 'i18next'
import type { CellMetadata, Column, Finding, PlanValue } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { dayText } from '../ui/time.ts'
import type { CellView, Mark } from './cells.ts'

/** Everything there is to say of the cell, a line each; undefined where there is nothing. */
export function noteOf({ mark, about }: Pick<CellView, 'mark' | 'about'>, t: TFunction): string | undefined {
  const lines = [
    ...(mark === undefined ? [] : markLines(mark, t)),
    ...(about?.rolledUp === true ? [t('row:noteRolledUp')] : []),
    ...(about?.less === true ? [t('row:noteLess')] : []),
    ...(about?.planValues === undefined
      ? []
      : [t('row:notePlanValues', { values: planValuesText(about.planValues) })]),
    ...(about?.surprises ?? []).map(({ key, params }) => t(`figures:${key}`, params)),
    ...(about?.metadata === undefined ? [] : metadataLines(about.metadata, t)),
  ]
  return lines.length === 0 ? undefined : lines.join('\n')
}

function markLines(mark: Mark, t: TFunction): readonly string[] {
  switch (mark.type) {
    case 'differs':
      return [t('noteDiffers', { stated: mark.stated, computed: mark.computed })]
    case 'override': {
      const overruled =
        mark.reason === '' ? t('noteOverride') : t('noteOverrideReason', { reason: mark.reason })
      return [
        [
          ...(isNoFigure(mark) ? [t('noteNoFigure', { text: mark.text })] : []),
          overruled,
          ...(mark.computed === '' ? [] : [t('noteComputed', { computed: mark.computed })]),
        ].join(' '),
        ...mark.findings.map((finding) => findingText(finding, t)),
      ]
    }
    case 'unclear':
      return [t('noteUnclear', { text: mark.text })]
    case 'doubtful':
    case 'questioned':
      return mark.findings.map((finding) => findingText(finding, t))
    case 'settled':
      return mark.findings.map((finding) => settledText(finding, t))
    case 'saving':
      return [t('saving')]
    case 'failed':
      return [t('noteFailed')]
  }
}

/** What is nearly a verdict is told by its finding. */
function isNoFigure({ unclear, findings }: Extract<Mark, { type: 'override' }>): boolean {
  return unclear && findings.every(({ code }) => code !== 'verdict-unclear')
}

function findingText({ code, params }: Finding, t: TFunction): string {
  return t(`findings:${code}`, params)
}

function settledText(finding: Finding, t: TFunction): string {
  const reason = finding.settled ?? ''
  const said = findingText(finding, t)
  return reason === '' ? t('row:noteKept', { said }) : t('row:noteSetAside', { said, reason })
}

/** "370 (12/QĐ-UBND, 05/01/2024) → 380 (45/QĐ-UBND)". */
export function planValuesText(values: readonly Pick<PlanValue, 'text' | 'decision' | 'date'>[]): string {
  return values
    .map(({ text, decision, date }) => {
      const by = [decision, ...(date === undefined ? [] : [dayText(date)])].filter((part) => part !== '')
      return by.length === 0 ? text : `${text} (${by.join(', ')})`
    })
    .join(' → ')
}

const KINDS = {
  actual: 'row:noteActual',
  estimate: 'row:noteEstimate',
  forecast: 'row:noteForecast',
} as const

function metadataLines({ kind, asOf, source, note }: CellMetadata, t: TFunction): readonly string[] {
  return [
    ...(kind === undefined ? [] : [t(KINDS[kind])]),
    ...(asOf === undefined ? [] : [t('row:noteAsOf', { date: dayText(asOf) })]),
    ...(source === undefined ? [] : [t('row:noteSource', { source })]),
    ...(note === undefined ? [] : [t('row:noteNote', { note })]),
  ]
}

/** On one line; undefined where nothing is known. */
export function metadataText(metadata: CellMetadata, t: TFunction): string | undefined {
  const lines = metadataLines(metadata, t)
  return lines.length === 0 ? undefined : lines.join(' ')
}

/** "Thực hiện so với Kế hoạch huyện giao"; undefined for a column that compares nothing. */
export function comparisonOf(column: Column, columns: readonly Column[], t: TFunction): string | undefined {
  const of = columns.find(({ id }) => id === column.of)
  const to = columns.find(({ id }) => id === column.to)
  if (of === undefined || to === undefined) return undefined
  return t('comparison', { of: headerOf(of).join(' – '), to: headerOf(to).join(' – ') })
}
