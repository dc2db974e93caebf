/** Texts as workbooks store them: escapes undone, white space kept, composed to NFC, bounded in length. */
import { LIMITS } from './limits.ts'

/** DEL is legal, but exceljs drops it. */
const NEEDS_ESCAPE = /[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/g

/** `_xHHHH_` stands for a character that XML cannot hold; NUL stays escaped, for no text may hold it. */
export function decodeText(raw: string): string {
  const text = raw.includes('_x') ? unescape(raw) : raw
  return isPlain(text) ? text : text.normalize('NFC')
}

/**
 * The other way round: what XML cannot hold, line ends it would unify, and an underscore that begins what looks like an
 * escape are written as escapes.
 */
export function encodeText(text: string): string {
  return text.toWellFormed().replace(NEEDS_ESCAPE, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `_x${code}_`
  })
}

export function isTooLong(text: string): boolean {
  return text.length > LIMITS.textLength
}

/** White space at the ends counts only where the writer says so (xml:space). */
export function spaced(text: string, space: string | undefined): string {
  if (space === 'preserve') return text
  // By hand: an expression would try every inner run of spaces as if it were the end.
  let start = 0
  let end = text.length
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x9 || code === 0xa || code === 0xd
}

function unescape(raw: string): string {
  return raw
    .replace(/_x([0-9A-Fa-f]{4})_/g, (escape, code: string) =>
      code === '0000' ? escape : String.fromCharCode(parseInt(code, 16)),
    )
    .toWellFormed()
}

/** Latin-1 text is NFC already. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0xff) return false
  return true
}
