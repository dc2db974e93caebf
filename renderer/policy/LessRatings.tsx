/** Choosing how indicators are rated of which less is better: each way with its formula and the same row worked out. */
import { Radio, RadioGroup, Select } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { LESS_RATINGS, type Policy, type Report } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { automaticBase, baseColumns } from './baseColumns.ts'
import type { PolicyDraft } from './draft.ts'
import { lessExamples } from './lessExamples.ts'
import type { PolicyProblems } from './problems.ts'

export interface LessRatingsProps {
  readonly report: Report
  readonly draft: PolicyDraft
  readonly policy: Policy
  readonly problems: PolicyProblems
  readonly onChange: (set: Partial<PolicyDraft>) => void
}

export function LessRatings({ report, draft, policy, problems, onChange }: LessRatingsProps) {
  const { t } = useTranslation('settings')
  const examples = useMemo(() => lessExamples(report, policy), [report, policy])
  const columns = baseColumns(report)
  const automatic = automaticBase(report)
  const { name, result, target, base } = examples
  const problem = problems.base ?? problems.less
  return (
    <section>
      <h3>{t('settings:less')}</h3>
      <p className="quiet">
        {name === undefined
          ? t('settings:lessMadeUp', { result, target, base })
          : t(base === '' ? 'settings:lessOfRow' : 'settings:lessOfRowBase', { name, result, target, base })}
      </p>
      <RadioGroup
        className="less-ratings"
        aria-label={t('settings:less')}
        value={draft.less}
        onChange={(_, { value }) => {
          const less = LESS_RATINGS.find((each) => each === value)
          if (less !== undefined) onChange({ less })
        }}
      >
        {LESS_RATINGS.map((less) => (
          <div key={less} className="less-rating" data-testid={`less-${less}`}>
            <Radio value={less} label={t(`settings:less-${less}`)} />
            <span className="less-formula quiet">{t(`settings:formula-${less}`)}</span>
            <span className="less-ratio" data-testid={`less-ratio-${less}`}>
              {examples.ratios[less] === '' ? '–' : examples.ratios[less]}
            </span>
          </div>
        ))}
      </RadioGroup>
      {draft.less === 'reduction' && columns.length > 0 && (
        <div className="policy-line">
          <span id="base-label">{t('settings:base')}</span>
          <Select
            size="small"
            data-testid="policy-base"
            aria-labelledby="base-label"
            value={draft.base ?? ''}
            onChange={(_, { value }) => onChange({ base: value === '' ? undefined : value })}
          >
            <option value="">
              {automatic === undefined
                ? t('settings:baseChoose')
                : t('settings:baseAuto', { column: headerOf(automatic).join(' – ') })}
            </option>
            {columns.map((column) => (
              <option key={column.id} value={column.id}>
                {headerOf(column).join(' – ')}
              </option>
            ))}
          </Select>
        </div>
      )}
      {problem !== undefined && (
        <p className="setting-problem" data-testid="less-problem">
          {t(problem.key, problem.params)}
        </p>
      )}
    </section>
  )
}
