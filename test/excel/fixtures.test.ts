/** The two real tables, cell by cell, against what LibreOffice shows of them under Vietnamese settings. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Sheet } from '../../shared/sheet.ts'
import { addressOf, columnLetters } from '../../electron/excel/address.ts'
import { read } from './xlsx.ts'

const fixtures = new URL('../fixtures/', import.meta.url)

function sheetOf(name: string, format = 'xlsx'): Sheet {
  const [sheet] = read(readFileSync(new URL(`${name}.${format}`, fixtures))).sheets
  if (!sheet) throw new Error('A fixture without sheets.')
  return sheet
}

/** Made by LibreOffice (workbook to HTML, Vietnamese locale): text as shown, value of numeric cells, bold. */
function expectedCells(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.cells.json`, fixtures), 'utf8'))
}

test.each([
  ['luc-binh-2023', 'xlsx'],
  ['bac-kan-6-thang-2024', 'xlsx'],
  ['bac-kan-6-thang-2024', 'xls'],
])('%s.%s: every cell', (name, format) => {
  const found = sheetOf(name, format).cells.map((cell): [string, object] => [
    addressOf(cell.row, cell.column),
    {
      text: cell.text,
      ...(cell.value !== undefined && { value: cell.value }),
      ...(cell.bold && { bold: true }),
    },
  ])
  expect(Object.fromEntries(found)).toEqual(expectedCells(name))
})

test('Lục Bình: name, merges, widths', () => {
  const sheet = sheetOf('luc-binh-2023')
  expect(sheet).toMatchObject({
    name: 'Biểu kết quả',
    hidden: false,
    hiddenRows: [],
  })
  expect(sheet.columns.map(({ column, width, hidden }) => [columnLetters(column), width, hidden])).toEqual([
    ['A', 6.12, false],
    ['B', 36.77, false],
    ['C', 10.21, false],
    ['D', 13.28, false],
    ['E', 13.28, false],
    ['F', 10.21, false],
    ['G', 14.3, false],
  ])
  expect(sheet.merges).toHaveLength(19)
  expect(sheet.merges).toContainEqual({ top: 7, left: 5, bottom: 7, right: 6 })
})
