/** A line of text that looks like text until it is edited in place. */
import { useEffect, useRef, useState } from 'react'
import { useBeforeClosing } from '../beforeClosing.ts'
import { focusTable } from '../ui/panes.ts'

export interface EditableTextProps {
  readonly text: string
  readonly label: string
  readonly placeholder: string
  readonly className: string
  readonly testId: string
  readonly onChange: (text: string) => void
}

/** Leaving the field takes the text over, Enter by going on in the table; Esc brings the old text back. */
export function EditableText({ text, label, placeholder, className, testId, onChange }: EditableTextProps) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)

  useEffect(() => {
    if (typed === null && document.activeElement === field.current) field.current?.select()
  }, [typed])

  function commit(): void {
    if (typed !== null && typed !== text) onChange(typed)
    setTyped(null)
  }
  useBeforeClosing(commit)

  return (
    <input
      ref={field}
      className={`editable ${className}`}
      data-testid={testId}
      aria-label={label}
      placeholder={placeholder}
      data-typing={typed !== null}
      spellCheck={false}
      value={typed ?? text}
      onChange={({ target }) => setTyped(target.value)}
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
  )
}
