/** One spelling for texts that look the same: composed letters, single spaces. Texts are kept as typed; this is for comparing and for output. */
import { rememberTexts } from './rememberTexts.ts'

/** NFC, every run of white space one space, trimmed. */
export function normalText(text: string): string {
  return isNormal(text) ? text : text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Told quickly, as for nearly every text: only composed letters and signs with nothing to compose, and single spaces. */
function isNormal(text: string): boolean {
  let wasSpace = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isSpace = code === 0x20
    if (isSpace ? wasSpace : !isComposed(code)) return false
    wasSpace = isSpace
  }
  return text === '' || !wasSpace
}

/** Printable ASCII, the Latin letters up to ſ, ơ and ư, and the Vietnamese letters from ạ to ỹ. */
function isComposed(code: number): boolean {
  return (
    (code > 0x20 && code < 0x7f) ||
    (code > 0xa0 && code < 0x180) ||
    (code >= 0x1ea0 && code <= 0x1ef9) ||
    code === 0x1a0 ||
    code === 0x1a1 ||
    code === 0x1af ||
    code === 0x1b0
  )
}

/** As `normalText`, but the line breaks of a cell stay. */
export function normalLines(text: string): string {
  return text
    .split(/\r\n|[\r\n]/u)
    .map(normalText)
    .join('\n')
    .trim()
}

/** For comparing what people wrote: `normalText` in lower case. */
export function folded(text: string): string {
  return normalText(text).toLowerCase()
}

/**
 * Words without case and diacritics, so that "Kế hoạch", "KẾ HOẠCH" and "Kê hoạch" are found alike: lower case, đ as d,
 * single spaces ("Tỷ lệ %" → "ty le %"). Word boundaries (`\b`) work on the result.
 */
export const plainWords = rememberTexts((text: string): string =>
  folded(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'),
)
