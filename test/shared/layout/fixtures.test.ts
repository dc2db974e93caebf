/** Both sample workbooks, read as every workbook is, against what is true of them row by row. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readWorkbook } from '../../../electron/excel/readWorkbook.ts'
import { calculate } from '../../../shared/calculate.ts'
import { planImport } from '../../../shared/layout/planImport.ts'
import type { PlannedTable } from '../../../shared/layout/plan.ts'
import { reportFromTable } from '../../../shared/layout/toReport.ts'
import type { Quantity, Role } from '../../../shared/model.ts'
import { columnLine } from './sheetOf.ts'

const quantity = z.object({ op: z.string(), value: z.string() }).nullable()
const words = z.string().nullable().optional()
/** A list means any of these. */
const oneOf = z.union([z.string(), z.null(), z.array(z.string().nullable())]).optional()
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
      statedRatio: words,
      statedAssessment: words,
      plan: quantity,
      actual: quantity,
      computedRatio: oneOf,
      computedAssessment: oneOf,
    }),
  ),
})

const folder = join(import.meta.dirname, '../../fixtures')

function planned(name: string): PlannedTable {
  const read = readWorkbook(readFileSync(join(folder, `${name}.xlsx`)))
  if (!read.ok) throw new Error(read.failure.reason)
  const { tables, skipped } = planImport(read.value)
  expect(skipped).toEqual([])
  expect(tables).toHaveLength(1)
  const [table] = tables
  if (table === undefined) throw new Error('no table')
  return table
}

function opAndValue(found: Quantity | undefined): z.infer<typeof quantity> {
  return found?.value === undefined ? null : { op: found.op, value: found.value }
}

describe.each(['luc-binh-2023', 'bac-kan-6-thang-2024'])('%s', (name) => {
  const oracle = oracleSchema.parse(JSON.parse(readFileSync(join(folder, `${name}.oracle.json`), 'utf8')))
  const table = planned(name)
  const report = reportFromTable(
    table,
    {},
    { file: `${name}.xlsx`, hash: 'abc' },
    randomUUID,
    '2024-07-01T00:00:00Z',
  )
  const computed = calculate(report)
  const columnId = (role: Role) => report.columns.find((column) => column.role === role)?.id ?? ''

  it('has the sheet and the kind of period', () => {
    expect([table.sheet, table.period.kind]).toEqual([oracle.sheet, oracle.period])
  })

  it('has exactly the rows of the oracle', () => {
    expect(report.rows.map(({ source }) => source?.row)).toEqual(oracle.rows.map(({ row }) => row))
  })

  it.each(oracle.rows)('row $row: $name', (truth) => {
    const row = report.rows.find(({ source }) => source?.row === truth.row)
    if (row === undefined) throw new Error('missing')
    const [plan, actual] = [row.cells[columnId('plan')], row.cells[columnId('actual')]]
    const values = computed.get(row.id) ?? {}
    const verdict = row.stated[columnId('assessment')]?.text
    expect({
      kind: row.kind,
      ordinal: row.ordinal,
      name: row.name,
      unit: row.unit,
      planText: plan?.text ?? '',
      actualText: actual?.text ?? '',
      plan: opAndValue(plan?.quantity),
      actual: opAndValue(actual?.quantity),
      statedRatio: row.stated[columnId('ratio')]?.text ?? null,
      statedAssessment: verdict === undefined || verdict === '' ? null : verdict,
    }).toEqual({
      kind: truth.kind,
      ordinal: truth.ordinal,
      name: truth.name,
      unit: truth.unit,
      planText: truth.planText,
      actualText: truth.actualText,
      plan: truth.plan,
      actual: truth.actual,
      statedRatio: truth.statedRatio ?? null,
      statedAssessment: truth.statedAssessment ?? null,
    })
    expect([truth.computedRatio ?? null].flat()).toContain(values[columnId('ratio')] ?? null)
    expect([truth.computedAssessment ?? null].flat()).toContain(values[columnId('assessment')] ?? null)
  })
})

describe('Lục Bình', () => {
  const table = planned('luc-binh-2023')

  it('has the columns of the paper', () => {
    expect(table.columns.map(columnLine)).toEqual([
      'A ordinal: TT',
      'B name: Chỉ tiêu',
      'C unit: Đơn vị',
      'D plan 2023: Kế hoạch 2023',
      'E actual 2023: Kết quả năm 2023 / Thực hiện',
      'F ratio: Kết quả năm 2023 / Tỷ lệ%',
      'G assessment: Ghi chú (vượt, đạt, không đạt)',
    ])
  })

  it('has title, letterhead and signature around the table', () => {
    expect(table).toMatchObject({
      range: 'A7:G40',
      headerRows: { first: 7, last: 8 },
      title: 'BIỂU KẾT QUẢ CÁC CHỈ TIÊU CHỦ YẾU NĂM 2023',
      subtitle: '(Kèm theo Báo cáo số 282 -BC/ĐU ngày 01/12/2023 của Đảng ủy xã Lục Bình)',
      period: { kind: 'year', year: 2023 },
      office: 'xã Lục Bình',
      letterhead: [
        { side: 'left', lines: ['ĐẢNG BỘ HUYỆN BẠCH THÔNG', 'ĐẢNG ỦY XÃ LỤC BÌNH'] },
        { side: 'right', lines: ['ĐẢNG CỘNG SẢN VIỆT NAM'] },
      ],
      signature: [{ side: 'right', lines: ['T/M ĐẢNG ỦY', 'PHÓ BÍ THƯ', 'Nông Thị Quyến'] }],
    })
  })
})

describe('Bắc Kạn', () => {
  const table = planned('bac-kan-6-thang-2024')

  it('has its title joined over lines, no letterhead and no signature', () => {
    expect(table).toMatchObject({
      range: 'A4:F63',
      title: 'BIỂU TIẾN ĐỘ THỰC HIỆN CÁC CHỈ TIÊU NGHỊ QUYẾT 6 THÁNG ĐẦU NĂM 2024',
      subtitle: '(Kèm theo Báo cáo số /BC-UBND ngày /6/2024 của UBND thành phố)',
      period: { kind: 'half-year', index: 1, year: 2024 },
      office: 'UBND thành phố',
      letterhead: [],
      signature: [],
    })
  })

  it('nests letters, Roman numerals, numbers and dashes', () => {
    const levels = (rows: readonly number[]) =>
      rows.map((row) => table.rows.find((planned) => planned.row === row)?.level)
    expect(levels([5, 6, 10, 11, 28, 29, 30, 35, 51, 52])).toEqual([0, 1, 1, 2, 0, 1, 2, 1, 0, 1])
  })

  it('gets a ratio as its seventh column', () => {
    const report = reportFromTable(
      table,
      {},
      { file: 'b.xlsx', hash: 'abc' },
      randomUUID,
      '2024-07-01T00:00:00Z',
    )
    expect(report.columns.map(({ tag, role, added = false }) => [tag, role, added])).toEqual([
      ['c1', 'ordinal', false],
      ['c2', 'name', false],
      ['c3', 'unit', false],
      ['c4', 'plan', false],
      ['c5', 'actual', false],
      ['c6', 'assessment', false],
      ['c7', 'ratio', true],
    ])
  })
})
