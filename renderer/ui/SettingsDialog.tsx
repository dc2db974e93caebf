/** A window over the table in which something is set: its fields scroll, what saving changes stays in view below. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './settings.css'

export interface SettingsDialogProps {
  readonly testId: string
  readonly title: string
  readonly wide?: boolean
  readonly children: ReactNode
  /** What saving would change. */
  readonly effect?: ReactNode
  /** Stands left of saving and leaving. */
  readonly extra?: ReactNode
  readonly saveLabel?: string
  readonly onSave: () => void
  readonly onClose: () => void
}

/** Enter in a field saves, Esc leaves everything as it was. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { testId, title, wide = false, children, effect, extra, saveLabel, onSave, onClose } = props
  const { t } = useTranslation()
  return (
    <Dialog
      open
      onOpenChange={(_, { type }) => {
        // A click beside it would lose what was set.
        if (type === 'escapeKeyDown') onClose()
      }}
    >
      <DialogSurface
        className={wide ? 'settings-dialog wide' : 'settings-dialog'}
        data-testid={testId}
        onKeyDown={(event) => {
          // Undo and F6 are the window's: nothing below may change while this is open.
          if (event.key !== 'Escape') event.stopPropagation()
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) onSave()
        }}
      >
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="settings-content">{children}</DialogContent>
          {effect}
          <DialogActions fluid className="settings-actions">
            {extra}
            <span className="commands-rest" />
            <Button appearance="primary" data-testid="settings-save" onClick={onSave}>
              {saveLabel ?? t('save')}
            </Button>
            <Button data-testid="settings-cancel" onClick={onClose}>
              {t('cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
