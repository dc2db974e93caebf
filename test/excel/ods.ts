/** Small OpenDocument spreadsheets from hand-written XML, for tests. */
import { zip, type WrittenEntry } from './zipWriter.ts'

export const ODF = 'urn:oasis:names:tc:opendocument:xmlns'
const NAMESPACES = Object.entries({
  office: `${ODF}:office:1.0`,
  table: `${ODF}:table:1.0`,
  text: `${ODF}:text:1.0`,
  style: `${ODF}:style:1.0`,
  number: `${ODF}:datastyle:1.0`,
  fo: `${ODF}:xsl-fo-compatible:1.0`,
  svg: `${ODF}:svg-compatible:1.0`,
  draw: `${ODF}:drawing:1.0`,
  calcext: 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

export interface Ods {
  /** What stands in the one table. */
  readonly rows?: string
  /** In place of the one table. */
  readonly tables?: string
  /** Automatic styles of the content. */
  readonly styles?: string
  readonly fonts?: string
  /** What stands in the styles part, which is left out without. */
  readonly common?: string
  readonly manifest?: string
  /** In place of the whole content. */
  readonly content?: string
  readonly entries?: readonly WrittenEntry[]
}

export function contentXml({ rows = '', tables, styles = '', fonts = '' }: Ods): string {
  const body = tables ?? `<table:table table:name="Biểu">${rows}</table:table>`
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:font-face-decls>${fonts}</office:font-face-decls><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`
}

export function ods(contents: Ods): Uint8Array {
  const { common, manifest, content, entries = [] } = contents
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
    { name: 'content.xml', content: content ?? contentXml(contents) },
    ...(common === undefined
      ? []
      : [
          {
            name: 'styles.xml',
            content: `<office:document-styles ${NAMESPACES}>${common}</office:document-styles>`,
          },
        ]),
    ...(manifest === undefined ? [] : [{ name: 'META-INF/manifest.xml', content: manifest }]),
    ...entries,
  ])
}
