/** The note of a marked cell: what is unusual about it, in words. */
import type { TFunction } from 'i18next'
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
      return mark.computed === ''
        ? overruled
        : `${overruled} ${t('noteComputed', { computed: mark.computed })}`
    }
    case 'unclear':
      return t('noteUnclear', { text: mark.text })
    case 'saving':
      return t('saving')
    case 'failed':
      return t('noteFailed')
  }
}
