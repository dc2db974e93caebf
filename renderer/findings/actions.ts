/** What can be done with a line of the list, each with its button and key; buttons and keyboard do the very same. */
import type { TFunction } from 'i18next'
import { fixesOf } from '../../shared/check/fixes.ts'
import type { Edit, Finding } from '../../shared/model.ts'
import type { OpenReport } from '../store.ts'
import { sharedFix } from './decisions.ts'
import type { Line } from './list.ts'

export interface LineAction {
  readonly id: 'keep' | 'replace' | 'set-aside' | 'again'
  readonly label: string
  /** As `KeyboardEvent.code` has it, so that an input method for Vietnamese does not matter. */
  readonly code: string
  readonly shift?: boolean
  /** The key as written on the button. */
  readonly hint: string
  /** What replacing carries out. */
  readonly edits?: readonly Edit[]
}

/** From left to right; none for lines that only open. */
export function actionsOf({ report, computed }: OpenReport, line: Line, t: TFunction): readonly LineAction[] {
  switch (line.type) {
    case 'finding':
      return [
        keep(t('keep')),
        ...fixesOf(report, computed, line.finding).map(({ key, params, edits }, index) =>
          replace(t(`findings:fix-${key}`, params), edits, index),
        ),
        setAside(t('setAside')),
      ]
    case 'group':
      return groupActions({ report, computed }, line.group.findings, t)
    case 'settled':
      return [{ id: 'again', label: t('questionAgain'), code: 'KeyX', hint: 'X' }]
    case 'rest':
    case 'settled-group':
      return []
  }
}

function groupActions(
  { report, computed }: Pick<OpenReport, 'report' | 'computed'>,
  findings: readonly Finding[],
  t: TFunction,
): readonly LineAction[] {
  const n = findings.length
  const fix = sharedFix(report, computed, findings)
  if (n === 1) {
    return [keep(t('keep')), ...(fix ? [replace(t('replace'), fix.edits, 0)] : []), setAside(t('setAside'))]
  }
  const label = fix?.count === n ? t('replaceAll', { n }) : t('replaceSome', { n: fix?.count ?? 0 })
  return [
    keep(t('keepAll', { n })),
    ...(fix ? [replace(label, fix.edits, 0)] : []),
    setAside(t('setAsideAll', { n })),
  ]
}

function keep(label: string): LineAction {
  return { id: 'keep', label, code: 'KeyG', hint: 'G' }
}

/** There are at most two; a figure as the key would be taken from whoever types the right one at once. */
function replace(label: string, edits: readonly Edit[], index: number): LineAction {
  const shift = index > 0
  return { id: 'replace', label, code: 'KeyT', shift, hint: shift ? 'Shift+T' : 'T', edits }
}

function setAside(label: string): LineAction {
  return { id: 'set-aside', label, code: 'KeyB', hint: 'B' }
}
