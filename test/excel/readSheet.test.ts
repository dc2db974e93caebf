/** Shapes that workbooks have, each from hand-written XML: what a cell holds, and what it refers to. */
import { expect, test } from 'vitest'
import {
  cellsByAddress,
  MAIN,
  partsOf,
  read,
  readFirstSheet,
  relationships,
  sheetXml,
  workbookXml,
  xlsx,
  type Xlsx,
} from './xlsx.ts'

const STYLES = `
  <numFmts><numFmt numFmtId="164" formatCode="#,##0.0"/><numFmt numFmtId="165" formatCode="0.00%"/>
    <numFmt numFmtId="166" formatCode="&quot;&quot;;@"/></numFmts>
  <fonts><font><name val="Arial"/></font><font><b/><i val="0"/><name val="Times New Roman"/></font>
    <font><i/><b val="false"/><name val=".VnTime"/></font></fonts>
  <cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs>
  <cellXfs>
    <xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="1"/><xf numFmtId="165" fontId="2"/><xf numFmtId="14" fontId="0"/>
    <xf numFmtId="0" fontId="0"><alignment horizontal="center" indent="0"/></xf>
    <xf numFmtId="0" fontId="0"><alignment horizontal="right" indent="2"/></xf>
    <xf numFmtId="166" fontId="0"/><xf numFmtId="99999" fontId="77"/>
  </cellXfs>`

