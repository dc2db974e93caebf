/** The two real tables in every format that LibreOffice writes give the tables that their .xlsx gives. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import type { Cell } from '../../shared/model.ts'
import { planImport } from '../../shared/layout/planImport.ts'
import type { PlannedColumn, PlannedRow, PlannedTable } from '../../shared/layout/plan.ts'
import { csvOf, htmlOf, odsOf, xlsOf } from '../libreOffice.ts'
import { read, relationships, xlsx } from './xlsx.ts'

const fixtures = new URL('../fixtures/', import.meta.url)

function tableOf(workbook: Uint8Array): PlannedTable {
  const [table] = planImport(read(workbook)).tables
  if (!table) throw new Error('No table was found.')
  return table
}

/** What a table says, whatever the format; figures by what they mean, for a text file has only one way to write them. */
function meaningOf({ columns, rows, title, subtitle, period, office, range }: PlannedTable): object {
  return {
    title,
    subtitle,
    period,
    office,
    range,
    columns: columns.map(({ width: _width, ...column }: PlannedColumn) => column),
    // A text file has no bold.
    rows: rows.map(({ cells, bold: _bold, ...row }: PlannedRow) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, meaningOfCell(cell)])),
    })),
  }
}

function meaningOfCell({ text, quantity }: Cell): unknown {
  return quantity ?? text
}

const formats = { xls: xlsOf, ods: odsOf, html: htmlOf, csv: csvOf }

const cases = ['luc-binh-2023', 'bac-kan-6-thang-2024'].flatMap((name) =>
  Object.entries(formats).map(([format, write]) => ({ name, format, write })),
)

test.each(cases)('$name as .$format', async ({ name, format, write }) => {
  const original = readFileSync(new URL(`${name}.xlsx`, fixtures))
  const written = await write(original)
  expect(read(written).format).toBe(format)
  expect(meaningOf(tableOf(written))).toEqual(meaningOf(tableOf(original)))
})

test.each([
  ['luc-binh-2023.xlsx', 'xlsx'],
  ['bac-kan-6-thang-2024.xls', 'xls'],
])('%s under any name', (file, format) => {
  const bytes = readFileSync(new URL(file, fixtures))
  for (const name of ['a.xls', 'a.xlsx', 'a.csv', 'a']) {
    const result = readWorkbook(bytes, name)
    expect(result.ok && result.value.format).toBe(format)
  }
})

test('a workbook with macros', () => {
  const macros = {
    parts: {
      'xl/_rels/workbook.xml.rels': relationships({
        rId1: ['worksheet', 'worksheets/sheet1.xml'],
        m: ['vbaProject', 'vbaProject.bin'],
      }),
    },
    entries: [{ name: 'xl/vbaProject.bin', content: Buffer.from('d0cf11e0a1b11ae1', 'hex') }],
  }
  expect(read(xlsx({ rows: '<row><c><v>1</v></c></row>', ...macros })).sheets[0]?.cells).toHaveLength(1)
})

test.each(['xls', 'ods'] as const)(
  'as .%s also the texts, the looks and the layout of each cell',
  async (format) => {
    const original = readFileSync(new URL('bac-kan-6-thang-2024.xlsx', fixtures))
    const [written] = read(await formats[format](original)).sheets
    const [expected] = read(original).sheets
    expect(written?.name).toBe(expected?.name)
    expect(written?.cells).toEqual(expected?.cells)
    expect(written?.merges).toEqual(expected?.merges)
    expect(written?.hiddenRows).toEqual(expected?.hiddenRows)
  },
)
