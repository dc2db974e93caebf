/** Asks before corrections are thrown away. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

export interface LeaveQuestionProps {
  readonly onStay: () => void
  readonly onLeave: () => void
}

export function LeaveQuestion({ onStay, onLeave }: LeaveQuestionProps) {
  const { t } = useTranslation('import')
  return (
    <Dialog open modalType="alert">
      <DialogSurface
        className="small-dialog"
        data-testid="leave-question"
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') onStay()
        }}
      >
        <DialogBody>
          <DialogTitle>{t('import:leaveTitle')}</DialogTitle>
          <DialogContent>{t('import:leaveText')}</DialogContent>
          <DialogActions>
            <Button appearance="primary" autoFocus data-testid="leave-stay" onClick={onStay}>
              {t('import:leaveStay')}
            </Button>
            <Button data-testid="leave-leave" onClick={onLeave}>
              {t('import:leaveLeave')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
