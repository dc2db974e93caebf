/** Text files with separators: what their encodings, separators and quotes come out as, and what is no table at all. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import Papa from 'papaparse'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { separatorOf, SEPARATORS } from '../../electron/excel/csv/separator.ts'
import { cellsByAddress, read, refusal } from './xlsx.ts'

const WORDS = [
  'TT',
  'Chỉ tiêu',
  'Đơn vị',
  'Kế hoạch',
  'Thực hiện',
  'Sản lượng lương thực',
  'Tổng đàn',
  'Tỷ lệ hộ nghèo',
]
const TABLE = [
  ['TT', 'Chỉ tiêu', 'Đơn vị', 'Kế hoạch', 'Thực hiện'],
  ['1', 'Sản lượng lương thực', 'Tấn', '2.225,4', '2.352,97'],
  ['2', 'Tổng đàn gia súc', 'Con', '≥ 99', ''],
]
const asText = (separator: string, table = TABLE): string =>
  table
    .map((row) => row.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator))
    .join('\r\n')

function rowsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const [sheet] = read(bytes).sheets
  const rows: string[][] = []
  for (const { row, column, text } of sheet?.cells ?? []) {
    while (rows.length < row) rows.push([])
    const cells = rows[row - 1] ?? []
    while (cells.length < column) cells.push('')
    cells[column - 1] = text
  }
  return rows
}

/** Shorter rows where the last cells are empty. */
const filled = TABLE.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1))

describe('encodings', () => {
  const text = asText(';')
  const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-8, decomposed', Buffer.from(text.normalize('NFD'))],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(text, 'utf16le')],
    ['UTF-16, big end first', swapped(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['UTF-16, big end first, without a mark', swapped(Buffer.from(text, 'utf16le'))],
    ['with the end mark of old programs', Buffer.from(`${text}\r\n\x1a`)],
  ])('%s', (_, bytes) => {
    expect(rowsOf(bytes)).toEqual(filled)
  })

  /** Bytes of windows-1258: letters with their hats, tones behind them. */
  function windows1258(words: string): Buffer {
    const letters = new Map<string, number>()
    for (let byte = 0x80; byte < 0x100; byte++) {
      letters.set(new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte)
    }
    const bytes = [
      ...words
        .normalize('NFD')
        .replace(
          /([aeouAEOU])([\u0323\u0300\u0301\u0303\u0309]?)([\u0302\u0306\u031b])/g,
          (_, base: string, tone: string, hat: string) => `${base}${hat}`.normalize('NFC') + tone,
        ),
    ]
    return Buffer.from(
      bytes.map((letter) => (letter < '\x80' ? letter.charCodeAt(0) : (letters.get(letter) ?? 63))),
    )
  }

  test('windows-1258', () => {
    const words = asText('\t', [
      ['Chỉ tiêu', 'Đơn vị'],
      ['Sản lượng', 'Tấn'],
      ['Tỷ lệ hộ nghèo', 'Phần trăm'],
    ])
    expect(rowsOf(windows1258(words))).toEqual([
      ['Chỉ tiêu', 'Đơn vị'],
      ['Sản lượng', 'Tấn'],
      ['Tỷ lệ hộ nghèo', 'Phần trăm'],
    ])
  })

  test('windows-1252 where nothing is Vietnamese', () => {
    expect(rowsOf(Buffer.from('café;naïve\n1;2', 'latin1'))).toEqual([
      ['café', 'naïve'],
      ['1', '2'],
    ])
  })

  const TCVN3 = 'TT;ChØ tiªu;§¬n vÞ\n1;S¶n l\u00ad\u00eeng l\u00ad\u00ac\u00eang thùc;TÊn'
  const VNI = 'TT;Chæ tieâu;Ñôn vò\n1;Saûn löôïng löông thöïc;Taán'
  test.each([
    ['TCVN3', 'latin1', TCVN3, 'tcvn3'],
    ['TCVN3 that a program took for Latin-1', 'utf8', TCVN3, 'tcvn3'],
    ['VNI', 'latin1', VNI, 'vni'],
    ['VNI that a program took for Latin-1', 'utf8', VNI, 'vni'],
  ] as const)('%s', (_, encoding, words, converted) => {
    const [sheet] = read(Buffer.from(words, encoding)).sheets
    expect(sheet && cellsByAddress(sheet)).toMatchObject({
      B1: { text: 'Chỉ tiêu', converted },
      C1: { text: 'Đơn vị', converted },
      C2: { text: 'Tấn', converted },
    })
  })
})

