/** The shapes of tables that offices use, each read from a workbook and compared cell by cell. */
import { describe, expect, it } from 'vitest'
import { planImport } from '../../../shared/layout/planImport.ts'
import type { PlannedTable } from '../../../shared/layout/plan.ts'
import { read } from '../../excel/xlsx.ts'
import { allConverted } from '../../libreOffice.ts'
import { FIGURES } from './shapes/figures.ts'
import { HEADERS } from './shapes/headers.ts'
import { PLACING } from './shapes/placing.ts'
import { ROWS } from './shapes/rows.ts'
import { tablesOfXml, tableText, workbookBytes } from './xmlWorkbook.ts'

function reasonTexts(tables: readonly PlannedTable[]): readonly string[] {
  return tables.flatMap(({ reasons }) =>
    reasons.map(({ key, params }) => [key, ...Object.values(params)].join(' ')),
  )
}

describe.each([
  ['places', PLACING],
  ['headers', HEADERS],
  ['rows', ROWS],
  ['figures', FIGURES],
])('%s', (_, shapes) => {
  it.each(shapes)('$name', ({ sheet, tables, reasons = [] }) => {
    const planned = tablesOfXml(sheet)
    expect(planned.map(tableText)).toEqual(tables)
    expect(reasonTexts(planned)).toEqual(expect.arrayContaining([...reasons]))
  })
})

describe.each(['ods', 'xls'] as const)('as LibreOffice writes them in .%s', (extension) => {
  it('all are read as the same tables', async () => {
    const shapes = [...PLACING, ...HEADERS, ...ROWS, ...FIGURES]
    const converted = await allConverted(
      shapes.map(({ sheet }) => workbookBytes(sheet)),
      extension,
    )
    const found = converted.map((bytes, place) => [
      shapes[place]?.name,
      planImport(read(bytes)).tables.map(tableText),
    ])
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(shapes.map(({ name, tables }) => [name, tables])),
    )
  }, 120_000)
})
