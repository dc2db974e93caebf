/** Changes of the list of a batch that ask nothing of main. */
import type { Id } from '../../shared/model.ts'
import { useStore, type Batch, type BatchFile } from '../store.ts'

type FileState = BatchFile['state']

/** The list is drawn at most so often while files are imported. */
const DRAWN_MILLISECONDS = 100

/** What has become of files since the list was last drawn, by key. */
const news = new Map<number, FileState>()
let drawing: ReturnType<typeof setTimeout> | undefined

/** Shown a moment later, together with what else is told by then. */
export function tell(key: number, state: FileState): void {
  news.set(key, state)
  drawing ??= setTimeout(showNews, DRAWN_MILLISECONDS)
}

/** Shows at once what has been told. Other files stay the same objects, so that they are not drawn again. */
export function showNews(): void {
  clearTimeout(drawing)
  drawing = undefined
  const states = new Map(news)
  news.clear()
  if (states.size === 0) return
  changeBatch(({ files }) => ({
    files: files.map((file) => {
      const state = states.get(file.key)
      return state === undefined ? file : { ...file, state }
    }),
  }))
}

export function changeBatch(change: (batch: Batch) => Partial<Batch>): void {
  useStore.setState(({ batch }) => (batch === null ? {} : { batch: { ...batch, ...change(batch) } }))
}

/**
 * Whether the stored reports are those of the batch's file in the preview; then it counts as imported. Of its tables
 * some may come later than others.
 */
export function tookIntoBatch(token: string, stored: readonly Id[]): boolean {
  const { batch, reports } = useStore.getState()
  if (batch?.looking?.token !== token) return false
  const { key } = batch.looking
  const before = batch.files.find((file) => file.key === key)?.state
  const added = (reports ?? [])
    .filter(({ id }) => stored.includes(id))
    .map(({ id, title, office }) => ({ id, title, office }))
  const imported = before?.type === 'imported' ? [...before.reports, ...added] : added
  tell(key, { type: 'imported', reports: imported, earlier: false })
  showNews()
  return true
}
