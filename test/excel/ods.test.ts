/** OpenDocument spreadsheets: each shape from hand-written XML, and one workbook as LibreOffice writes it. */
import { describe, expect, test } from 'vitest'
import type { Sheet } from '../../shared/sheet.ts'
import { plainFormula } from '../../electron/excel/ods/formula.ts'
import { odsOf } from '../libreOffice.ts'
import { ODF, ods, type Ods } from './ods.ts'
import { everyShape } from './shapes.ts'
import { cellsByAddress, read, refusal, xlsx } from './xlsx.ts'

function sheetOf(contents: Ods): Sheet {
  const [sheet] = read(ods(contents)).sheets
  if (!sheet) throw new Error('A workbook without sheets.')
  return sheet
}

const FONTS =
  '<style:font-face style:name="ABC" svg:font-family="&apos;.VnTime&apos;"/><style:font-face style:name="VNI-Times" svg:font-family="VNI-Times"/>'
const NUMBERS = `
  <number:number-style style:name="N1"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
  <number:percentage-style style:name="N2"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
  <number:date-style style:name="N3"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
  <number:number-style style:name="N4P0" style:volatile="true"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
  <number:number-style style:name="N4"><number:text>(</number:text><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/><number:text>)</number:text><style:map style:condition="value()&gt;=0" style:apply-style-name="N4P0"/></number:number-style>
  <number:time-style style:name="N5" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
  <number:currency-style style:name="N6"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text><number:currency-symbol>₫</number:currency-symbol></number:currency-style>
  <number:date-style style:name="N7" number:automatic-order="true"><number:month/><number:text>/</number:text><number:day/><number:text>/</number:text><number:year/></number:date-style>
  <number:number-style style:name="N8"><number:number number:decimal-places="1" number:min-decimal-places="0" number:min-integer-digits="1"><number:embedded-text number:position="3"> </number:embedded-text></number:number></number:number-style>
  <number:number-style style:name="N9"><number:text>&gt;100: </number:text><number:number number:min-integer-digits="1"/><style:map style:condition="value()&lt;=100" style:apply-style-name="N1"/></number:number-style>
  <number:text-style style:name="N10"><number:text>- </number:text><number:text-content/></number:text-style>`
const STYLES = `${NUMBERS}
  ${Array.from({ length: 10 }, (_, index) => `<style:style style:name="n${index + 1}" style:family="table-cell" style:data-style-name="N${index + 1}"/>`).join('')}
  <style:style style:name="bold" style:family="table-cell" style:parent-style-name="n1"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="light" style:family="table-cell" style:parent-style-name="bold"><style:text-properties fo:font-weight="normal"/></style:style>
  <style:style style:name="indent" style:family="table-cell"><style:paragraph-properties fo:margin-left="0.2543in"/></style:style>
  <style:style style:name="abc" style:family="table-cell"><style:text-properties style:font-name="ABC"/></style:style>
  <style:style style:name="ring" style:family="table-cell" style:parent-style-name="ring2"/><style:style style:name="ring2" style:family="table-cell" style:parent-style-name="ring"/>
  <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="T2" style:family="text"><style:text-properties style:font-name="VNI-Times"/></style:style>`

const float = (value: string, text: string, more = ''): string =>
  `<table:table-cell ${more} office:value-type="float" office:value="${value}"><text:p>${text}</text:p></table:table-cell>`
const string = (content: string, more = ''): string =>
  `<table:table-cell ${more} office:value-type="string">${content}</table:table-cell>`
const style = (name: string): string => `table:style-name="${name}"`

