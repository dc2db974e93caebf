/**
 * What main does for each request of shared/api.ts. Plain functions over the services; everything of the
 * machine (dialogs, window, settings) comes in by the context, so that tests run them without a window.
 */
import { basename } from 'node:path'
import type { EventName, Events, Input, Output, RequestName } from '../shared/api.ts'
import { failure, success, type Result } from '../shared/result.ts'
import type { Database } from './db/open.ts'
import type { ReaderChild } from './excel/readerHost.ts'
import type { Log } from './log.ts'
import type { PageEngine } from './print/engine.ts'
import { importBatch } from './services/batch.ts'
import { cellHistory } from './services/cellHistory.ts'
import { exportPdf, exportXlsx, fileNameFor } from './services/export.ts'
import { workbooksIn } from './services/folder.ts'
import { applyImport, readForImport, type PlannedImport } from './services/import.ts'
import {
  deleteProfile,
  exportProfile,
  importProfile,
  listProfiles,
  renameProfile,
  saveProfile,
} from './services/profiles.ts'
import { applyReimport, planReimport, reportsToUpdate, type Reimport } from './services/reimport.ts'
import { pastedBytes } from './services/paste.ts'
import { editReport, listReports, openReport, redo, undo } from './services/reports.ts'
import { writeFileSafely } from './services/writeFile.ts'
import type { Settings } from './settings.ts'
import type { Tokens } from './tokens.ts'

/** One function per request; a missing one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (input: Input<Name>) => Result<Output<Name>> | Promise<Result<Output<Name>>>
}

export interface Dialogs {
  /** The absolute paths of the workbooks a person picked; none when they closed the picker. */
  readonly pickWorkbooks: () => Promise<readonly string[]>
  /** Undefined when they closed the picker. */
  readonly pickFolder: () => Promise<string | undefined>
  /** Where to save; `suggestedName` is a file name without folder. Undefined when they closed the dialog. */
  readonly pickSaveTarget: (
    suggestedName: string,
    format: 'xlsx' | 'pdf' | 'json',
  ) => Promise<string | undefined>
  /** The file of a template; undefined when they closed the picker. */
  readonly pickProfile: () => Promise<string | undefined>
  /** Opens a file in its program. */
  readonly openPath: (path: string) => Promise<Result<null>>
  /** Shows a file in its folder. */
  readonly showInFolder: (path: string) => void
}

export interface HandlerContext {
  readonly db: Database
  readonly dataFolder: string
  readonly version: string
  /** Who is written into the journal. */
  readonly author: string
  readonly startReader: () => ReaderChild
  readonly pageEngine: PageEngine
  readonly dialogs: Dialogs
  readonly tokens: Tokens
  /** Tells the window something unasked. */
  readonly send: <Name extends EventName>(name: Name, event: Events[Name]) => void
  /** The page has committed what was being typed; so many steps are not on disk. */
  readonly onReadyToClose: (unsaved: number) => void
  readonly settings: Settings
  readonly log: Log
}

