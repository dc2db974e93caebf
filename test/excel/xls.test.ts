/** Old workbooks (.xls): written by LibreOffice and by SheetJS, read as what went in; damaged ones end in a reason. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { xlsOf } from '../libreOffice.ts'
import { oldWorkbook } from './oldFiles.ts'
import { everyShape } from './shapes.ts'
import { cellsByAddress, read, xlsx } from './xlsx.ts'

const fixture = readFileSync(new URL('../fixtures/bac-kan-6-thang-2024.xls', import.meta.url))

it('reads what LibreOffice wrote: values, formulas, fonts of cells and runs', async () => {
  const [sheet] = read(await xlsOf(xlsx(everyShape))).sheets
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

afterEach(() => {
  vi.restoreAllMocks()
})

it('ends in a reason, or in a workbook, however its bytes are changed, and says nothing on standard output', () => {
  const output = vi.spyOn(console, 'log')
  // What the library says of records that it does not know.
  vi.spyOn(console, 'error').mockReturnValue()
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
    { numRuns: 60, seed: 6 },
  )
  expect(output).not.toHaveBeenCalled()
})
