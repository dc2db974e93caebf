/**
 * Edits, undo and redo. All go through one queue, so that they reach the disk in the order in which they were made;
 * what is shown changes only by the change that comes back.
 */
import type { Edited } from '../../shared/api.ts'
import { recalculateAfter } from '../../shared/calculate.ts'
import { applyChange } from '../../shared/change.ts'
import type { Change, Id, Report } from '../../shared/model.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { api } from '../api.ts'
import type { Draft, Drafts } from '../grid/cells.ts'
import { useStore, type EditRequest, type UnsavedStep } from '../store.ts'
import { changedCells } from './changedCells.ts'
import { dismissMessage, showFailure, showMessage } from './messages.ts'
import { enqueue } from './queue.ts'
import { reload } from './reports.ts'

type CellEdit = Extract<EditRequest, { readonly type: 'cell' }>

/** Sends the edits as one step. Their texts stand in the cells as drafts until the answer is there. */
export function edit(edits: readonly EditRequest[]): Promise<void> {
  const report = useStore.getState().open?.report.id
  if (report === undefined || edits.length === 0) return Promise.resolve()
  return sendEdits({ report, edits })
}

/** What did not reach the disk and still should, but for cells that were typed anew since. */
export function unsavedSteps(): readonly UnsavedStep[] {
  return (notSaved()?.steps ?? []).map(withoutTypedAnew).filter(({ edits }) => edits.length > 0)
}

/** Sends again what could not be saved. */
export async function retryUnsaved(): Promise<void> {
  for (const step of takeNotSaved()) {
    const left = withoutTypedAnew(step)
    if (left.edits.length > 0) await sendEdits(left)
  }
}

/** Gives up what could not be saved: the cells show what is on disk. */
export function dropUnsaved(): void {
  for (const { edits } of takeNotSaved()) clearDrafts(edits, 'failed')
}

function notSaved() {
  return useStore.getState().messages.find((message) => message.type === 'not-saved')
}

function takeNotSaved(): readonly UnsavedStep[] {
  const message = notSaved()
  if (message === undefined) return []
  dismissMessage(message.id)
  return message.steps
}

function withoutTypedAnew({ report, edits }: UnsavedStep): UnsavedStep {
  const { drafts } = useStore.getState()
  return { report, edits: edits.filter((each) => each.type !== 'cell' || isDraft(drafts, each, 'failed')) }
}

function sendEdits(sent: UnsavedStep): Promise<void> {
  const { report, edits } = sent
  setDrafts(edits, 'saving')
  return send(report, () => api.edit({ report, edits: [...edits] }), {
    onSuccess: () => clearDrafts(edits, 'saving'),
    onFailure: (failure) => {
      setDrafts(edits, 'failed')
      showMessage({ type: 'not-saved', failure, steps: [...(notSaved()?.steps ?? []), sent] })
    },
  })
}

const MOMENT_MILLISECONDS = 10_000
let moment: ReturnType<typeof setTimeout> | undefined

/** Says for a moment, at most until the next step, that a cell was overruled without a reason. */
export function tellUnexplained(): void {
  clearTimeout(moment)
  useStore.setState({ unexplained: true })
  moment = setTimeout(() => useStore.setState({ unexplained: false }), MOMENT_MILLISECONDS)
}

export function undo(): Promise<void> {
  return step((report) => api.undo({ report }))
}

export function redo(): Promise<void> {
  return step((report) => api.redo({ report }))
}

function step(request: (report: Id) => Promise<Result<Edited>>): Promise<void> {
  const report = useStore.getState().open?.report.id
  if (report === undefined) return Promise.resolve()
  return send(report, () => request(report), { onSuccess: showChanged, onFailure: showFailure })
}

async function send(
  report: Id,
  request: () => Promise<Result<Edited>>,
  then: { onSuccess: (edited: Edited) => void; onFailure: (failure: Failure) => void },
): Promise<void> {
  useStore.setState({ unexplained: false })
  useStore.setState(({ pending }) => ({ pending: pending + 1 }))
  await enqueue(async () => {
    try {
      const result = await request()
      if (!result.ok) {
        then.onFailure(result.failure)
        return
      }
      const upToDate = apply(result.value, report)
      then.onSuccess(result.value)
      if (!upToDate) await reload(report)
    } catch (error) {
      then.onFailure({ code: 'disk', reason: 'edit-unanswered', params: {} })
      throw error
    } finally {
      useStore.setState(({ pending }) => ({ pending: pending - 1 }))
    }
  })
}

/** Brings the open report to where the disk is; false when it has to be read anew for that. */
function apply(edited: Edited, id: Id): boolean {
  const { open } = useStore.getState()
  if (open?.report.id !== id) return true
  const { undo, redo, savedAt } = edited
  const change = edited.change?.reports.find(({ report }) => report === id)
  if (change === undefined) {
    useStore.setState({ open: { ...open, undo, redo }, savedAt })
    return true
  }
  const applied = applyChange(open.report, change)
  if (!applied.ok || applied.value === null) return false
  const report: Report = { ...applied.value, updatedAt: edited.change?.at ?? savedAt }
  const computed = recalculateAfter(report, open.computed, change)
  useStore.setState({ open: { report, computed, undo, redo }, savedAt })
  if (change.properties !== undefined) listAgain(report)
  return true
}

/** The list says of a report what its properties say. */
function listAgain({ id, title, period, office, state }: Report): void {
  useStore.setState(({ reports }) => ({
    reports:
      reports?.map((each) => (each.id === id ? { ...each, title, period, office, state } : each)) ?? null,
  }))
}

/** After undo and redo the cursor goes where something happened, so that nothing changes out of sight. */
function showChanged({ change }: { readonly change: Change | null }): void {
  const { open } = useStore.getState()
  const changed = change?.reports.find(({ report }) => report === open?.report.id)
  const selection = open === null || changed === undefined ? undefined : changedCells(open.report, changed)
  if (selection !== undefined) useStore.setState({ selection })
}

function setDrafts(edits: readonly EditRequest[], state: Draft['state']): void {
  useStore.setState(({ drafts }) => {
    const next: Record<Id, Drafts[Id]> = { ...drafts }
    for (const each of edits) {
      if (each.type !== 'cell') continue
      next[each.row] = { ...next[each.row], [each.column]: { text: each.text, state } }
    }
    return { drafts: next }
  })
}

/** A draft that a later edit of the same cell has replaced stays. */
function clearDrafts(edits: readonly EditRequest[], state: Draft['state']): void {
  useStore.setState(({ drafts }) => {
    const next: Record<Id, Drafts[Id]> = { ...drafts }
    for (const each of edits) {
      if (each.type !== 'cell' || !isDraft(next, each, state)) continue
      const { [each.column]: _cleared, ...others } = next[each.row] ?? {}
      if (Object.keys(others).length > 0) next[each.row] = others
      else delete next[each.row]
    }
    return { drafts: next }
  })
}

function isDraft(drafts: Drafts, edited: CellEdit, state: Draft['state']): boolean {
  const draft = drafts[edited.row]?.[edited.column]
  return draft?.text === edited.text && draft.state === state
}
