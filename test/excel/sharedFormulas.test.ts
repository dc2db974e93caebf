/** Formulas that cells share: each cell gets the text it would have if a person had typed it there. */
import { expect, test } from 'vitest'
import { movedFormula } from '../../electron/excel/sharedFormulas.ts'
import { cellsByAddress, readFirstSheet } from './xlsx.ts'

test.each([
  ['one row down', 'D10/E10*100', 1, 0, 'D11/E11*100'],
  ['texts stay, dollars hold', 'IF(D10=0,"D10",$E10/D$10)', 2, 1, 'IF(E12=0,"D10",$E12/E$10)'],
  ['ranges', 'SUM(E11:E13)', 3, 2, 'SUM(G14:G16)'],
  ['half a range', 'SUM(D$10:D12)', 5, 0, 'SUM(D$10:D17)'],
  ['whole columns and rows', 'SUM(A:B)+SUM(1:2)+SUM($A:B)', 1, 1, 'SUM(B:C)+SUM(2:3)+SUM($A:C)'],
  ['names of sheets stay', "'Biểu 1'!A1+Sheet2!B2+Q1!A1", 1, 1, "'Biểu 1'!B2+Sheet2!C3+Q1!B2"],
  ['names and functions stay', 'LOG10(A1)+tên1+TH_2023+ABC1_x', 1, 1, 'LOG10(B2)+tên1+TH_2023+ABC1_x'],
  ['columns of tables stay', 'SUM(Table1[D10])+D1', 1, 0, 'SUM(Table1[D10])+D2'],
  ['other files stay', '[1]Sheet!A1', 1, 0, '[1]Sheet!A2'],
  ['up from the first row', 'A1', -1, 0, '#REF!'],
  ['beyond the last column', 'XFD1+A1', 0, 1, '#REF!+B1'],
])('%s', (_, formula, rows, columns, expected) => {
  expect(movedFormula(formula, rows, columns)).toBe(expected)
})

test('cells of a shared formula in a sheet', () => {
  const sheet = readFirstSheet({
    rows: `<row r="10"><c r="F10"><f t="shared" ref="F10:F12" si="0">E10/D10*100</f><v>1</v></c><c r="G10"><f t="shared" ref="G10:H10" si="1">A10&amp;"A10"</f><v>1</v></c><c r="H10"><f t="shared" si="1"/><v>1</v></c></row>
      <row r="11"><c r="F11"><f t="shared" si="0"/><v>2</v></c></row>
      <row r="12"><c r="F12"><f t="shared" si="0"></f><v>3</v></c></row>
      <row r="13"><c r="F13"><f t="shared" si="7"/><v>4</v></c><c r="G13"><f t="array" ref="G13">SUM(A1:A2)</f><v>4</v></c></row>`,
  })
  const formulas = Object.entries(cellsByAddress(sheet)).map(([address, { formula }]) => [address, formula])
  expect(Object.fromEntries(formulas)).toEqual({
    F10: 'E10/D10*100',
    G10: 'A10&"A10"',
    H10: 'B10&"A10"',
    F11: 'E11/D11*100',
    F12: 'E12/D12*100',
    F13: '',
    G13: 'SUM(A1:A2)',
  })
})

test('many cells that share a long formula take no more memory than the limits allow', () => {
  const long = `"${Array.from({ length: 16_000 }, (_, index) => (index * 7_919) % 10).join('x')}"&A1`
  const children = Array.from(
    { length: 20_000 },
    (_, index) => `<row><c><f t="shared" si="0"/><v>${(index * 7_919) % 100_003}</v></c></row>`,
  )
  const rows = `<row><c><f t="shared" si="0" ref="A1:A20001">${long.replaceAll('"', '&quot;').replace('&A1', '&amp;A1')}</f><v>1</v></c></row>`
  const { cells } = readFirstSheet({ rows: rows + children.join('') })
  const total = cells.reduce((sum, { formula = '' }) => sum + formula.length, 0)
  expect(cells).toHaveLength(20_001)
  expect(total).toBeLessThan(21_000_000)
})
