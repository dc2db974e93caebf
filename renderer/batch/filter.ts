/** The list of a batch by what came of the files. */
import type { BatchFile } from '../store.ts'

export const BATCH_FILTERS = ['all', 'imported', 'look', 'refused', 'waiting'] as const
export type BatchFilter = (typeof BATCH_FILTERS)[number]

/** A file that is being read counts as one that waits. */
function outcomeOf({ state }: BatchFile): Exclude<BatchFilter, 'all'> {
  return state.type === 'reading' ? 'waiting' : state.type
}

export function filesOf(files: readonly BatchFile[], filter: BatchFilter): readonly BatchFile[] {
  return filter === 'all' ? files : files.filter((file) => outcomeOf(file) === filter)
}

export function countsOf(files: readonly BatchFile[]): Readonly<Record<BatchFilter, number>> {
  const counts = { all: files.length, imported: 0, look: 0, refused: 0, waiting: 0 }
  for (const file of files) counts[outcomeOf(file)]++
  return counts
}
