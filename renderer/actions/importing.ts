/** From a picked workbook through the preview to stored reports. Nothing is stored before the person confirms. */
import type { PickedFile } from '../../shared/api.ts'
import type { ImportPlan, PlanCorrections, RowSpan } from '../../shared/layout/plan.ts'
import { withRemembered } from '../../shared/layout/remembered.ts'
import type { Role } from '../../shared/model.ts'
import { failure, type Result } from '../../shared/result.ts'
import { api } from '../api.ts'
import {
  corrected,
  NO_DRAFT,
  oldPlaces,
  placesOf,
  rememberedName,
  restored,
  stepBack,
} from '../import/drafts.ts'
import { useStore, type Importing, type ImportPreview as Preview, type TableDraft } from '../store.ts'
import { tookIntoBatch } from './batchList.ts'
import { dismissMessage, reportUnexpected, showMessage } from './messages.ts'
import { openReport, readReports } from './reports.ts'

const NEW_PREVIEW = { step: 'preview', table: 0, drafts: {}, chosen: [], imported: [], busy: null } as const

/** Main broke off; the error itself is in the log. */
const UNANSWERED = failure('unreadable', 'import-unanswered')

/** Shows the preview of a file. */
export async function planFile(file: PickedFile): Promise<void> {
  useStore.setState({ importing: { file, step: 'reading' } })
  await planAgain()
}

/** Reads the picked file once more, such as after the person has closed it in Excel. */
export async function planAgain(): Promise<void> {
  const file = useStore.getState().importing?.file
  if (file === undefined) return
  useStore.setState({ importing: { file, step: 'reading' } })
  const plan = await answered(() => api.planImport({ token: file.token }))
  if (useStore.getState().importing?.file.token !== file.token) return
  useStore.setState({
    importing: plan.ok
      ? { ...NEW_PREVIEW, file, plan: plan.value }
      : { file, step: 'failed', failure: plan.failure },
  })
}

export function chooseTable(table: number): void {
  changePreview(() => ({ table }))
}

/** Takes the table along with others, or no longer. */
export function chooseTogether(table: number, wanted: boolean): void {
  changePreview(({ chosen }) => ({
    chosen: [...chosen.filter((each) => each !== table), ...(wanted ? [table] : [])].sort((a, b) => a - b),
  }))
}

/** Corrects what was recognised in the shown table; corrections add up. */
export function correct(correction: PlanCorrections): void {
  changeDraft((draft) => corrected(draft, correction))
}

/** The column is imported with that role. `column` is the sheet's, from 1. */
export function setRole(column: number, role: Role): void {
  const leftOut = leftOutColumns()
  correct({
    roles: { [column]: role },
    ...(leftOut.includes(column) && { leftOutColumns: leftOut.filter((each) => each !== column) }),
  })
}

export function leaveOutColumn(column: number): void {
  correct({ leftOutColumns: [...leftOutColumns(), column].sort((a, b) => a - b) })
}

export function undoCorrection(): void {
  const before = shownPlace()
  changeDraft(stepBack)
  void planWhereMoved(before)
}

/** Everything in the shown table as it was recognised. */
export function restoreRecognised(): void {
  const before = shownPlace()
  changeDraft(restored)
  void planWhereMoved(before)
}

/** The header and the end of the shown table stand elsewhere: the workbook is planned again. */
export async function placeTable(place: {
  readonly headerRows?: RowSpan
  readonly lastRow?: number
}): Promise<void> {
  const before = shownPlace()
  correct(place)
  await planWhereMoved(before)
}

/** Whether the corrections of the shown table are remembered for its template, and under which name. */
export function remember(wanted: { readonly remember?: boolean; readonly name?: string }): void {
  changeDraft((draft) => ({ ...draft, ...wanted }))
}

/** Nothing once the reports are being stored: they will be there. */
export function cancelImport(): void {
  useStore.setState(({ importing }) => (isStoring(importing) ? {} : { importing: null }))
}

export function isStoring(importing: Importing | null): boolean {
  return importing?.step === 'preview' && importing.busy === 'storing'
}

/** Stores the tables that are taken together, else the shown one; with `all` every table that is not stored yet. */
export async function confirmImport(all = false): Promise<void> {
  const { importing } = useStore.getState()
  if (importing?.step !== 'preview' || importing.busy !== null) return
  const { failure: _earlier, ...preview } = importing
  useStore.setState({ importing: { ...preview, busy: 'storing' } })
  const tables = all ? tablesLeft(preview) : tablesToImport(preview)
  const stored = await answered(() =>
    api.applyImport({ token: preview.file.token, tables: requested(preview, tables) }),
  )
  if (!stored.ok) {
    changePreview(() => ({ busy: null, failure: stored.failure }))
    return
  }
  useStore.setState({ importing: null })
  await readReports()
  const [first] = stored.value
  if (first === undefined) return
  if (!tookIntoBatch(preview.file.token, stored.value)) await openReport(first)
  remindOfOthers({ ...preview, imported: [...preview.imported, ...tables], chosen: [], busy: null })
}

