/** The window's own files as answers to app://bundle/…, with the headers that keep everything else out. */
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

export const BUNDLE_SCHEME = 'app'
export const BUNDLE_ORIGIN = 'app://bundle'
export const BUNDLE_PAGE = `${BUNDLE_ORIGIN}/index.html`

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Fluent and AG Grid write style elements at run time, so styles may stand in the page; scripts may not. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** Answers 404 for every address that is not an existing file inside `root`. */
export async function serveBundle(root: string, url: string): Promise<Response> {
  const file = bundleFile(root, url)
  const content = file === undefined ? undefined : await contentOf(file)
  if (file === undefined || content === undefined)
    return new Response(null, { status: 404, headers: HEADERS })
  const type = CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
  return new Response(content, { headers: { ...HEADERS, 'content-type': type } })
}

/** The file an address stands for; undefined for another host, for bad escapes and for whatever leaves `root`. */
export function bundleFile(root: string, url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, host, pathname } = new URL(url)
  if (`${protocol}//${host}` !== BUNDLE_ORIGIN) return undefined
  const path = decode(pathname)
  if (path === undefined || path.includes('\0')) return undefined
  const file = join(root, path)
  return file.startsWith(root + sep) ? file : undefined
}

/** Undefined where the escapes are no UTF-8 or hide a separator. */
function decode(pathname: string): string | undefined {
  if (/%(2f|5c)/i.test(pathname)) return undefined
  try {
    return decodeURIComponent(pathname)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

const NO_FILE = ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']

async function contentOf(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && NO_FILE.includes(String(error.code))) return undefined
    throw error
  }
}
