/** The journal: every change ever made, in order. It is only ever appended to. */
import type {
  Change,
  ChangeLabel,
  Column,
  Id,
  Replaced,
  ReportChange,
  ReportProperties,
  Row,
} from '../../shared/model.ts'
import { fromJson, toJson, type Json } from './json.ts'
import type { Database } from './open.ts'
import { statement } from './statement.ts'

interface ChangeRecord {
  readonly id: Id
  readonly at: string
  readonly author: string
  readonly label_key: ChangeLabel['key']
  readonly label_params: Json<ChangeLabel['params']>
  readonly kind: Change['kind']
  readonly reverses: Id | null
}

type StepRecord = Pick<ChangeRecord, 'kind' | 'reverses' | 'label_key' | 'label_params'> & {
  readonly number: number
  readonly creates: number
}

type Subject =
  | {
      readonly subject: 'properties'
      readonly before: Json<ReportProperties> | null
      readonly after: Json<ReportProperties> | null
    }
  | { readonly subject: 'column'; readonly before: Json<Column> | null; readonly after: Json<Column> | null }
  | { readonly subject: 'row'; readonly before: Json<Row> | null; readonly after: Json<Row> | null }

type ItemRecord = Subject & {
  readonly change: number | bigint
  readonly report: Id
  readonly subject_id: Id
}

/** One entry of a report's history, without what it did. */
export interface Step {
  /** Grows with every change. */
  readonly number: number
  readonly kind: Change['kind']
  readonly reverses?: Id
  readonly label: ChangeLabel
  /** The change made the report: before it there is nothing to go back to. */
  readonly creates: boolean
}

/** One row before and after a change. */
export interface RowStep extends Replaced<Row> {
  readonly at: string
  readonly author: string
  readonly kind: Change['kind']
}

const insertChange = statement((db) =>
  db.prepare<[ChangeRecord]>(`
    INSERT INTO change (id, at, author, label_key, label_params, kind, reverses)
    VALUES (@id, @at, @author, @label_key, @label_params, @kind, @reverses)`),
)
const insertReport = statement((db) =>
  db.prepare<[report: Id, change: number | bigint]>(
    'INSERT INTO change_report (report, change) VALUES (?, ?)',
  ),
)
const insertItem = statement((db) =>
  db.prepare<[ItemRecord]>(`
    INSERT INTO change_item (change, report, subject, subject_id, before, after)
    VALUES (@change, @report, @subject, @subject_id, @before, @after)`),
)
const selectAny = statement((db) => db.prepare('SELECT 1 FROM change LIMIT 1'))
const selectSubject = statement((db) =>
  db.prepare<[id: Id]>('SELECT 1 FROM change_item WHERE subject_id = ? LIMIT 1'),
)
const selectByNumber = statement((db) =>
  db.prepare<[number: number], ChangeRecord>('SELECT * FROM change WHERE number = ?'),
)
const selectReportsOf = statement((db) =>
  db.prepare<[change: number], { report: Id }>(
    'SELECT DISTINCT report FROM change_item WHERE change = ? ORDER BY report',
  ),
)
const selectItems = statement((db) =>
  db.prepare<[change: number, report: Id], ItemRecord>(
    'SELECT * FROM change_item WHERE change = ? AND report = ? ORDER BY number',
  ),
)
const STEP = `
  SELECT change.number, kind, reverses, label_key, label_params, EXISTS (
    SELECT 1 FROM change_item AS item
    WHERE item.subject_id = change_report.report AND item.change = change.number AND item.before IS NULL
  ) AS creates
  FROM change_report JOIN change ON change.number = change_report.change
  WHERE change_report.report = ?`
const selectLastStep = statement((db) =>
  db.prepare<[report: Id], StepRecord>(`${STEP} ORDER BY change_report.change DESC LIMIT 1`),
)
const selectStepBefore = statement((db) =>
  db.prepare<[report: Id, id: Id], StepRecord>(`
    ${STEP} AND change_report.change < (SELECT number FROM change WHERE id = ?)
    ORDER BY change_report.change DESC LIMIT 1`),
)
const selectRowSteps = statement((db) =>
  db.prepare<
    [row: Id, report: Id],
    Pick<ChangeRecord, 'at' | 'author' | 'kind'> & {
      before: Json<Row> | null
      after: Json<Row> | null
    }
  >(`
    SELECT at, author, kind, before, after
    FROM change_item JOIN change ON change.number = change_item.change
    WHERE subject_id = ? AND report = ? AND subject = 'row' ORDER BY change_item.change DESC`),
)
const selectLast = statement((db) =>
  db.prepare<[], ItemRecord & { number: number }>(`
    SELECT item.*, max(item.change) FROM change_item AS item GROUP BY subject_id ORDER BY report`),
)

