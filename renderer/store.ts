/** What the window knows and shows. Screens read it; only actions change it. */
import { create } from 'zustand'
import type { Input, PickedFile, ProgramStatus, ReportSummary, Steps } from '../shared/api.ts'
import type { FileOutcome } from '../shared/batch.ts'
import type { BatchFilter } from './batch/filter.ts'
import type { Computed } from '../shared/calculate.ts'
import type { ImportPlan, PlanCorrections } from '../shared/layout/plan.ts'
import type { ComputedRole, Finding, Id, Report } from '../shared/model.ts'
import type { Profile } from '../shared/profile.ts'
import type { Failure } from '../shared/result.ts'
import type { Unfolded } from './findings/list.ts'
import type { Drafts } from './grid/cells.ts'
import type { Selection } from './grid/sheet.ts'
import type { DifferenceFilter, Update } from './reimport/groups.ts'

export interface OpenReport extends Steps {
  readonly report: Report
  readonly computed: Computed
}

export type Panel = 'findings' | 'row' | 'history' | 'summary'

/** The parts of the row panel that fold. */
export type RowSection = 'cell' | 'plans' | 'metadata' | 'rating' | 'rollUp' | 'values'

/** The import screen from the picked file to the confirmed table. */
export type Importing = { readonly file: PickedFile } & (
  | { readonly step: 'reading' }
  | { readonly step: 'failed'; readonly failure: Failure }
  | {
      readonly step: 'preview'
      readonly plan: ImportPlan
      /** The table that is shown, by its place in the plan. */
      readonly table: number
      /** What was set of each table; one of which nothing was set has no entry. */
      readonly drafts: Readonly<Record<number, TableDraft>>
      /** The tables that are imported together; none for the shown one. */
      readonly chosen: readonly number[]
      /** Those that have become reports already. */
      readonly imported: readonly number[]
      /** What goes on with it just now. */
      readonly busy: 'planning' | 'storing' | null
      /** Why planning again or storing did not work, for the person to try again. */
      readonly failure?: Failure
    }
)

/** A stored report and what a file would make of it. */
export interface Updating extends Update {
  readonly file: string
  /** Rows that stay as they are: see `Taking` of reimport.ts. */
  readonly leftOut: readonly Id[]
  readonly filter: DifferenceFilter
  readonly storing: boolean
  /** Why it was not taken. */
  readonly failure?: Failure | undefined
}

export type ImportPreview = Extract<Importing, { readonly step: 'preview' }>

/** What a person set of one table in the preview. */
export interface TableDraft {
  readonly corrections: PlanCorrections
  /** Those before the last steps, the latest last. */
  readonly earlier: readonly PlanCorrections[]
  /** Whether the corrections are remembered for the template, and under which name; absent while nobody said. */
  readonly remember?: boolean
  readonly name?: string
}

/** A file of the list of a batch. `source` is a token of main, or gives the dropped file as it is now. */
export interface BatchFile {
  readonly key: number
  readonly name: string
  /** "Xã A/2024", or "". */
  readonly folder: string
  readonly source: string | (() => Promise<File>)
  readonly state: { readonly type: 'waiting' | 'reading' } | FileOutcome
}

/** Many files that are imported one after another, and what came of each. */
export interface Batch {
  readonly files: readonly BatchFile[]
  /** Files of the folders that are no workbooks by their names. */
  readonly skipped: readonly string[]
  readonly progress: 'running' | 'stopping' | 'over'
  readonly shown: boolean
  readonly filter: BatchFilter
  /** A place in the filtered list, from 0. */
  readonly cursor: number
  /** The file whose preview is open, and its token there. */
  readonly looking: { readonly key: number; readonly token: string } | null
}

/** The window of remembered templates. */
export interface Profiles {
  /** By name. */
  readonly list: readonly Profile[]
  readonly shown: Id | null
  /** Since the window was opened. */
  readonly changed: boolean
  /** What came of the last thing done, where that is to be told. */
  readonly failure?: Failure
  readonly exported?: PickedFile
}

