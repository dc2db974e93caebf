/** What the command line promises to print, as schemas: a document of another shape does not get past them. */
import { z } from 'zod'

const tag = (letter: string) => z.string().regex(new RegExp(`^${letter}[1-9]\\d*$`))
const decimal = z.string().regex(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)

const figure = {
  text: z.string(),
  op: z.enum(['=', '>', '>=', '<', '<=', '~']).optional(),
  value: decimal.optional(),
  low: decimal.optional(),
  high: decimal.optional(),
  part: decimal.optional(),
  whole: decimal.optional(),
  sense: z.enum(['decrease', 'increase']).optional(),
}
const cell = z.strictObject({
  ...figure,
  text: z.string().min(1),
  asOf: z.iso.date().optional(),
  kind: z.enum(['actual', 'estimate', 'forecast']).optional(),
  rolledUp: z.literal(true).optional(),
  planValues: z
    .array(z.strictObject({ ...figure, decision: z.string(), date: z.iso.date().optional() }))
    .min(1)
    .optional(),
})

const row = z.strictObject({
  id: tag('r'),
  row: z.int().positive(),
  kind: z.enum(['section', 'indicator', 'item', 'total']),
  level: z.int().nonnegative(),
  ordinal: z.string(),
  name: z.string(),
  unit: z.string(),
  mark: z.string().optional(),
  hidden: z.literal(true).optional(),
  direction: z.enum(['more', 'less', 'range', 'keep', 'words']).optional(),
  yearEndOnly: z.literal(true).optional(),
  rollUp: z.enum(['sum', 'mean', 'last', 'none']).optional(),
  cells: z.record(tag('c'), cell),
  computed: z.record(tag('c'), z.string()),
  stated: z.record(tag('c'), z.string()),
  overrides: z.record(tag('c'), z.strictObject({ text: z.string(), reason: z.string() })),
})

const column = z.strictObject({
  id: tag('c'),
  letter: z.string().optional(),
  role: z.string(),
  header: z.array(z.string()),
  of: tag('c').optional(),
  to: tag('c').optional(),
  assignedBy: z.string().optional(),
  year: z.int().optional(),
  term: z.literal(true).optional(),
  counts: z.enum(['first', 'latest']).optional(),
  digits: z.int().nonnegative().optional(),
  steps: z.int().positive().optional(),
  added: z.literal(true).optional(),
  hidden: z.literal(true).optional(),
})

const period = z.record(z.string(), z.union([z.string(), z.number()]))

const finding = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  row: z.int().optional(),
  column: tag('c').optional(),
  message: z.string().min(1),
  settled: z.string().optional(),
})

const share = { count: z.int().nonnegative(), share: decimal, rows: z.array(tag('r')) }
const outcome = z.enum(['exceeded', 'met', 'nearly', 'missed', 'expected', 'pending'])
const tally = {
  indicators: z.int().nonnegative(),
  verdicts: z.array(z.strictObject({ word: z.string().min(1), outcome, ...share })),
  withoutVerdict: z.strictObject(share),
  unclear: z.array(z.strictObject({ text: z.string().min(1), ...share })).optional(),
  bands: z.array(z.strictObject({ band: z.enum(['>=100', '80-<100', '50-<80', '<50']), ...share })),
  withoutRatio: z.strictObject(share),
}
const summary = z.strictObject({
  assessment: tag('c').optional(),
  ratio: tag('c').optional(),
  ...tally,
  sections: z.array(z.strictObject({ row: tag('r'), ...tally })),
})

const words = z.record(outcome, z.string())
const policy = z.strictObject({
  digits: z.int().nonnegative(),
  less: z.enum(['none', 'met-is-100', 'plan-by-result', 'two-minus', 'reduction']),
  base: tag('c').optional(),
  withinYear: words,
  wholePeriod: words,
  nearlyFrom: decimal,
})

const id = z.uuid()

export const table = z.strictObject({
  id: id.optional(),
  sheet: z.string(),
  range: z.string().regex(/^[A-Z]+\d+:[A-Z]+\d+$/),
  title: z.string(),
  subtitle: z.string(),
  period,
  policy: policy.optional(),
  columns: z.array(column),
  rows: z.array(row),
  findings: z.array(finding),
  summary,
})

/** The codes of the contract, and the one for errors nobody expected. */
const code = z.enum([
  'usage',
  'not-found',
  'unreadable',
  'not-a-workbook',
  'encrypted',
  'no-table',
  'limit',
  'data-locked',
  'data-newer',
  'data-damaged',
  'not-yet',
  'disk',
  'unexpected',
])
const error = z.strictObject({ code, message: z.string().min(1) })
const skipped = z.array(z.strictObject({ sheet: z.string(), reason: z.enum(['no-table', 'empty']) }))
const format = z.enum(['xlsx', 'xls', 'csv', 'ods'])

const readFile = z.strictObject({
  path: z.string(),
  format,
  tables: z.array(table).min(1),
  skipped,
})
const failedFile = z.strictObject({
  path: z.string(),
  format: format.optional(),
  error,
  skipped: skipped.optional(),
})

export const files = z.strictObject({ files: z.array(readFile) })
export const mixedFiles = z.strictObject({
  files: z.array(z.union([readFile, failedFile])),
})
/** The one file of a call failed: an error of the call and of the file. */
export const failedFiles = z.strictObject({ error, files: z.tuple([failedFile]) })
export const failed = z.strictObject({ error })
export const changed = z.strictObject({ changed: z.array(row) })
export const reports = z.strictObject({
  reports: z.array(
    z.strictObject({
      id,
      title: z.string(),
      period,
      office: z.string(),
      rows: z.int(),
      state: z.enum(['draft', 'locked', 'sent']),
      updatedAt: z.iso.datetime(),
    }),
  ),
})
export const written = z.strictObject({ file: z.string(), bytes: z.int().positive() })
export const findings = z.strictObject({ findings: z.array(finding.extend({ table: z.string().min(1) })) })
export const verified = z.strictObject({ ok: z.boolean(), problems: z.array(z.string()) })

export type Table = z.infer<typeof table>
export type TableRow = z.infer<typeof row>