/** Within the transaction that writes the values. */
export function appendChange(db: Database, change: Change): void {
  const { lastInsertRowid: number } = insertChange(db).run({
    id: change.id,
    at: change.at,
    author: change.author,
    label_key: change.label.key,
    label_params: toJson(change.label.params),
    kind: change.kind,
    reverses: change.reverses ?? null,
  })
  for (const reportChange of change.reports) {
    const { report, properties, columns, rows } = reportChange
    insertReport(db).run(report, number)
    const of = { change: number, report }
    if (properties) {
      const texts = replacedJson(properties)
      insertItem(db).run({ ...of, subject: 'properties', subject_id: report, ...texts })
    }
    for (const column of columns) {
      const texts = replacedJson(column)
      insertItem(db).run({ ...of, subject: 'column', subject_id: idOf(column), ...texts })
    }
    for (const row of rows) {
      insertItem(db).run({ ...of, subject: 'row', subject_id: idOf(row), ...replacedJson(row) })
    }
  }
}

/** The whole change; throws when there is none of that number. */
export function selectChange(db: Database, number: number): Change {
  const record = selectByNumber(db).get(number)
  if (record === undefined) throw new Error(`The journal has no change ${number}`)
  return {
    id: record.id,
    at: record.at,
    author: record.author,
    label: { key: record.label_key, params: fromJson(record.label_params) },
    kind: record.kind,
    ...(record.reverses !== null && { reverses: record.reverses }),
    reports: selectReportsOf(db)
      .all(number)
      .map(({ report }) => toReportChange(report, selectItems(db).all(number, report))),
  }
}

/** The last entry of a report's history. */
export function lastStep(db: Database, report: Id): Step | undefined {
  return toStep(selectLastStep(db).get(report))
}

/** The entry of a report's history that came before this change of it. */
export function stepBefore(db: Database, report: Id, change: Id): Step | undefined {
  return toStep(selectStepBefore(db).get(report, change))
}

/** The history of one row, newest first; read as far as it is asked for. */
export function* eachRowStep(db: Database, report: Id, row: Id): Generator<RowStep, undefined> {
  for (const { before, after, ...step } of selectRowSteps(db).iterate(row, report)) {
    yield { ...step, before: before && fromJson(before), after: after && fromJson(after) }
  }
}

/** Nothing has ever been done here. */
export function journalIsEmpty(db: Database): boolean {
  return selectAny(db).get() === undefined
}

/** Some report, column or row has or had this id. */
export function hasEverBeen(db: Database, id: Id): boolean {
  return selectSubject(db).get(id) !== undefined
}

/** How the journal left every report, column and row, by its id; null for what was deleted. */
export function* eachLastState(
  db: Database,
): Generator<{ report: Id; subject: Subject['subject']; id: Id; after: unknown }, undefined> {
  for (const record of selectLast(db).iterate()) {
    const after = record.after === null ? null : fromJson<unknown>(record.after)
    yield { report: record.report, subject: record.subject, id: record.subject_id, after }
  }
}

function toStep(record: StepRecord | undefined): Step | undefined {
  return (
    record && {
      number: record.number,
      kind: record.kind,
      ...(record.reverses !== null && { reverses: record.reverses }),
      label: { key: record.label_key, params: fromJson(record.label_params) },
      creates: record.creates === 1,
    }
  )
}

function replacedJson<T>({ before, after }: Replaced<T>): Replaced<Json<T>> {
  return { before: before && toJson(before), after: after && toJson(after) }
}

function idOf({ before, after }: Replaced<{ readonly id: Id }>): Id {
  const thing = after ?? before
  if (thing === null) throw new Error('A change from nothing to nothing')
  return thing.id
}

function toReportChange(report: Id, items: readonly ItemRecord[]): ReportChange {
  let properties: Replaced<ReportProperties> | undefined
  const columns: Replaced<Column>[] = []
  const rows: Replaced<Row>[] = []
  for (const item of items) {
    switch (item.subject) {
      case 'properties':
        properties = replaced(item.before, item.after)
        break
      case 'column':
        columns.push(replaced(item.before, item.after))
        break
      case 'row':
        rows.push(replaced(item.before, item.after))
        break
    }
  }
  return { report, ...(properties && { properties }), columns, rows }
}

function replaced<T>(before: Json<T> | null, after: Json<T> | null): Replaced<T> {
  return { before: before && fromJson(before), after: after && fromJson(after) }
}
