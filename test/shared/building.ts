/** Builds reports for tests from roles and texts, as an import would; ids are the tags "c4" and "r2". */
import { basisOf } from '../../shared/basis.ts'
import { calculate, type Computed, type Values } from '../../shared/calculate.ts'
import { isComputed, isField, withComparisons } from '../../shared/columns.ts'
import type { Cell, Column, Period, Report, Role, Row, RowKind, Stated } from '../../shared/model.ts'
import { orderKeys } from '../../shared/order.ts'
import { cellOf } from '../../shared/rowText.ts'

export const YEAR: Period = { kind: 'year', year: 2023 }
export const HALF_YEAR: Period = { kind: 'half-year', index: 1, year: 2024 }

/** TT | Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện | Tỷ lệ | Đánh giá. */
export const USUAL: readonly Role[] = ['ordinal', 'name', 'unit', 'plan', 'actual', 'ratio', 'assessment']

export interface BuiltRow {
  readonly texts: readonly string[]
  readonly kind?: RowKind
  readonly level?: number
  readonly mark?: string
  /** By column place, from 0: what an import noticed. */
  readonly flags?: Readonly<Record<number, Cell['flags']>>
}

/** Texts in the order of the roles; those in computed columns are what the file states. */
export function build(
  rows: readonly (BuiltRow | readonly string[])[],
  { roles = USUAL, period = YEAR }: { roles?: readonly Role[]; period?: Period } = {},
): Report {
  const orders = orderKeys(roles.length)
  const columns: readonly Column[] = withComparisons(
    roles.map((role, index) => ({
      id: `c${index + 1}`,
      tag: `c${index + 1}`,
      order: orders[index] ?? '',
      role,
      header: [`Cột ${index + 1}`],
      letter: String.fromCharCode(65 + index),
    })),
  )
  const rowOrders = orderKeys(rows.length)
  const plain = rows.map((row) => ('texts' in row ? row : { texts: row }))
  const report: Report = {
    id: 'report',
    title: 'Biểu kết quả',
    subtitle: '',
    period,
    office: '',
    letterhead: [],
    signature: [],
    state: 'draft',
    updatedAt: '2024-01-01T00:00:00.000Z',
    columns,
    rows: plain.map((row, index) => builtRow(row, index, columns, rowOrders[index] ?? '')),
  }
  return { ...report, rows: report.rows.map((row, index) => withStated(report, row, plain[index])) }
}

function builtRow(row: BuiltRow, index: number, columns: readonly Column[], order: string): Row {
  const textOf = (role: Role) => row.texts[columns.findIndex((column) => column.role === role)] ?? ''
  const cells: Record<string, Cell> = {}
  columns.forEach((column, place) => {
    const text = row.texts[place] ?? ''
    const flags = row.flags?.[place]
    if (isField(column.role) || isComputed(column.role) || (text === '' && flags === undefined)) return
    cells[column.id] = { ...cellOf(column.role, text), ...(flags !== undefined && { flags }) }
  })
  return {
    id: `r${index + 1}`,
    tag: `r${index + 1}`,
    order,
    kind: row.kind ?? 'indicator',
    level: row.level ?? 0,
    ...(row.mark !== undefined && { mark: row.mark }),
    ordinal: textOf('ordinal'),
    name: textOf('name'),
    unit: textOf('unit'),
    cells,
    stated: {},
    overrides: {},
    indicator: `i${index + 1}`,
    source: { sheet: 'Biểu', row: index + 1 },
  }
}

function withStated(report: Report, row: Row, built: BuiltRow | undefined): Row {
  const stated: Record<string, Stated> = {}
  report.columns.forEach((column, place) => {
    const text = built?.texts[place] ?? ''
    const flag = built?.flags?.[place]?.find((each) => each !== 'digits-hidden')
    const isLeftBlank = column.role === 'assessment' && column.added !== true && row.kind !== 'section'
    if (isComputed(column.role) && (text !== '' || flag !== undefined || isLeftBlank)) {
      stated[column.id] = {
        text,
        basis: basisOf(report, row, column),
        ...(flag !== undefined && { flag }),
      }
    }
  })
  return { ...row, stated }
}

/** By row: what is computed in it, for comparing; `computed` is the report's own unless given. */
export function valuesOf(report: Report, computed: Computed = calculate(report)): Record<string, Values> {
  return Object.fromEntries(
    report.rows.flatMap(({ id }) => {
      const values = computed.get(id)
      return values === undefined ? [] : [[id, values]]
    }),
  )
}
