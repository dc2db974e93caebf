/** A new computed column behind another one: what it compares, its header, and what it would show. */
import { Field, Input } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { applyEdits } from '../../shared/edit.ts'
import type { Column, ColumnSettings, ComputedRole, Edit } from '../../shared/model.ts'
import { edit } from '../actions/editing.ts'
import { closeSettings } from '../actions/settings.ts'
import type { OpenReport } from '../store.ts'
import { EffectNote } from '../ui/EffectNote.tsx'
import { SettingsDialog } from '../ui/SettingsDialog.tsx'
import { useDeferredEffect } from '../ui/useDeferredEffect.ts'
import { ColumnFields } from './ColumnFields.tsx'
import './columns.css'
import { columnProblems, nameOf } from './problems.ts'
import { proposedGroups, proposedText, proposedTo } from './proposals.ts'

export interface AddColumnDialogProps {
  readonly open: OpenReport
  readonly after: Column
  readonly role: ComputedRole
}

const TITLES: Readonly<Record<ComputedRole, string>> = {
  ratio: 'settings:addRatio',
  change: 'settings:addChange',
  growth: 'settings:addGrowth',
  assessment: 'settings:addAssessment',
}

export function AddColumnDialog({ open: { report, computed }, after, role }: AddColumnDialogProps) {
  const { t } = useTranslation(['common', 'settings'])
  const [id] = useState(() => crypto.randomUUID())
  const [set, setSet] = useState<ColumnSettings>(() => ({ to: proposedTo(role, report.columns) }))
  const [typed, setTyped] = useState<string | null>(null)
  const withColumn = useMemo(() => {
    const applied = applyEdits(report, editsOf(id, after, role, [], set))
    return applied.ok ? applied.value.report : report
  }, [report, id, after, role, set])
  const effect = useDeferredEffect(report, computed, withColumn)
  const drafted = withColumn.columns.find((column) => column.id === id)
  if (drafted === undefined) return null
  const to = report.columns.find((column) => column.id === drafted.to)
  const text = typed ?? proposedText(role, to, report.columns, drafted.steps)

  function add(): void {
    const header = [...proposedGroups(after, report.columns), text.trim()]
    void edit(editsOf(id, after, role, text.trim() === '' ? [] : header, set))
    closeSettings()
  }

  const problems = columnProblems(report, withColumn, drafted)
  return (
    <SettingsDialog
      testId="add-column-dialog"
      title={t(TITLES[role], { column: nameOf(after) })}
      effect={<EffectNote effect={effect} />}
      saveLabel={t('settings:add')}
      onSave={add}
      onClose={closeSettings}
    >
      <ColumnFields
        report={withColumn}
        column={drafted}
        problems={problems}
        onSet={(more) => setSet((before) => ({ ...before, ...more }))}
      />
      <Field size="small" orientation="horizontal" label={t('settings:headerText')}>
        <Input
          size="small"
          data-testid="set-header"
          spellCheck={false}
          value={text}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
    </SettingsDialog>
  )
}

/** One step: the column, then what is set of it. */
function editsOf(
  id: string,
  after: Column,
  role: ComputedRole,
  header: readonly string[],
  { of, to, ...set }: ColumnSettings,
): readonly Edit[] {
  const added: Edit = {
    type: 'addColumn',
    id,
    after: after.id,
    role,
    header,
    ...(of !== undefined && { of }),
    ...(to !== undefined && { to }),
  }
  return Object.keys(set).length === 0 ? [added] : [added, { type: 'column', column: id, set }]
}