/** One row of cells, and what each must come out as. */
const shapes: readonly [name: string, cell: string, expected: object | undefined][] = [
  ['an integer', '<c r="A1"><v>370</v></c>', { type: 'number', text: '370', value: '370' }],
  ['a decimal', '<c r="A1"><v>2225.4</v></c>', { type: 'number', text: '2225,4', value: '2225.4' }],
  ['a float', '<c r="A1"><v>0.30000000000000004</v></c>', { type: 'number', text: '0,3', value: '0.3' }],
  ['t="n"', '<c r="A1" t="n"><v> 5 </v></c>', { type: 'number', text: '5', value: '5' }],
  ['a cell without address', '<c><v>5</v></c>', { type: 'number', text: '5', value: '5' }],
  [
    'a format that hides digits',
    '<c r="A1" s="1"><v>2225.47</v></c>',
    {
      type: 'number',
      text: '2.225,5',
      value: '2225.47',
      digitsHidden: true,
      bold: true,
    },
  ],
  ['per cent', '<c r="A1" s="2"><v>0.9967</v></c>', { type: 'number', text: '99,67%', value: '99.67' }],
  ['a date', '<c r="A1" s="3"><v>45261</v></c>', { type: 'date', text: '01/12/2023', value: '45261' }],
  [
    't="d"',
    '<c r="A1" t="d" s="3"><v>2023-12-01T12:00:00Z</v></c>',
    { type: 'date', text: '01/12/2023', value: '45261.5' },
  ],
  ['a hidden zero', '<c r="A1" s="6"><v>0</v></c>', { type: 'number', text: '', value: '0' }],
  ['an unknown style', '<c r="A1" s="500"><v>1.5</v></c>', { type: 'number', text: '1,5', value: '1.5' }],
  [
    'an unknown format and font',
    '<c r="A1" s="7"><v>1.5</v></c>',
    { type: 'number', text: '1,5', value: '1.5' },
  ],
  ['alignment', '<c r="A1" s="4"><v>1</v></c>', { type: 'number', text: '1', value: '1' }],
  ['indent', '<c r="A1" s="5"><v>1</v></c>', { type: 'number', text: '1', value: '1', indent: 2 }],
  ['true', '<c r="A1" t="b"><v>1</v></c>', { type: 'boolean', text: 'TRUE' }],
  ['false', '<c r="A1" t="b"><v>0</v></c>', { type: 'boolean', text: 'FALSE' }],
  ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', { type: 'error', text: '#DIV/0!' }],
  ['what is no number', '<c r="A1"><v>NaN</v></c>', { type: 'text', text: 'NaN' }],
  ['a shared string', '<c r="A1" t="s"><v>0</v></c>', { type: 'text', text: 'Chỉ tiêu' }],
  ['an empty shared string', '<c r="A1" t="s"><v>1</v></c>', undefined],
  ['white space kept', '<c r="A1" t="s"><v>2</v></c>', { type: 'text', text: '  - Đậu ' }],
  ['white space not kept', '<c r="A1" t="s"><v>3</v></c>', { type: 'text', text: 'Đậu' }],
  [
    'runs, without phonetics',
    '<c r="A1" t="s"><v>4</v></c>',
    { type: 'text', text: 'Diện tích (ha)', bold: true },
  ],
  [
    'TCVN3 by the font of the cell',
    '<c r="A1" s="2" t="inlineStr"><is><t>S¶n l\u00ad\u00eeng</t></is></c>',
    { type: 'text', text: 'Sản lượng', converted: 'tcvn3' },
  ],
  [
    'VNI by the font of a run',
    '<c r="A1" t="inlineStr"><is><r><t xml:space="preserve">Số </t></r><r><rPr><rFont val="VNI-Times"/></rPr><t>toång hôï</t></r><r><rPr><rFont val="VNI-Helve"/></rPr><t>p</t></r></is></c>',
    { type: 'text', text: 'Số tổng hợp', converted: 'vni' },
  ],
  [
    'TCVN3 that a formula put together',
    '<c r="A1" s="2" t="str"><f>"N¨m "&amp;2003</f><v>N¨m 2003</v></c>',
    { type: 'text', text: 'Năm 2003', formula: '"N¨m "&2003', converted: 'tcvn3' },
  ],
  [
    'runs of which one is not bold',
    '<c r="A1" s="1" t="s"><v>5</v></c>',
    { type: 'text', text: 'Ghi chú: x' },
  ],
  [
    'runs that look like the cell',
    '<c r="A1" s="1" t="s"><v>6</v></c>',
    { type: 'text', text: 'ab', bold: true },
  ],
  ['escapes', '<c r="A1" t="s"><v>7</v></c>', { type: 'text', text: 'a\tb _x0041_ \u{1F33E} _x0000_' }],
  ['decomposed letters', '<c r="A1" t="s"><v>8</v></c>', { type: 'text', text: 'Tỷ lệ' }],
  ['entities and CDATA', '<c r="A1" t="s"><v>9</v></c>', { type: 'text', text: 'a<b & "c" ≥ 9 <d>\n' }],
  ['a line break', '<c r="A1" t="s"><v>10</v></c>', { type: 'text', text: 'Ghi chú\n(vượt, đạt)' }],
  ['an inline string', '<c r="A1" t="inlineStr"><is><t>Ha</t></is></c>', { type: 'text', text: 'Ha' }],
  [
    'inline runs',
    '<c r="A1" t="inlineStr"><is><r><t xml:space="preserve">Diện </t></r><r><t>tích</t></r><rPh><t>x</t></rPh></is></c>',
    { type: 'text', text: 'Diện tích' },
  ],
  ['an empty cell', '<c r="A1" s="1"/>', undefined],
  ['a cell of nothing', '<c r="A1" s="1"><v></v></c>', undefined],
  [
    'a formula',
    '<c r="A1"><f>D1/E1*100</f><v>99.5</v></c>',
    { type: 'number', text: '99,5', value: '99.5', formula: 'D1/E1*100' },
  ],
  [
    'a formula of 0',
    '<c r="A1"><f>D1-E1</f><v>0</v></c>',
    { type: 'number', text: '0', value: '0', formula: 'D1-E1' },
  ],
  [
    'a formula of text',
    '<c r="A1" t="str"><f>"TH "&amp;2023</f><v>TH 2023</v></c>',
    { type: 'text', text: 'TH 2023', formula: '"TH "&2023' },
  ],
  [
    'a formula of empty text',
    '<c r="A1" t="str"><f>""</f><v></v></c>',
    { type: 'text', text: '', formula: '""' },
  ],
  [
    'a formula of an error',
    '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    { type: 'error', text: '#DIV/0!', formula: '1/0' },
  ],
  [
    'a formula nobody calculated',
    '<c r="A1"><f>D1/E1</f></c>',
    { type: 'text', text: '', formula: 'D1/E1', uncalculated: true },
  ],
  [
    '… with an empty value',
    '<c r="A1"><f>D1/E1</f><v/></c>',
    { type: 'text', text: '', formula: 'D1/E1', uncalculated: true },
  ],
  [
    'a shared formula',
    '<c r="A1"><f t="shared" ref="A1:A9" si="0">D1*2</f><v>4</v></c>',
    { type: 'number', text: '4', value: '4', formula: 'D1*2' },
  ],
  [
    '… further down',
    '<c r="A1"><f t="shared" si="0"/><v>4</v></c>',
    { type: 'number', text: '4', value: '4', formula: '' },
  ],
  [
    'other vocabularies in a cell',
    '<c r="A1"><v>4</v><z:v xmlns:z="urn:z">5</z:v></c>',
    { type: 'number', text: '4', value: '4' },
  ],
  [
    'attributes in another order and quotes',
    "<c t='s' s='0' r='A1' ><v>0</v ></c >",
    { type: 'text', text: 'Chỉ tiêu' },
  ],
  [
    'attributes inside attributes',
    `<c note=' r="Z9" t="s"' r="A1"><v>4</v></c>`,
    { type: 'number', text: '4', value: '4' },
  ],
  [
    'comments',
    '<c r="A1"><!-- <v>1</v> --><v>4<!-- 5 -->6</v></c>',
    { type: 'number', text: '46', value: '46' },
  ],
]

