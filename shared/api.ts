/**
 * Every request and event between window and main process, declared once: name, input schema, result.
 * Preload, registration in main, the handlers and the renderer's `window.api` all derive from it.
 */
import { z } from 'zod'
import type { FileOutcome, FinishedFile } from './batch.ts'
import type { CellEvent } from './cellEvents.ts'
import type { ImportPlan } from './layout/plan.ts'
import {
  ASSIGNERS,
  DIRECTIONS,
  FINDING_CODES,
  LESS_RATINGS,
  OUTCOMES,
  ROLES,
  ROLL_UPS,
  ROW_KINDS,
  type Change,
  type ChangeLabel,
  type Id,
  type Period,
  type Report,
} from './model.ts'
import type { Profile } from './profile.ts'
import type { Result } from './result.ts'
import { MOST_FILE_BYTES, MOST_FILES } from './workbookFile.ts'

const id = z.uuid()
/** Longer texts do not fit an Excel cell either. Half a surrogate pair has no UTF-8 and would not come back as stored. */
const text = z
  .string()
  .max(32_767)
  .overwrite((typed) => typed.toWellFormed())
const role = z.enum(ROLES)

const year = z.int().min(1900).max(2200)
const index = z.int().min(1)
const period: z.ZodType<Period> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('month'), index: index.max(12), year }),
  z.object({ kind: z.literal('quarter'), index: index.max(4), year }),
  z.object({ kind: z.literal('half-year'), index: index.max(2), year }),
  z.object({ kind: z.enum(['nine-months', 'year']), year }),
  z.object({ kind: z.literal('term'), from: year, to: year }).refine(({ from, to }) => from <= to),
  z.object({ kind: z.literal('unknown') }),
])

/** No longer than any figure in a text. */
const decimal = z.string().regex(/^-?\d{1,60}(\.\d{1,60})?$/)
const digits = z.int().min(0).max(6)
const words = z.record(z.enum(OUTCOMES), text)
const policy = z.strictObject({
  digits,
  less: z.enum(LESS_RATINGS),
  base: id.optional(),
  withinYear: words,
  wholePeriod: words,
  nearlyFrom: decimal,
})

/** What a person asks for, as it crosses from the window (see `Edit` in model.ts). */
const editSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('cell'),
    row: id,
    column: id,
    text,
    reason: text.optional(),
    blank: z.literal(true).optional(),
  }),
  z.strictObject({
    type: z.literal('properties'),
    properties: z.strictObject({ title: text, subtitle: text, period, office: text, policy }).partial(),
  }),
  z.strictObject({
    type: z.literal('column'),
    column: id,
    set: z
      .strictObject({
        role,
        width: z.number().positive().max(255),
        hidden: z.boolean(),
        assignedBy: z.enum(ASSIGNERS).nullable(),
        of: id,
        to: id,
        term: z.boolean(),
        counts: z.enum(['first', 'latest']),
        digits: digits.nullable(),
        steps: z.int().min(1).max(100).nullable(),
      })
      .partial(),
  }),
  z.strictObject({
    type: z.literal('addColumn'),
    id,
    after: id,
    role: z.enum(['ratio', 'change', 'growth', 'assessment']),
    header: z.array(text).max(9).readonly(),
    of: id.optional(),
    to: id.optional(),
  }),
  z.strictObject({ type: z.literal('removeColumn'), column: id }),
  z.strictObject({
    type: z.literal('row'),
    row: id,
    set: z
      .strictObject({
        direction: z.enum(DIRECTIONS).nullable(),
        yearEndOnly: z.boolean(),
        rollUp: z.enum(ROLL_UPS).nullable(),
      })
      .partial(),
  }),
  z.strictObject({
    type: z.literal('metadata'),
    row: id,
    column: id,
    set: z
      .strictObject({
        asOf: z.iso.date().nullable(),
        kind: z.enum(['actual', 'estimate', 'forecast']).nullable(),
        source: text.nullable(),
        note: text.nullable(),
      })
      .partial(),
  }),
  z.strictObject({
    type: z.literal('planValues'),
    row: id,
    column: id,
    values: z
      .array(z.strictObject({ text, decision: text, date: z.iso.date().optional() }))
      .max(100)
      .readonly(),
  }),
  z.strictObject({ type: z.literal('reading'), row: id, column: id, value: decimal }),
  z.strictObject({
    type: z.literal('stated'),
    column: id,
    rows: z.array(id).max(200_000).readonly(),
    use: z.enum(['computed', 'file']),
  }),
  z.strictObject({
    type: z.literal('setAside'),
    findings: z
      .array(
        z.strictObject({
          code: z.enum(FINDING_CODES),
          row: id.optional(),
          column: id.optional(),
          seen: text,
        }),
      )
      .max(200_000)
      .readonly(),
    reason: text.nullable(),
  }),
])

