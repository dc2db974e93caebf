/** Has main import the files of the list that wait, some at a time, until none waits or the person stops it. */
import { failure } from '../../shared/result.ts'
import { api } from '../api.ts'
import { useStore, type BatchFile } from '../store.ts'
import { showNews, tell } from './batchList.ts'
import { offer, readDropped, type DroppedFile } from './dropped.ts'
import { reportUnexpected, showFailure } from './messages.ts'

/** So much is sent at once: dropped files are in memory, and a folder may hold more than fits. */
const SENT_FILES = 50
const SENT_BYTES = 16_000_000

interface SentFile {
  readonly key: number
  readonly name: string
  readonly token: string
}

/** Files that main is importing, by their tokens. */
const atWork = new Map<string, SentFile>()

/** Hears what main tells of each file. Once, when the window starts. */
export function followBatch(): void {
  api.on('batchProgress', ({ token, outcome }) => {
    const file = atWork.get(token)
    if (file !== undefined) tell(file.key, outcome ?? { type: 'reading' })
  })
}

export async function runBatch(): Promise<void> {
  for (let waiting = waitingFiles(); isRunning() && waiting.length > 0; waiting = waitingFiles()) {
    const sent = await send(waiting)
    if (sent.length > 0 && !(await importSent(sent))) return
  }
}

/** The first of the files that wait, with their tokens; dropped ones are read. What cannot be read is refused here. */
async function send(waiting: readonly BatchFile[]): Promise<readonly SentFile[]> {
  const picked: SentFile[] = []
  const dropped: (DroppedFile & { readonly key: number })[] = []
  let room = SENT_BYTES
  for (const { key, name, source } of waiting.slice(0, SENT_FILES)) {
    if (!isRunning() || room <= 0) break
    if (typeof source === 'string') {
      picked.push({ key, name, token: source })
      continue
    }
    const read = await readDropped(name, source)
    if (!read.ok) tell(key, { type: 'refused', failure: read.failure })
    else {
      dropped.push({ key, name, bytes: read.value })
      room -= read.value.length
    }
  }
  showNews()
  if (dropped.length === 0 || !isRunning()) return picked
  const offered = await offer(dropped)
  if (isRunning()) return [...picked, ...offered]
  await api.forgetFiles({ tokens: offered.map(({ token }) => token) })
  return []
}

/** False when main does something else. Whatever was not finished waits again. */
async function importSent(sent: readonly SentFile[]): Promise<boolean> {
  for (const file of sent) atWork.set(file.token, file)
  try {
    const finished = await api.startBatch({ tokens: sent.map(({ token }) => token) })
    if (!finished.ok) {
      showFailure(finished.failure)
      return false
    }
    for (const { token, outcome } of finished.value) {
      const file = atWork.get(token)
      if (file !== undefined) tell(file.key, outcome)
    }
  } catch (error) {
    reportUnexpected(error)
    refuseCulprit(sent)
  } finally {
    atWork.clear()
  }
  showNews()
  for (const { key } of sent) if (stateOf(key) === 'reading') tell(key, { type: 'waiting' })
  showNews()
  return true
}

/** Main broke off: the file it was at, else the first, is refused, so that the others can go on. */
function refuseCulprit(sent: readonly SentFile[]): void {
  showNews()
  const culprit = sent.find(({ key }) => stateOf(key) === 'reading') ?? sent[0]
  if (culprit === undefined) return
  const { failure: reason } = failure('unreadable', 'import-unanswered', { file: culprit.name })
  tell(culprit.key, { type: 'refused', failure: reason })
}

function waitingFiles(): readonly BatchFile[] {
  return (useStore.getState().batch?.files ?? []).filter(({ state }) => state.type === 'waiting')
}

function stateOf(key: number): BatchFile['state']['type'] | undefined {
  return useStore.getState().batch?.files.find((file) => file.key === key)?.state.type
}

function isRunning(): boolean {
  return useStore.getState().batch?.progress === 'running'
}
