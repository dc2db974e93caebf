/** Lines above the table: what failed and what to do, what was exported. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarGroup,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useTranslation } from 'react-i18next'
import { dropUnsaved, retryUnsaved } from '../actions/editing.ts'
import { openFile } from '../actions/exporting.ts'
import { goOnImporting } from '../actions/importing.ts'
import { dismissMessage } from '../actions/messages.ts'
import { useStore, type Message } from '../store.ts'

export function Messages() {
  const messages = useStore((state) => state.messages)
  return (
    <MessageBarGroup className="messages">
      {messages.map((message) => (
        <Line key={message.id} message={message} />
      ))}
    </MessageBarGroup>
  )
}

function Line({ message }: { readonly message: Message }) {
  const { t } = useTranslation(['common', 'failures'])
  const exported = message.type === 'exported'
  const moreTables = message.type === 'more-tables'
  return (
    <MessageBar
      intent={exported ? 'success' : moreTables ? 'info' : 'error'}
      data-testid={`message-${message.type}`}
      layout="auto"
    >
      <MessageBarBody>
        {exported && t('exported', { file: message.file.name })}
        {moreTables && t('moreTables', { file: message.preview.file.name, n: message.tables })}
        {'failure' in message && t(`failures:${message.failure.reason}`, message.failure.params)}
        {message.type === 'not-saved' && ` ${t('typedTextKept')}`}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          message.type === 'not-saved' ? undefined : (
            <Button
              size="small"
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={t('close')}
              onClick={() => dismissMessage(message.id)}
            />
          )
        }
      >
        {exported && (
          <>
            <Button size="small" data-testid="open-file" onClick={() => void openFile(message.file, 'open')}>
              {t('openFile')}
            </Button>
            <Button size="small" data-testid="show-file" onClick={() => void openFile(message.file, 'show')}>
              {t('openFolder')}
            </Button>
          </>
        )}
        {moreTables && (
          <Button
            size="small"
            data-testid="go-on-importing"
            onClick={() => goOnImporting(message.id, message.preview)}
          >
            {t('goOnImporting')}
          </Button>
        )}
        {message.type === 'not-saved' && (
          <>
            <Button size="small" data-testid="retry-save" onClick={() => void retryUnsaved()}>
              {t('tryAgain')}
            </Button>
            <Button size="small" data-testid="drop-unsaved" onClick={dropUnsaved}>
              {t('dropTyped')}
            </Button>
          </>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}
