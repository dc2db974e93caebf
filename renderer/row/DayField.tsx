/** A day to type: "30/6/2024". Enter goes on in the table. What is no day is told and stays for the person to mend. */
import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBeforeClosing } from '../beforeClosing.ts'
import { focusTable } from '../ui/panes.ts'
import { dayText } from '../ui/time.ts'
import { parseDay } from './day.ts'

export interface DayFieldProps {
  readonly label: string
  /** ISO date. */
  readonly day: string | undefined
  /** Of "30/6". */
  readonly year: number | undefined
  readonly testId: string
  /** Its label is not drawn but stands in the empty field. */
  readonly bare?: boolean
  /** With null the day is taken away. */
  readonly onChange: (day: string | null) => void
}

export function DayField({ label, day, year, testId, bare = false, onChange }: DayFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setIsWrong] = useState(false)

  /** Undefined for what is no day, null for none. */
  const is = typed === null ? (day ?? null) : typed.trim() === '' ? null : parseDay(typed, year)

  function commit(): void {
    setIsWrong(is === undefined)
    if (is === undefined) return
    setTyped(null)
    if (is !== (day ?? null)) onChange(is)
  }
  useBeforeClosing(commit)

  return (
    <Field
      {...(!bare && { label })}
      size="small"
      {...(isWrong && { validationState: 'warning', validationMessage: t('row:dayUnclear') })}
    >
      <Input
        size="small"
        data-testid={testId}
        data-typing={typed !== null}
        {...(bare && { 'aria-label': label })}
        placeholder={bare ? label : t('row:dayExample')}
        value={typed ?? (day === undefined ? '' : dayText(day))}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') {
            event.preventDefault()
            if (is === undefined) commit()
            else focusTable()
          }
          if (event.key === 'Escape') {
            setTyped(null)
            setIsWrong(false)
          }
        }}
      />
    </Field>
  )
}
