/** What comes of each file where many are imported at once. */
import type { LookReason } from './layout/needsLook.ts'
import type { Id } from './model.ts'
import type { Failure } from './result.ts'

export interface ImportedReport {
  readonly id: Id
  readonly title: string
  readonly office: string
}

/** A table that is not stored before a person has seen it. */
export interface LookedFor {
  readonly sheet: string
  readonly reasons: readonly LookReason[]
}

export type FileOutcome =
  | {
      readonly type: 'imported'
      readonly reports: readonly ImportedReport[]
      /** The very same workbook had been imported before; nothing was stored again. */
      readonly earlier: boolean
    }
  | { readonly type: 'look'; readonly tables: readonly LookedFor[] }
  | { readonly type: 'refused'; readonly failure: Failure }

export interface FinishedFile {
  readonly token: string
  readonly outcome: FileOutcome
}
