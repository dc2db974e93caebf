/** Asks before a whole column takes the computed values, or the file's again, with how many cells that concerns. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../shared/model.ts'
import { edit } from '../actions/editing.ts'
import { closeSettings } from '../actions/settings.ts'
import type { OpenReport } from '../store.ts'
import { SettingsDialog } from '../ui/SettingsDialog.tsx'
import './columns.css'
import { nameOf } from './problems.ts'
import { wholeColumn, type StatedUse } from './wholeColumn.ts'

export interface WholeColumnDialogProps {
  readonly open: OpenReport
  readonly column: Column
  readonly use: StatedUse
}

export function WholeColumnDialog({ open: { report, computed }, column, use }: WholeColumnDialogProps) {
  const { t } = useTranslation(['common', 'settings'])
  const { edits, cells, changed, emptied, overrides, settled } = useMemo(
    () => wholeColumn(report, computed, column, use),
    [report, computed, column, use],
  )
  const says: readonly (readonly [key: string, n: number])[] = [
    [use === 'computed' ? 'settings:computedCells' : 'settings:fileCells', cells],
    ['settings:changedCells', changed],
    ['settings:emptiedCells', emptied],
    ['settings:settledFindings', settled],
    ['settings:overridesStay', overrides],
  ]
  return (
    <SettingsDialog
      testId="whole-column-dialog"
      title={t(use === 'computed' ? 'settings:useComputedTitle' : 'settings:keepFileTitle', {
        column: nameOf(column),
      })}
      saveLabel={t(use === 'computed' ? 'settings:useComputed' : 'settings:keepFile')}
      onSave={() => {
        void edit(edits)
        closeSettings()
      }}
      onClose={closeSettings}
    >
      {edits.length === 0 ? (
        <p>{t(use === 'computed' ? 'settings:nothingStated' : 'settings:nothingToKeep')}</p>
      ) : (
        <ul className="whole-column">
          {says
            .filter(([, n]) => n > 0)
            .map(([key, n]) => (
              <li key={key}>{t(key, { n })}</li>
            ))}
          <li className="quiet">{t('settings:undoBrings')}</li>
        </ul>
      )}
    </SettingsDialog>
  )
}
