/** Above the preview: the shown table may be a newer state of a report that is stored already. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { compareWith, findUpdatable, forgetUpdatable } from '../actions/updating.ts'
import { useStore, type Importing } from '../store.ts'
import { periodText } from '../ui/period.ts'
import { dateTimeText } from '../ui/time.ts'

export interface UpdateOfferProps {
  readonly importing: Extract<Importing, { readonly step: 'preview' }>
}

/** While someone types a title nobody is asked. */
const PAUSE_MILLISECONDS = 200

export function UpdateOffer({ importing: { file, plan, table, drafts, busy } }: UpdateOfferProps) {
  const { t, i18n } = useTranslation(['common', 'update'])
  const found = useStore((state) => state.updatable)
  const corrections = drafts[table]?.corrections
  useEffect(() => {
    const waiting = setTimeout(() => void findUpdatable(), PAUSE_MILLISECONDS)
    return () => clearTimeout(waiting)
  }, [file.token, plan, table, corrections])
  useEffect(() => forgetUpdatable, [file.token, table])
  if (found.length === 0) return null
  return (
    <div className="update-offers" role="status">
      {found.map(({ id, title, office, period, updatedAt }) => (
        <MessageBar key={id} intent="info" data-testid="update-offer">
          <MessageBarBody>
            {t('update:offer', {
              report: [title, office, periodText(period, t)].filter((part) => part !== '').join(' · '),
              time: dateTimeText(updatedAt, i18n.language),
            })}
          </MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              data-testid="update-compare"
              disabled={busy !== null}
              onClick={() => void compareWith(id)}
            >
              {t('update:compare')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  )
}
