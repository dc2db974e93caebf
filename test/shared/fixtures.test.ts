/** Both real tables, by the real import: every row as its oracle says, and exactly the findings that are due. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calculate } from '../../shared/calculate.ts'
import { check } from '../../shared/check/index.ts'
import { shown } from '../../shared/shown.ts'
import { summarise } from '../../shared/summary.ts'
import { tableJson } from '../../shared/tableJson.ts'
import { importFixture, readFixture, type FixtureName } from './importing.ts'

const quantity = z.object({ op: z.string(), value: z.string() }).nullable()
const oracleSchema = z.object({
  sheet: z.string(),
  period: z.string(),
  rows: z.array(
    z.object({
      row: z.number(),
      kind: z.string(),
      ordinal: z.string(),
      name: z.string(),
      unit: z.string(),
      planText: z.string(),
      actualText: z.string(),
      plan: quantity,
      actual: quantity,
      statedRatio: z.string().nullish(),
      statedAssessment: z.string().nullable(),
      computedRatio: z.union([z.string().nullable(), z.array(z.string().nullable())]),
      computedAssessment: z.string().nullable(),
    }),
  ),
})
const expectedFindings = z.array(z.object({ row: z.number(), code: z.string() }))
const findingsSchema = z.object({ required: expectedFindings, allowed: expectedFindings })

const names: readonly FixtureName[] = ['luc-binh-2023', 'bac-kan-6-thang-2024']

describe.each(names)('%s', (name) => {
  const report = importFixture(name)
  const table = tableJson(report, { stored: false, message: ({ code }) => code })
  const oracle = oracleSchema.parse(JSON.parse(readFixture(`${name}.oracle.json`)))

  it('is read and calculated as its oracle says, row by row', () => {
    const idOf = (role: string) => table.columns.find((column) => column.role === role)?.id ?? ''
    const meaning = (cell: { op?: string; value?: string } | undefined) =>
      cell?.value === undefined ? null : { op: cell.op, value: cell.value }
    const rows = table.rows.map(({ row, kind, ordinal, name: rowName, unit, cells, computed, stated }) => ({
      row,
      kind,
      ordinal,
      name: rowName,
      unit,
      planText: cells[idOf('plan')]?.text ?? '',
      actualText: cells[idOf('actual')]?.text ?? '',
      plan: meaning(cells[idOf('plan')]),
      actual: meaning(cells[idOf('actual')]),
      statedRatio: stated[idOf('ratio')] ?? null,
      statedAssessment: stated[idOf('assessment')] ?? null,
      computedRatio: computed[idOf('ratio')] ?? null,
      computedAssessment: computed[idOf('assessment')] ?? null,
    }))
    const wanted = oracle.rows.map((row, index) => ({
      ...row,
      statedRatio: row.statedRatio ?? null,
      // A list means any of these.
      computedRatio:
        Array.isArray(row.computedRatio) && row.computedRatio.includes(rows[index]?.computedRatio ?? null)
          ? rows[index]?.computedRatio
          : row.computedRatio,
    }))
    expect(rows).toEqual(wanted)
    expect(table).toMatchObject({ sheet: oracle.sheet, period: { kind: oracle.period } })
  })

  it('has exactly the findings that are due', () => {
    const { required, allowed } = findingsSchema.parse(JSON.parse(readFixture(`${name}.findings.json`)))
    const keyOf = ({ row, code }: { row?: number; code: string }) => `${row ?? ''} ${code}`
    const found = table.findings.map(keyOf)
    expect(required.map(keyOf).filter((key) => !found.includes(key))).toEqual([])
    const known = new Set([...required, ...allowed].map(keyOf))
    expect(found.filter((key) => !known.has(key))).toEqual([])
  })

  it('shows what the file states, and marks it where a finding says that it differs', () => {
    const computed = calculate(report)
    const marked = report.rows.flatMap((row) =>
      report.columns.filter((column) => shown(report, row, column, computed).differs).map(() => row.id),
    )
    const doubted = check(report, computed).filter(({ code }) => /^(?:ratio-|verdict-differs)/.test(code))
    expect(doubted.every(({ row }) => marked.includes(row ?? ''))).toBe(true)
    for (const { computed: values, stated } of table.rows) {
      for (const [column, text] of Object.entries(stated))
        expect([text, values[column]]).not.toEqual(['', undefined])
    }
  })
})

it('counts the assessments of Lục Bình as they are printed', () => {
  const report = importFixture('luc-binh-2023')
  expect(
    Object.fromEntries(summarise(report, calculate(report)).verdicts.map(({ word, count }) => [word, count])),
  ).toEqual({
    Vượt: 10,
    Đạt: 4,
    'Không đạt': 11,
    '(Dự kiến Đạt)': 3,
  })
})
