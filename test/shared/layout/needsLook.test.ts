/** Which tables a person sees before they are stored. */
import { expect, test } from 'vitest'
import { calculate } from '../../../shared/calculate.ts'
import { check } from '../../../shared/check/index.ts'
import { needsLook } from '../../../shared/layout/needsLook.ts'
import type { PlannedTable } from '../../../shared/layout/plan.ts'
import { planImport } from '../../../shared/layout/planImport.ts'
import { reportFromTable } from '../../../shared/layout/toReport.ts'
import { communeWorkbook, type Commune } from '../../excel/communes.ts'
import { read } from '../../excel/xlsx.ts'

function tableOf(commune: Partial<Commune>): PlannedTable {
  const [table] = planImport(read(communeWorkbook({ office: 'xã A', ...commune }))).tables
  if (table === undefined) throw new Error('No table.')
  return table
}

function reasonsFor(table: PlannedTable): readonly string[] {
  let ids = 0
  const newId = () => String(ids++)
  const report = reportFromTable(table, {}, { file: 'a.xlsx', hash: '' }, newId, '2024-01-01T00:00:00.000Z')
  return needsLook(table, check(report, calculate(report))).map(({ key, params }) =>
    `${key} ${Object.values(params).join()}`.trim(),
  )
}

/** Recognition is unsure of these columns. */
function asking(table: PlannedTable, letters: string): PlannedTable {
  const columns = table.columns.map((column) =>
    letters.includes(column.letter) ? { ...column, asked: true as const } : column,
  )
  return { ...table, columns }
}

test.each([
  ['a table without doubts', tableOf({}), []],
  ['no period', tableOf({ period: '' }), ['lookPeriod']],
  ['a wrong ratio', tableOf({ ratio: '12' }), ['lookErrors 1']],
  ['columns asked about', asking(tableOf({}), 'DF'), ['lookColumns D, F']],
  [
    'everything',
    asking(tableOf({ period: '', ratio: '12' }), 'D'),
    ['lookPeriod', 'lookColumns D', 'lookErrors 1'],
  ],
])('%s', (_, table, expected) => {
  expect(reasonsFor(table)).toEqual(expected)
})
