/** How a test drives the program: messages over the channel to the process that started it. */
import { runInThisContext } from 'node:vm'
import type { DialogKind } from './dialog.ts'

export type ControlRequest =
  /** Where Playwright connects. */
  | { readonly type: 'address' }
  | { readonly type: 'answerDialog'; readonly kind: DialogKind; readonly value: unknown }
  /** Runs the source text of a function of the `electron` module and one argument. */
  | { readonly type: 'evaluate'; readonly source: string; readonly argument: unknown }

export interface ControlReply {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

export interface Controlled {
  /** The test is gone: nobody else would end the program. */
  readonly abandon: () => void
  readonly electron: object
  readonly address: () => Promise<string>
  readonly answer: (kind: DialogKind, value: unknown) => void
}

export function listenToTest(controlled: Controlled): void {
  process.on('disconnect', controlled.abandon)
  process.on('message', (message: unknown) => {
    if (!isEnvelope(message)) throw new Error('The test sent something unknown.')
    const { id, request } = message
    run(controlled, request).then(
      (value) => reply({ id, value }),
      (error: unknown) =>
        reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
}

async function run({ electron, address, answer }: Controlled, request: ControlRequest): Promise<unknown> {
  switch (request.type) {
    case 'address':
      return await address()
    case 'answerDialog':
      answer(request.kind, request.value)
      return undefined
    case 'evaluate': {
      const evaluated: unknown = runInThisContext(`(${request.source})`)
      if (typeof evaluated !== 'function') throw new TypeError('Only functions are evaluated in main.')
      return await Reflect.apply(evaluated, undefined, [electron, request.argument])
    }
  }
}

function reply(message: ControlReply): void {
  process.send?.(message)
}

function isEnvelope(message: unknown): message is { id: number; request: ControlRequest } {
  return typeof message === 'object' && message !== null && 'id' in message && 'request' in message
}
