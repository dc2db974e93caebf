/** Asks why a computed cell is overruled. Nothing else is blocked; leaving it takes the reason as far as it was given. */
import {
  Button,
  Field,
  Input,
  Popover,
  PopoverSurface,
  Text,
  type PositioningImperativeRef,
} from '@fluentui/react-components'
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useBeforeClosing } from '../beforeClosing.ts'
import { parseQuantity } from '../../shared/quantity.ts'
import { verdictWord } from '../verdict.ts'
import type { Overruling } from './useEditing.ts'

export interface ReasonPopoverProps {
  readonly overruling: Overruling
  /** The words of an assessment in this report. */
  readonly verdicts: readonly string[]
  readonly anchor: RefObject<HTMLElement | null>
  /** With "" there is no reason; with null nothing is to be overruled. */
  readonly onDone: (reason: string | null) => void
  /** The person goes on elsewhere, where focus and cursor already are. */
  readonly onLeave: (reason: string) => void
}

const USUAL_REASONS = ['reasonWaiting', 'reasonForecast', 'reasonSuperior', 'reasonSource'] as const

export function ReasonPopover({ overruling, verdicts, anchor, onDone, onLeave }: ReasonPopoverProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const positioning = useRef<PositioningImperativeRef>(null)
  const input = useRef<HTMLInputElement>(null)
  const over = useRef(false)
  const usual = USUAL_REASONS.map((key) => t(key))
  // Who types on down the column, as in a spreadsheet, types the next cell's text here.
  const figure = parseQuantity(reason)
  const isMeantForTable =
    verdictWord(reason, verdicts) !== undefined ||
    (figure !== undefined && figure.unit === undefined && figure.sense === undefined)

  useBeforeClosing(leave)
  useEffect(() => {
    positioning.current?.setTarget(anchor.current)
    input.current?.focus({ preventScroll: true })
  }, [anchor])

  function done(given: string | null): void {
    // Closing takes the focus away, which is no leaving.
    over.current = true
    onDone(given)
  }

  function leave(): void {
    if (over.current) return
    over.current = true
    onLeave(reason.trim())
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent): void {
    // Nothing is left when only another program came to the front.
    if (document.hasFocus() && !currentTarget.contains(relatedTarget instanceof Node ? relatedTarget : null))
      leave()
  }

  /** Arrows go through the usual reasons. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && event.target === input.current) {
      event.preventDefault()
      if (!isMeantForTable) done(reason.trim())
    } else if (event.key === 'Escape') {
      done(null)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const from = usual.indexOf(reason)
      const next =
        from === -1 ? (step === 1 ? 0 : usual.length - 1) : (from + step + usual.length) % usual.length
      setReason(usual[next] ?? '')
    }
  }

  const { cell } = overruling
  const text = overruling.blank ? t('row:leaveBlank') : overruling.text
  return (
    <Popover open positioning={{ positioningRef: positioning, position: 'below', align: 'end', offset: 4 }}>
      <PopoverSurface
        className="reason"
        data-testid="reason"
        tabIndex={-1}
        aria-label={t('reasonTitle')}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        <Text weight="semibold" block>
          {t('reasonTitle')}
        </Text>
        <Text block className="reason-change">
          {cell.view.text === '' ? text : `${cell.view.text} → ${text}`}
        </Text>
        <div className="reason-usual">
          {usual.map((each) => (
            <Button
              key={each}
              size="small"
              appearance={each === reason ? 'primary' : 'secondary'}
              onClick={() => {
                setReason(each)
                input.current?.focus()
              }}
            >
              {each}
            </Button>
          ))}
        </div>
        <Field
          label={t('reasonOwn')}
          size="small"
          {...(isMeantForTable && {
            validationState: 'warning',
            validationMessage: t('reasonIsNone', { text: reason.trim() }),
          })}
        >
          <Input
            ref={input}
            size="small"
            data-testid="reason-text"
            value={reason}
            onChange={(_, { value }) => setReason(value)}
          />
        </Field>
        <div className="popover-buttons">
          <Button
            size="small"
            appearance="primary"
            data-testid="reason-save"
            onClick={() => done(reason.trim())}
          >
            {t('save')}
          </Button>
          <Button size="small" data-testid="reason-none" onClick={() => done('')}>
            {t('reasonNone')}
          </Button>
        </div>
      </PopoverSurface>
    </Popover>
  )
}
