/** `bieu inspect` on the two real reports against what is true of them, row by row. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { answer, fixture } from './bieu.ts'
import { files, type Table, type TableRow } from './documents.ts'

const figure = z.strictObject({ op: z.string(), value: z.string() }).nullable()
const text = z.string().nullable()
const oracle = z.strictObject({
  sheet: z.string(),
  period: z.string(),
  rows: z.array(
    z.strictObject({
      row: z.int(),
      kind: z.string(),
      ordinal: z.string(),
      name: z.string(),
      unit: z.string(),
      planText: z.string(),
      actualText: z.string(),
      plan: figure,
      actual: figure,
      statedRatio: text.optional(),
      statedAssessment: text,
      // A list means any of these.
      computedRatio: z.union([text, z.array(text)]),
      computedAssessment: z.union([text, z.array(text)]),
    }),
  ),
})
type OracleRow = z.infer<typeof oracle>['rows'][number]

/** A row in the oracle's words; a list of the oracle is met by any of its members. */
function asOracle(table: Table, row: TableRow, expected: OracleRow | undefined): OracleRow {
  const tagOf = (role: string) => table.columns.find((column) => column.role === role)?.id ?? ''
  const [plan, actual] = [row.cells[tagOf('plan')], row.cells[tagOf('actual')]]
  const quantity = (cell: typeof plan) =>
    cell?.op === undefined || cell.value === undefined ? null : { op: cell.op, value: cell.value }
  const oneOf = (found: string | undefined, wanted: OracleRow['computedRatio'] | undefined) =>
    Array.isArray(wanted) && wanted.includes(found ?? null) ? wanted : (found ?? null)
  return {
    row: row.row,
    kind: row.kind,
    ordinal: row.ordinal,
    name: row.name,
    unit: row.unit,
    planText: plan?.text ?? '',
    actualText: actual?.text ?? '',
    plan: quantity(plan),
    actual: quantity(actual),
    ...(expected?.statedRatio !== undefined && { statedRatio: row.stated[tagOf('ratio')] ?? null }),
    statedAssessment: row.stated[tagOf('assessment')] ?? null,
    computedRatio: oneOf(row.computed[tagOf('ratio')], expected?.computedRatio),
    computedAssessment: oneOf(row.computed[tagOf('assessment')], expected?.computedAssessment),
  }
}

test.each([
  ['luc-binh-2023', 32],
  ['bac-kan-6-thang-2024', 59],
])('%s is read as its oracle says, all %i rows', async (name, count) => {
  const expected = oracle.parse(JSON.parse(readFileSync(fixture(`${name}.oracle.json`), 'utf8')))
  const { files: read } = files.parse(await answer('inspect', fixture(`${name}.xlsx`)))
  const [table] = read[0]?.tables ?? []
  if (table === undefined) throw new Error('No table')
  expect(read[0]?.tables).toHaveLength(1)
  expect([table.sheet, table.period.kind]).toEqual([expected.sheet, expected.period])
  expect(expected.rows).toHaveLength(count)
  expect(table.rows.map((row, index) => asOracle(table, row, expected.rows[index]))).toEqual(expected.rows)
})

const required = z.object({
  required: z.array(z.object({ row: z.int(), code: z.string() })),
  allowed: z.array(z.object({ row: z.int(), code: z.string() })),
})

test.each(['luc-binh-2023', 'bac-kan-6-thang-2024'])(
  '%s shows the findings it must and no false alarm',
  async (name) => {
    const expected = required.parse(JSON.parse(readFileSync(fixture(`${name}.findings.json`), 'utf8')))
    const { files: read } = files.parse(await answer('inspect', fixture(`${name}.xlsx`)))
    const isRatio = (code: string) => code.startsWith('ratio-')
    const found = (read[0]?.tables[0]?.findings ?? [])
      .filter(({ code, severity }) => severity !== 'info' || isRatio(code))
      .map(({ row, code }) => `${row} ${code}`)
    const listed = (part: readonly { row: number; code: string }[]) =>
      part.map(({ row, code }) => `${row} ${code}`)
    expect(listed(expected.required).filter((finding) => !found.includes(finding))).toEqual([])
    const known = [...listed(expected.required), ...listed(expected.allowed)]
    expect(found.filter((finding) => !known.includes(finding))).toEqual([])
  },
)
