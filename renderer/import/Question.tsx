/** The one question of the preview: what a column is of which recognition is unsure. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, Select } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { ROLES } from '../../shared/model.ts'
import type { PlannedColumn, PlannedTable } from '../../shared/layout/plan.ts'
import { leaveOutColumn, setRole } from '../actions/importing.ts'
import { ROLE_NAMES } from '../ui/roles.ts'

export interface QuestionProps {
  readonly table: PlannedTable
  readonly questions: readonly PlannedColumn[]
}

export function Question({ table, questions }: QuestionProps) {
  const { t } = useTranslation(['common', 'import'])
  const [asked, ...more] = questions
  if (asked === undefined) return null
  const { column, letter, header, role } = asked
  const isNew = table.profile?.newColumns.includes(column) === true
  return (
    <MessageBar intent="warning" layout="auto" data-testid="import-question" data-letter={letter}>
      <MessageBarBody>
        {t(isNew ? 'import:askNewColumn' : 'import:askColumn', {
          column: header.join(' – ') || letter,
          letter,
          template: table.profile?.name,
        })}
        {more.length > 0 && <span className="quiet"> {t('import:askMore', { n: more.length })}</span>}
      </MessageBarBody>
      <MessageBarActions>
        <Select
          key={column}
          autoFocus
          size="small"
          data-testid="question-role"
          aria-label={t('import:roleOf', { column: header.join(' – ') || letter })}
          value={role}
          onChange={(_, { value }) => {
            const chosen = ROLES.find((each) => each === value)
            if (chosen !== undefined) setRole(column, chosen)
          }}
        >
          {Object.entries(ROLE_NAMES).map(([each, key]) => (
            <option key={each} value={each}>
              {t(key)}
            </option>
          ))}
        </Select>
        <Button size="small" data-testid="question-accept" onClick={() => setRole(column, role)}>
          {t('import:askAccept', { role: t(ROLE_NAMES[role]) })}
        </Button>
        <Button size="small" data-testid="question-leave-out" onClick={() => leaveOutColumn(column)}>
          {t('import:leaveOutColumn')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
