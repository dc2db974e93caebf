/** A line of text in the panel. Leaving it or Enter takes the text over, Esc brings the old one back. */
import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useBeforeClosing } from '../beforeClosing.ts'

export interface TextFieldProps {
  readonly label: string
  readonly text: string
  readonly testId: string
  readonly placeholder?: string
  /** Its label is not drawn but stands in the empty field. */
  readonly bare?: boolean
  readonly onChange: (text: string) => void
}

export function TextField({ label, text, testId, placeholder, bare = false, onChange }: TextFieldProps) {
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
        data-testid={testId}
        data-typing={typed !== null}
        spellCheck={false}
        {...(bare && { 'aria-label': label })}
        placeholder={placeholder ?? (bare ? label : '')}
        value={typed ?? text}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={commit}
        onKeyDown={({ key, nativeEvent }) => {
          if (nativeEvent.isComposing) return
          if (key === 'Enter') commit()
          if (key === 'Escape') setTyped(null)
        }}
      />
    </Field>
  )
}
