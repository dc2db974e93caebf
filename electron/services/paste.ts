/** A table from the clipboard as the bytes of a file, so that it is read where all files are read. */
import { holdsTable, type PastedContent } from '../../shared/pasted.ts'

export function pastedBytes({ html, text }: PastedContent): Uint8Array {
  // Programs put pieces of pages on the clipboard, which begin with anything.
  return new TextEncoder().encode(holdsTable(html) ? `<!doctype html>${html}` : text)
}
