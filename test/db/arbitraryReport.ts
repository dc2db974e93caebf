/** Reports of every shape the model allows, for tests that must hold for all of them. */
import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import {
  ASSIGNERS,
  DIRECTIONS,
  FINDING_CODES,
  LESS_RATINGS,
  ROLES,
  ROLL_UPS,
  type Cell,
  type Column,
  type Id,
  type Override,
  type Period,
  type PlanValue,
  type Policy,
  type Report,
  type ReportProperties,
  type Row,
  type SetAside,
  type Stated,
  type VerdictWords,
} from '../../shared/model.ts'

/** Any text that UTF-8 can say, NUL and unassigned code points included. */
const text = fc.string({ unit: 'binary', maxLength: 12 })
/** Ids are never used twice, also not by two runs of one test. */
const id = fc.constant(null).map(() => randomUUID())
const decimal = fc.oneof(fc.integer().map(String), fc.constantFrom('0.1', '-2225.4', '123456789012345.678'))
const year = fc.integer({ min: 1900, max: 2200 })
const index = fc.integer({ min: 1, max: 12 })

export const WORKBOOK = new Uint8Array([80, 75, 3, 4, 0, 255])
export const WORKBOOK_HASH = createHash('sha256').update(WORKBOOK).digest('hex')

const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ kind: fc.constantFrom('month', 'quarter', 'half-year'), index, year }),
  fc.record({ kind: fc.constantFrom('nine-months', 'year'), year }),
  fc.record({ kind: fc.constant('term'), from: year, to: year }),
  fc.record({ kind: fc.constant('unknown') }),
)

const blocks = fc.array(
  fc.record({ side: fc.constantFrom('left', 'centre', 'right'), lines: fc.array(text, { maxLength: 3 }) }),
  { maxLength: 2 },
)

const words: fc.Arbitrary<VerdictWords> = fc.record({
  exceeded: text,
  met: text,
  nearly: text,
  missed: text,
  expected: text,
  pending: text,
})
const policy: fc.Arbitrary<Policy> = fc.record(
  {
    digits: fc.integer({ min: 0, max: 6 }),
    less: fc.constantFrom(...LESS_RATINGS),
    base: id,
    withinYear: words,
    wholePeriod: words,
    nearlyFrom: decimal,
  },
  { requiredKeys: ['digits', 'less', 'withinYear', 'wholePeriod', 'nearlyFrom'] },
)
const setAside: fc.Arbitrary<readonly SetAside[]> = fc.array(
  fc.record(
    { code: fc.constantFrom(...FINDING_CODES), column: id, seen: text, reason: text },
    { requiredKeys: ['code', 'seen', 'reason'] },
  ),
  { maxLength: 2 },
)

const properties: fc.Arbitrary<ReportProperties> = fc.record(
  {
    title: text,
    subtitle: text,
    period,
    office: text,
    letterhead: blocks,
    signature: blocks,
    state: fc.constantFrom('draft', 'locked', 'sent'),
    policy,
    setAside,
    sample: fc.boolean(),
    source: fc.record(
      {
        file: text,
        hash: fc.constant(WORKBOOK_HASH),
        sheet: text,
        range: text,
        conversions: fc.array(
          fc.record({ encoding: fc.constantFrom('tcvn3', 'vni'), cells: fc.integer({ min: 1, max: 9_000 }) }),
          { minLength: 1, maxLength: 2 },
        ),
      },
      { requiredKeys: ['file', 'hash', 'sheet', 'range'] },
    ),
  },
  { requiredKeys: ['title', 'subtitle', 'period', 'office', 'letterhead', 'signature', 'state'] },
)

const quantity = fc.record(
  {
    op: fc.constantFrom('=', '>', '>=', '<', '<=', '~'),
    value: decimal,
    low: decimal,
    high: decimal,
    part: decimal,
    whole: decimal,
    sense: fc.constantFrom('decrease', 'increase'),
    unit: text,
    footnote: text,
  },
  { requiredKeys: ['op'] },
)

const metadata = fc
  .record(
    { asOf: text, kind: fc.constantFrom('actual', 'estimate', 'forecast'), source: text, note: text },
    { requiredKeys: [] },
  )
  .filter((known) => Object.keys(known).length > 0)

const planValue: fc.Arbitrary<PlanValue> = fc.record(
  { text, quantity, decision: text, date: fc.constantFrom('2024-01-31', '2024-12-01') },
  { requiredKeys: ['text', 'decision'] },
)

