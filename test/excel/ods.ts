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

function contentXml({ rows = '', tables, styles = '', fonts = '' }: Ods): string {
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

/** A table with every kind of cell, repeated ones, merges and hidden rows. */
export const everyCell: Ods = {
  fonts: '<style:font-face style:name="ABC" svg:font-family="&apos;.VnTime&apos;"/>',
  styles: `<number:number-style style:name="N1P0"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
    <number:number-style style:name="N1"><number:text>-</number:text><number:number number:decimal-places="2" number:min-integer-digits="1"><number:embedded-text number:position="3"> </number:embedded-text></number:number><style:map style:condition="value()&gt;=0" style:apply-style-name="N1P0"/></number:number-style>
    <number:date-style style:name="N2"><number:day number:style="long"/><number:text>/</number:text><number:month/><number:text>/</number:text><number:year/></number:date-style>
    <style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"><style:text-properties fo:font-weight="bold" style:font-name="ABC"/><style:paragraph-properties fo:margin-left="0.1in"/></style:style>
    <style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1" style:data-style-name="N2"/>
    <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>`,
  rows: `<table:table-column table:number-columns-repeated="3" table:default-cell-style-name="ce1"/><table:table-column table:visibility="collapse"/>
    <table:table-header-rows><table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>TT</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>ChØ <text:span text:style-name="T1">tiªu</text:span><text:s text:c="2"/></text:p><text:p>Kế hoạch<text:line-break/>2023</text:p></table:table-cell></table:table-row></table:table-header-rows>
    <table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="-1234.5" table:number-columns-repeated="2"><text:p>-1,234.50</text:p></table:table-cell><table:table-cell table:style-name="ce2" office:value-type="date" office:date-value="2023-12-01"/><table:table-cell office:value-type="percentage" office:value="0.9967"/><table:table-cell office:value-type="time" office:time-value="PT36H30M00S"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>
    <table:table-row table:visibility="filter"><table:table-cell table:formula="of:=SUM([.A2:.A4];[$'Biểu'.B2])" office:value-type="float" office:value="5"/><table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>
    <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
}