const STRINGS = [
  '<si><t>Chỉ tiêu</t></si>',
  '<si><t/></si>',
  '<si><t xml:space="preserve">  - Đậu </t></si>',
  '<si><t>\n  Đậu </t></si>',
  '<si><r><rPr><b/><rFont val=".VnTime"/></rPr><t xml:space="preserve">Diện tích </t></r><r><t/></r><r><rPr><b/></rPr><t>(ha)</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si>',
  '<si><r><rPr><b/></rPr><t>Ghi chú</t></r><r><rPr><sz val="9"/></rPr><t>: x</t></r></si>',
  '<si><r><t>a</t></r><r><t>b</t></r></si>',
  '<si><t>a_x0009_b _x005F_x0041_ _xD83C__xDF3E_ _x0000_</t></si>',
  `<si><t>${'Tỷ lệ'.normalize('NFD')}</t></si>`,
  '<si><t xml:space="preserve">a&lt;b &amp; &quot;c&quot; &#8805; &#x39; <![CDATA[<d>]]>&#10;</t></si>',
  '<si><t>Ghi chú\r\n(vượt, đạt)</t></si>',
].join('')

test.each(shapes)('%s', (_, cell, expected) => {
  const sheet = readFirstSheet({ rows: `<row r="1">${cell}</row>`, strings: STRINGS, styles: STYLES })
  expect(cellsByAddress(sheet)).toEqual(expected ? { A1: expected } : {})
})

test.each(shapes)('%s, under a prefix', (_, cell, expected) => {
  const prefixed = (xml: string): string => xml.replace(/<(\/?)(?!d>)(?=[a-zA-Z]+[\s/>])/g, '<$1x:')
  const rename = (xml: string): string => prefixed(xml).replace('xmlns=', 'xmlns:x=')
  const contents: Xlsx = { rows: `<row r="1">${cell}</row>`, strings: STRINGS, styles: STYLES }
  const parts = Object.fromEntries(
    Object.entries(partsOf(contents)).map(([name, xml]) => [
      name,
      name.endsWith('.rels') ? xml : rename(xml),
    ]),
  )
  expect(cellsByAddress(readFirstSheet({ ...contents, parts }))).toEqual(expected ? { A1: expected } : {})
})

