/** One spelling for texts that look the same: composed letters, single spaces. Texts are kept as typed; this is for comparing and for output. */

/** Most texts are figures and short marks: nothing to compose, nothing to close up. */
const PLAIN = /^[!-~]*$/

/** NFC, every run of white space one space, trimmed. */
export function normalText(text: string): string {
  if (PLAIN.test(text)) return text
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
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
export function plainWords(text: string): string {
  return folded(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
}
