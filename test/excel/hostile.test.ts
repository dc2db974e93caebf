/** Files that are damaged, or made to do harm: each ends in a reason, quickly, and none in an exception. */
import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { READING } from '../../electron/excel/limits.ts'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { oldContainer } from './oldFiles.ts'
import { MAIN, partsOf, refusal, relationships, sheetXml, workbookXml, xlsx, type Xlsx } from './xlsx.ts'
import { zip } from './zipWriter.ts'

const fixture = readFileSync(new URL('../fixtures/luc-binh-2023.xlsx', import.meta.url))

/** No more than the beginning of one, and a name. */
function compound(...streams: string[]): Uint8Array {
  const names = streams.map((stream) => Buffer.from(`${stream}\0`.padEnd(32, '\0'), 'utf16le'))
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...names])
}

describe('what is no .xlsx', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'not-a-workbook file-empty'],
    ['words', Buffer.from('Biểu kết quả'), 'not-a-workbook not-a-workbook'],
    ['a web page', Buffer.from('\ufeff<!-- x --><HTML><p>1</p>'), 'not-a-workbook html-file'],
    [
      'a web page in UTF-16',
      Buffer.from('\ufeff<!DOCTYPE html><html>', 'utf16le'),
      'not-a-workbook html-file',
    ],
    [
      'an XML table of Excel 2003',
      Buffer.from('<?xml version="1.0"?><Workbook/>'),
      'not-a-workbook not-a-workbook',
    ],
    ['the remains of an .xls', compound('Workbook'), 'unreadable xls-damaged'],
    ['a sheet of Excel 4', Buffer.from('0904060000000000', 'hex'), 'not-a-workbook old-xls'],
    ['an old .doc', oldContainer('WordDocument'), 'not-a-workbook not-a-workbook'],
    ['a workbook with a password', oldContainer('EncryptionInfo', 'EncryptedPackage'), 'encrypted encrypted'],
    ['an empty archive', zip([]), 'not-a-workbook not-a-workbook'],
    ['some archive', zip([{ name: 'a.txt', content: 'a' }]), 'not-a-workbook not-a-workbook'],
    [
      'a text document',
      zip([
        { name: '_rels/.rels', content: relationships({ r: ['officeDocument', 'word/document.xml'] }) },
        { name: 'word/document.xml', content: '<w:document xmlns:w="urn:w"/>' },
      ]),
      'not-a-workbook not-a-workbook',
    ],
    [
      'a binary workbook',
      zip([
        { name: '_rels/.rels', content: relationships({ r: ['officeDocument', 'xl/workbook.bin'] }) },
        { name: 'xl/workbook.bin', content: '\x83\x01' },
      ]),
      'not-a-workbook binary-workbook',
    ],
  ])('%s', (_, bytes, reason) => {
    expect(refusal(bytes)).toBe(reason)
  })
})

