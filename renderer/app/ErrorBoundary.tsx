/** Where drawing goes wrong the rest of the program stays, and the screen can be drawn again. */
import { Button } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'
import { reportUnexpected } from '../actions/messages.ts'
import { texts } from '../texts.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

interface Props {
  readonly children: ReactNode
}

interface State {
  readonly failed: boolean
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    reportUnexpected(error)
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <EmptyState title={texts.t('notDrawn')} hint={texts.t('nothingLost')}>
        <Button appearance="primary" onClick={() => this.setState({ failed: false })}>
          {texts.t('drawAgain')}
        </Button>
      </EmptyState>
    )
  }
}
