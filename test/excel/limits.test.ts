/** Each limit at its edge: just inside is read, just outside is refused with its reason. */
import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { columnLetters } from '../../electron/excel/address.ts'
import { refusal, relationships, workbookXml, xlsx, type Xlsx } from './xlsx.ts'
import { zip, type WrittenEntry } from './zipWriter.ts'

/** A part of random bytes among zeros, which deflates to about 1:30. */
function sparse(length: number): Buffer {
  const content = Buffer.alloc(length)
  for (let at = 0; at + 20 < length; at += 1_000) content.set(randomBytes(20), at)
  return content
}

function media(name: string, content: Buffer): WrittenEntry {
  return { name, content, packed: deflateRawSync(content, { level: 1 }) }
}

function rows(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const row = String(index + 1)
    return `<row r="${row}"><c r="A${row}"><v>${row}</v></c></row>`
  }).join('')
}

function columns(count: number): string {
  const cells = Array.from(
    { length: count },
    (_, index) => `<c r="${columnLetters(index + 1)}1"><v>1</v></c>`,
  )
  return `<row r="1">${cells.join('')}</row>`
}

/** Full rows of 500 cells, and one more cell. */
function cells(count: number): string {
  const letters = Array.from({ length: 500 }, (_, index) => columnLetters(index + 1))
  const row = (number: number, length: number): string => {
    const at = String(number)
    const content = letters.slice(0, length).map((letter) => `<c r="${letter}${at}"><v>${at}</v></c>`)
    return `<row r="${at}">${content.join('')}</row>`
  }
  const full = Array.from({ length: Math.floor(count / 500) }, (_, index) => row(index + 1, 500))
  return full.join('') + row(full.length + 1, count % 500)
}

function sheets(count: number): Xlsx {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1))
  const list = numbers.map((number) => `<sheet name="S${number}" sheetId="${number}" r:id="r${number}"/>`)
  const targets = numbers.map((number) => [`r${number}`, ['worksheet', `worksheets/s${number}.xml`]] as const)
  const sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
  return {
    parts: {
      'xl/workbook.xml': workbookXml(list.join('')),
      'xl/_rels/workbook.xml.rels': relationships(Object.fromEntries(targets)),
      ...Object.fromEntries(numbers.map((number) => [`xl/worksheets/s${number}.xml`, sheet])),
    },
  }
}

function nested(depth: number): string {
  return `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
}

const LONGEST = 'a'.repeat(32_767)
/** The parts of the smallest workbook. */
const PARTS = 4

const edges: readonly [name: string, inside: () => Xlsx, outside: () => Xlsx, refusal: string][] = [
  [
    'entries',
    () => ({
      entries: Array.from({ length: 1_000 - PARTS }, (_, index) => ({ name: String(index), content: '' })),
    }),
    () => ({
      entries: Array.from({ length: 1_001 - PARTS }, (_, index) => ({ name: String(index), content: '' })),
    }),
    'limit too-many-entries',
  ],
  [
    'size of a part',
    () => ({ entries: [media('a', sparse(100_000_000))] }),
    () => ({ entries: [media('a', sparse(100_000_001))] }),
    'limit content-too-big',
  ],
  [
    'size of all parts',
    () => ({ entries: ['a', 'b'].map((name) => media(name, sparse(99_990_000))) }),
    () => ({ entries: ['a', 'b', 'c'].map((name) => media(name, sparse(66_700_000))) }),
    'limit content-too-big',
  ],
  [
    'ratio above 100 KB',
    () => ({ entries: [{ name: 'a', content: Buffer.alloc(100_000) }] }),
    () => ({ entries: [{ name: 'a', content: Buffer.alloc(100_001) }] }),
    'limit inflates-too-far',
  ],
  ['sheets', () => sheets(255), () => sheets(256), 'limit too-many-sheets'],
  ['rows', () => ({ rows: rows(200_000) }), () => ({ rows: rows(200_001) }), 'limit too-many-rows'],
  ['columns', () => ({ rows: columns(512) }), () => ({ rows: columns(513) }), 'limit too-many-columns'],
  ['cells', () => ({ rows: cells(2_000_000) }), () => ({ rows: cells(2_000_001) }), 'limit too-many-cells'],
  ['nesting in a sheet', () => ({ after: nested(63) }), () => ({ after: nested(64) }), 'limit xml-too-deep'],
  ['nesting in styles', () => ({ styles: nested(63) }), () => ({ styles: nested(64) }), 'limit xml-too-deep'],
  [
    'nesting in a part nobody reads',
    () => ({ parts: { 'docProps/app.xml': nested(64) } }),
    () => ({ parts: { 'docProps/app.xml': nested(65) } }),
    'limit xml-too-deep',
  ],
  [
    'a shared text',
    () => ({ strings: `<si><t>${LONGEST}</t></si>` }),
    () => ({ strings: `<si><t>${LONGEST}a</t></si>` }),
    'limit text-too-long',
  ],
  [
    'a text of runs',
    () => ({ strings: `<si><r><t>${LONGEST.slice(1)}</t></r><r><t>b</t></r></si>` }),
    () => ({ strings: `<si><r><t>${LONGEST}</t></r><r><t>b</t></r></si>` }),
    'limit text-too-long',
  ],
  [
    'an inline text',
    () => ({ rows: `<row><c t="inlineStr"><is><t>${LONGEST}</t></is></c></row>` }),
    () => ({ rows: `<row><c t="inlineStr"><is><t>${LONGEST}a</t></is></c></row>` }),
    'limit text-too-long',
  ],
  [
    'a formula and its text',
    () => ({ rows: `<row><c t="str"><f>${LONGEST}</f><v>${LONGEST}</v></c></row>` }),
    () => ({ rows: `<row><c t="str"><f>${LONGEST}a</f><v>1</v></c></row>` }),
    'limit text-too-long',
  ],
]

describe.each(edges)('%s', (_, inside, outside, reason) => {
  test('just inside', () => {
    expect(refusal(xlsx(inside()))).toBe('read')
  }, 60_000)

  test('just outside', () => {
    expect(refusal(xlsx(outside()))).toBe(reason)
  }, 60_000)
})

test('size of the file', () => {
  const stored = (length: number): Uint8Array =>
    xlsx({ entries: [{ name: 'a', content: Buffer.alloc(length, 7), method: 0 }] })
  const rest = stored(0).length
  expect(refusal(stored(20_000_000 - rest))).toBe('read')
  expect(refusal(stored(20_000_001 - rest))).toBe('limit file-too-big')
})

test('sizes are counted while inflating, whatever the header says', () => {
  const zeros = Buffer.alloc(5_000_000)
  expect(refusal(zip([{ name: 'a', content: zeros, size: 10 }]))).toBe('limit inflates-too-far')
  expect(refusal(zip([{ name: 'a', content: 'abc', size: 4_000_000_000 }]))).toBe('unreadable part-damaged')
})
