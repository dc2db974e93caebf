/** What a person decides about findings. Every decision is one step that undo takes back. */
import { setAsideEdit } from '../../shared/check/fixes.ts'
import type { Edit, Finding } from '../../shared/model.ts'
import { useStore, type State } from '../store.ts'
import { checkNow } from './checking.ts'
import { edit } from './editing.ts'

/** Lets them stand as they are; the reason may be "". */
export function letStand(findings: readonly Finding[], reason: string): Promise<void> {
  return settle([setAsideEdit(findings, reason)])
}

/** Carries out a fix. */
export function replace(edits: readonly Edit[]): Promise<void> {
  return settle(edits)
}

export function questionAgain(findings: readonly Finding[]): Promise<void> {
  return settle([setAsideEdit(findings, null)])
}

/** Whoever decides waits for no pause in typing. */
async function settle(edits: readonly Edit[]): Promise<void> {
  await edit(edits)
  checkNow()
}

/** Moves the cursor of the list of findings, and opens or closes its groups. */
export function showFindings(findingsView: State['findingsView']): void {
  useStore.setState({ findingsView })
}
