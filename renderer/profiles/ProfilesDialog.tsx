/** "Mẫu đã nhớ": the remembered templates, to be looked through, changed, and carried to other computers. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { closeProfiles, importProfile } from '../actions/profiles.ts'
import type { Profiles } from '../store.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProfileDetails } from './ProfileDetails.tsx'
import { ProfileList } from './ProfileList.tsx'
import './profiles.css'

export function ProfilesDialog({ profiles }: { readonly profiles: Profiles }) {
  const { t } = useTranslation(['common', 'profiles', 'failures'])
  const { list, shown, failure, exported } = profiles
  const profile = list.find(({ id }) => id === shown)
  return (
    <Dialog
      open
      onOpenChange={(_, { type }) => {
        // A click beside it may be meant for the list.
        if (type === 'escapeKeyDown') void closeProfiles()
      }}
    >
      <DialogSurface
        className="settings-dialog wide profiles-dialog"
        data-testid="profiles-dialog"
        onKeyDown={(event) => {
          // Undo and F6 are the window's: nothing below may change while this is open.
          if (event.key !== 'Escape') event.stopPropagation()
        }}
      >
        <DialogBody>
          <DialogTitle>{t('profiles:title')}</DialogTitle>
          <DialogContent className="settings-content">
            {failure !== undefined && (
              <MessageBar intent="error" layout="multiline" data-testid="profiles-failure">
                <MessageBarBody>{t(`failures:${failure.reason}`, failure.params)}</MessageBarBody>
              </MessageBar>
            )}
            {exported !== undefined && (
              <MessageBar intent="success" data-testid="profiles-exported">
                <MessageBarBody>{t('profiles:exported', { file: exported.name })}</MessageBarBody>
              </MessageBar>
            )}
            {profile === undefined ? (
              <EmptyState title={t('profiles:none')} hint={t('profiles:noneHint')} />
            ) : (
              <div className="profiles">
                <ProfileList list={list} shown={profile.id} />
                <ProfileDetails key={profile.id} profile={profile} />
              </div>
            )}
          </DialogContent>
          <DialogActions fluid className="settings-actions">
            <Button data-testid="profile-import" onClick={() => void importProfile()}>
              {t('profiles:import')}
            </Button>
            <span className="commands-rest" />
            <Button
              // With the last template the focus comes here.
              key={String(profile === undefined)}
              appearance="primary"
              autoFocus={profile === undefined}
              data-testid="profiles-close"
              onClick={() => void closeProfiles()}
            >
              {t('profiles:close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