/** One cell, and what it must come out as. */
test.each<[name: string, cell: string, expected: object | undefined]>([
  ['a number', float('2225.4', '2,225.4'), { type: 'number', text: '2225,4', value: '2225.4' }],
  ['a float', float('0.30000000000000004', '0.3'), { type: 'number', text: '0,3', value: '0.3' }],
  [
    'a format that hides digits',
    float('1234.567', '1,234.57', style('n1')),
    { type: 'number', text: '1.234,57', value: '1234.567', digitsHidden: true },
  ],
  [
    'a negative in parentheses',
    float('-1234', '(1,234)', style('n4')),
    { type: 'number', text: '(1.234)', value: '-1234' },
  ],
  ['… and a positive', float('1234', '1,234', style('n4')), { type: 'number', text: '1.234', value: '1234' }],
  ['a condition that holds', float('99', 'x', style('n9')), { type: 'number', text: '99,00', value: '99' }],
  [
    '… and one that does not',
    float('101', 'x', style('n9')),
    { type: 'number', text: '>100: 101', value: '101' },
  ],
  [
    'a space between thousands',
    float('1234567', 'x', style('n8')),
    { type: 'number', text: '1234 567', value: '1234567' },
  ],
  [
    'a currency',
    `<table:table-cell ${style('n6')} office:value-type="currency" office:value="1500"/>`,
    { type: 'number', text: '1.500 ₫', value: '1500' },
  ],
  [
    'per cent',
    `<table:table-cell ${style('n2')} office:value-type="percentage" office:value="0.9967"/>`,
    { type: 'number', text: '99,67%', value: '99.67' },
  ],
  [
    'per cent without a format',
    '<table:table-cell office:value-type="percentage" office:value="0.5"/>',
    { type: 'number', text: '50,00%', value: '50' },
  ],
  [
    'a date',
    `<table:table-cell ${style('n3')} office:value-type="date" office:date-value="2023-12-01"/>`,
    { type: 'date', text: '01/12/2023', value: '45261' },
  ],
  [
    'a date with a time',
    `<table:table-cell ${style('n3')} office:value-type="date" office:date-value="2023-12-01T12:00:00"/>`,
    { type: 'date', text: '01/12/2023', value: '45261.5' },
  ],
  [
    'a date in the order of the country',
    `<table:table-cell ${style('n7')} office:value-type="date" office:date-value="2023-12-01"/>`,
    { type: 'date', text: '01/12/2023', value: '45261' },
  ],
  [
    'a date without a format',
    '<table:table-cell office:value-type="date" office:date-value="2023-12-01"/>',
    { type: 'date', text: '01/12/2023', value: '45261' },
  ],
  [
    'a date before dates',
    '<table:table-cell office:value-type="date" office:date-value="1802-01-01"><text:p>01/01/1802</text:p></table:table-cell>',
    { type: 'text', text: '01/01/1802' },
  ],
  [
    'hours past the day',
    `<table:table-cell ${style('n5')} office:value-type="time" office:time-value="PT36H30M00S"/>`,
    { type: 'date', text: '36:30', value: '1.52083333333333' },
  ],
  [
    'a time that is none',
    '<table:table-cell office:value-type="time" office:time-value="x"><text:p>12 giờ</text:p></table:table-cell>',
    { type: 'text', text: '12 giờ' },
  ],
  [
    'true',
    '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>ĐÚNG</text:p></table:table-cell>',
    { type: 'boolean', text: 'TRUE' },
  ],
  ['a text', string('<text:p>Chỉ tiêu</text:p>'), { type: 'text', text: 'Chỉ tiêu' }],
  [
    'a decomposed text',
    string(`<text:p>${'Tỷ lệ'.normalize('NFD')}</text:p>`),
    { type: 'text', text: 'Tỷ lệ' },
  ],
  [
    'a text that only the value holds',
    '<table:table-cell office:value-type="string" office:string-value="Ha"/>',
    { type: 'text', text: 'Ha' },
  ],
  [
    'paragraphs and breaks',
    string('<text:p>Ghi chú</text:p><text:p>(vượt,<text:line-break/>đạt)</text:p>'),
    { type: 'text', text: 'Ghi chú\n(vượt,\nđạt)' },
  ],
  [
    'white space',
    string('<text:p>\n  a \n  b<text:s text:c="3"/>c<text:tab/>d\n</text:p>'),
    { type: 'text', text: 'a b   c\td' },
  ],
  [
    'leading spaces that count',
    string('<text:p><text:s text:c="2"/>- Đậu</text:p>'),
    { type: 'text', text: '  - Đậu' },
  ],
  ['a format of texts', string('<text:p>Đậu</text:p>', style('n10')), { type: 'text', text: '- Đậu' }],
  ['a link', string('<text:p>xem <text:a>đây</text:a></text:p>'), { type: 'text', text: 'xem đây' }],
  [
    'a comment and a picture',
    '<table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation><draw:frame><draw:text-box><text:p>hình</text:p></draw:text-box></draw:frame><text:p>Ha</text:p></table:table-cell>',
    { type: 'text', text: 'Ha' },
  ],
  ['bold', float('1', '1', style('bold')), { type: 'number', text: '1,00', value: '1', bold: true }],
  ['not bold any more', float('1', '1', style('light')), { type: 'number', text: '1,00', value: '1' }],
  [
    'bold throughout',
    string('<text:p><text:span text:style-name="T1">a b</text:span></text:p>'),
    { type: 'text', text: 'a b', bold: true },
  ],
  [
    'bold in part',
    string('<text:p><text:span text:style-name="T1">a</text:span> b</text:p>'),
    { type: 'text', text: 'a b' },
  ],
  ['indent', string('<text:p>x</text:p>', style('indent')), { type: 'text', text: 'x', indent: 2 }],
  ['styles in a ring', string('<text:p>x</text:p>', style('ring')), { type: 'text', text: 'x' }],
  [
    'TCVN3 by the font of the cell',
    string('<text:p>S¶n l\u00ad\u00eeng</text:p>', style('abc')),
    { type: 'text', text: 'Sản lượng', converted: 'tcvn3' },
  ],
  [
    'VNI by the font of a run',
    string('<text:p>Số <text:span text:style-name="T2">toång hôïp</text:span></text:p>'),
    { type: 'text', text: 'Số tổng hợp', converted: 'vni' },
  ],
  [
    'a formula',
    float('99.5', '99.5', 'table:formula="of:=[.D1]/[.E1]*100"'),
    { type: 'number', text: '99,5', value: '99.5', formula: 'D1/E1*100' },
  ],
  [
    'a formula nobody calculated',
    '<table:table-cell table:formula="of:=[.D1]"/>',
    { type: 'text', text: '', formula: 'D1', uncalculated: true },
  ],
  [
    'a formula of empty text',
    '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>',
    { type: 'text', text: '', formula: '""' },
  ],
  [
    'a formula of an error',
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
    { type: 'error', text: '#DIV/0!', formula: '1/0' },
  ],
  [
    '… as older programs write it',
    '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>Err:503</text:p></table:table-cell>',
    { type: 'error', text: 'Err:503', formula: '1/0' },
  ],
  ['what is no number', float('NaN', 'x'), { type: 'text', text: 'NaN' }],
  ['an empty cell', `<table:table-cell ${style('bold')}/>`, undefined],
  ['an empty text', string('<text:p/>'), undefined],
])('%s', (_, cell, expected) => {
  const sheet = sheetOf({ rows: `<table:table-row>${cell}</table:table-row>`, styles: STYLES, fonts: FONTS })
  expect(cellsByAddress(sheet)).toEqual(expected ? { A1: expected } : {})
})

