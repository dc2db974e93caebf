/** A workbook with every shape of cell, in a form that LibreOffice opens: to be written by it in other formats. */
import type { Xlsx } from './xlsx.ts'

const STYLES = `<numFmts count="5"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="167" formatCode="#,##0.##;(#,##0.##);&quot;-&quot;"/><numFmt numFmtId="168" formatCode="#\\ ##0.0"/></numFmts>
  <fonts><font><name val="Arial"/></font><font><b/><name val=".VnTime"/></font><font><name val=".VnTimeH"/></font><font><name val="VNI-Times"/></font></fonts>
  <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1" applyFont="1"/><xf numFmtId="0" fontId="2" applyFont="1"/><xf numFmtId="0" fontId="3" applyFont="1"/>
  ${[164, 165, 166, 167, 168].map((format) => `<xf numFmtId="${format}" fontId="0" applyNumberFormat="1"/>`).join('')}
  <xf numFmtId="0" fontId="0" applyAlignment="1"><alignment horizontal="left" indent="2"/></xf></cellXfs>`

const text = (address: string, content: string, style = 0): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is>${content}</is></c>`
const RUNS =
  '<r><rPr><rFont val="Arial"/></rPr><t xml:space="preserve">Tổng </t></r><r><rPr><rFont val=".VnTime"/></rPr><t>møc b¸n lÎ</t></r>'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const everyShape: Xlsx = {
  parts: {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
  },
  styles: STYLES,
  before:
    '<cols><col min="1" max="1" width="20" customWidth="1"/><col min="3" max="3" width="9" hidden="1" customWidth="1"/></cols>',
  rows: `<row r="1">${text('A1', '<t>ChØ tiªu</t>', 1)}${text('B1', '<t>kÕ ho¹ch</t>', 2)}${text('C1', '<t>Thöïc hieän</t>', 3)}${text('D1', RUNS)}</row>
    <row r="2">${text('A2', '<t>Thái Bình</t>')}<c r="B2" s="4"><v>1234.567</v></c><c r="C2"><v>0.1</v></c><c r="D2" s="5"><v>45261</v></c><c r="E2" s="6"><v>0.99674</v></c></row>
    <row r="3" hidden="1">${text('A3', '<t>- Đàn lợn</t>', 9)}<c r="B3" t="b"><v>1</v></c><c r="C3"><f>B2*2</f><v>2469.134</v></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
    <row r="4">${text('A4', '<t xml:space="preserve">  hai  dấu cách\nhai dòng </t>')}<c r="B4" s="7"><v>-1234.5</v></c><c r="C4" s="7"><v>0</v></c><c r="D4" s="8"><v>1234567.89</v></c></row>`,
  after: '<mergeCells><mergeCell ref="A5:B6"/></mergeCells>',
}
