/** The way from the window into main: every request of shared/api.ts is checked here, run, and watched. */
import { setTimeout as sleep } from 'node:timers/promises'
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { requests, type EventName, type Events, type Input, type RequestName } from '../shared/api.ts'
import { BUNDLE_ORIGIN } from './bundle.ts'
import type { Handlers } from './handlers.ts'

export interface RequestWatch {
  /** Resolves as soon as no request has been running for this many milliseconds. */
  readonly quietFor: (milliseconds: number) => Promise<void>
}

/**
 * Registers all handlers. A request from anywhere but the window's own page, input that does not fit its
 * schema and whatever a handler throws are errors nobody expects: `onError` gets them, the page gets a
 * rejected promise.
 */
export function registerHandlers(
  handlers: Handlers,
  window: BrowserWindow,
  onError: (error: unknown, request: string) => void,
): RequestWatch {
  let running = 0
  let lastEnd = performance.now()

  const register = (name: RequestName) => {
    ipcMain.handle(name, async (event, input: unknown) => {
      running++
      try {
        if (!isOwnPage(event, window)) throw new Error(`"${name}" was asked by ${pageOf(event)}`)
        return await answer(handlers, name, input)
      } catch (error) {
        onError(error, name)
        throw error
      } finally {
        running--
        lastEnd = performance.now()
      }
    })
  }
  for (const name of requestNames()) register(name)

  return {
    quietFor: async (milliseconds) => {
      while (running > 0 || performance.now() - lastEnd < milliseconds) await sleep(10)
    },
  }
}

export function sendEvent<Name extends EventName>(
  window: BrowserWindow | undefined,
  name: Name,
  event: Events[Name],
): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(name, event)
}

/** The same schemas, seen in the way that lets the compiler match a request's input with its handler. */
const schemas: { readonly [Name in RequestName]: { readonly input: z.ZodType<Input<Name>> } } = requests

function answer<Name extends RequestName>(handlers: Handlers, name: Name, input: unknown) {
  return handlers[name](schemas[name].input.parse(input))
}

function requestNames(): RequestName[] {
  const isRequest = (name: string): name is RequestName => name in requests
  return Object.keys(requests).filter(isRequest)
}

function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  return (
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    senderFrame.url.startsWith(`${BUNDLE_ORIGIN}/`)
  )
}

function pageOf({ senderFrame }: IpcMainInvokeEvent): string {
  return senderFrame?.url ?? 'a page that is gone'
}
