/** An error nobody expected, in words, with the log at hand. Closing it goes on with the program. */
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
import { dismissUnexpected } from '../actions/messages.ts'
import { openLog } from '../actions/program.ts'
import { useStore } from '../store.ts'

export function UnexpectedDialog() {
  const { t } = useTranslation()
  const unexpected = useStore((state) => state.unexpected)
  return (
    <Dialog open={unexpected !== null} modalType="alert" onOpenChange={dismissUnexpected}>
      <DialogSurface data-testid="unexpected" className="small-dialog">
        <DialogBody>
          <DialogTitle>{t('unexpectedTitle')}</DialogTitle>
          <DialogContent>
            <p>{t('nothingLost')}</p>
            <p className="quiet">{unexpected}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={dismissUnexpected} data-testid="go-on">
              {t('goOn')}
            </Button>
            <Button onClick={() => void openLog()} data-testid="open-log">
              {t('openLog')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