test.each([
  ['of:=[.D10]/[.$E$10]*100', 'D10/$E$10*100'],
  ['of:=SUM([.E11:.E13];2)', 'SUM(E11:E13,2)'],
  ['of:=IF([.D10]=0;"[.D10];x";[$\'Biểu 1\'.A1])', 'IF(D10=0,"[.D10];x",\'Biểu 1\'!A1)'],
  ['of:=[Sheet2.A1]+SUM([Sheet2.A1:.B2])', 'Sheet2!A1+SUM(Sheet2!A1:B2)'],
  ['oooc:=[.A1]', 'A1'],
  ['=[.A1]!B', 'A1 B'],
  ['of:=COM.MICROSOFT.IFS([.A1]>1;2)', 'IFS(A1>1,2)'],
  ['of:=', ''],
])('the formula %s', (formula, expected) => {
  expect(plainFormula(formula)).toBe(expected)
})

describe('the sheet', () => {
  test('cells and rows that stand for many', () => {
    const rows = `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>${float('5', '5', 'table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      <table:table-row>${float('6', '6')}</table:table-row>`
    expect(Object.keys(cellsByAddress(sheetOf({ rows })))).toEqual(['C1', 'D1', 'C2', 'D2', 'A1048503'])
  })

  test('merges, also over cells that keep their content', () => {
    const rows = `<table:table-row>${string('<text:p>a</text:p>', 'table:number-columns-spanned="2" table:number-rows-spanned="3"')}<table:covered-table-cell office:value-type="string"><text:p>b</text:p></table:covered-table-cell></table:table-row>`
    const sheet = sheetOf({ rows })
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 3, right: 2 }])
    expect(Object.keys(cellsByAddress(sheet))).toEqual(['A1', 'B1'])
  })

  test('hidden rows and columns, widths, formats of columns and rows, groups', () => {
    const sheet = sheetOf({
      styles: `${STYLES}<style:style style:name="co1" style:family="table-column"><style:table-column-properties style:column-width="19.6mm"/></style:style>`,
      rows: `<table:table-columns><table:table-column table:style-name="co1" table:default-cell-style-name="n2"/><table:table-column-group><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/></table:table-column-group><table:table-column table:number-columns-repeated="1000"/></table:table-columns>
        <table:table-header-rows><table:table-row>${float('0.5', 'x')}<table:table-cell/><table:table-cell/>${float('1', 'x')}</table:table-row></table:table-header-rows>
        <table:table-row-group><table:table-row-group><table:table-row table:default-cell-style-name="n1" table:visibility="collapse">${float('0.5', 'x')}</table:table-row></table:table-row-group></table:table-row-group>
        <table:table-row table:visibility="filter">${float('2', 'x')}</table:table-row><table:table-row table:visibility="collapse" table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>`,
    })
    expect(sheet.cells.map(({ text }) => text)).toEqual(['50,00%', '1', '0,50', '200,00%'])
    expect(sheet.hiddenRows).toEqual([2, 3])
    expect(sheet.columns).toEqual([
      { column: 1, width: 10, hidden: false },
      { column: 2, hidden: true },
      { column: 3, hidden: true },
      { column: 4, hidden: false },
    ])
  })

  test('several sheets, one of them hidden; nothing of what is only about them', () => {
    const table = (name: string, more = '', inside = ''): string =>
      `<table:table table:name="${name}" ${more}>${inside}<table:shapes><draw:frame><table:table><table:table-row>${float('9', '9')}</table:table-row></table:table></draw:frame></table:shapes><table:table-row>${float('1', '1')}</table:table-row></table:table>`
    const workbook = read(
      ods({
        styles:
          '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>',
        tables: `<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell office:value-type="float" office:value="7"/></table:previous></table:cell-content-change></table:tracked-changes>${table('Biểu 1')}${table('Bìa', 'table:style-name="off"')}${table('__proto__')}<table:named-expressions/>`,
      }),
    )
    expect(workbook.format).toBe('ods')
    expect(
      workbook.sheets.map(({ name, hidden, cells }) => [name, hidden, cells.map(({ text }) => text)]),
    ).toEqual([
      ['Biểu 1', false, ['1']],
      ['Bìa', true, ['1']],
      ['__proto__', false, ['1']],
    ])
  })

  test('styles of the styles part, under other prefixes', () => {
    const common = `<office:styles>${NUMBERS}<style:default-style style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:default-style><style:style style:name="n1" style:family="table-cell" style:data-style-name="N1"/></office:styles>`
    const content = `<o:document-content xmlns:o="${ODF}:office:1.0" xmlns:t="${ODF}:table:1.0" xmlns:p="${ODF}:text:1.0"><o:body><o:spreadsheet><t:table t:name="a"><t:table-row><t:table-cell t:style-name="n1" o:value-type="float" o:value="1"><p:p>1</p:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>`
    const [sheet] = read(ods({ common, content })).sheets
    expect(sheet && cellsByAddress(sheet)).toEqual({
      A1: { type: 'number', text: '1,00', value: '1', bold: true },
    })
  })
})

