/** The fixtures as reports, by the import that every workbook takes. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { planImport } from '../../shared/layout/planImport.ts'
import { reportFromTable } from '../../shared/layout/toReport.ts'
import type { Report } from '../../shared/model.ts'

const folder = join(import.meta.dirname, '../fixtures')

export type FixtureName = 'luc-binh-2023' | 'bac-kan-6-thang-2024'

export function importFixture(name: FixtureName): Report {
  const file = `${name}.xlsx`
  const read = readWorkbook(readFileSync(join(folder, file)))
  if (!read.ok) throw new Error(`${file}: ${read.failure.reason}`)
  const [table] = planImport(read.value).tables
  if (table === undefined) throw new Error(`${file}: no table`)
  return reportFromTable(table, {}, { file, hash: 'none' }, randomUUID, '2024-07-01T08:00:00.000Z')
}

export function readFixture(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}
