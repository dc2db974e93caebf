/** What recognition proposes for a workbook, before anything is stored: a person may correct it in the preview. */
import type { Assigner, Cell, Period, Role, RowKind, TextBlock } from '../model.ts'

export interface ImportPlan {
  readonly tables: readonly PlannedTable[]
  /** Sheets without an indicator table. */
  readonly skipped: readonly { readonly sheet: string; readonly reason: 'no-table' | 'empty' }[]
}

export interface PlannedTable {
  readonly sheet: string
  /** Header and rows, nothing else: "A7:G40". */
  readonly range: string
  readonly headerRows: { readonly first: number; readonly last: number }
  readonly title: string
  readonly subtitle: string
  readonly period: Period
  readonly office: string
  readonly letterhead: readonly TextBlock[]
  readonly signature: readonly TextBlock[]
  readonly columns: readonly PlannedColumn[]
  readonly rows: readonly PlannedRow[]
  /** Why things were decided as they were, for the preview: keys of the `import` texts. */
  readonly reasons: readonly {
    readonly key: string
    readonly params: Readonly<Record<string, string | number>>
  }[]
}

export interface PlannedColumn {
  /** Sheet column, from 1. */
  readonly column: number
  readonly letter: string
  readonly role: Role
  readonly header: readonly string[]
  readonly assignedBy?: Assigner
  readonly year?: number
  readonly term?: true
  readonly hidden: boolean
  readonly width?: number
  /** For computed roles: sheet columns compared, where the header says so; the defaults are worked out later. */
  readonly of?: number
  readonly to?: number
  /** Of a growth: see `Column`. */
  readonly steps?: number
  /** Whatever the role, for it may be corrected: see `Column`. */
  readonly withoutPlan?: boolean
}

export interface PlannedRow {
  /** Sheet row, from 1. */
  readonly row: number
  readonly kind: RowKind
  readonly level: number
  readonly mark?: string
  readonly ordinal: string
  readonly name: string
  readonly unit: string
  readonly hidden: boolean
  /** How many steps the name is indented by in the file; needed when a corrected role has the rows read again. */
  readonly indent?: number
  /** Every non-empty cell by sheet column, whatever the column's role, so that a role can be corrected afterwards. */
  readonly cells: Readonly<Record<number, Cell>>
}

/** What a person corrected in the preview of one table. Keys are sheet columns. */
export interface PlanCorrections {
  readonly title?: string
  readonly period?: Period
  readonly office?: string
  /** Of several columns corrected to ordinal, name or unit the last keeps it, the others become text. */
  readonly roles?: Readonly<Record<number, Role>>
}
