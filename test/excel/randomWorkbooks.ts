/** Random workbooks: as two libraries write them, and as other programs may, from hand-written XML. */
import ExcelJS from 'exceljs'
import { utils, write } from '@e965/xlsx'
import { columnLetters } from '../../electron/excel/address.ts'
import { oneOf, randomOf, type Random } from './random.ts'
import { MAIN, partsOf, relationships, sheetXml, workbookXml, xlsx } from './xlsx.ts'

/** Always the same workbook for a number. */
export async function randomWorkbook(seed: number): Promise<Uint8Array> {
  const random = randomOf(seed)
  switch (seed % 4) {
    case 0:
      return bySheetJs(random)
    case 1:
      return byExcelJs(random)
    default:
      return byHand(random)
  }
}

type Value = string | number | boolean | null

const TEXTS = [
  'Diện tích',
  ' thụt lề ',
  'a\nb',
  '<&>"',
  '_x0041_',
  '≥ 99',
  '02',
  '',
  'TRUE',
  '1.234,5',
  'Đạt',
  'Tỷ lệ'.normalize('NFD'),
  '__proto__',
  '#N/A',
  '_x',
]

function figure(random: Random): number {
  const digits = random(1_000_000) / 10 ** random(6)
  return oneOf(random, digits, -digits, 0, 0.1 + 0.2, digits * 1e9, digits / 1e9, 1 / (1 + random(9)))
}

function value(random: Random): Value {
  return oneOf<Value>(
    random,
    TEXTS[random(TEXTS.length)] ?? '',
    figure(random),
    random(100),
    random(2) === 0,
    null,
  )
}

function rows(random: Random): Value[][] {
  const width = 1 + random(8)
  return Array.from({ length: 1 + random(12) }, () => Array.from({ length: width }, () => value(random)))
}

function bySheetJs(random: Random): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows(random)), 'Biểu')
  const bytes: unknown = write(book, {
    type: 'buffer',
    bookType: 'xlsx',
    bookSST: random(2) === 0,
    compression: true,
  })
  if (!(bytes instanceof Uint8Array)) throw new Error('SheetJS wrote no bytes.')
  return bytes
}

async function byExcelJs(random: Random): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const name of ['Biểu 1', 'Biểu 2'].slice(0, 1 + random(2))) {
    const sheet = book.addWorksheet(name, { state: oneOf(random, 'visible', 'hidden') })
    for (const row of rows(random)) sheet.addRow(row)
    for (let count = random(4); count > 0; count--) {
      sheet.getCell(1 + random(12), 1 + random(8)).numFmt = oneOf(
        random,
        '0.00',
        '#,##0',
        'dd/mm/yyyy',
        '0.0"x"',
      )
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer({ useSharedStrings: random(2) === 0, useStyles: true }))
}

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="#,##0.0"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy"/></numFmts><fonts><font><name val="Arial"/></font><font><b/><name val=".VnTime"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="166" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>'
const STRINGS = [
  '<si><t>Chỉ tiêu</t></si>',
  '<si><t xml:space="preserve">  - Đậu </t></si>',
  '<si><t>\n Đậu </t></si>',
  '<si><r><rPr><b/></rPr><t xml:space="preserve">Diện </t></r><r><t>tích</t></r></si>',
  '<si><t>Hà</t><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si>',
  '<si><t>a_x0009_b _x005F_x0041_</t></si>',
  `<si><t>${'Tỷ lệ'.normalize('NFD')}</t></si>`,
  '<si><t>a&lt;b &amp; &#8805; <![CDATA[<d>]]></t></si>',
  '<si><t/></si>',
  '<si><t>S¶n l\u00ad\u00eeng</t></si>',
]

