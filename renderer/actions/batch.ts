/** What a person does with many files: picks or drops them, stops, goes on, tries again, opens one of the list. */
import type { Id } from '../../shared/model.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { api } from '../api.ts'
import type { BatchFilter } from '../batch/filter.ts'
import { useStore, type BatchFile } from '../store.ts'
import { changeBatch, showNews, tell } from './batchList.ts'
import { runBatch } from './batchRun.ts'
import { offer, readDropped } from './dropped.ts'
import { planFile } from './importing.ts'
import { showFailure } from './messages.ts'
import { openReport, readReports } from './reports.ts'

/** A workbook that a person picked or dropped, before anything is read. */
export type NewFile = Pick<BatchFile, 'name' | 'folder' | 'source'>

export interface NewFiles {
  readonly files: readonly NewFile[]
  /** Files of their folders that are no workbooks. */
  readonly skipped: readonly string[]
}

/** One file goes to the preview, several into a list that takes the place of the one before. */
export async function importFiles({ files, skipped }: NewFiles): Promise<void> {
  const [first, ...more] = files
  if (first === undefined) return
  if (more.length === 0) {
    const token = await tokenOf(first)
    if (token.ok) await planFile({ token: token.value, name: first.name })
    else showFailure(token.failure)
    return
  }
  if (isAtWork()) {
    showFailure(failure('conflict', 'batch-running').failure)
    return
  }
  useStore.setState({
    importing: null,
    batch: {
      files: files.map((file, key) => ({ ...file, key, state: { type: 'waiting' } })),
      skipped,
      progress: 'over',
      shown: true,
      filter: 'all',
      cursor: 0,
      looking: null,
    },
  })
  await importWaiting()
}

export async function pickFiles(): Promise<void> {
  const picked = await api.pickWorkbooks()
  if (!picked.ok) {
    showFailure(picked.failure)
    return
  }
  const files = picked.value.map(({ name, token }) => ({ name, folder: '', source: token }))
  await importFiles({ files, skipped: [] })
}

export async function pickFolder(): Promise<void> {
  const picked = await api.pickFolder()
  if (!picked.ok) {
    showFailure(picked.failure)
    return
  }
  const files = picked.value.files.map(({ name, token, folder = '' }) => ({ name, folder, source: token }))
  await importFiles({ files, skipped: picked.value.skipped })
}

/** Imports the files that wait, such as after a stop. */
export async function importWaiting(): Promise<void> {
  if (isAtWork()) return
  changeBatch(() => ({ progress: 'running' }))
  try {
    await runBatch()
  } finally {
    showNews()
    changeBatch(() => ({ progress: 'over' }))
  }
  await readReports()
}

/** Tries refused files once more, such as after the person has closed them in Excel. */
export async function retry(files: readonly BatchFile[]): Promise<void> {
  if (isAtWork()) return
  for (const { key } of files) tell(key, { type: 'waiting' })
  showNews()
  await importWaiting()
}

/** What is stored stays, the rest waits. */
export async function stopBatch(): Promise<void> {
  if (useStore.getState().batch?.progress !== 'running') return
  changeBatch(() => ({ progress: 'stopping' }))
  await api.cancelBatch()
}

/** Opens the report of an imported file; the list can be shown again. */
export async function openImported(id: Id): Promise<void> {
  showBatch(false)
  await openReport(id)
}

/** Opens the preview of a file that a person should see before it is stored. */
export async function look(file: BatchFile): Promise<void> {
  const { key, name } = file
  const token = await tokenOf(file)
  if (!token.ok) {
    tell(key, { type: 'refused', failure: token.failure })
    return
  }
  changeBatch(() => ({ looking: { key, token: token.value } }))
  await planFile({ token: token.value, name })
}

/** Shows the list, or puts it aside; it goes on all the same. */
export function showBatch(shown: boolean): void {
  changeBatch(() => ({ shown }))
}

export function filterBatch(filter: BatchFilter): void {
  changeBatch(() => ({ filter, cursor: 0 }))
}

/** `cursor` is a place in the filtered list, from 0. */
export function moveBatchCursor(cursor: number): void {
  changeBatch(() => ({ cursor }))
}

function isAtWork(): boolean {
  const { batch } = useStore.getState()
  return batch !== null && batch.progress !== 'over'
}

async function tokenOf({ name, source }: NewFile): Promise<Result<string>> {
  if (typeof source === 'string') return success(source)
  const read = await readDropped(name, source)
  if (!read.ok) return read
  const [offered] = await offer([{ name, bytes: read.value }])
  if (offered === undefined) throw new Error('A dropped file got no token')
  return success(offered.token)
}
