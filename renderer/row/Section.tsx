/** A part of the row panel that folds; it stays as the person left it, whatever row comes next. */
import type { ReactNode } from 'react'
import { toggleSection } from '../actions/program.ts'
import { useStore, type RowSection } from '../store.ts'
import { Fold } from '../ui/Fold.tsx'

export interface SectionProps {
  readonly section: RowSection
  readonly title: string
  /** What is worth knowing while it is folded. */
  readonly summary?: string | undefined
  readonly children: ReactNode
}

export function Section({ section, title, summary, children }: SectionProps) {
  const open = useStore((state) => state.openSections.includes(section))
  return (
    <Fold
      title={title}
      summary={summary}
      open={open}
      onToggle={() => toggleSection(section)}
      testId={`section-${section}`}
    >
      {children}
    </Fold>
  )
}
