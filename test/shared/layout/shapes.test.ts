/** The shapes of tables that offices use, each read from a workbook and compared cell by cell. */
import { describe, expect, it } from 'vitest'
import english from '../../../resources/locales/en/import.json' with { type: 'json' }
import vietnamese from '../../../resources/locales/vi/import.json' with { type: 'json' }
import { planImport } from '../../../shared/layout/planImport.ts'
import type { PlannedTable } from '../../../shared/layout/plan.ts'
import { read } from '../../excel/xlsx.ts'
import { allConverted } from '../../libreOffice.ts'
import { FIGURES } from './shapes/figures.ts'
import { HEADERS } from './shapes/headers.ts'
import { PLACING } from './shapes/placing.ts'
import { ROWS } from './shapes/rows.ts'
import { tablesOfXml, tableText, workbookBytes } from './xmlWorkbook.ts'

const SHAPES = [...PLACING, ...HEADERS, ...ROWS, ...FIGURES]

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

it('every reason has its text in both languages, which takes what it is given', () => {
  const reasons = SHAPES.flatMap(({ sheet }) => tablesOfXml(sheet).flatMap((table) => table.reasons))
  expect(new Set(reasons.map(({ key }) => key)).size).toBeGreaterThan(25)
  for (const texts of [vietnamese, english]) {
    const byKey = new Map<string, unknown>(Object.entries(texts))
    for (const { key, params } of reasons) {
      const names = [...String(byKey.get(key)).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
      expect([key, names.toSorted()]).toEqual([key, Object.keys(params).toSorted()])
    }
  }
})

describe.each(['ods', 'xls'] as const)('as LibreOffice writes them in .%s', (extension) => {
  it('all are read as the same tables', async () => {
    const converted = await allConverted(
      SHAPES.map(({ sheet }) => workbookBytes(sheet)),
      extension,
    )
    const found = converted.map((bytes, place) => [
      SHAPES[place]?.name,
      planImport(read(bytes)).tables.map(tableText),
    ])
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(SHAPES.map(({ name, tables }) => [name, tables])),
    )
  }, 120_000)
})