test('rows and cells without an address count on', () => {
  const rows =
    '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
  expect(Object.keys(cellsByAddress(readFirstSheet({ rows })))).toEqual(['A1', 'B1', 'C5', 'D5', 'A6'])
})

test('cells out of order are put in order', () => {
  const rows =
    '<row r="2" hidden="1"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'
  const sheet = readFirstSheet({ rows })
  expect(Object.keys(cellsByAddress(sheet))).toEqual(['A1', 'A2', 'B2'])
  expect(sheet.hiddenRows).toEqual([1, 2])
})

test('merges, hidden rows, and columns up to the last with content', () => {
  const sheet = readFirstSheet({
    before:
      '<cols><col min="1" max="1" width="6.5"/><col min="2" max="3" hidden="1"/><col min="5" max="16384" width="9"/><col min="2" max="9"/></cols>',
    rows: '<row r="1"><c r="F1"><v>1</v></c></row><row r="3" hidden="true"/><row r="4" hidden="0"/>',
    after: '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3"/><mergeCell ref="B9:A8"/></mergeCells>',
  })
  expect(sheet.merges).toEqual([
    { top: 1, left: 1, bottom: 2, right: 2 },
    { top: 8, left: 1, bottom: 9, right: 2 },
  ])
  expect(sheet.hiddenRows).toEqual([3])
  expect(sheet.columns).toEqual([
    { column: 1, width: 6.5, hidden: false },
    { column: 2, hidden: true },
    { column: 3, hidden: true },
    { column: 5, width: 9, hidden: false },
    { column: 6, width: 9, hidden: false },
  ])
})

