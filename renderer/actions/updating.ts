/** A workbook over a report that is stored already: which report is meant, what differs, what of it is taken. */
import type { Change, Id } from '../../shared/model.ts'
import { differencesOf } from '../../shared/differences.ts'
import { failure, type Result } from '../../shared/result.ts'
import { api } from '../api.ts'
import type { DifferenceFilter } from '../reimport/groups.ts'
import { useStore, type Importing, type Updating } from '../store.ts'
import { tookIntoBatch } from './batchList.ts'
import { changedCells } from './changedCells.ts'
import { requested } from './importing.ts'
import { reportUnexpected } from './messages.ts'
import { enqueue } from './queue.ts'
import { readReports, reload } from './reports.ts'

type Preview = Extract<Importing, { readonly step: 'preview' }>

/** Main broke off; the error itself is in the log. */
const UNANSWERED = failure('unreadable', 'import-unanswered')

/** Looks for the stored reports that the shown table may be a newer state of. */
export async function findUpdatable(): Promise<void> {
  const preview = shownPreview()
  const chosen = preview && chosenTable(preview)
  if (preview === undefined || chosen === undefined) return
  const found = await api.reportsToUpdate({ token: preview.file.token, ...chosen })
  const now = shownPreview()
  if (now?.file.token !== preview.file.token || now.table !== preview.table) return
  useStore.setState({ updatable: found.ok ? found.value : [] })
}

export function forgetUpdatable(): void {
  useStore.setState({ updatable: [] })
}

/** Shows what the shown table would change in the report, once all edits of it are on disk. */
export async function compareWith(report: Id): Promise<void> {
  const preview = shownPreview()
  const chosen = preview && chosenTable(preview)
  if (preview === undefined || chosen === undefined || preview.busy !== null) return
  setPreview({ busy: 'planning' })
  const planned = await answered(() =>
    enqueue(() => api.planReimport({ token: preview.file.token, ...chosen, report })),
  )
  if (shownPreview()?.file.token !== preview.file.token) return
  setPreview({ busy: null, failure: planned.ok ? undefined : planned.failure })
  if (!planned.ok) return
  const { before, after } = planned.value
  const updating: Updating = {
    file: preview.file.name,
    before,
    after,
    differences: differencesOf(before, after),
    leftOut: [],
    filter: 'all',
    storing: false,
  }
  useStore.setState({ updating })
}

/** Rows stay as they are, or are taken after all. */
export function leaveOut(rows: readonly Id[], isLeftOut: boolean): void {
  changeUpdate(({ leftOut }) => {
    const others = leftOut.filter((id) => !rows.includes(id))
    return { leftOut: isLeftOut ? [...others, ...rows] : others }
  })
}

export function showDifferences(filter: DifferenceFilter): void {
  changeUpdate(() => ({ filter }))
}

/** Back to the preview; nothing once it is being stored. */
export function stopUpdate(): void {
  useStore.setState(({ updating }) => (updating?.storing === true ? {} : { updating: null }))
}

/** Takes what was not left out. The report opens at what changed. */
export async function confirmUpdate(): Promise<void> {
  const { updating, importing } = useStore.getState()
  if (updating === null || updating.storing) return
  changeUpdate(() => ({ storing: true, failure: undefined }))
  const { before, leftOut } = updating
  const stored = await answered(() => enqueue(() => api.applyReimport({ report: before.id, leftOut })))
  if (!stored.ok) {
    changeUpdate(() => ({ storing: false, failure: stored.failure }))
    return
  }
  useStore.setState({ updating: null, updatable: [], importing: null, opening: before.id })
  await enqueue(() => reload(before.id))
  await readReports()
  if (importing !== null) tookIntoBatch(importing.file.token, [before.id])
  if (stored.value.change !== null) selectChanged(stored.value.change, before.id)
}

function selectChanged({ reports }: Change, id: Id): void {
  const { open } = useStore.getState()
  const changed = reports.find(({ report }) => report === id)
  const selection =
    open?.report.id === id && changed !== undefined ? changedCells(open.report, changed) : undefined
  if (selection !== undefined) useStore.setState({ selection })
}

function shownPreview(): Preview | undefined {
  const { importing } = useStore.getState()
  return importing?.step === 'preview' ? importing : undefined
}

function chosenTable(preview: Preview) {
  return requested(preview, [preview.table])[0]
}

function setPreview(set: Pick<Preview, 'busy'> & { readonly failure?: Preview['failure'] }): void {
  useStore.setState(({ importing }) => {
    if (importing?.step !== 'preview') return {}
    const { failure: _earlier, ...preview } = importing
    const { busy, failure: reason } = set
    return { importing: { ...preview, busy, ...(reason !== undefined && { failure: reason }) } }
  })
}

function changeUpdate(change: (updating: Updating) => Partial<Updating>): void {
  useStore.setState(({ updating }) =>
    updating === null ? {} : { updating: { ...updating, ...change(updating) } },
  )
}

async function answered<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ask()
  } catch (error) {
    reportUnexpected(error)
    return UNANSWERED
  }
}
