/** A part of the window that F6 reaches. */
import type { ReactNode } from 'react'

export interface PaneProps {
  readonly name: string
  readonly label: string
  readonly className: string
  readonly children: ReactNode
}

export function Pane({ name, label, className, children }: PaneProps) {
  return (
    <section className={className} data-pane={name} data-testid={name} aria-label={label}>
      {children}
    </section>
  )
}
