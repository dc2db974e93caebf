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
import { useTranslation } from 'react-i18next'
import { cancelImport, confirmImport, isStoring, pickAndPlan, planAgain } from '../actions/importing.ts'
import type { Importing } from '../store.ts'
import { PreviewScreen } from './PreviewScreen.tsx'

export function ImportDialog({ importing }: { readonly importing: Importing }) {
  const { t } = useTranslation(['common', 'import', 'failures'])
  const { file, step } = importing
  const preview = step === 'preview'
  const noTable = preview && importing.plan.tables.length === 0
  return (
    <Dialog open modalType="alert">
      <DialogSurface
        className={preview ? 'import-dialog' : 'small-dialog'}
        data-testid="import-dialog"
        data-step={step}
        onKeyDown={({ key }) => {
          if (key === 'Escape') cancelImport()
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
          <DialogActions>
            {preview && !noTable && (
              <Button
                appearance="primary"
                autoFocus
                data-testid="import-confirm"
                disabled={isStoring(importing)}
                icon={isStoring(importing) ? <Spinner size="extra-tiny" /> : undefined}
                onClick={() => void confirmImport()}
              >
                {t('import:confirm')}
              </Button>
            )}
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
              <Button data-testid="import-other" onClick={() => void pickAndPlan()}>
                {t('import:otherFile')}
              </Button>
            )}
            <Button data-testid="import-cancel" disabled={isStoring(importing)} onClick={cancelImport}>
              {t('cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
