/** The settings of a column that is there, with what saving them would change in the table. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isComputed } from '../../shared/columns.ts'
import { applyEdits } from '../../shared/edit.ts'
import { ROLES, type Column, type ColumnSettings, type Edit } from '../../shared/model.ts'
import { edit } from '../actions/editing.ts'
import { closeSettings } from '../actions/settings.ts'
import type { OpenReport } from '../store.ts'
import { EffectNote } from '../ui/EffectNote.tsx'
import { SettingsDialog } from '../ui/SettingsDialog.tsx'
import { useDeferredEffect } from '../ui/useDeferredEffect.ts'
import { ColumnFields, RoleField } from './ColumnFields.tsx'
import './columns.css'
import { columnProblems, nameOf } from './problems.ts'

export interface ColumnDialogProps {
  readonly open: OpenReport
  readonly column: Column
}

export function ColumnDialog({ open: { report, computed }, column }: ColumnDialogProps) {
  const { t } = useTranslation(['common', 'settings'])
  const [set, setSet] = useState<ColumnSettings>({})
  const edits = useMemo(() => editsOf(column, set), [column, set])
  const after = useMemo(() => {
    const applied = applyEdits(report, edits)
    return applied.ok ? applied.value.report : report
  }, [report, edits])
  const effect = useDeferredEffect(report, computed, after)
  const drafted = after.columns.find(({ id }) => id === column.id) ?? column
  const problems = columnProblems(report, after, drafted)
  // With another role the column may read as before and yet be something else: "nothing changes" would be half the truth.
  const changes = effect.assessments + effect.figures + effect.filled > 0
  const isToldOf = drafted.role === column.role || changes
  // With another role nothing chosen for the old one holds.
  const onSet = (more: ColumnSettings) =>
    setSet((before) => (more.role === undefined ? { ...before, ...more } : more))

  return (
    <SettingsDialog
      testId="column-dialog"
      title={t('settings:columnTitle', { column: nameOf(column) })}
      effect={isToldOf && <EffectNote effect={effect} />}
      onSave={() => {
        void edit(edits)
        closeSettings()
      }}
      onClose={closeSettings}
    >
      <RoleField
        column={drafted}
        problems={problems}
        roles={column.added === true ? ROLES.filter(isComputed) : ROLES}
        onSet={onSet}
      />
      <ColumnFields report={after} column={drafted} problems={problems} onSet={onSet} />
    </SettingsDialog>
  )
}

/** The role first: with it what is compared is found anew, so that what was chosen comes after. */
function editsOf({ id, role: was }: Column, { role, ...rest }: ColumnSettings): readonly Edit[] {
  const edits: Edit[] = []
  if (role !== undefined && role !== was) edits.push({ type: 'column', column: id, set: { role } })
  if (Object.keys(rest).length > 0) edits.push({ type: 'column', column: id, set: rest })
  return edits
}
