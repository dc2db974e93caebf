/** How the open report rounds, rates what should go down, and words its assessments: set with what saving would change. */
import { Button, Field, Select } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { divide, formatDecimal, parseDecimal } from '../../shared/decimal.ts'
import { areEqual } from '../../shared/equal.ts'
import { DEFAULT_POLICY, policyOf } from '../../shared/policy.ts'
import { formatFigure } from '../../shared/quantity.ts'
import { edit } from '../actions/editing.ts'
import { closeSettings } from '../actions/settings.ts'
import type { OpenReport } from '../store.ts'
import { EffectNote } from '../ui/EffectNote.tsx'
import { SettingsDialog } from '../ui/SettingsDialog.tsx'
import { useDeferredEffect } from '../ui/useDeferredEffect.ts'
import { draftOf, policyFrom, type PolicyDraft } from './draft.ts'
import { LessRatings } from './LessRatings.tsx'
import { policyProblems } from './problems.ts'
import { WordTable } from './WordTable.tsx'
import './policy.css'

export function PolicyDialog({ open: { report, computed } }: { readonly open: OpenReport }) {
  const { t } = useTranslation(['common', 'settings'])
  const before = policyOf(report)
  const [draft, setDraft] = useState(() => draftOf(before, report.columns))
  const change = (set: Partial<PolicyDraft>) => setDraft((current) => ({ ...current, ...set }))
  const policy = useMemo(() => policyFrom(draft, before), [draft, before])
  const problems = useMemo(() => policyProblems(report, draft), [report, draft])
  const unchanged = areEqual(policy, before)
  const after = useMemo(() => (unchanged ? report : { ...report, policy }), [unchanged, report, policy])
  const effect = useDeferredEffect(report, computed, after)

  function save(): void {
    if (!unchanged) void edit([{ type: 'properties', properties: { policy } }])
    closeSettings()
  }

  return (
    <SettingsDialog
      wide
      testId="policy-dialog"
      title={t('settings:policyTitle')}
      effect={<EffectNote effect={effect} />}
      extra={
        <Button
          appearance="subtle"
          data-testid="policy-default"
          disabled={areEqual(policy, DEFAULT_POLICY)}
          onClick={() => setDraft(draftOf(DEFAULT_POLICY, report.columns))}
        >
          {t('settings:toDefault')}
        </Button>
      }
      onSave={save}
      onClose={closeSettings}
    >
      <section>
        <h3>{t('settings:rounding')}</h3>
        <div className="policy-line">
          <Field size="small">
            <Select
              size="small"
              data-testid="policy-digits"
              aria-label={t('settings:digits')}
              value={String(draft.digits)}
              onChange={(_, { value }) => change({ digits: Number(value) })}
            >
              {[0, 1, 2, 3, 4, 5, 6].map((digits) => (
                <option key={digits} value={digits}>
                  {digits}
                </option>
              ))}
            </Select>
          </Field>
          <span>{t('settings:digitsHint', { example: rounded(draft.digits) })}</span>
        </div>
        {problems.digits !== undefined && (
          <p className="setting-problem">{t(problems.digits.key, problems.digits.params)}</p>
        )}
      </section>
      <LessRatings report={report} draft={draft} policy={policy} problems={problems} onChange={change} />
      <WordTable report={report} draft={draft} problems={problems} onChange={change} />
    </SettingsDialog>
  )
}

/** 31,7 : 30 × 100, of which the decimals never end. */
function rounded(digits: number): string {
  return formatFigure(formatDecimal(divide(parseDecimal('3170'), parseDecimal('30'), digits)))
}
