/** A line of text in the panel. Leaving it takes the text over, Enter by going on in the table; Esc brings the old one back. */
import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useBeforeClosing } from '../beforeClosing.ts'
import { focusTable } from '../ui/panes.ts'

export interface TextFieldProps {
  readonly label: string
  readonly text: string
  readonly testId: string
  readonly placeholder?: string
  /** Its label is not drawn but stands in the empty field. */
  readonly bare?: boolean
  readonly autoFocus?: boolean
  readonly onChange: (text: string) => void
}

export function TextField({
  label,
  text,
  testId,
  placeholder,
  bare = false,
  autoFocus = false,
  onChange,
}: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)

  function commit(): void {
    if (typed !== null && typed !== text) onChange(typed)
    setTyped(null)
  }
  useBeforeClosing(commit)

  return (
    <Field {...(!bare && { label })} size="small">
      <Input
        size="small"
        autoFocus={autoFocus}
        data-testid={testId}
        data-typing={typed !== null}
        spellCheck={false}
        {...(bare && { 'aria-label': label })}
        placeholder={placeholder ?? (bare ? label : '')}
        value={typed ?? text}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') {
            // The table would take the key as a line break.
            event.preventDefault()
            focusTable()
          }
          if (event.key === 'Escape') setTyped(null)
        }}
      />
    </Field>
  )
}
