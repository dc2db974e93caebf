/**
 * Reads the small XML parts of a workbook with saxes, by local names of the spreadsheet namespaces, refusing
 * document types, deep nesting and malformed XML. Sheets, which are big, go through xmlScanner.ts.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'

/** SpreadsheetML in its transitional and its strict edition. */
export const MAIN_NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
])

export interface XmlElement {
  /** Without prefix. */
  readonly name: string
  readonly uri: string
  /** The value of an attribute by its local name, whatever its prefix. */
  attribute(name: string): string | undefined
  /** The value of an attribute of a namespace, where several have attributes of one name. */
  attributeIn(uri: string, name: string): string | undefined
}

export interface XmlHandler {
  /** `path` are the local names from the root down to and including the element. */
  open?(element: XmlElement, path: readonly string[]): void
  /** `path` still ends in the element. */
  close?(name: string, path: readonly string[]): void
  /** Text between tags, in one or more pieces. `path` ends in the element around it. */
  text?(text: string, path: readonly string[]): void
}

/** Kept, for making one takes longer than decoding a small part. */
const DECODERS = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  'utf-16le': new TextDecoder('utf-16le', { fatal: true }),
  'utf-16be': new TextDecoder('utf-16be', { fatal: true }),
}

/** The text of a part in UTF-8 or, with a byte order mark, UTF-16. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe
  const big = bytes[0] === 0xfe && bytes[1] === 0xff
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8'
  try {
    return DECODERS[encoding].decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return refuse('unreadable', 'xml-malformed', { part })
  }
}

export function parseXml(text: string, part: string, handler: XmlHandler): void {
  const path: string[] = []
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('error', () => refuse('unreadable', 'xml-malformed', { part }))
  parser.on('doctype', () => refuse('limit', 'doctype', { part }))
  parser.on('opentag', (tag) => {
    path.push(tag.local)
    if (path.length > LIMITS.nesting) refuse('limit', 'xml-too-deep', { part, limit: LIMITS.nesting })
    handler.open?.(elementOf(tag), path)
  })
  parser.on('closetag', (tag) => {
    handler.close?.(tag.local, path)
    path.pop()
  })
  if (handler.text) {
    const take = (text: string) => handler.text?.(text, path)
    parser.on('text', take)
    parser.on('cdata', take)
  }
  parser.write(text).close()
}

function elementOf(tag: SaxesTagNS): XmlElement {
  return {
    name: tag.local,
    uri: tag.uri,
    attribute: (name) => {
      const plain = tag.attributes[name]
      if (plain) return plain.value
      return Object.values(tag.attributes).find((attribute) => attribute.local === name)?.value
    },
    attributeIn: (uri, name) => {
      for (const attribute of Object.values(tag.attributes)) {
        if (attribute.local === name && attribute.uri === uri) return attribute.value
      }
      return undefined
    },
  }
}

/** Attributes of type boolean: "1", "true", "on"; an element that stands for true may leave it out. */
export function isTrue(value: string | undefined, absent = false): boolean {
  if (value === undefined) return absent
  return value === '1' || value === 'true' || value === 'on'
}
