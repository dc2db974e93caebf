/** From a planned table and what a person corrected in the preview to a report. */
import { basisOf } from '../basis.ts'
import { isComputed, isField, isSourceFigure, withComparisons, withMissingColumns } from '../columns.ts'
import type { Cell, Column, Id, Report, Role, Row, Stated } from '../model.ts'
import { orderKeys } from '../order.ts'
import { isHeading } from '../outline.ts'
import { withProposedRollUps } from '../rollUp.ts'
import { withUnseenFigure } from './cell.ts'
import { correctedRows, importedRows, type CorrectedRow } from './correctRows.ts'
import { withFittingComparisons } from './fitting.ts'
import type { PlanCorrections, PlannedColumn, PlannedRow, PlannedTable } from './plan.ts'
import { withRemembered } from './remembered.ts'
import { hasFigures, readRows } from './rows.ts'

/**
 * The report as it is first stored: what the file says in computed columns goes to `stated`, with the texts it
 * depended on. `source.hash` finds the workbook's bytes; `at` is the ISO time of the import; `newId` gives a fresh
 * UUID at each call.
 */
export function reportFromTable(
  table: PlannedTable,
  corrections: PlanCorrections,
  source: { readonly file: string; readonly hash: string },
  newId: () => Id,
  at: string,
): Report {
  const { columns: planned, rows } = correctedTable(table, corrections)
  const ids = new Map(planned.map(({ column }) => [column, newId()]))
  const compared = withComparisons(withMissingColumns(columnsOf(planned, ids), newId))
  const columns = withFittingComparisons(compared, planned, rows)
  const columnIds = planned.map(({ column, role }) => ({ column, role, id: ids.get(column) ?? '' }))

  const report: Report = {
    id: newId(),
    title: corrections.title ?? table.title,
    subtitle: table.subtitle,
    period: corrections.period ?? table.period,
    office: corrections.office ?? table.office,
    letterhead: table.letterhead,
    signature: table.signature,
    state: 'draft',
    source: {
      ...source,
      sheet: table.sheet,
      range: table.range,
      ...(table.conversions !== undefined && { conversions: table.conversions }),
    },
    columns,
    rows: rowsOf(rows, table.sheet, columnIds, newId),
    updatedAt: at,
  }
  return withStated(withProposedRollUps(report, partsByFormula(report, rows)), rows, columnIds)
}

export interface CorrectedTable {
  /** Those that are imported. */
  readonly columns: readonly PlannedColumn[]
  /** Those that are imported. */
  readonly rows: readonly PlannedRow[]
  /** The rows with those that are left out. */
  readonly allRows: readonly CorrectedRow[]
}

/**
 * What is imported. Where a role changed the rows are read again; a column that is left out stays a border of the names
 * then, for names reach over the columns without a header to their right.
 */
export function correctedTable(table: PlannedTable, corrections: PlanCorrections): CorrectedTable {
  const effective = withRemembered(table, corrections)
  const { roles = {}, leftOutColumns = [] } = effective
  const isLeftOut = ({ column }: PlannedColumn) => leftOutColumns.includes(column)
  const wanted = correctedColumns(
    table.columns.map((column) =>
      isLeftOut(column) && isField(roles[column.column] ?? column.role) ? withRole(column, 'text') : column,
    ),
    Object.fromEntries(Object.entries(roles).filter(([column]) => !leftOutColumns.includes(Number(column)))),
  )
  const isReadAgain = wanted.some(({ role }, index) => role !== table.columns[index]?.role)
  const read = isReadAgain ? withPartsAgain(rowsReadAgain(table, wanted), table.rows) : table.rows
  const allRows = correctedRows(read, effective)
  return {
    columns: wanted.filter((column) => !isLeftOut(column)),
    rows: importedRows(allRows),
    allRows,
  }
}

interface ColumnId {
  readonly column: number
  readonly role: Role
  readonly id: Id
}

function correctedColumns(
  columns: readonly PlannedColumn[],
  roles: Readonly<Record<number, Role>>,
): readonly PlannedColumn[] {
  const roleOf = ({ column, role }: PlannedColumn) => roles[column] ?? role
  const holderOf = (role: Role) =>
    columns.findLast(({ column }) => roles[column] === role) ?? columns.find((column) => column.role === role)
  return columns.map((column) => {
    const wanted = roleOf(column)
    const role = isField(wanted) && holderOf(wanted) !== column ? 'text' : wanted
    return role === column.role ? column : withRole(column, role)
  })
}

function withRole({ assignedBy, ...rest }: PlannedColumn, role: Role): PlannedColumn {
  return { ...rest, role, ...(role === 'plan' && assignedBy !== undefined && { assignedBy }) }
}

