/** Says below a setting what saving it would change in the table. */
import { useTranslation } from 'react-i18next'
import type { Effect } from './effect.ts'

export function EffectNote({ effect }: { readonly effect: Effect }) {
  const { t } = useTranslation('settings')
  const { assessments, figures, filled, dropped, kept, examples } = effect
  const changed = assessments + figures
  return (
    <div className="effect" data-testid="effect" aria-live="polite">
      <p>
        {changed === 0 && filled === 0 && t('settings:effectNone')}
        {changed > 0 && changedText()}
        {filled > 0 && t('settings:effectFilled', { n: filled })}
        {dropped > 0 && ` ${t('settings:effectDropped', { n: dropped })}`}
        {kept > 0 && ` ${t('settings:effectKept', { n: kept })}`}
      </p>
      {examples.length > 0 && (
        <ul>
          {examples.map(({ row, column, before, after }, index) => (
            <li key={index}>
              {t('settings:effectExample', {
                row,
                column,
                before: before === '' ? t('settings:blank') : before,
                after: after === '' ? t('settings:blank') : after,
              })}
            </li>
          ))}
          {changed > examples.length && <li className="quiet">…</li>}
        </ul>
      )}
    </div>
  )

  function changedText(): string {
    if (assessments === 0) return t('settings:effectFigures', { n: figures })
    if (figures === 0) return t('settings:effectAssessments', { n: assessments })
    return t('settings:effectBoth', { assessments, figures })
  }
}
