/** The page's side of the bridge: builds window.<name> from a description; every call crosses and comes back. */
import type { Codec } from './codec.ts'
import type { Answer, Call, Described } from './worlds.ts'

interface TextEvent {
  readonly detail: unknown
}
/** Of the browser's page; Node's types do not know it. */
declare const document: {
  addEventListener: (name: string, listener: (event: TextEvent) => void) => void
  dispatchEvent: (event: CustomEvent) => boolean
}

/** Runs in the page as source text: it may use nothing from outside itself. */
export function pageWorld(codec: Codec, secret: string): void {
  const callbacks = new Map<number, (...values: unknown[]) => unknown>()
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0

  const hear = (name: string, listener: (message: unknown) => void) => {
    document.addEventListener(`${secret}-${name}`, ({ detail }) => {
      listener(codec.decode(String(detail)))
    })
  }
  const isObject = (value: unknown) => typeof value === 'object' && value !== null
  const isExposed = (value: unknown): value is { name: string; described: Described } => isObject(value)
  const isAnswer = (value: unknown): value is Answer => isObject(value)
  const isCallback = (value: unknown): value is { id: number; values: unknown[] } => isObject(value)
  const isFunction = (value: unknown): value is (...values: unknown[]) => unknown =>
    typeof value === 'function'

  const describe = (value: unknown): Call['values'][number] => {
    if (!isFunction(value)) return { kind: 'value', value }
    callbacks.set(++last, value)
    return { kind: 'function', id: last }
  }
  const build = (described: Described): unknown => {
    if (described.kind === 'value') return described.value
    if (described.kind === 'function') return (...values: unknown[]) => callPreload(described.id, values)
    const members = Object.entries(described.members).map(([name, member]) => [name, build(member)])
    return Object.freeze(Object.fromEntries(members))
  }
  const resultOf = (answer: Answer): unknown => {
    if (answer.kind === 'error') throw answer.error
    return answer.kind === 'result' ? build(answer.result) : undefined
  }

  /** Events are handled before dispatchEvent returns, so a function without a promise gives its result at once. */
  const callPreload = (target: number, values: readonly unknown[]): unknown => {
    const call = ++last
    const answers: Answer[] = []
    waiting.set(call, (answer) => answers.push(answer))
    const message: Call = { call, target, values: values.map(describe) }
    document.dispatchEvent(new CustomEvent(`${secret}-call`, { detail: codec.encode(message) }))
    const [first] = answers
    if (first === undefined) throw new Error('The preload script is gone.')
    if (first.kind !== 'promise') {
      waiting.delete(call)
      return resultOf(first)
    }
    return new Promise((resolve, reject) => {
      waiting.set(call, (answer) => {
        waiting.delete(call)
        try {
          resolve(resultOf(answer))
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      })
    })
  }

  // As where main denies it; a link to a new window is closed by main itself.
  Object.defineProperty(globalThis, 'open', { value: () => null })
  hear('expose', (message) => {
    if (!isExposed(message)) return
    Object.defineProperty(globalThis, message.name, { value: build(message.described), enumerable: true })
  })
  hear('answer', (message) => {
    if (isAnswer(message)) waiting.get(message.call)?.(message)
  })
  hear('callback', (message) => {
    if (isCallback(message)) callbacks.get(message.id)?.(...message.values)
  })
}
