/** Before the window closes, everything that is being typed is saved, and main hears what could not be. */
import { api } from '../api.ts'
import { commitTyping } from '../beforeClosing.ts'
import { retryUnsaved, unsavedSteps } from './editing.ts'
import { reportUnexpected } from './messages.ts'
import { enqueue } from './queue.ts'

/** Answers main once every edit has been answered, whatever goes wrong on the way. */
export async function prepareToClose(again: boolean): Promise<void> {
  commitTyping(reportUnexpected)
  if (again) await retryUnsaved().catch(reportUnexpected)
  await enqueue(() => Promise.resolve())
  await api.readyToClose({ unsaved: unsavedSteps().length })
}
