/** Random workbooks written by two libraries read the same here as in SheetJS: addresses, types, stored values. */
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read as readBySheetJs, utils, write, type CellObject, type WorkBook } from '@e965/xlsx'
import { addressOf } from '../../electron/excel/address.ts'
import { canonical, parseStored } from '../../electron/excel/storedNumber.ts'
import { read } from './xlsx.ts'

type Value = string | number | boolean

const words = fc.constantFrom(
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
)
const figures = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(0.1 + 0.2),
)
const value: fc.Arbitrary<Value | null> = fc.oneof(words, figures, fc.boolean(), fc.constant(null))
const table = fc.array(fc.array(value, { maxLength: 8 }), { minLength: 1, maxLength: 12 })

/** Type and stored value by address, of all sheets. */
type Facts = Readonly<Record<string, readonly [type: string, value: string]>>

function ownFacts(bytes: Uint8Array): Facts {
  const cells = read(bytes).sheets.flatMap((sheet) =>
    sheet.cells.map(
      (cell) =>
        [`${sheet.name}!${addressOf(cell.row, cell.column)}`, [cell.type, cell.value ?? cell.text]] as const,
    ),
  )
  return Object.fromEntries(cells)
}

const TYPES: Readonly<Record<string, string>> = { s: 'text', n: 'number', b: 'boolean', e: 'error' }

function peerFacts(bytes: Uint8Array): Facts {
  const workbook = readBySheetJs(bytes, { type: 'buffer' })
  const cells = workbook.SheetNames.flatMap((name) =>
    Object.entries<CellObject | string>(workbook.Sheets[name] ?? {}).flatMap(([address, cell]) =>
      typeof cell === 'string' || address.startsWith('!') || cell.v === undefined || cell.v === ''
        ? []
        : [[`${name}!${address}`, [TYPES[cell.t] ?? cell.t, storedValue(cell.v)]] as const],
    ),
  )
  return Object.fromEntries(cells)
}

function storedValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const number = typeof value === 'number' ? parseStored(String(value)) : undefined
  return number ? canonical(number) : String(value).normalize('NFC')
}

function writtenBySheetJs(rows: readonly (readonly (Value | null)[])[], shared: boolean): Uint8Array {
  const workbook: WorkBook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Biểu')
  const bytes: unknown = write(workbook, {
    type: 'buffer',
    bookType: 'xlsx',
    bookSST: shared,
    compression: true,
  })
  if (!(bytes instanceof Uint8Array)) throw new Error('SheetJS wrote no bytes.')
  return bytes
}

async function writtenByExcelJs(
  rows: readonly (readonly (Value | null)[])[],
  shared: boolean,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Biểu')
  for (const row of rows) sheet.addRow([...row])
  return new Uint8Array(await workbook.xlsx.writeBuffer({ useSharedStrings: shared, useStyles: true }))
}

test('written by SheetJS', () => {
  fc.assert(
    fc.property(table, fc.boolean(), (rows, shared) => {
      const bytes = writtenBySheetJs(rows, shared)
      expect(ownFacts(bytes)).toEqual(peerFacts(bytes))
    }),
    { numRuns: 30, seed: 5 },
  )
})

test('written by exceljs', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), async (rows, shared) => {
      const bytes = await writtenByExcelJs(rows, shared)
      expect(ownFacts(bytes)).toEqual(peerFacts(bytes))
    }),
    { numRuns: 30, seed: 5 },
  )
})