/** The content of a cell: what stands before the end of its tag, and within. */
function cell(random: Random, address: string): string {
  const place = random(10) === 0 ? '' : ` r="${address}"`
  const style = random(3) === 0 ? ` s="${random(5)}"` : ''
  const [attributes, content] = oneOf<readonly [string, string]>(
    random,
    ['', `<v>${figure(random)}</v>`],
    [' t="n"', `<v>${random(1000)}</v>`],
    [' t="s"', `<v>${random(STRINGS.length)}</v>`],
    [' t="str"', '<f>"TH "&amp;2023</f><v>TH 2023</v>'],
    [' t="str"', '<f>""</f><v></v>'],
    [' t="b"', `<v>${random(2)}</v>`],
    [' t="e"', `<f>1/0</f><v>${oneOf(random, '#DIV/0!', '#N/A', '#REF!', '#VALUE!', '#NAME?')}</v>`],
    [' t="d"', `<v>20${10 + random(20)}-12-0${1 + random(9)}</v>`],
    [' t="inlineStr"', `<is><t>${oneOf(random, 'Ha', 'tấn/ha', 'Tỷ lệ %')}</t></is>`],
    [' t="inlineStr"', '<is><r><t xml:space="preserve">a </t></r><r><rPr><i/></rPr><t>b</t></r></is>'],
    ['', `<f>A1*2</f><v>${figure(random)}</v>`],
    ['', `<f t="shared" si="0" ref="A1:Z99">A1+B2</f><v>${random(100)}</v>`],
    ['', `<f t="shared" si="0"/><v>${random(100)}</v>`],
    ['', ''],
  )
  return `<c${place}${style}${attributes}>${content}</c>`
}

function sheet(random: Random): string {
  const rowCount = 1 + random(10)
  const list: string[] = []
  let row = 0
  for (let index = 0; index < rowCount; index++) {
    const isNamed = random(5) > 0
    row += isNamed ? 1 + random(3) : 1
    let column = 0
    const cells: string[] = []
    for (let count = random(8); count > 0; count--) {
      const one = cell(random, `${columnLetters(column + 1)}${row}`)
      // A cell without an address is the one after the last; with one there may be a gap.
      if (one.startsWith('<c r=')) {
        column += 1 + random(2)
        cells.push(one.replace(/r="[A-Z]+/, `r="${columnLetters(column)}`))
      } else {
        column += 1
        cells.push(one)
      }
    }
    list.push(`<row${isNamed ? ` r="${row}"` : ''}>${cells.join('')}</row>`)
  }
  return sheetXml({
    rows: list.join(''),
    after: random(2) === 0 ? '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' : '',
  })
}

/** As other programs write: prefixes, absolute paths, the strict edition, dates from 1904, several sheets, some hidden. */
function byHand(random: Random): Uint8Array {
  const count = 1 + random(3)
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const path = oneOf(random, 'worksheets/s', '/xl/worksheets/s')
  const states = ['', ' state="hidden"', ' state="veryHidden"']
  const list = numbers.map(
    (number) =>
      `<sheet name="Biểu ${number}" sheetId="${number}" r:id="r${number}"${number === 1 ? '' : (states[random(3)] ?? '')}/>`,
  )
  const properties = random(3) === 0 ? '<workbookPr date1904="1"/>' : ''
  const parts: Record<string, string> = {
    ...partsOf({ strings: STRINGS.join(''), styles: STYLES }),
    'xl/workbook.xml': workbookXml(list.join(''), '', properties),
    'xl/_rels/workbook.xml.rels': relationships({
      ...Object.fromEntries(
        numbers.map((number) => [`r${number}`, ['worksheet', `${path}${number}.xml`]] as const),
      ),
      strings: ['sharedStrings', 'sharedStrings.xml'],
      styles: ['styles', 'styles.xml'],
    }),
    'xl/worksheets/sheet1.xml': '',
    ...Object.fromEntries(numbers.map((number) => [`xl/worksheets/s${number}.xml`, sheet(random)])),
  }
  parts['[Content_Types].xml'] = contentTypes(numbers)
  const form = random(4)
  for (const [name, xml] of Object.entries(parts)) {
    if (form === 0 && /sheets\/|sharedStrings/.test(name)) parts[name] = prefixed(xml)
    if (form === 1) parts[name] = strict(xml)
  }
  return xlsx({ parts })
}

const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function contentTypes(numbers: readonly number[]): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${CONTENT}.${type}+xml"/>`
  const overrides = [
    override('workbook', 'sheet.main'),
    override('sharedStrings', 'sharedStrings'),
    override('styles', 'styles'),
    ...numbers.map((number) => override(`worksheets/s${number}`, 'worksheet')),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?!d>)(?=[a-zA-Z]+[\s/>])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')
}

function strict(xml: string): string {
  return xml
    .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    )
}
