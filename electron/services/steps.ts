/** Undo and redo told from the journal alone, so that they outlive a restart. */
import { lastStep, stepBefore, type Step } from '../db/journal.ts'
import type { Database } from '../db/open.ts'
import type { Id } from '../../shared/model.ts'

/**
 * What undo takes back next. After an undo that is what came before the change it took back. The change that made the
 * report stays.
 */
export function nextUndo(db: Database, report: Id): Step | undefined {
  let step = lastStep(db, report)
  while (step?.kind === 'undo') step = beforeReversed(db, report, step)
  return step?.creates === true ? undefined : step
}

/**
 * The undo that redo takes back next. After a redo that is what could be redone before the undo it took back; after a
 * new edit there is none.
 */
export function nextRedo(db: Database, report: Id): Step | undefined {
  let step = lastStep(db, report)
  while (step?.kind === 'redo') step = beforeReversed(db, report, step)
  return step?.kind === 'undo' ? step : undefined
}

function beforeReversed(db: Database, report: Id, { reverses }: Step): Step | undefined {
  return reverses === undefined ? undefined : stepBefore(db, report, reverses)
}
