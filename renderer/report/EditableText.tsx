/** A line of text that looks like text until it is edited in place. */
import { useEffect, useRef, useState } from 'react'
import { useBeforeClosing } from '../beforeClosing.ts'

export interface EditableTextProps {
  readonly text: string
  readonly label: string
  readonly placeholder: string
  readonly className: string
  readonly testId: string
  readonly onChange: (text: string) => void
}

/** Enter and leaving the field take the text over, Esc brings the old one back. */
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
      spellCheck={false}
      value={typed ?? text}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
