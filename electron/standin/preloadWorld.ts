/** The isolated world of the preload script: `electron` as a sandboxed preload script sees it, and the bridge. */
import type { Codec } from './codec.ts'
import type { Answer, Call, Described, FromPage, ToPage } from './worlds.ts'

interface TextEvent {
  readonly detail: unknown
}
/** Of the browser's page; Node's types do not know them. */
declare const document: {
  addEventListener: (name: string, listener: (event: TextEvent) => void) => void
  dispatchEvent: (event: CustomEvent) => boolean
}
declare const window: { addEventListener: (name: string, listener: (event: Event) => void) => void }

export interface Names {
  readonly secret: string
  readonly send: string
  readonly receive: string
  /** Lets main decide about closing by the window's own button. */
  readonly askBeforeLeaving: boolean
}

/** Runs in the page as source text: it may use nothing from outside itself. Gives require, module and exports. */
export function preloadWorld(
  codec: Codec,
  { secret, send, receive, askBeforeLeaving }: Names,
): readonly [require: (name: string) => unknown, module: { exports: unknown }, exports: unknown] {
  type Listener = (event: unknown, ...values: unknown[]) => void
  interface Promised {
    readonly resolve: (value: unknown) => void
    readonly reject: (error: Error) => void
  }
  const functions = new Map<number, (...values: unknown[]) => unknown>()
  const promised = new Map<number, Promised>()
  const listeners = new Map<string, Listener[]>()
  let last = 0

  const isObject = (value: unknown) => typeof value === 'object' && value !== null
  const isCall = (value: unknown): value is Call => isObject(value)
  const isToPage = (value: unknown): value is ToPage => isObject(value)
  const isFunction = (value: unknown): value is (...values: unknown[]) => unknown =>
    typeof value === 'function'
  const isPlainObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

  const toMain = (message: FromPage) => {
    const binding: unknown = Reflect.get(globalThis, send)
    if (isFunction(binding)) binding(codec.encode(message))
  }
  const toPage = (name: string, message: unknown) =>
    document.dispatchEvent(new CustomEvent(`${secret}-${name}`, { detail: codec.encode(message) }))

  const describe = (value: unknown): Described => {
    if (isFunction(value)) {
      functions.set(++last, value)
      return { kind: 'function', id: last }
    }
    if (!isPlainObject(value)) return { kind: 'value', value }
    const members = Object.entries(value).map(([name, member]): [string, Described] => [
      name,
      describe(member),
    ])
    return { kind: 'object', members: Object.fromEntries(members) }
  }
  /** Results are values or one function; only what is exposed is walked for functions. */
  const describeResult = (value: unknown): Described =>
    isFunction(value) ? describe(value) : { kind: 'value', value }

  const valueOf = (described: Call['values'][number]): unknown =>
    described.kind === 'value'
      ? described.value
      : (...values: unknown[]) => toPage('callback', { id: described.id, values })

  const answerCall = ({ call, target, values }: Call) => {
    const fail = (error: unknown) => {
      const answer: Answer = {
        call,
        kind: 'error',
        error: error instanceof Error ? error : new Error(String(error)),
      }
      toPage('answer', answer)
    }
    const succeed = (value: unknown) => {
      try {
        toPage('answer', { call, kind: 'result', result: describeResult(value) } satisfies Answer)
      } catch (error) {
        fail(error)
      }
    }
    try {
      const value = functions.get(target)?.(...values.map(valueOf))
      if (value instanceof Promise) {
        toPage('answer', { call, kind: 'promise' } satisfies Answer)
        value.then(succeed, fail)
      } else succeed(value)
    } catch (error) {
      fail(error)
    }
  }

  const receiveFromMain = (text: string) => {
    const message = codec.decode(text)
    if (!isToPage(message)) return
    if (message.type === 'event') {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...message.values)
      return
    }
    const waiter = promised.get(message.id)
    promised.delete(message.id)
    if (message.type === 'reply') waiter?.resolve(message.value)
    else waiter?.reject(new Error(message.message))
  }

  const ipcRenderer = {
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        const id = ++last
        toMain({ type: 'invoke', id, channel, values })
        promised.set(id, { resolve, reject })
      }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    },
    off: (channel: string, listener: Listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener),
      )
    },
  }
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown) => {
      toPage('expose', { name, described: describe(value) })
    },
  }

  document.addEventListener(`${secret}-call`, ({ detail }) => {
    const message = codec.decode(String(detail))
    if (isCall(message)) answerCall(message)
  })
  Object.defineProperty(globalThis, receive, { value: receiveFromMain })
  if (askBeforeLeaving) {
    window.addEventListener('beforeunload', (event) => {
      event.preventDefault()
    })
  }
  toMain({ type: 'ready' })

  const module = { exports: {} }
  const require = (name: string) => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name}`)
  }
  return [require, module, module.exports]
}
