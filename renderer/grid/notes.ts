/** What is unusual about a marked cell and what a computed column compares, in words. */
import type { TFunction } from 'i18next'
import type { Column } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import type { Mark } from './cells.ts'

export function noteOf(mark: Mark | undefined, t: TFunction): string | undefined {
  switch (mark?.type) {
    case undefined:
      return undefined
    case 'differs':
      return t('noteDiffers', { stated: mark.stated, computed: mark.computed })
    case 'override': {
      const overruled =
        mark.reason === '' ? t('noteOverride') : t('noteOverrideReason', { reason: mark.reason })
      return [
        ...(mark.understood ? [] : [t('noteNoFigure', { text: mark.text })]),
        overruled,
        ...(mark.computed === '' ? [] : [t('noteComputed', { computed: mark.computed })]),
      ].join(' ')
    }
    case 'unclear':
      return t('noteUnclear', { text: mark.text })
    case 'saving':
      return t('saving')
    case 'failed':
      return t('noteFailed')
  }
}

/** "Thực hiện so với Kế hoạch huyện giao"; undefined for a column that compares nothing. */
export function comparisonOf(column: Column, columns: readonly Column[], t: TFunction): string | undefined {
  const of = columns.find(({ id }) => id === column.of)
  const to = columns.find(({ id }) => id === column.to)
  if (of === undefined || to === undefined) return undefined
  return t('comparison', { of: headerOf(of).join(' – '), to: headerOf(to).join(' – ') })
}
