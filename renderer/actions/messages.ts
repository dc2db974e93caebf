/** One place where what went wrong is told: expected failures as a line, unexpected errors as a dialog and in the log. */
import type { Failure, Result } from '../../shared/result.ts'
import { api } from '../api.ts'
import { useStore, type Message } from '../store.ts'

type MessageContent = Message extends infer M ? (M extends Message ? Omit<M, 'id'> : never) : never

let lastMessage = 0

/** A new message of a kind takes the place of the last one of that kind. */
export function showMessage(content: MessageContent): void {
  lastMessage++
  const message = { ...content, id: lastMessage }
  useStore.setState(({ messages }) => ({
    messages: [...messages.filter(({ type }) => type !== message.type), message],
  }))
}

export function dismissMessage(id: number): void {
  useStore.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }))
}

/** A dialog the person closed is no failure to speak of. */
export function showFailure(failure: Failure): void {
  if (failure.code !== 'cancelled') showMessage({ type: 'failure', failure })
}

/** The value of a result; undefined, with the failure shown, when there is none. */
export function valueOrMessage<T>(result: Result<T>): T | undefined {
  if (result.ok) return result.value
  showFailure(result.failure)
  return undefined
}

/** For everything that throws and nobody catches. The program goes on. */
export function reportUnexpected(error: unknown): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' }
  console.error(error)
  useStore.setState({ unexpected: message })
  // The log is the last resort: when it fails too, the console has both.
  api
    .logError({ message: message.slice(0, 20_000), stack: (stack ?? '').slice(0, 100_000) })
    .catch((failed: unknown) => console.error(failed))
}

export function dismissUnexpected(): void {
  useStore.setState({ unexpected: null })
}
