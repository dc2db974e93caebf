/** What recognition proposes for a workbook, before anything is stored: a person may correct it in the preview. */
import type { Assigner, Cell, Id, Period, Role, RowKind, TextBlock } from '../model.ts'
import type { LegacyEncoding } from '../sheet.ts'

export interface ImportPlan {
  readonly tables: readonly PlannedTable[]
  /** Sheets without an indicator table. */
  readonly skipped: readonly { readonly sheet: string; readonly reason: 'no-table' | 'empty' }[]
}

/** Rows of a sheet, from 1, both included. */
export interface RowSpan {
  readonly first: number
  readonly last: number
}

/** A row of the sheet as its texts are read, by sheet columns from left to right. */
export interface SheetLine {
  readonly row: number
  readonly cells: readonly { readonly column: number; readonly text: string }[]
}

/** Where a person says that a table stands: its header rows and, if the table ended elsewhere, its last row. */
export interface HeaderPlace extends RowSpan {
  readonly sheet: string
  readonly lastRow?: number
}

export interface PlannedTable {
  readonly sheet: string
  /** Header and rows, nothing else: "A7:G40". */
  readonly range: string
  readonly headerRows: RowSpan
  readonly title: string
  readonly subtitle: string
  /** Of all figures, where a line above the table says so and there is no column for units. */
  readonly unit?: string
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
  /** The nearest lines of the sheet outside the table, from top to bottom. */
  readonly surroundings: { readonly above: readonly SheetLine[]; readonly below: readonly SheetLine[] }
  /** How many of the table's cells were in an encoding from before Unicode; absent where none was. */
  readonly conversions?: readonly { readonly encoding: LegacyEncoding; readonly cells: number }[]
  /** Where recognition alone found the header, if a person or a remembered template says that it is elsewhere. */
  readonly recognisedHeader?: RowSpan
  /** The remembered template it was recognised by. */
  readonly profile?: {
    readonly id: Id
    readonly name: string
    /** Sheet columns that the template does not know. */
    readonly newColumns: readonly number[]
    /** What it says besides the roles, which the columns have already: see `withRemembered`. */
    readonly corrections: Pick<PlanCorrections, 'leftOutColumns' | 'rows' | 'lastRow'>
  }
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
  /** Recognition is unsure of the role, or the remembered template does not know the column: a person is to say. */
  readonly asked?: true
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
  /** The sheet rows of the table that the file's formulas add up in it. */
  readonly parts?: readonly number[]
  /** The last sheet row, where the name runs over several. */
  readonly until?: number
  /** How many steps the name is indented by in the file; needed when a corrected role has the rows read again. */
  readonly indent?: number
  /** The name's cell is bold, and the sheet rows that a formula of the row adds up: as `indent`. */
  readonly bold?: true
  readonly adds?: readonly number[]
  /** Every non-empty cell by sheet column, whatever the column's role, so that a role can be corrected afterwards. */
  readonly cells: Readonly<Record<number, Cell>>
}

/** What a person corrected in the preview of one table. Columns and rows are those of the sheet. */
export interface PlanCorrections {
  readonly title?: string
  readonly period?: Period
  readonly office?: string
  /** Of several columns corrected to ordinal, name or unit the last keeps it, the others become text. */
  readonly roles?: Readonly<Record<number, Role>>
  /** Columns that are not imported. */
  readonly leftOutColumns?: readonly number[]
  /** The table has been planned with these header rows; rows within and above them are no rows of it. */
  readonly headerRows?: RowSpan
  /** Rows below it are not imported. */
  readonly lastRow?: number
  readonly rows?: Readonly<Record<number, RowCorrection>>
}

export interface RowCorrection {
  readonly kind?: RowKind
  /** Counts as far as the row above it allows: a row stands at most one level deeper. */
  readonly level?: number
  /** Not imported; the rows below it in the outline move up to its place. */
  readonly leftOut?: boolean
}
