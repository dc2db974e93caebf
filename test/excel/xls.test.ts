/** Old workbooks (.xls): written by LibreOffice and by SheetJS, read as what went in; damaged ones end in a reason. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { xlsOf } from '../libreOffice.ts'
import { oldWorkbook } from './oldFiles.ts'
import { cellsByAddress, read, xlsx, type Xlsx } from './xlsx.ts'

const fixture = readFileSync(new URL('../fixtures/bac-kan-6-thang-2024.xls', import.meta.url))

const STYLES = `<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>
  <fonts><font><name val="Arial"/></font><font><b/><name val=".VnTime"/></font><font><name val=".VnTimeH"/></font><font><name val="VNI-Times"/></font></fonts>
  <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1" applyFont="1"/><xf numFmtId="0" fontId="2" applyFont="1"/><xf numFmtId="0" fontId="3" applyFont="1"/><xf numFmtId="164" fontId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" applyAlignment="1"><alignment horizontal="left" indent="2"/></xf></cellXfs>`

const text = (address: string, content: string, style = 0) =>
  `<c r="${address}" s="${style}" t="inlineStr"><is>${content}</is></c>`
const runs =
  '<r><rPr><rFont val="Arial"/></rPr><t xml:space="preserve">Tổng </t></r><r><rPr><rFont val=".VnTime"/></rPr><t>møc b¸n lÎ</t></r>'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const workbook: Xlsx = {
  parts: {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
  },
  styles: STYLES,
  before:
    '<cols><col min="1" max="1" width="20" customWidth="1"/><col min="3" max="3" width="9" hidden="1" customWidth="1"/></cols>',
  rows: `<row r="1">${text('A1', '<t>ChØ tiªu</t>', 1)}${text('B1', '<t>kÕ ho¹ch</t>', 2)}${text('C1', '<t>Thöïc hieän</t>', 3)}${text('D1', runs)}</row>
    <row r="2">${text('A2', '<t>Thái Bình</t>')}<c r="B2" s="4"><v>1234.567</v></c><c r="C2"><v>0.1</v></c><c r="D2" s="5"><v>45261</v></c></row>
    <row r="3" hidden="1">${text('A3', '<t>- Đàn lợn</t>', 6)}<c r="B3" t="b"><v>1</v></c><c r="C3"><f>B2*2</f><v>2469.134</v></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
  after: '<mergeCells><mergeCell ref="A5:B6"/></mergeCells>',
}

it('reads what LibreOffice wrote: values, formulas, fonts of cells and runs', async () => {
  const [sheet] = read(await xlsOf(xlsx(workbook))).sheets
  if (sheet === undefined) throw new Error('no sheet')
  expect(cellsByAddress(sheet)).toMatchObject({
    D1: { text: 'Tổng mức bán lẻ', converted: 'tcvn3' },
    A3: { text: '- Đàn lợn', indent: 2 },
    A1: { text: 'Chỉ tiêu', bold: true, converted: 'tcvn3' },
    B1: { text: 'KẾ HOẠCH', converted: 'tcvn3' },
    C1: { text: 'Thực hiện', converted: 'vni' },
    A2: { text: 'Thái Bình' },
    B2: { type: 'number', text: '1.234,57', value: '1234.567', digitsHidden: true },
    C2: { type: 'number', text: '0,1', value: '0.1' },
    D2: { type: 'date', text: '01/12/2023', value: '45261' },
    B3: { type: 'boolean', text: 'TRUE' },
    C3: { type: 'number', text: '2469,134', value: '2469.134', formula: 'B2*2' },
    D3: { type: 'error', text: '#DIV/0!', formula: '1/0' },
  })
  expect(sheet.merges).toEqual([{ top: 5, left: 1, bottom: 6, right: 2 }])
  expect(sheet.hiddenRows).toEqual([3])
  expect(sheet.columns.find(({ column }) => column === 3)).toMatchObject({ hidden: true })
})

it('reads what Excel 95 would have written', () => {
  const bytes = oldWorkbook([['Ten', 370, 2225.4, true, -0.5]], 'biff5')
  expect(read(bytes).sheets[0]?.cells.map((cell) => cell.text)).toEqual([
    'Ten',
    '370',
    '2225,4',
    'TRUE',
    '-0,5',
  ])
})

it('reads texts that run over many records, narrow and wide', () => {
  const words = Array.from({ length: 3_000 }, (_, index) =>
    index % 3 === 0
      ? `plain ${index} ${'x'.repeat(index % 700)}`
      : `Chỉ tiêu ${index} ${'ế'.repeat(index % 500)}`,
  )
  const bytes = oldWorkbook(
    words.map((word) => [word]),
    'biff8',
  )
  expect(read(bytes).sheets[0]?.cells.map((cell) => cell.text)).toEqual(words)
})

it('is told by its content, whatever its name', () => {
  expect(read(fixture).format).toBe('xls')
})

it('ends in a reason, or in a workbook, however its bytes are changed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(fixture.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 600, max: fixture.length }),
      (changes, length) => {
        const bytes = Buffer.from(fixture.subarray(0, length))
        for (const [at, byte] of changes) if (at < length) bytes[at] = byte
        const result = readWorkbook(bytes)
        if (!result.ok)
          expect(['not-a-workbook', 'unreadable', 'limit', 'encrypted']).toContain(result.failure.code)
      },
    ),
    { numRuns: 60 },
  )
})
