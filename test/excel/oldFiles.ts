/** Files of old Office, written by SheetJS. */
import { CFB, utils, write } from '@e965/xlsx'

/** One sheet of these values. */
export function oldWorkbook(rows: readonly (readonly unknown[])[], version: 'biff5' | 'biff8'): Uint8Array {
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  utils.book_append_sheet(book, sheet, 'Bieu')
  return bytesOf(write(book, { type: 'buffer', bookType: version, bookSST: version === 'biff8' }))
}

interface Containers {
  readonly utils: {
    readonly cfb_new: () => object
    readonly cfb_add: (container: object, name: string, content: Uint8Array) => void
  }
  readonly write: (container: object, options: { readonly type: 'buffer' }) => unknown
}
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the library says `any`
const containers: Containers = CFB

/** A container with these streams. */
export function oldContainer(...streams: readonly string[]): Uint8Array {
  const container = containers.utils.cfb_new()
  for (const name of streams) containers.utils.cfb_add(container, `/${name}`, Buffer.from('x'))
  return bytesOf(containers.write(container, { type: 'buffer' }))
}

function bytesOf(written: unknown): Uint8Array {
  if (written instanceof Uint8Array) return written
  if (Array.isArray(written)) return Uint8Array.from(written)
  throw new Error('SheetJS wrote no bytes')
}
