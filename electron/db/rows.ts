/** The rows of reports without what stands in their cells. */
import { areEqual } from '../../shared/equal.ts'
import type { Direction, Id, RollUp, Row, RowKind, SetAside } from '../../shared/model.ts'
import { changeValues, deleteValues, selectValues, type RowValues } from './cells.ts'
import { fromJson, toJson, type Json } from './json.ts'
import type { Database } from './open.ts'
import { statement } from './statement.ts'
import { claimTag } from './tags.ts'

interface RowRecord {
  readonly id: Id
  readonly report: Id
  readonly tag: string
  readonly sort_order: string
  readonly kind: RowKind
  readonly level: number
  readonly mark: string | null
  readonly ordinal: string
  readonly name: string
  readonly unit: string
  readonly hidden: number | null
  readonly note: string | null
  readonly direction: Direction | null
  readonly year_end_only: number | null
  readonly roll_up: RollUp | null
  readonly set_aside: Json<readonly SetAside[]> | null
  readonly indicator: Id
  readonly source_sheet: string | null
  readonly source_row: number | null
}

const NO_VALUES: RowValues = { cells: {}, stated: {}, overrides: {} }

const upsert = statement((db) =>
  db.prepare<[RowRecord]>(`
    INSERT INTO report_row VALUES (
      @id, @report, @tag, @sort_order, @kind, @level, @mark, @ordinal, @name, @unit, @hidden, @note,
      @indicator, @source_sheet, @source_row, @direction, @year_end_only, @roll_up, @set_aside)
    ON CONFLICT (id) DO UPDATE SET
      tag = @tag, sort_order = @sort_order, kind = @kind, level = @level, mark = @mark, ordinal = @ordinal,
      name = @name, unit = @unit, hidden = @hidden, note = @note, direction = @direction,
      year_end_only = @year_end_only, roll_up = @roll_up, set_aside = @set_aside, indicator = @indicator,
      source_sheet = @source_sheet, source_row = @source_row`),
)
const remove = statement((db) => db.prepare<[id: Id]>('DELETE FROM report_row WHERE id = ?'))
const selectOfReport = statement((db) =>
  db.prepare<[report: Id], RowRecord>('SELECT * FROM report_row WHERE report = ? ORDER BY sort_order'),
)

/** Writes only what differs from `before`; null stands for a row that did not exist. */
export function changeRow(db: Database, report: Id, before: Row | null, after: Row): void {
  const record = toRecord(report, after)
  if (before === null || !areEqual(toRecord(report, before), record)) {
    claimTag(db, report, after.tag, after.id)
    upsert(db).run(record)
  }
  changeValues(db, after.id, before ?? NO_VALUES, after)
}

export function deleteRow(db: Database, id: Id): void {
  deleteValues(db, id)
  remove(db).run(id)
}

/** In their order. */
export function selectRows(db: Database, report: Id): Row[] {
  const values = selectValues(db, report)
  return selectOfReport(db)
    .all(report)
    .map((record) => toRow(record, values.get(record.id) ?? NO_VALUES))
}

function toRecord(report: Id, row: Row): RowRecord {
  return {
    id: row.id,
    report,
    tag: row.tag,
    sort_order: row.order,
    kind: row.kind,
    level: row.level,
    mark: row.mark ?? null,
    ordinal: row.ordinal,
    name: row.name,
    unit: row.unit,
    hidden: row.hidden === undefined ? null : Number(row.hidden),
    note: row.note ?? null,
    direction: row.direction ?? null,
    year_end_only: row.yearEndOnly === undefined ? null : 1,
    roll_up: row.rollUp ?? null,
    set_aside: row.setAside === undefined ? null : toJson(row.setAside),
    indicator: row.indicator,
    source_sheet: row.source?.sheet ?? null,
    source_row: row.source?.row ?? null,
  }
}

function toRow(record: RowRecord, values: RowValues): Row {
  const { source_sheet: sheet, source_row: row } = record
  return {
    id: record.id,
    tag: record.tag,
    order: record.sort_order,
    kind: record.kind,
    level: record.level,
    ...(record.mark !== null && { mark: record.mark }),
    ordinal: record.ordinal,
    name: record.name,
    unit: record.unit,
    ...values,
    ...(record.hidden !== null && { hidden: record.hidden === 1 }),
    ...(record.note !== null && { note: record.note }),
    ...(record.direction !== null && { direction: record.direction }),
    ...(record.year_end_only !== null && { yearEndOnly: true }),
    ...(record.roll_up !== null && { rollUp: record.roll_up }),
    ...(record.set_aside !== null && { setAside: fromJson(record.set_aside) }),
    indicator: record.indicator,
    ...(sheet !== null && row !== null && { source: { sheet, row } }),
  }
}
