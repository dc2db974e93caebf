/** The words of the assessments as a small table: what a result comes to, by kind of period. */
import { Input } from '@fluentui/react-components'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { isWithinYear } from '../../shared/assess.ts'
import { OUTCOMES, type Outcome, type Report, type VerdictWords } from '../../shared/model.ts'
import type { Sentence } from '../../shared/sentence.ts'
import type { PeriodWords, PolicyDraft } from './draft.ts'
import type { PolicyProblems } from './problems.ts'

const PERIODS: readonly PeriodWords[] = ['withinYear', 'wholePeriod']

export interface WordTableProps {
  readonly report: Report
  readonly draft: PolicyDraft
  readonly problems: PolicyProblems
  readonly onChange: (set: Partial<PolicyDraft>) => void
}

export function WordTable({ report, draft, problems, onChange }: WordTableProps) {
  const { t } = useTranslation('settings')
  const own = isWithinYear(report.period.kind) ? 'withinYear' : 'wholePeriod'
  return (
    <section>
      <h3>{t('settings:words')}</h3>
      <table className="word-table">
        <thead>
          <tr>
            <th scope="col">{t('settings:outcome')}</th>
            {PERIODS.map((period) => (
              <th key={period} scope="col" className={period === own ? 'own' : undefined}>
                {t(`settings:${period}`)}
                {period === own && <span className="quiet"> {t('settings:thisReport')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {OUTCOMES.map((outcome) => (
            <tr key={outcome}>
              <th scope="row">
                {t(`settings:outcome-${outcome}`)}
                {outcome === 'nearly' && <span className="quiet">{t('settings:from')}</span>}
                {outcome === 'nearly' && (
                  <Input
                    size="small"
                    className="tolerance"
                    data-testid="nearly-from"
                    aria-label={t('settings:nearlyFrom')}
                    contentAfter="%"
                    value={draft.nearlyFrom}
                    onChange={(_, { value }) => onChange({ nearlyFrom: value })}
                  />
                )}
                {outcome === 'nearly' && <Problem sentence={problems.nearlyFrom} testId="nearly-problem" />}
              </th>
              {PERIODS.map((period) => (
                <td key={period}>
                  <Input
                    size="small"
                    data-testid={`word-${period}-${outcome}`}
                    aria-label={`${t(`settings:outcome-${outcome}`)}, ${t(`settings:${period}`)}`}
                    placeholder={placeholderOf(draft[period], outcome, t)}
                    spellCheck={false}
                    value={draft[period][outcome]}
                    onChange={(_, { value }) =>
                      onChange({ [period]: { ...draft[period], [outcome]: value } })
                    }
                  />
                  <Problem sentence={problems[period][outcome]} testId={`problem-${period}-${outcome}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Problem({ sentence, testId }: { readonly sentence: Sentence | undefined; readonly testId: string }) {
  const { t } = useTranslation('settings')
  if (sentence === undefined) return null
  const { other, counted, ...params } = sentence.params
  const named = {
    ...params,
    ...(other !== undefined && { other: t(`settings:outcome-${other}`) }),
    ...(counted !== undefined && { counted: t(`settings:outcome-${counted}`) }),
  }
  return (
    <p className="setting-problem" data-testid={testId}>
      {t(sentence.key, named)}
    </p>
  )
}

/** What stands in the cell where no word is given. */
function placeholderOf(words: VerdictWords, outcome: Outcome, t: TFunction): string {
  const like = outcome === 'exceeded' ? words.met : outcome === 'nearly' ? words.missed : ''
  if (like.trim() !== '') return t('settings:likeWord', { word: like.trim() })
  return outcome === 'expected' ? t('settings:likeFigures') : t('settings:leftBlank')
}