function withPartsAgain(rows: readonly PlannedRow[], before: readonly PlannedRow[]): readonly PlannedRow[] {
  const parts = new Map(before.map((row) => [row.row, row.parts]))
  return rows.map((row) => {
    const own = parts.get(row.row)
    return own === undefined ? row : { ...row, parts: own }
  })
}

function rowsReadAgain(
  { rows, unit }: PlannedTable,
  columns: readonly PlannedColumn[],
): readonly PlannedRow[] {
  return readRows(
    rows.map(({ row, hidden, indent = 0, bold, adds, cells }) => ({
      row,
      hidden,
      indent,
      ...(bold !== undefined && { bold }),
      ...(adds !== undefined && { adds }),
      cells,
    })),
    columns,
    unit,
  )
}

function columnsOf(planned: readonly PlannedColumn[], ids: ReadonlyMap<number, Id>): readonly Column[] {
  const orders = orderKeys(planned.length)
  return planned.map((column, index) => {
    const of = column.of === undefined ? undefined : ids.get(column.of)
    const to = column.to === undefined ? undefined : ids.get(column.to)
    return {
      id: ids.get(column.column) ?? '',
      tag: `c${index + 1}`,
      order: orders[index] ?? '',
      role: column.role,
      header: column.header,
      letter: column.letter,
      ...(of !== undefined && { of }),
      ...(to !== undefined && { to }),
      ...(column.withoutPlan === true && { withoutPlan: true }),
      ...(column.assignedBy !== undefined && { assignedBy: column.assignedBy }),
      ...(column.year !== undefined && { year: column.year }),
      ...(column.role === 'plan' && column.term === true && { term: column.term }),
      ...(column.role === 'growth' && column.steps !== undefined && { steps: column.steps }),
      ...(column.hidden && { hidden: true }),
      ...(column.width !== undefined && { width: column.width }),
    }
  })
}

function rowsOf(
  planned: readonly PlannedRow[],
  sheet: string,
  columns: readonly ColumnId[],
  newId: () => Id,
): readonly Row[] {
  const orders = orderKeys(planned.length)
  return planned.map((row, index) => ({
    id: newId(),
    tag: `r${index + 1}`,
    order: orders[index] ?? '',
    kind: row.kind,
    level: row.level,
    ...(row.mark !== undefined && { mark: row.mark }),
    ordinal: row.ordinal,
    name: row.name,
    unit: row.unit,
    cells: cellsOf(row, columns),
    stated: {},
    overrides: {},
    ...(row.hidden && { hidden: true }),
    indicator: newId(),
    source: { sheet, row: row.row },
  }))
}

/** By row: the rows that the file's formulas add up in it. Headings among them have no figures. */
function partsByFormula(report: Report, planned: readonly PlannedRow[]): ReadonlyMap<Id, ReadonlySet<Id>> {
  const bySheetRow = new Map(planned.map(({ row }, index) => [row, report.rows[index]]))
  return new Map(
    planned.flatMap(({ parts = [] }, index) => {
      const row = report.rows[index]
      const added = parts.flatMap((part) => bySheetRow.get(part) ?? []).filter((part) => !isHeading(part))
      return row === undefined || added.length === 0 ? [] : [[row.id, new Set(added.map(({ id }) => id))]]
    }),
  )
}

function cellsOf(row: PlannedRow, columns: readonly ColumnId[]): Record<Id, Cell> {
  const cells: Record<Id, Cell> = {}
  const rowHasFigures = hasFigures(row.cells, columns)
  for (const { column, role, id } of columns) {
    const cell = row.cells[column]
    if (cell === undefined || isField(role) || isComputed(role)) continue
    const seen = isSourceFigure(role) ? withUnseenFigure(cell, rowHasFigures) : cell
    if (seen !== undefined) cells[id] = seen
  }
  return cells
}

function withStated(report: Report, planned: readonly PlannedRow[], columns: readonly ColumnId[]): Report {
  const computed = columns.flatMap((column) => {
    const stored = report.columns.find(({ id }) => id === column.id)
    return stored !== undefined && isComputed(column.role) ? [{ sheetColumn: column.column, stored }] : []
  })
  const rows = report.rows.map((row, index) => {
    const stated: Record<Id, Stated> = {}
    for (const { sheetColumn, stored } of computed) {
      const { text = '', flags = [] } = planned[index]?.cells[sheetColumn] ?? {}
      const flag = flags.find((each) => each !== 'digits-hidden')
      const isLeftBlank = stored.role === 'assessment' && row.kind !== 'section'
      if (text === '' && flag === undefined && !isLeftBlank) continue
      stated[stored.id] = { text, basis: basisOf(report, row, stored), ...(flag !== undefined && { flag }) }
    }
    return { ...row, stated }
  })
  return { ...report, rows }
}