/** The highest row and column that a sheet can have. */
const sheetRow = z.int().min(1).max(1_048_576)
const sheetColumn = z.int().min(1).max(16_384)
/** Keys of objects are texts: the number of a row or column of the sheet. */
const sheetNumber = z.string().regex(/^[1-9]\d{0,6}$/)
const rowSpan = z.strictObject({ first: sheetRow, last: sheetRow }).refine(({ first, last }) => first <= last)
const corrections = z
  .strictObject({
    title: text,
    period,
    office: text,
    roles: z.record(sheetNumber, role),
    leftOutColumns: z.array(sheetColumn).max(512).readonly(),
    headerRows: rowSpan,
    lastRow: sheetRow,
    rows: z.record(
      sheetNumber,
      z
        .strictObject({ kind: z.enum(ROW_KINDS), level: z.int().min(0).max(100), leftOut: z.boolean() })
        .partial(),
    ),
  })
  .partial()
const profileName = text.max(200)
/** A table of a plan, by its place in it, that is to become a report. */
const chosenTable = z.strictObject({
  table: z.int().nonnegative(),
  corrections: corrections.optional(),
  /** The name under which the corrections are remembered for the next files of this template. */
  remember: profileName.optional(),
})

/** A report as the list on the left shows it. */
export interface ReportSummary {
  readonly id: Id
  readonly title: string
  readonly period: Period
  readonly office: string
  readonly state: Report['state']
  readonly sample: boolean
  readonly rows: number
  readonly updatedAt: string
}

/** The next undo and redo of a report, by their labels; null when there is nothing. */
export interface Steps {
  readonly undo: ChangeLabel | null
  readonly redo: ChangeLabel | null
}

export interface OpenedReport extends Steps {
  readonly report: Report
}

/** A report as it is stored, and as it would be with everything of a file taken. */
export interface PlannedUpdate {
  readonly before: Report
  readonly after: Report
}

/** The reply to an edit, undo or redo. `change` is null when there was nothing to do. */
export interface Edited extends Steps {
  readonly change: Change | null
  /** ISO time at which the change was on disk. */
  readonly savedAt: string
}

/** A picked file: the token stands for the path, which only main knows; or a dropped one, whose bytes main holds. */
export interface PickedFile {
  readonly token: string
  readonly name: string
  /** Where it stands below the picked folder, "Xã A/2024"; absent for a file in the folder itself. */
  readonly folder?: string
}

export interface PickedFolder {
  readonly files: readonly PickedFile[]
  /** Files that are no workbooks by their names, with their folders. */
  readonly skipped: readonly string[]
}

/** One change of one cell; there are at most the 200 newest. `before` and `after` are texts as shown in the cell, "" when empty. */
export interface CellHistoryEntry {
  readonly at: string
  readonly author: string
  readonly kind: Change['kind']
  readonly before: string
  readonly after: string
  /** Of an override. */
  readonly reason?: string
  /** What else happened to the cell; absent for nothing. */
  readonly told?: readonly CellEvent[]
}

export interface ProgramStatus {
  readonly version: string
  readonly dataFolder: string
  readonly logFile: string
  readonly language: 'vi' | 'en'
}

interface Request<Input extends z.ZodType, Output> {
  readonly input: Input
  /** Never set: carries the result's type. */
  readonly output?: Output
}

function request<Output>() {
  return <Input extends z.ZodType>(input: Input): Request<Input, Output> => ({ input })
}

const nothing = z.undefined()
const ofReport = z.object({ report: id })