describe('separators and quotes', () => {
  test.each(SEPARATORS)('%j', (separator) => {
    expect(rowsOf(Buffer.from(asText(separator)))).toEqual(filled)
  })

  test.each<[name: string, text: string, expected: string[][]]>([
    [
      'decimal commas between semicolons',
      '1;a;1,5;2,5\n2;b;3,5;4,5\n3;c;1;2',
      [
        ['1', 'a', '1,5', '2,5'],
        ['2', 'b', '3,5', '4,5'],
        ['3', 'c', '1', '2'],
      ],
    ],
    [
      'commas in names between tabs',
      'lúa, ngô\t1\nkhoai, sắn\t2',
      [
        ['lúa, ngô', '1'],
        ['khoai, sắn', '2'],
      ],
    ],
    [
      'a separator that the file names',
      'sep=|\na|b\nc|d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['… and that nothing else tells', 'sep=;\na;b', [['a', 'b']]],
    [
      'line breaks and quotes in a cell',
      '"a\r\nb";"c ""d"""\n1;2',
      [
        ['a\nb', 'c "d"'],
        ['1', '2'],
      ],
    ],
    [
      'the ditto mark',
      'a;Ha\nb;"\nc;"',
      [
        ['a', 'Ha'],
        ['b', '"'],
        ['c', '"'],
      ],
    ],
    [
      'a quote within a cell',
      'Ống 5";1\nỐng 6";2',
      [
        ['Ống 5"', '1'],
        ['Ống 6"', '2'],
      ],
    ],
    ['empty lines keep their place', 'a;b\n\n;\nc;d', [['a', 'b'], [], [], ['c', 'd']]],
    [
      'line ends of old Macs',
      'a;b\rc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'titles above the table',
      'BIỂU KẾT QUẢ\na;b;c\n1;2;3\n4;5;6',
      [['BIỂU KẾT QUẢ'], ['a', 'b', 'c'], ['1', '2', '3'], ['4', '5', '6']],
    ],
    [
      'formulas and leading zeros are texts',
      '=1+1,02\n+5,1.234',
      [
        ['=1+1', '02'],
        ['+5', '1.234'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(rowsOf(Buffer.from(text))).toEqual(expected)
  })

  test.each<[name: string, rows: readonly string[], expected: readonly string[]]>([
    [
      'a decimal point',
      ['368.77', '22.072', '26,000', '370', '02', '18.6 ha', '99.67'],
      ['368,77', '22,072', '26000', '370', '02', '18.6 ha', '99,67'],
    ],
    ['a decimal point and commas', ['1,234.5', '-0.353', '1,234,567'], ['1234,5', '-0,353', '1234567']],
    ['a decimal comma', ['368,77', '22.072', '1.234,5'], ['368,77', '22.072', '1.234,5']],
    ['both', ['368,77', '22.072', '99.5'], ['368,77', '22.072', '99.5']],
    ['neither', ['22.072', '370'], ['22.072', '370']],
    ['a point among thousands', ['2.225', '26.000', '99.5'], ['2.225', '26.000', '99.5']],
    ['more digits than a number keeps', ['0.5', '123456789012.5'], ['0,5', '123456789012.5']],
  ])('figures with %s', (_, figures, expected) => {
    const [sheet] = read(
      Buffer.from(figures.map((figure, index) => `1.${index}\tDiện tích\t${figure}`).join('\n')),
    ).sheets
    const column = (number: number) => sheet?.cells.filter((cell) => cell.column === number) ?? []
    expect(column(3).map(({ text }) => text)).toEqual(expected)
    expect(
      column(3).every(({ type, text }, index) => (type === 'number') === (text !== figures[index])),
    ).toBe(true)
    expect(column(1).map(({ text }) => text)).toEqual(figures.map((_, index) => `1.${index}`))
  })

  test('no separator in single lines of prose', () => {
    expect(separatorOf(() => [['a', 'b'], ['c'], ['d'], ['e'], ['f']])).toBeUndefined()
  })

  test('what a library writes comes back', () => {
    const cell = fc.oneof(
      fc.constantFrom(...WORDS, '1.234,5', 'a;b', 'c,d', '"', 'x "y"', 'a\nb'),
      fc.string({ maxLength: 5 }).map((text) => text.replace(/[\0-\x1f\x7f-\xff]/g, '').trim()),
    )
    const table = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(table, fc.constantFrom(...SEPARATORS), (rows, separator) => {
        // A quote before a separator is a ditto mark, unless other cells are quoted.
        const isPlain = (text: string): boolean => text !== '' && !text.startsWith(separator)
        fc.pre(rows.every((row) => row.every(isPlain)))
        const text = `sep=${separator}\n${Papa.unparse(rows, { delimiter: separator, newline: '\n' })}`
        expect(rowsOf(Buffer.from(text))).toEqual(rows.map((row) => row.map((each) => each.normalize('NFC'))))
      }),
      { numRuns: 200, seed: 11 },
    )
  })
})

describe('the sheet', () => {
  test('is called after the file', () => {
    const result = readWorkbook(Buffer.from('a;b\nc;d'), 'Biểu 6 tháng.2024.csv')
    expect(result.ok && [result.value.format, result.value.sheets[0]?.name]).toEqual([
      'csv',
      'Biểu 6 tháng.2024',
    ])
  })
})

describe('what is no table', () => {
  test.each([
    ['a letter', 'Kính gửi: Ủy ban nhân dân tỉnh,\nCăn cứ Nghị quyết;\nBáo cáo như sau.\n- Một\n- Hai'],
    ['one line', 'a;b;c'],
    ['white space', ' \n\t\n'],
    ['formatted text', '{\\rtf1\\ansi;a;b\n;c;d;}'],
    ['a printed page', '%PDF-1.4 a;b\nc;d'],
    ['data of programs', '{"a": 1, "b": 2}\n{"a": 1, "b": 2}'],
    ['markup', '<?xml version="1.0"?>\n<a b="1,2"/>\n<c d="3,4"/>'],
    ['bytes that are no text', 'a;b\0\nc;d\x01'],
  ])('%s', (_, text) => {
    expect(refusal(Buffer.from(text))).toBe('not-a-workbook not-a-workbook')
  })

  test.each<[string, () => string, string]>([
    ['a text too long', () => `a;b\n${'x'.repeat(32_768)};1`, 'limit text-too-long'],
    ['the longest text', () => `a;b\n${'x'.repeat(32_767)};1`, 'read'],
    ['too many rows', () => '1;2\n'.repeat(200_001), 'limit too-many-rows'],
    ['most rows', () => '1;2\n'.repeat(200_000), 'read'],
    ['too many columns', () => `${'1;'.repeat(513)}\n`.repeat(2), 'limit too-many-columns'],
    ['most columns', () => `${'1;'.repeat(512)}\n`.repeat(2), 'read'],
    ['too many cells', () => `${'1;'.repeat(500)}\n`.repeat(4_001), 'limit too-many-cells'],
    [
      'nothing but separators',
      () => `${';'.repeat(1_000)}\n`.repeat(10_000),
      'not-a-workbook not-a-workbook',
    ],
  ])('%s', (_, text, reason) => {
    expect(refusal(Buffer.from(text()))).toBe(reason)
  })
})
