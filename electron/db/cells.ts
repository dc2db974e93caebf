/** What stands in the cells of a row: figures with their parsed parts, what the file stated, what a person overruled. */
import { areEqual } from '../../shared/equal.ts'
import type {
  Cell,
  CellFlag,
  CellMetadata,
  Id,
  PlanValue,
  Quantity,
  Row,
  Stated,
} from '../../shared/model.ts'
import { fromJson, toJson, type Json } from './json.ts'
import type { Database } from './open.ts'
import { statement } from './statement.ts'

export type RowValues = Pick<Row, 'cells' | 'stated' | 'overrides'>

interface Place {
  readonly row_id: Id
  readonly column_id: Id
}

interface CellRecord extends Place {
  readonly text: string
  readonly op: Quantity['op'] | null
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly part: string | null
  readonly whole: string | null
  readonly sense: NonNullable<Quantity['sense']> | null
  readonly unit: string | null
  readonly footnote: string | null
  readonly flags: Json<readonly CellFlag[]> | null
  readonly as_of: string | null
  readonly kind: NonNullable<CellMetadata['kind']> | null
  readonly source: string | null
  readonly note: string | null
  readonly chosen: number | null
  readonly rolled_up: number | null
  readonly plan_values: Json<readonly PlanValue[]> | null
}

interface StatedRecord extends Place {
  readonly text: string
  readonly basis: string
  readonly flag: NonNullable<Stated['flag']> | null
  readonly replaced: number | null
}

interface OverrideRecord extends Place {
  readonly text: string
  readonly reason: string
  readonly basis: string | null
}

const upsertCell = statement((db) =>
  db.prepare<[CellRecord]>(`
    INSERT INTO cell VALUES (
      @row_id, @column_id, @text, @op, @value, @low, @high, @part, @whole, @sense, @unit, @flags,
      @as_of, @kind, @source, @note, @footnote, @chosen, @rolled_up, @plan_values)
    ON CONFLICT (row_id, column_id) DO UPDATE SET
      text = @text, op = @op, value = @value, low = @low, high = @high, part = @part, whole = @whole,
      sense = @sense, unit = @unit, footnote = @footnote, flags = @flags, as_of = @as_of, kind = @kind,
      source = @source, note = @note, chosen = @chosen, rolled_up = @rolled_up, plan_values = @plan_values`),
)
const upsertStated = statement((db) =>
  db.prepare<[StatedRecord]>(`
    INSERT INTO stated VALUES (@row_id, @column_id, @text, @basis, @flag, @replaced)
    ON CONFLICT (row_id, column_id) DO UPDATE SET
      text = @text, basis = @basis, flag = @flag, replaced = @replaced`),
)
const upsertOverride = statement((db) =>
  db.prepare<[OverrideRecord]>(`
    INSERT INTO override VALUES (@row_id, @column_id, @text, @reason, @basis)
    ON CONFLICT (row_id, column_id) DO UPDATE SET text = @text, reason = @reason, basis = @basis`),
)

const TABLES = ['cell', 'stated', 'override'] as const
type Table = (typeof TABLES)[number]

/** One statement for each of the three tables. */
function perTable<T>(make: (table: Table) => T): Readonly<Record<Table, T>> {
  return { cell: make('cell'), stated: make('stated'), override: make('override') }
}

const deletePlace = statement((db) =>
  perTable((table) =>
    db.prepare<[row: Id, column: Id]>(`DELETE FROM ${table} WHERE row_id = ? AND column_id = ?`),
  ),
)
const deleteOfRow = statement((db) =>
  perTable((table) => db.prepare<[row: Id]>(`DELETE FROM ${table} WHERE row_id = ?`)),
)

function ofReport(table: Table): string {
  return `SELECT ${table}.* FROM report_row JOIN ${table} ON ${table}.row_id = report_row.id WHERE report = ?`
}
const selectCells = statement((db) => db.prepare<[report: Id], CellRecord>(ofReport('cell')))
const selectStated = statement((db) => db.prepare<[report: Id], StatedRecord>(ofReport('stated')))
const selectOverrides = statement((db) => db.prepare<[report: Id], OverrideRecord>(ofReport('override')))

/** Writes only the cells that differ. */
export function changeValues(db: Database, row: Id, before: RowValues, after: RowValues): void {
  const place = (column: Id): Place => ({ row_id: row, column_id: column })
  eachDifference(before.cells, after.cells, (column, cell) => {
    if (cell) upsertCell(db).run({ ...place(column), ...cellColumns(cell) })
    else deletePlace(db).cell.run(row, column)
  })
  eachDifference(before.stated, after.stated, (column, stated) => {
    if (stated) {
      const { text, basis, flag = null } = stated
      const replaced = stated.replaced === undefined ? null : 1
      upsertStated(db).run({ ...place(column), text, basis, flag, replaced })
    } else deletePlace(db).stated.run(row, column)
  })
  eachDifference(before.overrides, after.overrides, (column, override) => {
    if (override) {
      const { text, reason, basis = null } = override
      upsertOverride(db).run({ ...place(column), text, reason, basis })
    } else deletePlace(db).override.run(row, column)
  })
}

