/** A small report as an office has it: a section, three indicators, one with items below. */
import { randomUUID } from 'node:crypto'
import { record } from '../../electron/services/reports.ts'
import type { Database } from '../../electron/db/open.ts'
import { creationOf } from '../../shared/change.ts'
import type { Column, Id, Report, Role, Row, RowKind } from '../../shared/model.ts'
import { orderKeys } from '../../shared/order.ts'
import { parseQuantity } from '../../shared/quantity.ts'

const ROLES_OF_COLUMNS: readonly Role[] = ['ordinal', 'name', 'unit', 'plan', 'actual', 'ratio', 'assessment']

const ROWS: readonly (readonly [RowKind, number, string, string, string, string, string])[] = [
  ['section', 0, 'I', 'CHỈ TIÊU KINH TẾ', '', '', ''],
  ['indicator', 1, '1', 'Diện tích trồng lúa cả năm', 'Ha', '370', '368,77'],
  ['indicator', 1, '2', 'Sản lượng lương thực có hạt', 'Tấn', '2.225,4', '2.352,97'],
  ['item', 2, '', 'Trong đó: thóc', 'Tấn', '>1.000', '1.200'],
  ['indicator', 1, '3', 'Trồng rừng', 'Ha', '', ''],
]

/** Not stored yet; columns c1 to c7, rows r1 to r5. */
function smallReport(title = 'BIỂU KẾT QUẢ CÁC CHỈ TIÊU NĂM 2023'): Report {
  const columns = columnsOf(randomUUID(), randomUUID())
  const orders = orderKeys(ROWS.length)
  return {
    id: randomUUID(),
    title,
    subtitle: '',
    period: { kind: 'year', year: 2023 },
    office: 'xã Lục Bình',
    letterhead: [],
    signature: [],
    state: 'draft',
    columns,
    rows: ROWS.map((_, index) => rowOf(index, orders[index] ?? '', columns)),
    updatedAt: '',
  }
}

/** Stored, as an import stores it. */
export function storedSmallReport(db: Database, title?: string): Report {
  const report = smallReport(title)
  const label = { key: 'import', params: { file: 'nho.xlsx' } } as const
  const { at } = record(db, { author: 'Hoà', label, kind: 'do', reports: [creationOf(report)] })
  return { ...report, updatedAt: at }
}

/** Gives row r2 of each report the name "Lúa", in one change. */
export function renameIn(db: Database, reports: readonly Report[]): void {
  const label = { key: 'editCells', params: { count: reports.length } } as const
  const changes = reports.map((report) => {
    const before = report.rows[1] ?? null
    const after = before && { ...before, name: 'Lúa' }
    return { report: report.id, columns: [], rows: [{ before, after }] }
  })
  record(db, { author: 'Lan', label, kind: 'do', reports: changes })
}

/** The id of a column "c4" or a row "r2". */
export function idOf(report: Report, tag: string): Id {
  const found = [...report.columns, ...report.rows].find((thing) => thing.tag === tag)
  if (found === undefined) throw new Error(`No ${tag}`)
  return found.id
}

function columnsOf(plan: Id, actual: Id): Column[] {
  const orders = orderKeys(ROLES_OF_COLUMNS.length)
  return ROLES_OF_COLUMNS.map((role, index) => ({
    id: role === 'plan' ? plan : role === 'actual' ? actual : randomUUID(),
    tag: `c${index + 1}`,
    order: orders[index] ?? '',
    role,
    header: [role],
    ...((role === 'ratio' || role === 'assessment') && { of: actual, to: plan }),
  }))
}

function rowOf(index: number, order: string, columns: readonly Column[]): Row {
  const [kind, level, ordinal, name, unit, plan, actual] = ROWS[index] ?? ['item', 0, '', '', '', '', '']
  const cells = columns.flatMap(({ id, role }) => {
    const text = role === 'plan' ? plan : role === 'actual' ? actual : ''
    const quantity = parseQuantity(text)
    return text === '' ? [] : [[id, { text, ...(quantity && { quantity }) }] as const]
  })
  return {
    id: randomUUID(),
    tag: `r${index + 1}`,
    order,
    kind,
    level,
    ordinal,
    name,
    unit,
    cells: Object.fromEntries(cells),
    stated: {},
    overrides: {},
    indicator: randomUUID(),
  }
}
