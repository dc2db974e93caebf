/** Reports without their columns and rows: properties and the time of the last change. */
import type { ReportSummary } from '../../shared/api.ts'
import type {
  Conversion,
  Id,
  Period,
  Policy,
  Report,
  ReportProperties,
  SetAside,
  TextBlock,
} from '../../shared/model.ts'
import { fromJson, toJson, type Json } from './json.ts'
import type { Database } from './open.ts'
import { statement } from './statement.ts'

interface ReportRecord {
  readonly id: Id
  readonly title: string
  readonly subtitle: string
  readonly period_kind: Period['kind']
  readonly period_index: number | null
  readonly period_year: number | null
  readonly period_from: number | null
  readonly period_to: number | null
  readonly office: string
  readonly letterhead: Json<readonly TextBlock[]>
  readonly signature: Json<readonly TextBlock[]>
  readonly state: Report['state']
  readonly policy: Json<Policy> | null
  readonly set_aside: Json<readonly SetAside[]> | null
  readonly sample: number | null
  readonly source_file: string | null
  readonly source_hash: string | null
  readonly source_sheet: string | null
  readonly source_range: string | null
  readonly source_conversions: Json<readonly Conversion[]> | null
  readonly updated_at: string
}

/** What lies in the table `report`. */
export type ReportHead = ReportProperties & Pick<Report, 'id' | 'updatedAt'>

const upsert = statement((db) =>
  db.prepare<[ReportRecord]>(`
    INSERT INTO report VALUES (
      @id, @title, @subtitle, @period_kind, @period_index, @period_year, @period_from, @period_to, @office,
      @letterhead, @signature, @state, @sample, @source_file, @source_hash, @source_sheet, @source_range,
      @updated_at, @policy, @set_aside, @source_conversions)
    ON CONFLICT (id) DO UPDATE SET
      title = @title, subtitle = @subtitle, period_kind = @period_kind, period_index = @period_index,
      period_year = @period_year, period_from = @period_from, period_to = @period_to, office = @office,
      letterhead = @letterhead, signature = @signature, state = @state, policy = @policy,
      set_aside = @set_aside, sample = @sample, source_file = @source_file, source_hash = @source_hash, source_sheet = @source_sheet,
      source_range = @source_range, source_conversions = @source_conversions, updated_at = @updated_at`),
)
const touch = statement((db) =>
  db.prepare<[at: string, id: Id]>('UPDATE report SET updated_at = ? WHERE id = ?'),
)
const remove = statement((db) => db.prepare<[id: Id]>('DELETE FROM report WHERE id = ?'))
const select = statement((db) => db.prepare<[id: Id], ReportRecord>('SELECT * FROM report WHERE id = ?'))
const selectSummaries = statement((db) =>
  db.prepare<[], ReportRecord & { readonly rows: number }>(`
    SELECT report.*, (SELECT count(*) FROM report_row WHERE report_row.report = report.id) AS rows
    FROM report ORDER BY updated_at DESC, rowid DESC`),
)
const selectIdsFrom = statement((db) =>
  db.prepare<[first: string, last: string], { id: Id }>(
    'SELECT id FROM report WHERE id BETWEEN ? AND ? ORDER BY id',
  ),
)
const selectFrom = statement((db) =>
  db.prepare<[hash: string, file: string], ReportRecord>(
    'SELECT * FROM report WHERE (source_hash = ? OR source_file = ?) AND sample IS NOT 1 ORDER BY rowid',
  ),
)

export function putReport(db: Database, id: Id, properties: ReportProperties, at: string): void {
  upsert(db).run(toRecord(id, properties, at))
}

export function touchReport(db: Database, id: Id, at: string): void {
  touch(db).run(at, id)
}

/** Its rows and columns have to be gone already. */
export function deleteReport(db: Database, id: Id): void {
  remove(db).run(id)
}

export function selectReport(db: Database, id: Id): ReportHead | undefined {
  const record = select(db).get(id)
  return record && toHead(record)
}

/** Last changed first; of several made in one change the last made first. */
export function selectReports(db: Database): ReportSummary[] {
  return selectSummaries(db)
    .all()
    .map((record) => ({
      id: record.id,
      title: record.title,
      period: toPeriod(record),
      office: record.office,
      rows: record.rows,
      state: record.state,
      sample: record.sample === 1,
      updatedAt: record.updated_at,
    }))
}

/** The reports that were made from a workbook with these bytes, or of this name, oldest first, without samples. */
export function selectReportsFrom(
  db: Database,
  { hash, file }: { readonly hash: string; readonly file: string },
): ReportHead[] {
  return selectFrom(db).all(hash, file).map(toHead)
}

/** The ids that begin with `prefix`. */
export function selectReportIds(db: Database, prefix: string): Id[] {
  return selectIdsFrom(db)
    .all(prefix, `${prefix}\uffff`)
    .map(({ id }) => id)
}

function toRecord(id: Id, properties: ReportProperties, at: string): ReportRecord {
  const { period, source } = properties
  return {
    id,
    title: properties.title,
    subtitle: properties.subtitle,
    period_kind: period.kind,
    period_index: 'index' in period ? period.index : null,
    period_year: 'year' in period ? period.year : null,
    period_from: 'from' in period ? period.from : null,
    period_to: 'to' in period ? period.to : null,
    office: properties.office,
    letterhead: toJson(properties.letterhead),
    signature: toJson(properties.signature),
    state: properties.state,
    policy: properties.policy === undefined ? null : toJson(properties.policy),
    set_aside: properties.setAside === undefined ? null : toJson(properties.setAside),
    sample: properties.sample === undefined ? null : Number(properties.sample),
    source_file: source?.file ?? null,
    source_hash: source?.hash ?? null,
    source_sheet: source?.sheet ?? null,
    source_range: source?.range ?? null,
    source_conversions: source?.conversions === undefined ? null : toJson(source.conversions),
    updated_at: at,
  }
}

function toHead(record: ReportRecord): ReportHead {
  return {
    id: record.id,
    title: record.title,
    subtitle: record.subtitle,
    period: toPeriod(record),
    office: record.office,
    letterhead: fromJson(record.letterhead),
    signature: fromJson(record.signature),
    state: record.state,
    ...(record.policy !== null && { policy: fromJson(record.policy) }),
    ...(record.set_aside !== null && { setAside: fromJson(record.set_aside) }),
    ...(record.sample !== null && { sample: record.sample === 1 }),
    ...toSource(record),
    updatedAt: record.updated_at,
  }
}

function toSource(record: ReportRecord): Pick<ReportProperties, 'source'> {
  const { source_file: file, source_hash: hash, source_sheet: sheet, source_range: range } = record
  if (file === null || hash === null || sheet === null || range === null) return {}
  const conversions = record.source_conversions
  return {
    source: {
      file,
      hash,
      sheet,
      range,
      ...(conversions !== null && { conversions: fromJson(conversions) }),
    },
  }
}

function toPeriod(record: ReportRecord): Period {
  const { period_kind: kind, period_index: index, period_year: year } = record
  const { period_from: from, period_to: to } = record
  switch (kind) {
    case 'month':
    case 'quarter':
    case 'half-year':
      if (index !== null && year !== null) return { kind, index, year }
      break
    case 'nine-months':
    case 'year':
      if (year !== null) return { kind, year }
      break
    case 'term':
      if (from !== null && to !== null) return { kind, from, to }
      break
    case 'unknown':
      break
  }
  return { kind: 'unknown' }
}
