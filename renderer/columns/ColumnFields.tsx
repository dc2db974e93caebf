/** The settings of one column: its role, and what a column of that role has to know. */
import { Field, Select } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { isComputed } from '../../shared/columns.ts'
import { ROLES, type Column, type ColumnSettings, type Report, type Role } from '../../shared/model.ts'
import { ROLE_NAMES } from '../ui/roles.ts'
import { warningOf } from '../ui/warning.ts'
import { ComputedFields } from './ComputedFields.tsx'
import { PlanFields } from './PlanFields.tsx'
import type { ColumnProblems } from './problems.ts'

export interface ColumnFieldsProps {
  /** With the settings as they are chosen. */
  readonly report: Report
  readonly column: Column
  readonly problems: ColumnProblems
  readonly onSet: (set: ColumnSettings) => void
}

export function ColumnFields(props: ColumnFieldsProps) {
  const { column } = props
  return (
    <>
      {isComputed(column.role) && <ComputedFields {...props} />}
      {column.role === 'plan' && <PlanFields {...props} />}
    </>
  )
}

export interface RoleFieldProps extends Omit<ColumnFieldsProps, 'report'> {
  readonly roles: readonly Role[]
}

export function RoleField({ column, problems, roles, onSet }: RoleFieldProps) {
  const { t } = useTranslation(['common', 'settings'])
  const names = Object.entries(ROLE_NAMES).filter(([role]) => roles.some((each) => each === role))
  return (
    <Field size="small" orientation="horizontal" label={t('settings:role')} {...warningOf(problems.role, t)}>
      <Select
        size="small"
        data-testid="set-role"
        value={column.role}
        onChange={(_, { value }) => {
          const role = ROLES.find((each) => each === value)
          if (role !== undefined) onSet({ role })
        }}
      >
        {names.map(([role, key]) => (
          <option key={role} value={role}>
            {t(key)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