export function deleteValues(db: Database, row: Id): void {
  for (const table of TABLES) deleteOfRow(db)[table].run(row)
}

/** Of all rows of a report that have any, by row id. */
export function selectValues(db: Database, report: Id): ReadonlyMap<Id, RowValues> {
  const cells = byRow(selectCells(db).all(report), toCell)
  const stated = byRow(selectStated(db).all(report), ({ text, basis, flag, replaced }) => ({
    text,
    basis,
    ...(flag !== null && { flag }),
    ...(replaced !== null && { replaced: true as const }),
  }))
  const overrides = byRow(selectOverrides(db).all(report), ({ text, reason, basis }) => ({
    text,
    reason,
    ...(basis !== null && { basis }),
  }))
  const rows = new Set([...cells.keys(), ...stated.keys(), ...overrides.keys()])
  return new Map(
    Array.from(rows, (row) => [
      row,
      {
        cells: cells.get(row) ?? {},
        stated: stated.get(row) ?? {},
        overrides: overrides.get(row) ?? {},
      },
    ]),
  )
}

function eachDifference<T>(
  before: Readonly<Record<Id, T>>,
  after: Readonly<Record<Id, T>>,
  write: (column: Id, value: T | undefined) => void,
): void {
  for (const column of Object.keys(before)) if (!(column in after)) write(column, undefined)
  for (const [column, value] of Object.entries(after)) {
    if (!areEqual(before[column], value)) write(column, value)
  }
}

function byRow<R extends Place, T>(records: readonly R[], toValue: (record: R) => T): Map<Id, Record<Id, T>> {
  const rows = new Map<Id, Record<Id, T>>()
  for (const record of records) {
    let row = rows.get(record.row_id)
    if (row === undefined) rows.set(record.row_id, (row = {}))
    row[record.column_id] = toValue(record)
  }
  return rows
}

function cellColumns(cell: Cell): Omit<CellRecord, keyof Place> {
  const { text, quantity, flags, metadata } = cell
  return {
    text,
    op: quantity?.op ?? null,
    value: quantity?.value ?? null,
    low: quantity?.low ?? null,
    high: quantity?.high ?? null,
    part: quantity?.part ?? null,
    whole: quantity?.whole ?? null,
    sense: quantity?.sense ?? null,
    unit: quantity?.unit ?? null,
    footnote: quantity?.footnote ?? null,
    flags: flags === undefined ? null : toJson(flags),
    as_of: metadata?.asOf ?? null,
    kind: metadata?.kind ?? null,
    source: metadata?.source ?? null,
    note: metadata?.note ?? null,
    chosen: cell.chosen === undefined ? null : 1,
    rolled_up: cell.rolledUp === undefined ? null : 1,
    plan_values: cell.planValues === undefined ? null : toJson(cell.planValues),
  }
}

function toCell(record: CellRecord): Cell {
  return {
    text: record.text,
    ...(record.op !== null && { quantity: toQuantity(record, record.op) }),
    ...(record.flags !== null && { flags: fromJson(record.flags) }),
    ...toMetadata(record),
    ...(record.chosen !== null && { chosen: true }),
    ...(record.rolled_up !== null && { rolledUp: true }),
    ...(record.plan_values !== null && { planValues: fromJson(record.plan_values) }),
  }
}

function toQuantity(record: CellRecord, op: Quantity['op']): Quantity {
  return {
    op,
    ...(record.value !== null && { value: record.value }),
    ...(record.low !== null && { low: record.low }),
    ...(record.high !== null && { high: record.high }),
    ...(record.part !== null && { part: record.part }),
    ...(record.whole !== null && { whole: record.whole }),
    ...(record.sense !== null && { sense: record.sense }),
    ...(record.unit !== null && { unit: record.unit }),
    ...(record.footnote !== null && { footnote: record.footnote }),
  }
}

/** Nothing known is no metadata. */
function toMetadata({ as_of, kind, source, note }: CellRecord): Pick<Cell, 'metadata'> {
  if (as_of === null && kind === null && source === null && note === null) return {}
  return {
    metadata: {
      ...(as_of !== null && { asOf: as_of }),
      ...(kind !== null && { kind }),
      ...(source !== null && { source }),
      ...(note !== null && { note }),
    },
  }
}
