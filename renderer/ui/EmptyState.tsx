/** What to do first, where there is nothing yet. */
import { Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}

export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <div className="empty-state" data-testid="empty-state">
      <Text size={400} weight="semibold" block>
        {title}
      </Text>
      {hint !== undefined && <Text block>{hint}</Text>}
      {children}
    </div>
  )
}
