/** Has mutants read as the program has files read: by a process that is watched over. */
import { fileURLToPath } from 'node:url'
import { createReader } from '../../electron/excel/readerHost.ts'
import { forkReader } from '../../electron/readerFork.ts'
import { mutants, type Mutant } from './mutants.ts'

const PROGRAM = fileURLToPath(new URL('../../electron/excel/readerProcess.ts', import.meta.url))

/** Why a mutant was refused: "code reason"; "read" where it was not. */
export type Outcome = string

export interface MutantOutcome {
  readonly mutant: Mutant
  readonly outcome: Outcome
  readonly milliseconds: number
}

export async function* readMutants(count: number): AsyncGenerator<MutantOutcome> {
  const reader = createReader(() => forkReader(PROGRAM))
  try {
    for (const mutant of mutants(count)) {
      const start = performance.now()
      const result = await reader.plan({ bytes: mutant.bytes, name: 'a.xlsx' })
      const outcome = result.ok ? 'read' : `${result.failure.code} ${result.failure.reason}`
      yield { mutant, outcome, milliseconds: performance.now() - start }
    }
  } finally {
    reader.end()
  }
}

/**
 * Reading ended itself, which an error in the program looks like as well. What the library of .xls makes of a damaged
 * file may fill the memory; of any other file nothing may.
 */
export function isUnexpected({ mutant, outcome }: MutantOutcome): boolean {
  const isOutOfHand = outcome === 'limit too-complex' || outcome === 'limit reading-too-slow'
  return isOutOfHand && !mutant.name.startsWith('bac-kan.xls,')
}
