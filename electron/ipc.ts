/** The way from the window into main: every request of shared/api.ts is checked here, run, and watched. */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { requests, type EventName, type Events, type Input, type RequestName } from '../shared/api.ts'
import { BUNDLE_ORIGIN } from './bundle.ts'
import type { Handlers } from './handlers.ts'
import type { RequestWatch } from './requestWatch.ts'

/**
 * Registers all handlers. A request from anywhere but the window's own page, input that does not fit its
 * schema and whatever a handler throws are errors nobody expects: `onError` gets them, the page gets a
 * rejected promise.
 */
export function registerHandlers(
  handlers: Handlers,
  window: BrowserWindow,
  watch: RequestWatch,
  onError: (error: unknown, request: string) => void,
): void {
  const register = (name: RequestName) => {
    ipcMain.handle(name, (event, input: unknown) =>
      watch.run(async () => {
        try {
          if (!isOwnPage(event, window)) throw new Error(`"${name}" was asked by ${pageOf(event)}`)
          return await answer(handlers, name, input)
        } catch (error) {
          onError(error, name)
          throw error
        }
      }),
    )
  }
  for (const name of requestNames()) register(name)
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
