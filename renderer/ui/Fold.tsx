/** A part of a panel that folds away under its heading. */
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useId, type ReactNode } from 'react'

export interface FoldProps {
  readonly title: string
  /** What is worth knowing while it is folded. */
  readonly summary?: string | undefined
  readonly open: boolean
  readonly onToggle: () => void
  readonly testId: string
  readonly children: ReactNode
}

export function Fold({ title, summary, open, onToggle, testId, children }: FoldProps) {
  const content = useId()
  return (
    <section className="fold" data-testid={testId}>
      <button
        type="button"
        className="fold-head"
        aria-expanded={open}
        aria-controls={content}
        onClick={onToggle}
      >
        {open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        <span className="fold-title">{title}</span>
        {!open && summary !== undefined && <span className="fold-summary quiet">{summary}</span>}
      </button>
      {open && (
        <div id={content} className="fold-content">
          {children}
        </div>
      )}
    </section>
  )
}
