/** The texts that cells refer to by number: plain or rich, without phonetic guides. */
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import { readRichText, type RichText } from './richText.ts'
import { decodeText, isTooLong, spaced } from './text.ts'
import { PLAIN_TEXT, XmlScanner } from './xmlScanner.ts'

/** The form that nearly all strings have: whether white space counts, and the text. */
const USUAL_STRING = new RegExp(`<si><t(?: xml:space="(preserve)")?>(${PLAIN_TEXT})</t></si>`, 'y')

export function readSharedStrings(text: string, part: string): readonly RichText[] {
  const strings: RichText[] = []
  const scanner = new XmlScanner(text, part)
  if (!scanner.next() || scanner.name !== 'sst') refuse('unreadable', 'xml-malformed', { part })
  for (;;) {
    const usual = scanner.take(USUAL_STRING)
    if (usual) {
      const decoded = decodeText(spaced(usual[2] ?? '', usual[1]))
      if (isTooLong(decoded)) refuseLength(part)
      strings.push({ text: decoded })
    } else if (!scanner.next()) return strings
    else if (isString(scanner)) strings.push(readRichText(scanner, () => refuseLength(part)))
  }
}

function isString(scanner: XmlScanner): boolean {
  return scanner.name === 'si' && !scanner.closing && scanner.depth === 2
}

function refuseLength(part: string): never {
  return refuse('limit', 'text-too-long', { where: part, limit: LIMITS.textLength })
}
