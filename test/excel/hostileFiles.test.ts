/** Workbooks made to do harm, in every format, read by the real process: each ends in its result in time, and the next is read. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { READING } from '../../electron/excel/limits.ts'
import { createReader } from '../../electron/excel/readerHost.ts'
import { forkReader } from '../../electron/readerFork.ts'
import { ods } from './ods.ts'
import { oldWorkbook } from './oldFiles.ts'
import { partsOf, relationships, workbookXml, xlsx } from './xlsx.ts'

const PROGRAM = fileURLToPath(new URL('../../electron/excel/readerProcess.ts', import.meta.url))
const fixture = readFileSync(new URL('../fixtures/luc-binh-2023.xlsx', import.meta.url))

const reader = createReader(() => forkReader(PROGRAM))
afterAll(() => {
  reader.end()
})

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const result = await reader.plan({ bytes, name: 'a' })
  return result.ok
    ? `${result.value.plan.tables.length} tables`
    : `${result.failure.code} ${result.failure.reason}`
}

const many = (count: number, make: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index + 1)).join('')
const HEADER =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Chỉ tiêu</t></is></c><c r="B1" t="inlineStr"><is><t>Kế hoạch 2023</t></is></c><c r="C1" t="inlineStr"><is><t>Thực hiện</t></is></c></row>'
const row = (number: number): string =>
  `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>Chỉ tiêu ${number}</t></is></c><c r="B${number}"><v>${number * 3}</v></c><c r="C${number}"><v>${number * 2}</v></c></row>`
const bomb = (megabytes: number): Buffer => deflateRawSync(Buffer.alloc(megabytes * 1_000_000), { level: 9 })
const odsCell = (text: string, more = ''): string =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`

test.each<[name: string, bytes: () => Uint8Array, outcome: string]>([
  [
    '.xlsx: merges over the whole sheet',
    () =>
      xlsx({
        rows: HEADER + many(20, (n) => row(n + 1)),
        after: many(30_000, () => '<mergeCell ref="A1:XFD1048576"/>'),
      }),
    '*',
  ],
  [
    '.xlsx: 30,000 merges in a table',
    () =>
      xlsx({
        rows: HEADER + many(30_000, (n) => row(n + 1)),
        after: many(30_000, (n) => `<mergeCell ref="D${n}:XFD${n}"/>`),
      }),
    '1 tables',
  ],
  [
    '.xlsx: cells far apart',
    () =>
      xlsx({
        rows: `${HEADER}${row(2)}<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>`,
      }),
    '1 tables',
  ],
  [
    '.xlsx: columns to the end of the sheet',
    () =>
      xlsx({ before: '<cols><col min="1" max="16384" width="9" hidden="1"/></cols>', rows: HEADER + row(2) }),
    '1 tables',
  ],
  [
    '.xlsx: a bomb',
    () => xlsx({ entries: [{ name: 'a.xml', content: '', packed: bomb(200), size: 200_000_000 }] }),
    'limit inflates-too-far',
  ],
  [
    '.xlsx: entities in entities',
    () =>
      xlsx({
        parts: { 'xl/workbook.xml': `<!DOCTYPE a [<!ENTITY x "x"><!ENTITY y "&x;&x;">]>${workbookXml('')}` },
      }),
    'limit doctype',
  ],
  [
    '.xlsx: names that climb',
    () => xlsx({ entries: [{ name: '../../../tmp/a', content: 'x' }] }),
    'limit unsafe-archive',
  ],
  [
    '.xlsx: parts that refer to each other in a ring',
    () =>
      xlsx({
        parts: {
          ...partsOf({}),
          'xl/_rels/workbook.xml.rels': relationships({
            rId1: ['worksheet', 'workbook.xml'],
            rId2: ['sharedStrings', 'worksheets/sheet1.xml'],
            rId3: ['styles', 'sharedStrings.xml'],
          }),
        },
      }),
    'unreadable part-missing',
  ],
  [
    '.xlsx: a million runs',
    () => xlsx({ strings: `<si>${many(1_000_000, (n) => `<r><t>${n}</t></r>`)}</si>` }),
    'limit text-too-long',
  ],
  [
    '.xlsx: names of prototypes',
    () =>
      xlsx({
        rows:
          HEADER.replace('Chỉ tiêu', '__proto__') +
          many(3, (n) => row(n + 1).replace(/Chỉ tiêu \d/, 'constructor')),
      }),
    '*',
  ],
  [
    '.xlsx: formulas that share one of 30,000 characters',
    () =>
      xlsx({
        rows:
          HEADER +
          row(2) +
          many(
            20_000,
            (n) =>
              `<row r="${n + 2}"><c r="B${n + 2}"><f t="shared" si="0" ref="B3:B20002">${n === 1 ? many(3_000, (each) => `+A${each}`) : ''}</f><v>${(n * 7_919) % 100_003}</v></c></row>`,
          ),
      }),
    '*',
  ],
  [
    '.ods: a row repeated to the end of the sheet',
    () =>
      ods({
        rows: `<table:table-row table:number-rows-repeated="1048576">${odsCell('x')}</table:table-row>`,
      }),
    'limit too-many-rows',
  ],
  [
    '.ods: rows of full width, empty, a million times',
    () =>
      ods({
        rows: many(
          2_000,
          (n) =>
            `<table:table-row table:number-rows-repeated="${500 + n}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
        ),
      }),
    '0 tables',
  ],
  [
    '.ods: cells that span everything',
    () =>
      ods({
        rows: `<table:table-row>${many(30_000, (n) => odsCell('', `table:number-columns-spanned="${16_384 - (n % 99)}" table:number-rows-spanned="${1_048_576 - ((n * 7_919) % 100_003)}"`))}</table:table-row>`,
      }),
    '0 tables',
  ],
  [
    '.ods: a bomb',
    () => ods({ entries: [{ name: 'Pictures/a.png', content: '', packed: bomb(200), size: 200_000_000 }] }),
    'limit inflates-too-far',
  ],
  [
    '.ods: entities in entities',
    () => ods({ content: '<!DOCTYPE a [<!ENTITY x "x"><!ENTITY y "&x;&x;">]><a>&y;</a>' }),
    'limit doctype',
  ],
  [
    '.ods: spaces by the million',
    () =>
      ods({
        rows: `<table:table-row>${odsCell(many(1_000, () => '<text:s text:c="32767"/>'))}</table:table-row>`,
      }),
    'limit text-too-long',
  ],
  [
    '.ods: styles that inherit in a ring',
    () =>
      ods({
        styles: many(
          20_000,
          (n) =>
            `<style:style style:name="s${n}" style:family="table-cell" style:parent-style-name="s${(n % 20_000) + 1}"/>`,
        ),
        rows: `<table:table-row>${many(500, (n) => odsCell('x', `table:style-name="s${n}"`))}</table:table-row>`,
      }),
    '0 tables',
  ],
  ['.csv: separators only', () => Buffer.from(`a;b\nc;d\n${';'.repeat(5_000_000)}`), '0 tables'],
  ['.csv: quotes only', () => Buffer.from(`a;b\nc;d\n${'"'.repeat(5_000_000)}`), '*'],
  [
    '.csv: a quote that never ends',
    () => Buffer.from(`a;b\nc;d\n"${'x;y\n'.repeat(300_000)}`),
    'limit too-many-rows',
  ],
  [
    '.csv: quotes at the beginning of every cell',
    () => Buffer.from(`a;b\n${'"x;"y\n'.repeat(100_000)}`),
    '*',
  ],
  [
    'a page: cells that span everything',
    () => Buffer.from(`<html><table>${'<tr><td rowspan=65534 colspan=1000>x'.repeat(2_000)}`),
    'limit too-many-columns',
  ],
  [
    'a page: tags that nobody closes',
    () => Buffer.from(`<html><table>${'<tr><td><b><i><u>x'.repeat(100_000)}`),
    'limit xml-too-deep',
  ],
  [
    'a page: tables in tables',
    () => Buffer.from(`<html>${'<table><tr><td>x'.repeat(100_000)}`),
    'limit xml-too-deep',
  ],
  [
    '.xls: cut off',
    () =>
      oldWorkbook(
        Array.from({ length: 3_000 }, (_, n) => [`Chỉ tiêu ${n}`, n]),
        'biff8',
      ).subarray(0, 30_000),
    'unreadable xls-damaged',
  ],
])('%s', async (_, bytes, outcome) => {
  const made = bytes()
  const start = performance.now()
  const found = await outcomeOf(made)
  // "*" is any result but the process having been ended.
  if (outcome === '*') expect(found).not.toMatch(/too-complex|reading-too-slow/)
  else expect(found).toBe(outcome)
  expect(performance.now() - start).toBeLessThan(READING.milliseconds)
  expect(await outcomeOf(fixture)).toBe('1 tables')
})