const cell: fc.Arbitrary<Cell> = fc.record(
  {
    text,
    quantity,
    flags: fc.subarray(['digits-hidden', 'error-cell', 'value-missing'] as const),
    metadata,
    chosen: fc.constant(true),
    rolledUp: fc.constant(true),
    planValues: fc.array(planValue, { maxLength: 3 }),
  },
  { requiredKeys: ['text'] },
)
const stated: fc.Arbitrary<Stated> = fc.record(
  {
    text,
    basis: text,
    flag: fc.constantFrom('error-cell', 'value-missing'),
    replaced: fc.constant(true),
  },
  { requiredKeys: ['text', 'basis'] },
)
const override: fc.Arbitrary<Override> = fc.record(
  { text, reason: text, basis: text },
  { requiredKeys: ['text', 'reason'] },
)

function column(columnId: Id, place: number): fc.Arbitrary<Column> {
  return fc.record(
    {
      id: fc.constant(columnId),
      tag: fc.constant(`c${place + 1}`),
      order: fc.constant(`a${place + 1}`),
      role: fc.constantFrom(...ROLES),
      header: fc.array(text, { maxLength: 3 }),
      letter: fc.constantFrom('A', 'AB'),
      of: id,
      to: id,
      withoutPlan: fc.boolean(),
      assignedBy: fc.constantFrom(...ASSIGNERS),
      year,
      term: fc.constant(true),
      counts: fc.constantFrom('first', 'latest'),
      digits: fc.integer({ min: 0, max: 6 }),
      steps: fc.integer({ min: 1, max: 100 }),
      added: fc.boolean(),
      hidden: fc.boolean(),
      width: fc.double({ min: 0.1, max: 255, noNaN: true }),
    },
    { requiredKeys: ['id', 'tag', 'order', 'role', 'header'] },
  )
}

function row(rowId: Id, place: number, columns: readonly Id[]): fc.Arbitrary<Row> {
  const perColumn = <T>(value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom(...columns), value)
  return fc.record(
    {
      id: fc.constant(rowId),
      tag: fc.constant(`r${place + 1}`),
      order: fc.constant(`a${place + 1}`),
      kind: fc.constantFrom('section', 'indicator', 'item', 'total'),
      level: fc.integer({ min: 0, max: 9 }),
      mark: text,
      ordinal: text,
      name: text,
      unit: text,
      cells: perColumn(cell),
      stated: perColumn(stated),
      overrides: perColumn(override),
      hidden: fc.boolean(),
      note: text,
      direction: fc.constantFrom(...DIRECTIONS),
      yearEndOnly: fc.constant(true),
      rollUp: fc.constantFrom(...ROLL_UPS),
      setAside,
      indicator: id,
      source: fc.record({ sheet: text, row: fc.integer({ min: 1, max: 200_000 }) }),
    },
    {
      requiredKeys: [
        'id',
        'tag',
        'order',
        'kind',
        'level',
        'ordinal',
        'name',
        'unit',
        'cells',
        'stated',
        'overrides',
        'indicator',
      ],
    },
  )
}

/** The things a report may have, by ids; a tag goes with its place here. */
const pool = fc.record({
  report: id,
  columns: fc.uniqueArray(id, { minLength: 1, maxLength: 6 }),
  rows: fc.uniqueArray(id, { minLength: 1, maxLength: 6 }),
})

function reportOf(of: { report: Id; columns: Id[]; rows: Id[] }): fc.Arbitrary<Report> {
  const some = (all: Id[]) => fc.subarray(all, { minLength: 1 })
  return (
    fc
      .tuple(properties, some(of.columns), some(of.rows))
      .chain(([head, columns, rows]) =>
        fc.record({
          head: fc.constant(head),
          columns: fc.tuple(...columns.map((each) => column(each, of.columns.indexOf(each)))),
          rows: fc.tuple(...rows.map((each) => row(each, of.rows.indexOf(each), columns))),
        }),
      )
      // A clone has no objects without prototype, which records may be.
      .map(({ head, ...parts }) => structuredClone({ ...head, id: of.report, ...parts, updatedAt: '' }))
  )
}

export const arbitraryReport: fc.Arbitrary<Report> = pool.chain(reportOf)

/** Two states of one report, with some rows and columns in both. */
export const twoStates: fc.Arbitrary<[Report, Report]> = pool.chain((of) =>
  fc.tuple(reportOf(of), reportOf(of)),
)

/** The same report in every run, for tests that need just one. */
export function exampleReport(holds: (report: Report) => boolean = () => true): Report {
  const [report] = fc.sample(arbitraryReport.filter(holds), { numRuns: 1, seed: 1 })
  if (report === undefined) throw new Error('There is no such report')
  return report
}