/** Where a menu opens, in pixels of the window. */
export interface MenuPlace {
  readonly x: number
  readonly y: number
}

/** What is open over the table to set how the report or one of its columns works. */
export type Settings =
  | { readonly type: 'policy' }
  | { readonly type: 'columnMenu'; readonly column: Id; readonly place: MenuPlace }
  | { readonly type: 'column'; readonly column: Id }
  | { readonly type: 'addColumn'; readonly after: Id; readonly role: ComputedRole }
  | { readonly type: 'wholeColumn'; readonly column: Id; readonly use: 'computed' | 'file' }

export type EditRequest = Input<'edit'>['edits'][number]

/** Edits that were meant as one step and did not reach the disk. */
export interface UnsavedStep {
  readonly report: Id
  readonly edits: readonly EditRequest[]
}

/** A line above the table. `id` tells equal messages apart. */
export type Message = { readonly id: number } & (
  | { readonly type: 'failure'; readonly failure: Failure }
  | { readonly type: 'not-saved'; readonly failure: Failure; readonly steps: readonly UnsavedStep[] }
  | { readonly type: 'exported'; readonly file: PickedFile }
  /** Only some of a file's tables were imported; `preview` goes on with the others. */
  | { readonly type: 'more-tables'; readonly preview: ImportPreview; readonly tables: number }
)

export interface State {
  readonly status: ProgramStatus | null
  readonly reports: readonly ReportSummary[] | null
  readonly open: OpenReport | null
  /** Of the open report; a moment behind it while someone types. */
  readonly findings: readonly Finding[]
  /** The line with the cursor of the list of findings, and its open groups: null while nobody has chosen. */
  readonly findingsView: { readonly current: string | null; readonly unfolded: Unfolded | null }
  /** The report that is being read from disk. */
  readonly opening: Id | null
  readonly selection: Selection | null
  readonly drafts: Drafts
  /** Edits, undos and redos sent and not yet answered. */
  readonly pending: number
  /** ISO time of the last answer that said "on disk". */
  readonly savedAt: string | null
  readonly exporting: 'xlsx' | 'pdf' | null
  /** Exported files say why cells were overruled. */
  readonly exportReasons: boolean
  readonly importing: Importing | null
  /** Stored reports that the table in the preview may be a newer state of. */
  readonly updatable: readonly ReportSummary[]
  readonly updating: Updating | null
  /** The window waits for a table to be pasted. */
  readonly pasting: boolean
  readonly batch: Batch | null
  /** Null while its window is closed. */
  readonly profiles: Profiles | null
  readonly settings: Settings | null
  readonly messages: readonly Message[]
  /** A computed cell has just been overruled by going on elsewhere, and nobody said why. */
  readonly unexplained: boolean
  /** An error nobody expected, in the words of its author; shown until the person goes on. */
  readonly unexpected: string | null
  readonly listShown: boolean
  /** The tab of the side panel. */
  readonly panel: Panel
  readonly openSections: readonly RowSection[]
  /** As the person wants it, where that is not what the width of the window gives. */
  readonly panelShown: boolean | null
}

export const useStore = create<State>()(() => ({
  status: null,
  reports: null,
  open: null,
  findings: [],
  findingsView: { current: null, unfolded: null },
  opening: null,
  selection: null,
  drafts: {},
  pending: 0,
  savedAt: null,
  exporting: null,
  exportReasons: false,
  importing: null,
  updatable: [],
  updating: null,
  pasting: false,
  batch: null,
  profiles: null,
  settings: null,
  messages: [],
  unexplained: false,
  unexpected: null,
  listShown: true,
  panel: 'findings',
  openSections: ['cell', 'rating', 'rollUp', 'values'],
  panelShown: null,
}))
