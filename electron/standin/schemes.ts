/**
 * Own schemes over a browser that knows none: app://bundle/x is loaded as http://bundle.app.localhost/x, an
 * address that never leaves the machine, is a secure context, and is answered by the registered handler.
 */

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()

export const protocol = {
  registerSchemesAsPrivileged: (
    schemes: readonly { scheme: string; privileges: { standard?: boolean } }[],
  ) => {
    // Standard, secure and open to fetch is what an http address is anyway.
    const other = schemes.find(({ privileges }) => privileges.standard !== true)
    if (other !== undefined) throw new Error(`Stand-in: the scheme ${other.scheme} must be standard.`)
  },
  handle: (scheme: string, handler: Handler) => {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },
}

export function handlerFor(url: string): Handler | undefined {
  return handlers.get(url.slice(0, url.indexOf(':')))
}

export function toBrowser(url: string): string {
  const parts = /^([a-z]+):\/\/([^/]+)(\/.*)?$/.exec(url)
  const [, scheme = '', host = '', path = '/'] = parts ?? []
  return handlers.has(scheme) ? `http://${host}.${scheme}.localhost${path}` : url
}

export function fromBrowser(url: string): string {
  const parts = /^http:\/\/([^/]+)\.([a-z]+)\.localhost(\/.*)?$/.exec(url)
  const [, host = '', scheme = '', path = '/'] = parts ?? []
  return handlers.has(scheme) ? `${scheme}://${host}${path}` : url
}
