/** From the parts of an OpenDocument spreadsheet (.ods) to plain cells. */
import type { Workbook } from '../../../shared/sheet.ts'
import { withLegibleNames } from '../legacy/sheetNames.ts'
import type { Parts } from '../prescan.ts'
import { refuse } from '../refusal.ts'
import { takePart } from '../workbookParts.ts'
import { parseXml, type XmlHandler } from '../xml.ts'
import { OFFICE } from './namespaces.ts'
import { OdsSheets } from './sheets.ts'
import { OdsStyles } from './styles.ts'

const CONTENT = 'content.xml'
const STYLES = 'styles.xml'
const MANIFEST = 'meta-inf/manifest.xml'

/** Whether the archive is a document of OpenDocument, of whatever kind. */
export function isOpenDocument(parts: Parts): boolean {
  return (parts.has(CONTENT) || parts.has(MANIFEST)) && !parts.has('[content_types].xml')
}

/** Takes what it reads out of `parts`. Refuses other kinds of documents, and those with a password. */
export function readOds(parts: Parts): Workbook {
  if (parts.has(MANIFEST)) refuseEncrypted(takePart(parts, MANIFEST))
  const styles = new OdsStyles()
  if (parts.has(STYLES)) parseXml(takePart(parts, STYLES), STYLES, styles)
  const sheets = new OdsSheets(styles, CONTENT)
  const content = takePart(parts, CONTENT)
  parseXml(content, CONTENT, stylesThenSheets(styles, sheets))
  return { format: 'ods', sheets: withLegibleNames(sheets.sheets) }
}

function refuseEncrypted(manifest: string): void {
  parseXml(manifest, MANIFEST, {
    open: ({ name }) => {
      if (name === 'encryption-data') refuse('encrypted', 'encrypted')
    },
  })
}

/** The content brings the styles of its cells before its body. */
function stylesThenSheets(styles: OdsStyles, sheets: OdsSheets): XmlHandler {
  const handlerFor = (path: readonly string[]): XmlHandler | undefined => {
    if (path[1] !== 'body') return styles
    return path.length > 3 ? sheets : undefined
  }
  return {
    open: (element, path) => {
      if (
        path.length === 3 &&
        path[1] === 'body' &&
        (element.name !== 'spreadsheet' || element.uri !== OFFICE)
      ) {
        refuse('not-a-workbook', 'not-a-workbook')
      }
      handlerFor(path)?.open?.(element, path)
    },
    close: (name, path) => handlerFor(path)?.close?.(name, path),
    text: (text, path) => handlerFor(path)?.text?.(text, path),
  }
}