describe('damaged or lying archives', () => {
  const sheet = { name: 'xl/worksheets/sheet1.xml', content: sheetXml({}) }
  const withSheet = (change: object): Uint8Array =>
    xlsx({ parts: { [sheet.name]: '' }, entries: [{ ...sheet, ...change }] })
  const repeated = { name: 'a', content: 'x'.repeat(1_000) }

  test.each([
    ['cut off', fixture.subarray(0, 4_000), 'unreadable file-truncated'],
    ['without its last byte', fixture.subarray(0, -1), 'unreadable file-truncated'],
    ['bytes before it', Buffer.concat([Buffer.from('PK\x03\x04'), fixture]), 'unreadable file-damaged'],
    ['a wrong checksum', withSheet({ checksum: 1 }), 'unreadable checksum-wrong'],
    ['too small a size', withSheet({ size: 1 }), 'unreadable part-damaged'],
    ['broken deflate', withSheet({ packed: Buffer.from('ffffffff', 'hex') }), 'unreadable part-damaged'],
    ['no deflate', withSheet({ packed: Buffer.alloc(0) }), 'unreadable part-damaged'],
    ['an unknown method', withSheet({ method: 12 }), 'unreadable part-damaged'],
    ['the flag of encryption', withSheet({ flags: 1 }), 'encrypted encrypted'],
    [
      'two names for one entry',
      withSheet({ localName: 'xl/worksheets/sheet2.xml' }),
      'unreadable file-damaged',
    ],
    ['one name twice', xlsx({ entries: [{ name: 'XL/workbook.xml', content: '' }] }), 'limit unsafe-archive'],
    [
      'a name that climbs',
      xlsx({ entries: [{ name: '../../etc/passwd', content: '' }] }),
      'limit unsafe-archive',
    ],
    [
      '… with backslashes',
      xlsx({ entries: [{ name: 'xl\\..\\..\\a', content: '' }] }),
      'limit unsafe-archive',
    ],
    ['a name with a drive', xlsx({ entries: [{ name: 'C:\\a', content: '' }] }), 'limit unsafe-archive'],
    [
      'entries that share bytes',
      zip([repeated, { ...repeated, name: 'b', dataOf: 0, localName: 'a' }]),
      'unreadable file-damaged',
    ],
    [
      'overlapping entries',
      zip([repeated, { ...repeated, dataOf: 0 }, { name: 'c', content: '' }]),
      'limit unsafe-archive',
    ],
  ])('%s', (_, bytes, reason) => {
    expect(refusal(bytes)).toBe(reason)
  })

  test('entries inside other entries', () => {
    const inner = zip([{ name: 'b', content: 'x', method: 0 }])
    const outer = Buffer.from(
      zip([
        { name: 'a', content: inner, method: 0 },
        { name: 'b', content: 'x', method: 0 },
      ]),
    )
    const directory = outer.lastIndexOf('PK\x01\x02')
    // The second entry now has its local header within the data of the first.
    outer.writeUInt32LE(31, directory + 42)
    expect(refusal(outer)).toBe('limit unsafe-archive')
  })

  test('a zip bomb', () => {
    const bomb = deflateRawSync(Buffer.alloc(300_000_000), { level: 9 })
    const started = performance.now()
    expect(
      refusal(xlsx({ entries: [{ name: 'a.xml', content: '', packed: bomb, size: 300_000_000 }] })),
    ).toBe('limit inflates-too-far')
    expect(performance.now() - started).toBeLessThan(READING.milliseconds)
  })
})