test('a cell at the far corner costs nothing', () => {
  const sheet = readFirstSheet({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' })
  expect(Object.keys(cellsByAddress(sheet))).toEqual(['XFD1048576'])
})

const SHEETS =
  '<sheet name="Biểu 2" sheetId="7" r:id="b"/><sheet name="Bìa" sheetId="2" state="hidden" r:id="c"/><sheet name="Đồ thị" sheetId="3" r:id="d"/><sheet name="Biểu 1" sheetId="4" state="veryHidden" r:id="a"/>'
const NAMES = `<definedNames>
  <definedName name="_xlnm.Print_Titles" localSheetId="0">'Biểu 2'!$A:$B,'Biểu 2'!$7:$8</definedName>
  <definedName name="_xlnm.Print_Titles" localSheetId="3">'Biểu 1'!$A:$B</definedName>
  <definedName name="Khác" localSheetId="1">'Bìa'!$1:$2</definedName></definedNames>`

test('sheets stand in the order of the tabs, found through odd paths', () => {
  const one = sheetXml({ rows: '<row><c><v>1</v></c></row>' })
  const workbook = read(
    xlsx({
      parts: {
        '_rels/.rels': relationships({ r: ['officeDocument', '/xl/book.xml'] }),
        'xl/workbook.xml': '',
        'xl/book.xml': workbookXml(SHEETS, NAMES),
        'xl/_rels/workbook.xml.rels': '',
        'xl/_rels/book.xml.rels': relationships({
          a: ['worksheet', '/XL/Worksheets/One.xml'],
          b: ['worksheet', './worksheets/../../odd%20folder/t%E1%BB%87p.xml'],
          c: ['worksheet', 'worksheets\\sheet1.xml'],
          d: ['chartsheet', 'chartsheets/sheet1.xml'],
        }),
        'xl/worksheets/one.xml': one,
        'odd folder/tệp.xml': one,
      },
    }),
  )
  expect(workbook.sheets.map(({ name, hidden, cells }) => [name, hidden, cells.length])).toEqual([
    ['Biểu 2', false, 1],
    ['Bìa', true, 0],
    ['Biểu 1', true, 1],
  ])
})

test('the strict edition of the format', () => {
  const contents: Xlsx = {
    rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
    strings: '<si><t>Ha</t></si>',
  }
  const strict = (xml: string): string =>
    xml
      .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
  const parts = Object.fromEntries(
    Object.entries(partsOf(contents)).map(([name, xml]) => [name, strict(xml)]),
  )
  expect(cellsByAddress(readFirstSheet({ ...contents, parts }))).toEqual({ A1: { type: 'text', text: 'Ha' } })
})

test('dates counted from 1904', () => {
  const workbook = workbookXml('<sheet name="a" sheetId="1" r:id="rId1"/>', '', '<workbookPr date1904="1"/>')
  const rows = '<row r="1"><c r="A1" s="3"><v>43799</v></c><c r="B1" s="3" t="d"><v>2023-12-01</v></c></row>'
  const sheet = readFirstSheet({ rows, styles: STYLES, parts: { 'xl/workbook.xml': workbook } })
  expect(cellsByAddress(sheet)).toMatchObject({
    A1: { type: 'date', text: '01/12/2023', value: '43799' },
    B1: { type: 'date', text: '01/12/2023', value: '43799' },
  })
})

test.each([
  ['UTF-16 with its mark', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
  ['UTF-8 with its mark', (xml: string) => Buffer.from(`\ufeff${xml}`)],
  [
    'a declaration and white space',
    (xml: string) => Buffer.from(`<?xml version="1.0"?>\n<!-- x -->\n${xml}\n`),
  ],
])('parts in %s', (_, encode) => {
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
  const contents: Xlsx = { rows, strings: '<si><t>Đạt</t></si>' }
  const names = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml']
  const parts = partsOf(contents)
  const entries = names.map((name) => ({ name, content: encode(parts[name] ?? '') }))
  const without = Object.fromEntries(names.map((name) => [name, '']))
  expect(cellsByAddress(readFirstSheet({ ...contents, parts: without, entries }))).toMatchObject({
    A1: { text: 'Đạt' },
  })
})

test('names that are special to JavaScript are names', () => {
  const workbook = workbookXml('<sheet name="__proto__" sheetId="1" r:id="__proto__"/>')
  const sheet = readFirstSheet({
    rows: '<row r="1" __proto__="x"><c r="A1" t="s" constructor="y"><v>0</v></c></row>',
    strings: '<si><t>__proto__</t></si>',
    parts: {
      'xl/workbook.xml': workbook,
      'xl/_rels/workbook.xml.rels': relationships({
        ['__proto__']: ['worksheet', 'worksheets/sheet1.xml'],
        s: ['sharedStrings', 'sharedStrings.xml'],
      }),
    },
    entries: [
      { name: '__proto__', content: 'x' },
      { name: 'constructor/prototype.xml', content: '<a/>' },
    ],
  })
  expect(sheet.name).toBe('__proto__')
  expect(cellsByAddress(sheet)).toEqual({ A1: { type: 'text', text: '__proto__' } })
})

test('a sheet that shows no zeros', () => {
  const rows = '<row r="1"><c r="A1"><v>0</v></c><c r="B1"><v>0.5</v></c><c r="C1" t="b"><v>0</v></c></row>'
  const textsWith = (showZeros: string) =>
    readFirstSheet({ before: `<sheetViews><sheetView${showZeros}/></sheetViews>`, rows }).cells.map(
      ({ text, value }) => [text, value],
    )
  expect(textsWith(' showZeros="0"')).toEqual([
    ['', '0'],
    ['0,5', '0.5'],
    ['FALSE', undefined],
  ])
  for (const shown of ['', ' showZeros="1"']) expect(textsWith(shown)[0]).toEqual(['0', '0'])
})
