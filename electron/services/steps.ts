/** Undo and redo told from the journal alone, so that they outlive a restart. Histories come newest first. */
import type { Step } from '../db/journal.ts'

/** What undo takes back next. An undo stands for one earlier step gone; the making of a report stays. */
export function nextUndo(history: Iterable<Step>): Step | undefined {
  let undone = 0
  for (const step of history) {
    if (step.kind === 'undo') undone++
    else if (undone > 0) undone--
    else return step.creates ? undefined : step
  }
  return undefined
}

/** The undo that redo takes back next; after a new edit there is none. */
export function nextRedo(history: Iterable<Step>): Step | undefined {
  let redone = 0
  for (const step of history) {
    if (step.kind === 'do') return undefined
    if (step.kind === 'redo') redone++
    else if (redone > 0) redone--
    else return step
  }
  return undefined
}