describe('damaged or dangerous parts', () => {
  const part = (name: string, content: string): Uint8Array => xlsx({ parts: { [name]: content } })
  const rows = (xml: string, rest: Xlsx = {}): Uint8Array => xlsx({ ...rest, rows: xml })
  const root = `<worksheet xmlns="${MAIN}">`
  const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;">]>'

  test.each([
    ['no workbook part', part('xl/workbook.xml', ''), 'unreadable part-missing'],
    ['no sheet part', part('xl/worksheets/sheet1.xml', ''), 'unreadable part-missing'],
    ['no relationships of the workbook', part('xl/_rels/workbook.xml.rels', ''), 'unreadable part-missing'],
    [
      'two sheets of one part',
      part('xl/workbook.xml', workbookXml('<sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/>')),
      'unreadable part-missing',
    ],
    ['a sheet that is none', part('xl/worksheets/sheet1.xml', '<a/>'), 'unreadable xml-malformed'],
    ['a sheet cut off', part('xl/worksheets/sheet1.xml', `${root}<sheetData>`), 'unreadable xml-malformed'],
    [
      'text after a sheet',
      part('xl/worksheets/sheet1.xml', `${root}</worksheet>x`),
      'unreadable xml-malformed',
    ],
    ['two roots', part('xl/worksheets/sheet1.xml', `${root}</worksheet><a/>`), 'unreadable xml-malformed'],
    ['crossed tags', rows('<row><c></row></c>'), 'unreadable xml-malformed'],
    ['an unquoted attribute', rows('<row r=1/>'), 'unreadable xml-malformed'],
    ['an attribute with a tag in it', rows('<row r="<a>"/>'), 'unreadable xml-malformed'],
    ['an unknown entity', rows('<row><c t="str"><v>&x;</v></c></row>'), 'unreadable xml-malformed'],
    ['a lone ampersand', rows('<row><c t="str"><v>a & b</v></c></row>'), 'unreadable xml-malformed'],
    ['half a surrogate', rows('<row><c t="str"><v>&#xD800;</v></c></row>'), 'unreadable xml-malformed'],
    ['a control character', rows('<row><c t="str"><v>\x01</v></c></row>'), 'unreadable xml-malformed'],
    ['an open comment', rows('<!-- <row/>'), 'unreadable xml-malformed'],
    ['a row 0', rows('<row r="0"/>'), 'unreadable xml-malformed'],
    ['a row too far', rows('<row r="1048577"/>'), 'unreadable xml-malformed'],
    ['a column too far', rows('<row><c r="XFE1"/></row>'), 'unreadable xml-malformed'],
    ['an address that is none', rows('<row><c r="1A"/></row>'), 'unreadable xml-malformed'],
    [
      'a merge that is none',
      xlsx({ after: '<mergeCells><mergeCell ref="A1:?"/></mergeCells>' }),
      'unreadable xml-malformed',
    ],
    [
      'a string beyond the list',
      rows('<row><c t="s"><v>1</v></c></row>', { strings: '<si/>' }),
      'unreadable cell-damaged',
    ],
    [
      'a string before the list',
      rows('<row><c t="s"><v>-1</v></c></row>', { strings: '<si/>' }),
      'unreadable cell-damaged',
    ],
    [
      'a string by a name',
      rows('<row><c t="s"><v>length</v></c></row>', { strings: '<si/>' }),
      'unreadable cell-damaged',
    ],
    ['styles cut off', xlsx({ styles: '<fonts>' }), 'unreadable xml-malformed'],
    [
      'bytes that are no UTF-8',
      xlsx({
        parts: { 'xl/workbook.xml': '' },
        entries: [{ name: 'xl/workbook.xml', content: Buffer.from('<a b="\xff"/>', 'latin1') }],
      }),
      'unreadable xml-malformed',
    ],
    [
      'a document type in a sheet',
      part('xl/worksheets/sheet1.xml', `${bomb}${sheetXml({})}`),
      'limit doctype',
    ],
    [
      '… in the strings',
      xlsx({ strings: '', parts: { 'xl/sharedStrings.xml': `${bomb}<sst xmlns="${MAIN}"/>` } }),
      'limit doctype',
    ],
    ['… in the workbook', part('xl/workbook.xml', `${bomb}${workbookXml('')}`), 'limit doctype'],
    [
      '… in the relationships',
      part('_rels/.rels', `<!DOCTYPE a>${partsOf({})['_rels/.rels'] ?? ''}`),
      'limit doctype',
    ],
    [
      '… in a part nobody reads',
      part('docProps/core.xml', `<?xml version="1.0"?>\n${bomb}<a>&y;</a>`),
      'limit doctype',
    ],
    [
      'two cells at one address',
      rows('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
      'limit duplicate-cell',
    ],
    [
      '… one of them empty',
      rows('<row r="1"><c r="A1"/><c r="A1"><v>2</v></c></row>'),
      'limit duplicate-cell',
    ],
    [
      '… in two rows',
      rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'),
      'limit duplicate-cell',
    ],
    [
      '… out of order',
      rows('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
      'limit duplicate-cell',
    ],
    ['a malformed part nobody reads', part('xl/drawings/vml.vml', '<xml><br></xml>'), 'read'],
  ])('%s', (_, bytes, reason) => {
    expect(refusal(bytes)).toBe(reason)
  })
})

describe('much of a thing is read in a moment', () => {
  const many = (count: number, make: (number: string) => string): string =>
    Array.from({ length: count }, (_, index) => make(String(index + 1))).join('')

  test.each<[string, () => Xlsx]>([
    ['30,000 merges', () => ({ after: many(30_000, (row) => `<mergeCell ref="A${row}:XFD${row}"/>`) })],
    [
      'empty cells',
      () => ({
        rows: many(
          2_000,
          (row) => `<row r="${row}">${many(100, (style) => `<c s="${style}${row}"/>`)}</row>`,
        ),
      }),
    ],
    ['column ranges', () => ({ before: many(20_000, (n) => `<col min="${n}" max="16384" width="${n}"/>`) })],
    ['hidden rows', () => ({ rows: many(100_000, (row) => `<row r="${row}" hidden="1"/>`) })],
    [
      'number formats',
      () => ({
        styles: `<numFmts>${many(20_000, (n) => `<numFmt numFmtId="${n}" formatCode="[h]${n};;;;;;&quot;${n}"/>`)}</numFmts>`,
      }),
    ],
    [
      'runs of nothing',
      () => ({ strings: `<si>${many(200_000, (n) => `<r><rPr><sz val="${n}"/></rPr><t/></r>`)}</si>` }),
    ],
    [
      'a tag of many attributes',
      () => ({ parts: { 'docProps/app.xml': `<a ${many(300_000, (n) => `a${n}="${n}" `)}/>` } }),
    ],
  ])('%s', (_, contents) => {
    const bytes = xlsx(contents())
    const started = performance.now()
    expect(refusal(bytes)).toBe('read')
    expect(performance.now() - started).toBeLessThan(READING.milliseconds)
  })

  test('a million runs of text', () => {
    const strings = `<si>${many(1_000_000, (n) => `<r><t>${n}</t></r>`)}</si>`
    const bytes = xlsx({ strings })
    const started = performance.now()
    expect(refusal(bytes)).toBe('limit text-too-long')
    expect(performance.now() - started).toBeLessThan(READING.milliseconds)
  })

  test('formats that are hard to take apart', () => {
    const codes = [
      '"'.repeat(999),
      '['.repeat(999),
      '\\',
      '_',
      '*',
      ';'.repeat(999),
      '#,'.repeat(400),
      'mhs'.repeat(300),
    ]
    const formats = codes.map(
      (code, index) =>
        `<numFmt numFmtId="${String(200 + index)}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
    )
    const styles = codes.map((_, index) => `<xf numFmtId="${String(200 + index)}"/>`)
    const cells = codes.map((_, index) => `<c s="${String(index)}"><v>-12345.678</v></c>`)
    const bytes = xlsx({
      rows: `<row>${cells.join('')}</row>`,
      styles: `<numFmts>${formats.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs>`,
    })
    expect(refusal(bytes)).toBe('read')
  })
})

describe('random damage is a result, never an exception', () => {
  const changes = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { minLength: 1, maxLength: 8 })

  test('bytes of the file', () => {
    fc.assert(
      fc.property(changes, fc.nat(fixture.length), fc.boolean(), (mutations, length, cut) => {
        const mutant = Buffer.from(cut ? fixture.subarray(0, length) : fixture)
        for (const { at, byte } of mutations) if (mutant.length > 0) mutant[at % mutant.length] = byte
        expect(typeof readWorkbook(mutant).ok).toBe('boolean')
      }),
      { numRuns: 150, seed: 20_240_630 },
    )
  })

  test('characters of the parts', () => {
    const parts = partsOf({
      rows: '<row r="1" hidden="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1"><f>A1</f><v>1E-3</v></c><c r="C1" t="inlineStr"><is><r><t>a</t></r></is></c></row>',
      after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
      strings: '<si><r><rPr><b/></rPr><t xml:space="preserve"> a &amp; b</t></r></si>',
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="#,##0.0;[Red]-0"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>',
    })
    const names = Object.keys(parts)
    const mutation = fc.record({
      part: fc.nat(names.length - 1),
      at: fc.nat(),
      put: fc.constantFrom('<', '>', '"', '&', '/', '1', '-', 'e', ':', ' ', ''),
    })
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const mutants = { ...parts }
        for (const { part, at, put } of mutations) {
          const name = names[part] ?? ''
          const xml = mutants[name] ?? ''
          const position = at % (xml.length + 1)
          mutants[name] = xml.slice(0, position) + put + xml.slice(position + 1)
        }
        expect(typeof readWorkbook(xlsx({ parts: mutants })).ok).toBe('boolean')
      }),
      { numRuns: 500, seed: 20_231_201 },
    )
  })
})
