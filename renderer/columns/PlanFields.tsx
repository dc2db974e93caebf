/** What a plan column has to know: who assigned it, whether it is for the whole term, which adjusted plan counts. */
import { Checkbox, Field, Select } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { ASSIGNERS } from '../../shared/model.ts'
import type { ColumnFieldsProps } from './ColumnFields.tsx'

export function PlanFields({ column, problems, onSet }: ColumnFieldsProps) {
  const { t } = useTranslation(['common', 'settings'])
  return (
    <>
      <Field size="small" orientation="horizontal" label={t('settings:assignedBy')}>
        <Select
          size="small"
          data-testid="set-assigner"
          value={column.assignedBy ?? ''}
          onChange={(_, { value }) => onSet({ assignedBy: ASSIGNERS.find((each) => each === value) ?? null })}
        >
          <option value="">{t('settings:assignedByNobody')}</option>
          {ASSIGNERS.map((assigner) => (
            <option key={assigner} value={assigner}>
              {t(`settings:assigner-${assigner}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field size="small" orientation="horizontal" label={t('settings:span')}>
        <Checkbox
          data-testid="set-term"
          label={t('settings:term')}
          checked={column.term === true}
          onChange={(_, { checked }) => onSet({ term: checked === true })}
        />
      </Field>
      <Field
        size="small"
        orientation="horizontal"
        label={t('settings:counts')}
        hint={problems.counts === undefined ? undefined : t(problems.counts.key, problems.counts.params)}
      >
        <Select
          size="small"
          data-testid="set-counts"
          value={column.counts ?? 'latest'}
          onChange={(_, { value }) => onSet({ counts: value === 'first' ? 'first' : 'latest' })}
        >
          <option value="latest">{t('settings:countsLatest')}</option>
          <option value="first">{t('settings:countsFirst')}</option>
        </Select>
      </Field>
    </>
  )
}
