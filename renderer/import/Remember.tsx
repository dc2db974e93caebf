/** Whether the corrections are remembered for the next files of the same template, and under which name. */
import { Checkbox, Input } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { isWorthRemembering } from '../../shared/profile.ts'
import type { PlannedTable } from '../../shared/layout/plan.ts'
import { remember } from '../actions/importing.ts'
import type { TableDraft } from '../store.ts'
import { proposedName } from './drafts.ts'

export interface RememberProps {
  readonly table: PlannedTable
  readonly draft: TableDraft
}

/** Only where there is something to remember. */
export function Remember({ table, draft }: RememberProps) {
  const { t } = useTranslation('import')
  if (!isWorthRemembering(table, draft.corrections)) return null
  const wanted = draft.remember !== false
  return (
    <span className="import-remember" data-testid="import-remember">
      <Checkbox
        checked={wanted}
        label={t('import:remember')}
        data-testid="remember-wanted"
        onChange={(_, { checked }) => remember({ remember: checked === true })}
      />
      <Input
        size="small"
        aria-label={t('import:templateName')}
        data-testid="remember-name"
        disabled={!wanted}
        maxLength={200}
        value={draft.name ?? proposedName(table, draft)}
        onChange={(_, { value }) => remember({ name: value })}
      />
    </span>
  )
}
