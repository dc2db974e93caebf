/** Waits for a table to be pasted: only a person's Ctrl+V may read the clipboard. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Textarea,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { closePaste, pasteAsReport } from '../actions/pasting.ts'
import { contentOf } from './content.ts'
import './paste.css'

export function PasteTableDialog() {
  const { t } = useTranslation(['common', 'paste'])
  return (
    <Dialog open modalType="alert">
      <DialogSurface
        className="small-dialog"
        data-testid="paste-table-dialog"
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') closePaste()
        }}
      >
        <DialogBody>
          <DialogTitle>{t('paste:command')}</DialogTitle>
          <DialogContent>
            <p>{t('paste:how')}</p>
            <Textarea
              autoFocus
              className="paste-place"
              data-testid="paste-place"
              aria-label={t('paste:place')}
              placeholder={t('paste:place')}
              value=""
              onPaste={(event) => {
                event.preventDefault()
                void pasteAsReport(contentOf(event.clipboardData), t('paste:name'))
              }}
            />
          </DialogContent>
          <DialogActions>
            <Button data-testid="paste-cancel" onClick={closePaste}>
              {t('cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
