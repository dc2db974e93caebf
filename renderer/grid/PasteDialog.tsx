/** Says, before anything is pasted, which part of a block would be left out. */
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
import { cellCount } from './area.ts'
import type { PastePlan } from './paste.ts'

export interface PasteDialogProps {
  readonly plan: PastePlan
  readonly onPaste: () => void
  readonly onCancel: () => void
}

export function PasteDialog({ plan, onPaste, onCancel }: PasteDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog open modalType="alert" onOpenChange={onCancel}>
      <DialogSurface data-testid="paste-dialog" className="small-dialog">
        <DialogBody>
          <DialogTitle>{t('pasteTitle')}</DialogTitle>
          <DialogContent>
            {plan.outside > 0 && <p>{t('pasteOutside', { cells: plan.outside })}</p>}
            {plan.computed > 0 && <p>{t('pasteComputed', { cells: plan.computed })}</p>}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabled={plan.cells.length === 0}
              onClick={onPaste}
              data-testid="paste-rest"
            >
              {t('pasteRest', { cells: cellCount(plan.covered) - plan.computed })}
            </Button>
            <Button onClick={onCancel}>{t('cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
