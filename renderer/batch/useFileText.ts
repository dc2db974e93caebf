/** What came of a file, as a sentence. */
import { useTranslation } from 'react-i18next'
import type { BatchFile } from '../store.ts'

export function useFileText(): (file: BatchFile) => string {
  const { t } = useTranslation(['batch', 'failures'])
  return ({ state }) => {
    switch (state.type) {
      case 'waiting':
        return t('batch:waiting')
      case 'reading':
        return t('batch:reading')
      case 'refused':
        return t(`failures:${state.failure.reason}`, state.failure.params)
      case 'imported': {
        const [report] = state.reports
        const name = [report?.title, report?.office].filter((part) => part).join(' · ')
        const text = state.reports.length > 1 ? t('batch:reports', { n: state.reports.length, name }) : name
        return state.earlier ? t('batch:earlier', { name: text }) : text
      }
      case 'look': {
        const [table] = state.tables
        const reasons = (table?.reasons ?? []).map(({ key, params }) => t(`batch:${key}`, params)).join(' ')
        return state.tables.length > 1
          ? t('batch:tablesToSee', { n: state.tables.length, sheet: table?.sheet ?? '', reasons })
          : reasons
      }
    }
  }
}