/** By their places in the plan. */
export function tablesToImport({ chosen, table }: Preview): readonly number[] {
  return chosen.length === 0 ? [table] : chosen
}

/** Those that have not become reports yet, by their places in the plan. */
export function tablesLeft({ plan, imported }: Preview): readonly number[] {
  return [...plan.tables.keys()].filter((table) => !imported.includes(table))
}

/** Shows the preview again, for the tables that were not imported. */
export function goOnImporting(message: number, preview: Preview): void {
  dismissMessage(message)
  useStore.setState({ importing: preview })
}

function remindOfOthers(preview: Preview): void {
  const left = tablesLeft(preview)
  const [table] = left
  if (table === undefined) return
  showMessage({ type: 'more-tables', preview: { ...preview, table }, tables: left.length })
}

/** The tables as main is asked to take them. */
export function requested({ plan, drafts }: Preview, tables: readonly number[]) {
  return tables.map((table) => {
    const draft = drafts[table] ?? NO_DRAFT
    const planned = plan.tables[table]
    const name = planned === undefined ? undefined : rememberedName(planned, draft)
    return {
      table,
      corrections: mutable(draft.corrections),
      ...(name !== undefined && { remember: name }),
    }
  })
}

/** Of the shown table, those that its template leaves out among them. */
function leftOutColumns(): readonly number[] {
  const { importing } = useStore.getState()
  if (importing?.step !== 'preview') return []
  const table = importing.plan.tables[importing.table]
  const { corrections } = importing.drafts[importing.table] ?? NO_DRAFT
  return (table && withRemembered(table, corrections).leftOutColumns) ?? []
}

/** Where the shown table is placed by hand. */
function shownPlace(): Pick<PlanCorrections, 'headerRows' | 'lastRow'> {
  const { importing } = useStore.getState()
  if (importing?.step !== 'preview') return {}
  const { headerRows, lastRow } = importing.drafts[importing.table]?.corrections ?? {}
  return { ...(headerRows !== undefined && { headerRows }), ...(lastRow !== undefined && { lastRow }) }
}

/** Plans again if the shown table no longer stands where it did; what cannot be planned is taken back. */
async function planWhereMoved(before: Pick<PlanCorrections, 'headerRows' | 'lastRow'>): Promise<void> {
  const { importing } = useStore.getState()
  if (importing?.step !== 'preview' || importing.busy !== null) return
  if (JSON.stringify(before) === JSON.stringify(shownPlace())) return
  const { failure: _earlier, ...preview } = importing
  const { file, plan, drafts, table } = preview
  useStore.setState({ importing: { ...preview, busy: 'planning' } })
  const planned = await answered(() => api.planImport({ token: file.token, headers: placesOf(plan, drafts) }))
  const now = useStore.getState().importing
  if (now?.file.token !== file.token || now.step !== 'preview') return
  const places = planned.ok ? oldPlaces(plan, drafts, planned.value) : []
  if (planned.ok && places.includes(table)) {
    useStore.setState({ importing: { ...carriedOver(now, planned.value, places), busy: null } })
    return
  }
  changeDraft(stepBack)
  const reason = planned.ok ? failure('no-table', 'no-table-there').failure : planned.failure
  changePreview(() => ({ busy: null, failure: reason }))
}

/** What was set and chosen of the tables goes on with them; `places` are theirs in the plan before. */
function carriedOver(preview: Preview, plan: ImportPlan, places: readonly number[]): Preview {
  const drafts: Record<number, TableDraft> = {}
  const chosen: number[] = []
  const imported: number[] = []
  for (const [index, before] of places.entries()) {
    const draft = preview.drafts[before]
    if (draft !== undefined) drafts[index] = draft
    if (preview.chosen.includes(before)) chosen.push(index)
    if (preview.imported.includes(before)) imported.push(index)
  }
  return { ...preview, plan, drafts, chosen, imported, table: places.indexOf(preview.table) }
}

async function answered<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ask()
  } catch (error) {
    reportUnexpected(error)
    return UNANSWERED
  }
}

function changeDraft(change: (draft: TableDraft) => TableDraft): void {
  changePreview(({ table, drafts }) => ({
    drafts: { ...drafts, [table]: change(drafts[table] ?? NO_DRAFT) },
  }))
}

function changePreview(change: (preview: Preview) => Partial<Preview>): void {
  useStore.setState(({ importing }) =>
    importing?.step === 'preview' ? { importing: { ...importing, ...change(importing) } } : {},
  )
}

/** The request's input type has no readonly records. */
function mutable({ roles, rows, ...rest }: PlanCorrections) {
  return {
    ...rest,
    ...(roles !== undefined && { roles: { ...roles } }),
    ...(rows !== undefined && { rows: { ...rows } }),
  }
}