test('LibreOffice writes what an .xlsx holds: the same cells', async () => {
  const original = xlsx(everyShape)
  const [written] = read(await odsOf(original)).sheets
  const [expected] = read(original).sheets
  if (!written || !expected) throw new Error('A workbook without sheets.')
  expect(cellsByAddress(written)).toEqual(cellsByAddress(expected))
  expect(written.merges).toEqual(expected.merges)
  expect(written.hiddenRows).toEqual(expected.hiddenRows)
  const hidden = (sheet: Sheet): readonly number[] =>
    sheet.columns.filter((column) => column.hidden).map(({ column }) => column)
  expect(hidden(written)).toEqual(hidden(expected))
})

describe('what is refused', () => {
  const cell = (content: string, more = ''): Uint8Array =>
    ods({ rows: `<table:table-row ${more}>${content}</table:table-row>` })
  const text = (length: number): string => string(`<text:p>${'x'.repeat(length)}</text:p>`)
  test.each<[string, () => Uint8Array, string]>([
    [
      'a text document',
      () =>
        ods({
          content: `<o:document-content xmlns:o="${ODF}:office:1.0"><o:body><o:text/></o:body></o:document-content>`,
        }),
      'not-a-workbook not-a-workbook',
    ],
    ['no content', () => ods({ manifest: '<a/>', content: 'x' }), 'unreadable part-missing'],
    ['content cut off', () => ods({ content: '<a>' }), 'unreadable xml-malformed'],
    [
      'a password',
      () =>
        ods({
          content: '\x8f\x01',
          manifest: `<m:manifest xmlns:m="${ODF}:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`,
        }),
      'encrypted encrypted',
    ],
    ['a document type', () => ods({ content: '<!DOCTYPE a [<!ENTITY x "x">]><a/>' }), 'limit doctype'],
    [
      '… in a part nobody reads',
      () => ods({ entries: [{ name: 'settings.xml', content: '<!DOCTYPE a><a/>' }] }),
      'limit doctype',
    ],
    [
      'deep nesting',
      () => cell(`<table:table-cell>${'<a>'.repeat(61)}${'</a>'.repeat(61)}</table:table-cell>`),
      'limit xml-too-deep',
    ],
    [
      'nothing too deep',
      () => cell(`<table:table-cell>${'<a>'.repeat(58)}${'</a>'.repeat(58)}</table:table-cell>`),
      'read',
    ],
    ['a text too long', () => cell(text(32_768)), 'limit text-too-long'],
    ['the longest text', () => cell(text(32_767)), 'read'],
    [
      'spaces that claim to be many',
      () => cell(string('<text:p>a<text:s text:c="99999999999"/>b</text:p>')),
      'limit text-too-long',
    ],
    [
      'a formula too long',
      () => cell(float('1', '1', `table:formula="${'1'.repeat(32_768)}"`)),
      'limit text-too-long',
    ],
    [
      'a full row repeated for ever',
      () => cell(float('1', '1'), 'table:number-rows-repeated="1048576"'),
      'limit too-many-rows',
    ],
    [
      'a cell repeated for ever',
      () => cell(float('1', '1', 'table:number-columns-repeated="9007199254740991"')),
      'limit too-many-columns',
    ],
    [
      'cells repeated both ways',
      () => cell(float('1', '1', 'table:number-columns-repeated="500"'), 'table:number-rows-repeated="4001"'),
      'limit too-many-cells',
    ],
    [
      'content beyond the sheet',
      () =>
        ods({
          rows: `<table:table-row table:number-rows-repeated="1048576"/><table:table-row>${float('1', '1')}</table:table-row>`,
        }),
      'unreadable xml-malformed',
    ],
    [
      'too many sheets',
      () => ods({ tables: '<table:table table:name="a"/>'.repeat(256) }),
      'limit too-many-sheets',
    ],
    ['most sheets', () => ods({ tables: '<table:table table:name="a"/>'.repeat(255) }), 'read'],
  ])('%s', (_, bytes, reason) => {
    expect(refusal(bytes())).toBe(reason)
  })
})
