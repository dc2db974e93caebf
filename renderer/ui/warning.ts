/** A contradiction explained at the field that has it. Nothing is refused. */
import type { TFunction } from 'i18next'
import type { Sentence } from '../../shared/sentence.ts'

/** Properties of Fluent's Field; none where there is nothing to say. */
export function warningOf(problem: Sentence | undefined, t: TFunction) {
  if (problem === undefined) return {}
  return { validationState: 'warning', validationMessage: t(problem.key, problem.params) } as const
}
