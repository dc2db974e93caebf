/**
 * The scripts a page starts with, as in Electron in two worlds: the page's own, and an isolated one with the
 * preload script. They talk by DOM events of a secret name with text in them; main talks to the isolated one.
 */
import { randomUUID } from 'node:crypto'
import { createCodec } from './codec.ts'
import { pageWorld } from './pageWorld.ts'
import { preloadWorld } from './preloadWorld.ts'

export const PRELOAD_WORLD = 'preload'
/** Carries text from the isolated world to main. */
export const SEND_BINDING = 'standinSend'
/** The function in the isolated world that takes text from main. */
export const RECEIVE_FUNCTION = 'standinReceive'

/** From the page to main. */
export type FromPage =
  | { readonly type: 'ready' }
  | {
      readonly type: 'invoke'
      readonly id: number
      readonly channel: string
      readonly values: readonly unknown[]
    }

/** From main to the page. */
export type ToPage =
  | { readonly type: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  | { readonly type: 'event'; readonly channel: string; readonly values: readonly unknown[] }

/** The description of a value that crosses from the isolated world to the page. */
export type Described =
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Described>> }
  | { readonly kind: 'value'; readonly value: unknown }

/** A call from the page: the functions among its values are numbered and called back. */
export interface Call {
  readonly call: number
  readonly target: number
  readonly values: readonly (Described & { readonly kind: 'function' | 'value' })[]
}

/** What a call gives. A promise is announced at once and settled by a second answer to the same call. */
export type Answer =
  | { readonly call: number; readonly kind: 'promise' }
  | { readonly call: number; readonly kind: 'result'; readonly result: Described }
  | { readonly call: number; readonly kind: 'error'; readonly error: unknown }

/** A secret the page's own scripts cannot guess. */
const secret = `standin-${randomUUID()}`

/** Goes first, because it must be listening when the preload script speaks. */
export function pageWorldSource(): string {
  return `if (window === window.top) (${String(pageWorld)})((${String(createCodec)})(), ${JSON.stringify(secret)})`
}

/** `preload` is the bundled preload script: CommonJS that requires nothing but electron. */
export function preloadWorldSource(preload: string, askBeforeLeaving: boolean): string {
  const names = { secret, send: SEND_BINDING, receive: RECEIVE_FUNCTION, askBeforeLeaving }
  return `if (window === window.top) (function (require, module, exports) {\n${preload}\n})(
    ...(${String(preloadWorld)})((${String(createCodec)})(), ${JSON.stringify(names)}))`
}