export function createHandlers(context: HandlerContext): Handlers {
  const { db, author, dialogs, tokens, settings, log } = context
  /** The workbook in the preview: read once, stored as it was read. */
  let preview: { readonly token: string; readonly planned: PlannedImport } | undefined
  /** What the person is shown of an update: taken as it was shown. */
  let reimport: Reimport | undefined
  /** The last token that was planned; an offered file is held until another takes its place. */
  let plannedToken: string | undefined
  /** Ends the running batch. */
  let batch: AbortController | undefined

  const status = () =>
    success({
      version: context.version,
      dataFolder: context.dataFolder,
      logFile: log.file,
      language: settings.get().language,
    })
  const picked = (path: string) => ({ token: tokens.tokenFor(path), name: basename(path) })

  return {
    status,
    setLanguage({ language }) {
      settings.update({ language })
      return status()
    },

    listReports: () => listReports(db),
    openReport: ({ report }) => openReport(db, report),
    edit: ({ report, edits }) => editReport(db, report, edits, author),
    undo: ({ report }) => undo(db, report, author),
    redo: ({ report }) => redo(db, report, author),
    cellHistory: (cell) => cellHistory(db, cell),

    async pickWorkbooks() {
      const paths = await dialogs.pickWorkbooks()
      return paths.length === 0 ? cancelled() : success(paths.map(picked))
    },
    async pickFolder() {
      const root = await dialogs.pickFolder()
      if (root === undefined) return cancelled()
      const found = await workbooksIn(root)
      if (!found.ok) return found
      const files = found.value.workbooks.map(({ folder, handle }) => ({
        ...picked(handle),
        ...(folder !== '' && { folder }),
      }))
      return success({ files, skipped: found.value.skipped })
    },
    offerFiles: ({ files }) => success(files.map(tokens.offer)),
    offerPasted: ({ name, ...content }) =>
      success({ name, token: tokens.offer({ name, bytes: pastedBytes(content), pasted: true }) }),
    forgetFiles({ tokens: unwanted }) {
      unwanted.forEach(tokens.release)
      return success(null)
    },
    async startBatch({ tokens: wanted }) {
      if (batch !== undefined) return failure('conflict', 'batch-running')
      batch = new AbortController()
      try {
        const files = wanted.map((token) => ({ token, source: tokens.sourceOf(token) }))
        return await importBatch(db, files, {
          author,
          startReader: context.startReader,
          cancelled: batch.signal,
          onProgress: (token, outcome) => {
            context.send('batchProgress', { token, outcome })
          },
        })
      } finally {
        batch = undefined
        wanted.forEach(tokens.release)
      }
    },
    cancelBatch() {
      batch?.abort()
      return success(null)
    },
    async planImport({ token, headers }) {
      const source = tokens.sourceOf(token)
      if (source === undefined) return forgotten()
      if (plannedToken !== undefined && plannedToken !== token) tokens.release(plannedToken)
      plannedToken = token
      const profiles = listProfiles(db)
      if (!profiles.ok) return profiles
      const options = { headers, profiles: profiles.value }
      const planned = await readForImport(source, context.startReader, options)
      if (!planned.ok) return planned
      preview = { token, planned: planned.value }
      return success(planned.value.plan)
    },
    applyImport({ token, tables }) {
      if (preview?.token !== token) return forgotten()
      const chosen = tables.map(({ table, corrections = {}, remember }) => ({
        index: table,
        corrections,
        ...(remember !== undefined && { remember }),
      }))
      return applyImport(db, preview.planned, chosen, { author })
    },

    listProfiles: () => listProfiles(db),
    saveProfile: ({ profile, columns }) => saveProfile(db, profile, columns),
    renameProfile: ({ profile, name }) => renameProfile(db, profile, name),
    deleteProfile: ({ profile }) => deleteProfile(db, profile),
    async exportProfile({ profile }) {
      const made = exportProfile(db, profile)
      if (!made.ok) return made
      const { bytes, fileName } = made.value
      const path = await dialogs.pickSaveTarget(fileName, 'json')
      if (path === undefined) return cancelled()
      const written = await writeFileSafely(path, bytes)
      return written.ok ? success(picked(path)) : written
    },
    async importProfile() {
      const path = await dialogs.pickProfile()
      return path === undefined ? cancelled() : await importProfile(db, path)
    },

    reportsToUpdate({ token, table, corrections = {} }) {
      if (preview?.token !== token) return forgotten()
      return reportsToUpdate(db, preview.planned, { index: table, corrections })
    },
    planReimport({ token, table, corrections = {}, report }) {
      if (preview?.token !== token) return forgotten()
      const planned = planReimport(db, preview.planned, { index: table, corrections }, report)
      if (!planned.ok) return planned
      reimport = planned.value
      const { before, after } = planned.value
      return success({ before, after })
    },
    applyReimport({ report, leftOut }) {
      if (reimport?.before.id !== report) return forgotten()
      return applyReimport(db, reimport, new Set(leftOut), author)
    },

    async exportReport({ report: id, format, reasons = false }) {
      const opened = openReport(db, id)
      if (!opened.ok) return opened
      const { report } = opened.value
      const path = await dialogs.pickSaveTarget(fileNameFor(report, format), format)
      if (path === undefined) return cancelled()
      const bytes =
        format === 'xlsx'
          ? await exportXlsx(report, { reasons })
          : await exportPdf(report, context.pageEngine, { reasons })
      const written = await writeFileSafely(path, bytes)
      return written.ok ? success(picked(path)) : written
    },
    async openFile({ token, how }) {
      const path = tokens.pathOf(token)
      if (path === undefined) return forgotten()
      if (how === 'open') return await dialogs.openPath(path)
      dialogs.showInFolder(path)
      return success(null)
    },

    readyToClose({ unsaved }) {
      batch?.abort()
      context.onReadyToClose(unsaved)
      return success(null)
    },
    logError({ message, stack }) {
      log.error(message, stack)
      return success(null)
    },
    openLog: () => dialogs.openPath(log.file),
  }
}

function cancelled() {
  return failure('cancelled', 'cancelled')
}

/** The window holds a token that main no longer knows, such as after a restart. */
function forgotten() {
  return failure('not-found', 'file-forgotten')
}
