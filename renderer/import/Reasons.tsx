/** Why the table was read as it was, what was converted, and which sheets hold none: folded away under one line. */
import { useTranslation } from 'react-i18next'
import type { ImportPlan, PlannedTable } from '../../shared/layout/plan.ts'
import { ROLES } from '../../shared/model.ts'
import { ROLE_NAMES } from '../ui/roles.ts'

export interface ReasonsProps {
  readonly plan: ImportPlan
  readonly table: PlannedTable
  readonly rows: number
  readonly findings: number
}

export function Reasons({ plan, table, rows, findings }: ReasonsProps) {
  const { t } = useTranslation(['common', 'import'])
  const { sheet, range, conversions = [], reasons } = table
  const roleName = (role: string | number | undefined) => {
    const known = ROLES.find((each) => each === role)
    return known === undefined ? '' : t(ROLE_NAMES[known])
  }
  return (
    <details className="import-reasons">
      <summary data-testid="import-summary">
        {t('import:summary', { sheet, range, rows, findings })}
        {conversions.map(({ encoding, cells }) => (
          <span key={encoding} data-testid="import-converted">
            {' '}
            {t(`import:converted-${encoding}`, { cells })}
          </span>
        ))}
        <span className="import-why"> {t('import:why')}</span>
      </summary>
      <ul>
        {reasons.map(({ key, params }, each) => (
          <li key={each}>{t(`import:${key}`, { ...params, role: roleName(params.role) })}</li>
        ))}
        {plan.skipped.map((skipped) => (
          <li key={skipped.sheet}>{t('import:skippedSheet', { sheet: skipped.sheet })}</li>
        ))}
      </ul>
    </details>
  )
}
