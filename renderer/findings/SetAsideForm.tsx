/** Asks why findings are let stand: a short list, a text of one's own, or nothing. */
import { Button, Field, Input } from '@fluentui/react-components'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

export interface SetAsideFormProps {
  /** The reason may be "". */
  readonly onDone: (reason: string) => void
  readonly onCancel: () => void
}

const USUAL_REASONS = ['setAsideChecked', 'reasonSource', 'reasonWaiting', 'setAsideSuperior'] as const

export function SetAsideForm({ onDone, onCancel }: SetAsideFormProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const usual = USUAL_REASONS.map((key) => t(key))
  useEffect(() => input.current?.focus(), [])

  /** Arrows go through the usual reasons. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && event.target === input.current) onDone(reason.trim())
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      const from = usual.indexOf(reason)
      const start = from === -1 && step === -1 ? usual.length : from
      setReason(usual[(start + step + usual.length) % usual.length] ?? '')
    } else return
    event.preventDefault()
  }

  return (
    <div className="set-aside" role="group" aria-label={t('setAsideTitle')} onKeyDown={onKeyDown}>
      <Field label={t('setAsideTitle')} size="small">
        <Input
          ref={input}
          size="small"
          data-testid="set-aside-reason"
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      <div className="set-aside-usual">
        {usual.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === reason}
            onClick={() => {
              setReason(each)
              input.current?.focus()
            }}
          >
            {each}
          </button>
        ))}
      </div>
      <div className="finding-actions">
        <Button
          size="small"
          appearance="primary"
          data-testid="set-aside-save"
          onClick={() => onDone(reason.trim())}
        >
          {t('setAsideSave')} <kbd>Enter</kbd>
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
    </div>
  )
}
