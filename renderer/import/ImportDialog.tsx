/** Importing a workbook: reading, preview with corrections, confirmation; or one sentence why it cannot be. */
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
  Spinner,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pickFiles } from '../actions/batch.ts'
import { cancelImport, isStoring, planAgain } from '../actions/importing.ts'
import { openProfiles } from '../actions/profiles.ts'
import type { Importing } from '../store.ts'
import { ConfirmButtons, confirmByEnter } from './ConfirmButtons.tsx'
import { isCorrected } from './drafts.ts'
import './import.css'
import { LeaveQuestion } from './LeaveQuestion.tsx'
import { PreviewScreen } from './PreviewScreen.tsx'

export function ImportDialog({ importing }: { readonly importing: Importing }) {
  const { t } = useTranslation(['common', 'import', 'profiles', 'failures'])
  const [leaving, setLeaving] = useState(false)
  const { file, step } = importing
  const preview = step === 'preview'
  const noTable = preview && importing.plan.tables.length === 0
  const leave = () => {
    if (preview && Object.values(importing.drafts).some(isCorrected)) setLeaving(true)
    else cancelImport()
  }
  return (
    <Dialog open modalType="alert">
      <DialogSurface
        className={preview ? 'import-dialog' : 'small-dialog'}
        data-testid="import-dialog"
        data-step={step}
        onKeyDown={(event) => {
          // Undo and F6 are the window's: nothing below may change while this is open.
          event.stopPropagation()
          if (event.key === 'Escape') leave()
          else confirmByEnter(event, importing)
        }}
      >
        <DialogBody className="import-body">
          <DialogTitle>{t('import:title', { file: file.name })}</DialogTitle>
          <DialogContent className="import-content">
            {step === 'reading' && <Spinner size="small" label={t('import:reading')} />}
            {step === 'failed' && (
              <MessageBar intent="error" layout="multiline" data-testid="import-failure">
                <MessageBarBody>
                  {t(`failures:${importing.failure.reason}`, importing.failure.params)}
                </MessageBarBody>
              </MessageBar>
            )}
            {step === 'preview' && <PreviewScreen importing={importing} />}
          </DialogContent>
          <DialogActions fluid className="import-actions">
            {preview && (
              <Button appearance="subtle" data-testid="import-profiles" onClick={() => void openProfiles()}>
                {t('profiles:command')}
              </Button>
            )}
            {preview && !noTable && <ConfirmButtons importing={importing} />}
            {step === 'failed' && (
              <Button
                appearance="primary"
                autoFocus
                data-testid="import-retry"
                onClick={() => void planAgain()}
              >
                {t('tryAgain')}
              </Button>
            )}
            {(step === 'failed' || noTable) && (
              <Button data-testid="import-other" onClick={() => void pickFiles()}>
                {t('import:otherFile')}
              </Button>
            )}
            <Button data-testid="import-cancel" disabled={isStoring(importing)} onClick={leave}>
              {t('cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
        {leaving && <LeaveQuestion onStay={() => setLeaving(false)} onLeave={cancelImport} />}
      </DialogSurface>
    </Dialog>
  )
}