export const requests = {
  status: request<ProgramStatus>()(nothing),
  setLanguage: request<ProgramStatus>()(z.object({ language: z.enum(['vi', 'en']) })),

  listReports: request<readonly ReportSummary[]>()(nothing),
  openReport: request<OpenedReport>()(ofReport),
  edit: request<Edited>()(z.object({ report: id, edits: z.array(editSchema).min(1).max(100_000) })),
  undo: request<Edited>()(ofReport),
  redo: request<Edited>()(ofReport),
  cellHistory: request<readonly CellHistoryEntry[]>()(z.object({ report: id, row: id, column: id })),

  /** Shows the file picker, for one file or several. Fails with `cancelled` when the person closes it. */
  pickWorkbooks: request<readonly PickedFile[]>()(nothing),
  /** Shows the picker for a folder: gives the workbooks in it and in the folders below, in the order of their names. */
  pickFolder: request<PickedFolder>()(nothing),
  /** Takes files that were dropped on the window; gives their tokens in the same order. */
  offerFiles: request<readonly string[]>()(
    z.object({
      files: z
        .array(
          z.strictObject({
            name: z.string().min(1).max(1_000),
            bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_FILE_BYTES),
          }),
        )
        .max(MOST_FILES),
    }),
  ),
  /** Takes a table from the clipboard, for `planImport`; what it is called is said in messages. The page counts, the text where there is none. */
  offerPasted: request<PickedFile>()(
    z.object({
      name: z.string().min(1).max(200),
      html: z.string().max(MOST_FILE_BYTES),
      text: z.string().max(MOST_FILE_BYTES),
    }),
  ),
  /** Offered files that nobody wants any more. */
  forgetFiles: request<null>()(z.object({ tokens: z.array(z.string()).max(MOST_FILES) })),
  /**
   * Imports workbooks one after another, each all or nothing; `batchProgress` tells of each. Answers at the end, or when
   * it was cancelled, with those that were finished. Offered files are forgotten with it.
   */
  startBatch: request<readonly FinishedFile[]>()(z.object({ tokens: z.array(z.string()).max(MOST_FILES) })),
  /** What is stored stays; the workbook being read and those after it are not touched. */
  cancelBatch: request<null>()(nothing),
  /** Reads the workbook and finds its tables; with `headers` those stand where a person says. */
  planImport: request<ImportPlan>()(
    z.object({
      token: z.string(),
      headers: z
        .array(
          z
            .strictObject({ sheet: text, first: sheetRow, last: sheetRow, lastRow: sheetRow.optional() })
            .refine(({ first, last, lastRow = Infinity }) => first <= last && last < lastRow),
        )
        .max(1_000)
        .readonly()
        .optional(),
    }),
  ),
  /** Stores tables of the workbook as it was last planned as new reports, all or none; gives their ids in that order. */
  applyImport: request<readonly Id[]>()(
    z.object({ token: z.string(), tables: z.array(chosenTable).min(1).max(1_000).readonly() }),
  ),

  /** Stored reports that a table of the workbook as it was last planned may be a newer state of, the likeliest first. */
  reportsToUpdate: request<readonly ReportSummary[]>()(z.object({ token: z.string(), ...chosenTable.shape })),
  /** What taking that table over a stored report would make of it; nothing is stored. */
  planReimport: request<PlannedUpdate>()(z.object({ token: z.string(), ...chosenTable.shape, report: id })),
  /**
   * Takes what was last planned over the report, as one step, but for rows that are left out: those of the report by their
   * ids, new ones by their ids in `after`. Fails with `conflict` where the report has changed since.
   */
  applyReimport: request<Edited>()(z.object({ report: id, leftOut: z.array(id).max(400_000).readonly() })),

  /** The remembered templates, by name. */
  listProfiles: request<readonly Profile[]>()(nothing),
  /** Stores what a person changed in a remembered template: the roles of its columns, in order, and which are left out. */
  saveProfile: request<Profile>()(
    z.object({
      profile: id,
      columns: z.array(z.strictObject({ role, leftOut: z.boolean() })).max(512),
    }),
  ),
  renameProfile: request<Profile>()(z.object({ profile: id, name: profileName })),
  deleteProfile: request<null>()(z.object({ profile: id })),
  /** Shows the save dialog and writes the template into a small file. Fails with `cancelled` when the person closes it. */
  exportProfile: request<PickedFile>()(z.object({ profile: id })),
  /** Shows the file picker and takes in a template from such a file. Fails with `cancelled` likewise. */
  importProfile: request<Profile>()(nothing),

  /** Shows the save dialog and writes the file. Fails with `cancelled` when the person closes it. */
  exportReport: request<PickedFile>()(
    z.object({
      report: id,
      format: z.enum(['xlsx', 'pdf']),
      /** Also why cells were overruled. */
      reasons: z.boolean().optional(),
    }),
  ),
  /** Opens a just exported file, or shows it in its folder. */
  openFile: request<null>()(z.object({ token: z.string(), how: z.enum(['open', 'show']) })),

  /**
   * The window's answer to `closing`: whatever was being typed has been sent, and every edit has been answered.
   * `unsaved` counts the steps that did not reach the disk.
   */
  readyToClose: request<null>()(z.object({ unsaved: z.int().nonnegative() })),

  /** An error nobody expected in the window: goes into the log. */
  logError: request<null>()(z.object({ message: z.string().max(20_000), stack: z.string().max(100_000) })),
  openLog: request<null>()(nothing),
} as const

export type Requests = typeof requests
export type RequestName = keyof Requests
export type Input<Name extends RequestName> = z.infer<Requests[Name]['input']>
export type Output<Name extends RequestName> = Requests[Name] extends Request<z.ZodType, infer O> ? O : never

/** Messages main sends to the window unasked. */
export interface Events {
  /** Something failed that nobody asked for just now, such as a background job. */
  readonly unexpectedError: { readonly message: string }
  /** The window is about to close; the answer is `readyToClose`. With `again` what could not be saved is tried once more. */
  readonly closing: { readonly again: boolean }
  /** A workbook of `startBatch` is being read (no outcome yet), or is finished. */
  readonly batchProgress: { readonly token: string; readonly outcome: FileOutcome | null }
}
export type EventName = keyof Events
export const eventNames: readonly EventName[] = ['unexpectedError', 'closing', 'batchProgress']

/** What the preload script puts on `window.api`. */
export type Api = {
  readonly [Name in RequestName]: (
    ...input: Input<Name> extends undefined ? [] : [Input<Name>]
  ) => Promise<Result<Output<Name>>>
} & {
  /** Listens to an event; the returned function stops it. */
  readonly on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) => () => void
}
