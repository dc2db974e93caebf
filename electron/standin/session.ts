/** The default session: own schemes, and who may load what. A browser without network has nothing to give beyond. */
import { protocol } from './schemes.ts'

type RequestListener = (
  details: { readonly url: string },
  callback: (answer: { cancel?: boolean }) => void,
) => void

let listener: RequestListener | undefined

export const session = {
  defaultSession: {
    protocol,
    webRequest: {
      /** The filter is not applied: the program's only listener takes every address of the network. */
      onBeforeRequest: (_filter: { readonly urls: readonly string[] }, onRequest: RequestListener) => {
        listener = onRequest
      },
    },
    // The browser is started so that it refuses whatever would need a person's permission.
    setPermissionRequestHandler: (_handler: unknown) => undefined,
    setPermissionCheckHandler: (_handler: unknown) => undefined,
  },
}

/** Whether the program lets a request of a page out. */
export function mayLoad(url: string): boolean {
  let cancelled = false
  listener?.({ url }, ({ cancel }) => (cancelled = cancel === true))
  return !cancelled
}
