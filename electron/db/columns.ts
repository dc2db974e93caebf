/** The columns of reports. */
import type { Assigner, Column, Id, Role } from '../../shared/model.ts'
import { fromJson, toJson, type Json } from './json.ts'
import type { Database } from './open.ts'
import { statement } from './statement.ts'
import { claimTag } from './tags.ts'

interface ColumnRecord {
  readonly id: Id
  readonly report: Id
  readonly tag: string
  readonly sort_order: string
  readonly role: Role
  readonly header: Json<readonly string[]>
  readonly letter: string | null
  readonly compared_of: Id | null
  readonly compared_to: Id | null
  readonly without_plan: number | null
  readonly assigned_by: Assigner | null
  readonly year: number | null
  readonly term: number | null
  readonly counts: NonNullable<Column['counts']> | null
  readonly digits: number | null
  readonly steps: number | null
  readonly added: number | null
  readonly hidden: number | null
  readonly width: number | null
}

const upsert = statement((db) =>
  db.prepare<[ColumnRecord]>(`
    INSERT INTO report_column VALUES (
      @id, @report, @tag, @sort_order, @role, @header, @letter, @compared_of, @compared_to, @without_plan,
      @assigned_by, @year, @added, @hidden, @width, @term, @counts, @digits, @steps)
    ON CONFLICT (id) DO UPDATE SET
      tag = @tag, sort_order = @sort_order, role = @role, header = @header, letter = @letter,
      compared_of = @compared_of, compared_to = @compared_to, without_plan = @without_plan,
      assigned_by = @assigned_by, year = @year, term = @term, counts = @counts, digits = @digits,
      steps = @steps, added = @added, hidden = @hidden, width = @width`),
)
const remove = statement((db) => db.prepare<[id: Id]>('DELETE FROM report_column WHERE id = ?'))
const selectOfReport = statement((db) =>
  db.prepare<[report: Id], ColumnRecord>('SELECT * FROM report_column WHERE report = ? ORDER BY sort_order'),
)

export function putColumn(db: Database, report: Id, column: Column): void {
  claimTag(db, report, column.tag, column.id)
  upsert(db).run(toRecord(report, column))
}

/** Its cells have to be gone when the transaction ends. */
export function deleteColumn(db: Database, id: Id): void {
  remove(db).run(id)
}

/** In their order. */
export function selectColumns(db: Database, report: Id): Column[] {
  return selectOfReport(db).all(report).map(toColumn)
}

function toRecord(report: Id, column: Column): ColumnRecord {
  return {
    id: column.id,
    report,
    tag: column.tag,
    sort_order: column.order,
    role: column.role,
    header: toJson(column.header),
    letter: column.letter ?? null,
    compared_of: column.of ?? null,
    compared_to: column.to ?? null,
    without_plan: column.withoutPlan === undefined ? null : Number(column.withoutPlan),
    assigned_by: column.assignedBy ?? null,
    year: column.year ?? null,
    term: column.term === undefined ? null : 1,
    counts: column.counts ?? null,
    digits: column.digits ?? null,
    steps: column.steps ?? null,
    added: column.added === undefined ? null : Number(column.added),
    hidden: column.hidden === undefined ? null : Number(column.hidden),
    width: column.width ?? null,
  }
}

function toColumn(record: ColumnRecord): Column {
  return {
    id: record.id,
    tag: record.tag,
    order: record.sort_order,
    role: record.role,
    header: fromJson(record.header),
    ...(record.letter !== null && { letter: record.letter }),
    ...(record.compared_of !== null && { of: record.compared_of }),
    ...(record.compared_to !== null && { to: record.compared_to }),
    ...(record.without_plan !== null && { withoutPlan: record.without_plan === 1 }),
    ...(record.assigned_by !== null && { assignedBy: record.assigned_by }),
    ...(record.year !== null && { year: record.year }),
    ...(record.term !== null && { term: true }),
    ...(record.counts !== null && { counts: record.counts }),
    ...(record.digits !== null && { digits: record.digits }),
    ...(record.steps !== null && { steps: record.steps }),
    ...(record.added !== null && { added: record.added === 1 }),
    ...(record.hidden !== null && { hidden: record.hidden === 1 }),
    ...(record.width !== null && { width: record.width }),
  }
}
