/** Reports for tests, written as people see them: columns by role and header, rows as texts. */
import { randomUUID } from 'node:crypto'
import { basisOf } from '../shared/calculate.ts'
import { isComputed, withComparisons } from '../shared/columns.ts'
import type { Cell, Column, Id, Report, ReportProperties, Role, Row, RowKind } from '../shared/model.ts'
import { orderKeys } from '../shared/order.ts'
import { parseQuantity } from '../shared/quantity.ts'

export interface ColumnSpec extends Partial<Omit<Column, 'id' | 'tag' | 'order'>> {
  readonly role: Role
}

/** `texts` has one text for each column; of a computed column it is what the file states. */
export interface RowSpec extends Partial<Pick<Row, 'kind' | 'level' | 'mark' | 'hidden'>> {
  readonly texts: readonly string[]
  readonly overrides?: Readonly<Record<number, string>>
}

export function reportOf(
  columnSpecs: readonly ColumnSpec[],
  rowSpecs: readonly RowSpec[],
  properties: Partial<ReportProperties> = {},
): Report {
  const columnOrders = orderKeys(columnSpecs.length)
  const columns = withComparisons(
    columnSpecs.map((spec, index) => ({
      header: [],
      ...spec,
      id: randomUUID(),
      tag: `c${index + 1}`,
      order: columnOrders[index] ?? '',
    })),
  )
  const empty: Report = {
    title: '',
    subtitle: '',
    period: { kind: 'unknown' },
    office: '',
    letterhead: [],
    signature: [],
    state: 'draft',
    ...properties,
    id: randomUUID(),
    columns,
    rows: [],
    updatedAt: '2024-01-01T00:00:00.000Z',
  }
  const rowOrders = orderKeys(rowSpecs.length)
  const rows = rowSpecs.map((spec, index) => rowOf(columns, spec, index, rowOrders[index] ?? ''))
  const report = { ...empty, rows }
  return { ...report, rows: rows.map((row, index) => withStated(report, row, rowSpecs[index])) }
}

function rowOf(columns: readonly Column[], spec: RowSpec, index: number, order: string): Row {
  const textOf = (role: Role) => spec.texts[columns.findIndex((column) => column.role === role)] ?? ''
  const cells: Record<Id, Cell> = {}
  const overrides: Record<Id, { text: string; reason: string }> = {}
  columns.forEach((column, position) => {
    const text = spec.texts[position] ?? ''
    const own = ['ordinal', 'name', 'unit'].includes(column.role) || isComputed(column.role)
    if (!own && text !== '') {
      const quantity = parseQuantity(text)
      cells[column.id] = quantity === undefined ? { text } : { text, quantity }
    }
    const override = spec.overrides?.[position]
    if (override !== undefined) overrides[column.id] = { text: override, reason: 'ghi lại' }
  })
  const kind: RowKind = spec.kind ?? 'indicator'
  return {
    id: randomUUID(),
    tag: `r${index + 1}`,
    order,
    kind,
    level: spec.level ?? (kind === 'section' ? 0 : 1),
    ...(spec.mark !== undefined && { mark: spec.mark }),
    ordinal: textOf('ordinal'),
    name: textOf('name'),
    unit: textOf('unit'),
    cells,
    stated: {},
    overrides,
    ...(spec.hidden !== undefined && { hidden: spec.hidden }),
    indicator: randomUUID(),
  }
}

function withStated(report: Report, row: Row, spec: RowSpec | undefined): Row {
  const stated: Record<Id, { text: string; basis: string }> = {}
  report.columns.forEach((column, position) => {
    const text = spec?.texts[position] ?? ''
    if (isComputed(column.role) && text !== '')
      stated[column.id] = { text, basis: basisOf(report, row, column) }
  })
  return { ...row, stated }
}
