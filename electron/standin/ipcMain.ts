/** Requests from pages to main: one handler a channel, its reply or its error back to the page that asked. */

type Handler = (event: unknown, ...values: unknown[]) => unknown

const handlers = new Map<string, Handler>()

export const ipcMain = {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
}

/** Rejects in the words Electron uses. */
export async function invoke(channel: string, event: unknown, values: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) {
    throw new Error(`Error invoking remote method '${channel}': No handler registered for '${channel}'`)
  }
  try {
    return await handler(event, ...values)
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error })
  }
}
