/**
 * The data of the program as plain readonly values: a report with its columns, rows and cells, and the
 * change that turns one state of it into another. Grid, database, files and command line all speak these.
 */

/** A canonical decimal: a dot, no grouping, no exponent, no trailing zeros, "-" in front if negative ("2225.4"). */
export type DecimalText = string

/** A UUID. Never used again once its row, column, report or change is gone. */
export type Id = string

/** How a figure is bounded: "~" is "khoảng" (about). */
export type Operator = '=' | '>' | '>=' | '<' | '<=' | '~'

/** What a cell's text means. A range has `low` and `high` and no `value`; the `value` of a fraction is its `part`. */
export interface Quantity {
  readonly op: Operator
  readonly value?: DecimalText
  readonly low?: DecimalText
  readonly high?: DecimalText
  readonly part?: DecimalText
  readonly whole?: DecimalText
  /** "giảm 935 hộ" is 935 with the sense "decrease". */
  readonly sense?: 'decrease' | 'increase'
  /** A unit or per-cent sign that stood glued to the figure ("18,6 ha" → "ha", "51,3 %" → "%"). */
  readonly unit?: string
}

/** Who supplied a figure and how firm it is. Every field is optional: offices fill in what they know. */
export interface CellMetadata {
  /** ISO date the figure is counted up to. */
  readonly asOf?: string
  readonly kind?: 'actual' | 'estimate' | 'forecast'
  readonly source?: string
  readonly note?: string
}

/** A figure or text as it stands in the table: the text as typed or as the file shows it, and what it means. */
export interface Cell {
  readonly text: string
  /** Absent where the text is not understood as a quantity. */
  readonly quantity?: Quantity
  /** What reading the file found odd about the cell; gone as soon as a person types into it. */
  readonly flags?: readonly CellFlag[]
  readonly metadata?: CellMetadata
}

/** The format hides digits; the cell holds an Excel error; a formula nobody calculated. Also codes of findings. */
export type CellFlag = 'digits-hidden' | 'error-cell' | 'value-missing'

/** What the imported file says in a computed column, and the texts it depended on then (see `basisOf`). */
export interface Stated {
  /** "" where only the flag says something. */
  readonly text: string
  readonly basis: string
  /** An Excel error, or a formula that nobody calculated. */
  readonly flag?: Exclude<CellFlag, 'digits-hidden'>
}

/** A computed cell overruled by a person. The reason may be empty when they were in a hurry. */
export interface Override {
  readonly text: string
  readonly reason: string
}

export const ROLES = [
  'ordinal',
  'name',
  'code',
  'unit',
  'plan',
  'actual',
  'estimate',
  'cumulative',
  'previous',
  'ratio',
  'change',
  'growth',
  'assessment',
  'owner',
  'note',
  'number',
  'text',
] as const
export type Role = (typeof ROLES)[number]

export const ASSIGNERS = ['province', 'district', 'council', 'party', 'own'] as const
/** Who assigned a plan: tỉnh giao, huyện giao, Nghị quyết HĐND, Nghị quyết Đảng bộ, phấn đấu. */
export type Assigner = (typeof ASSIGNERS)[number]

export interface Column {
  readonly id: Id
  /** The short name people and the command line use ("c4"); unique in the report, never used again. */
  readonly tag: string
  /** Sorts the columns; compare as strings of code units. */
  readonly order: string
  readonly role: Role
  /** The header texts from the outermost merged group down to the column's own ("Kết quả năm 2023", "Tỷ lệ%"). */
  readonly header: readonly string[]
  /** The letter of the sheet column it came from. */
  readonly letter?: string
  /** For ratio, change, growth and assessment: the columns compared; absent where there is none to compare. */
  readonly of?: Id
  readonly to?: Id
  /** Its header names something that no plan can stand in for ("so với cùng kỳ"): `to` is never a plan by default. */
  readonly withoutPlan?: boolean
  readonly assignedBy?: Assigner
  readonly year?: number
  /** Appended by the program because the table had plan and result but no such column. */
  readonly added?: boolean
  readonly hidden?: boolean
  /** Width in the sheet's characters, as the file or the person set it. */
  readonly width?: number
}

export type RowKind = 'section' | 'indicator' | 'item' | 'total'

export interface Row {
  readonly id: Id
  /** The short name people and the command line use ("r12"); unique in the report, never used again. */
  readonly tag: string
  /** Sorts the rows; compare as strings of code units. */
  readonly order: string
  readonly kind: RowKind
  /** 0 for a top row, its parent's + 1 for every other. */
  readonly level: number
  /** The leading mark of an item ("-", "+", "*"), which is not part of the name. */
  readonly mark?: string
  readonly ordinal: string
  readonly name: string
  readonly unit: string
  /** By column id: every column that is not ordinal, name, unit or computed, and is not empty. */
  readonly cells: Readonly<Record<Id, Cell>>
  /** By column id: what the file said in computed columns; "" where it left an assessment blank. */
  readonly stated: Readonly<Record<Id, Stated>>
  /** By column id: computed cells overruled by a person. */
  readonly overrides: Readonly<Record<Id, Override>>
  readonly hidden?: boolean
  readonly note?: string
  /** The indicator's identity, which outlives renames and goes on into the next period. */
  readonly indicator: Id
  /** Where the row came from. */
  readonly source?: { readonly sheet: string; readonly row: number }
}

export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year' | 'term' | 'unknown'

export type Period =
  | { readonly kind: 'month' | 'quarter' | 'half-year'; readonly index: number; readonly year: number }
  | { readonly kind: 'nine-months' | 'year'; readonly year: number }
  | { readonly kind: 'term'; readonly from: number; readonly to: number }
  | { readonly kind: 'unknown' }

/** Lines printed together at one side of the page, above or below the table. */
export interface TextBlock {
  readonly side: 'left' | 'centre' | 'right'
  readonly lines: readonly string[]
}

/** Everything of a report beside its columns and rows. */
export interface ReportProperties {
  readonly title: string
  readonly subtitle: string
  readonly period: Period
  /** The organisation that reports ("xã Lục Bình"); "" when the file does not say. */
  readonly office: string
  readonly letterhead: readonly TextBlock[]
  readonly signature: readonly TextBlock[]
  readonly state: 'draft' | 'locked' | 'sent'
  /** A report that came with the program to learn from. */
  readonly sample?: boolean
  /** The workbook it was imported from; `hash` finds its stored bytes. `range` is header and rows ("A7:G40"). */
  readonly source?: {
    readonly file: string
    readonly hash: string
    readonly sheet: string
    readonly range: string
  }
}

export interface Report extends ReportProperties {
  readonly id: Id
  /** Sorted by `order`. */
  readonly columns: readonly Column[]
  /** Sorted by `order`. */
  readonly rows: readonly Row[]
  /** ISO time of the last change. */
  readonly updatedAt: string
}

/** What a person asks for. A list of edits is one step: one change, one undo. */
export type Edit =
  /** Text as typed into any cell. In a computed column it overrules; "" there takes the override back. */
  | {
      readonly type: 'cell'
      readonly row: Id
      readonly column: Id
      readonly text: string
      readonly reason?: string
    }
  | { readonly type: 'properties'; readonly properties: Partial<ReportProperties> }
  | {
      readonly type: 'column'
      readonly column: Id
      readonly set: Partial<Pick<Column, 'role' | 'width' | 'hidden' | 'assignedBy'>>
    }

/** One thing before and after; null where it did not exist. */
export interface Replaced<T> {
  readonly before: T | null
  readonly after: T | null
}

/** What happened to one report. Undo is the same with before and after exchanged. */
export interface ReportChange {
  readonly report: Id
  /** The whole set of properties, where any changed. A created report has `before: null`, a deleted one `after: null`. */
  readonly properties?: Replaced<ReportProperties>
  readonly columns: readonly Replaced<Column>[]
  readonly rows: readonly Replaced<Row>[]
}

/** What a change was, for a person to read: a key of the `changes` texts and what to fill in. */
export interface ChangeLabel {
  readonly key:
    'editCell' | 'editCells' | 'override' | 'clearOverride' | 'properties' | 'column' | 'import' | 'sample'
  readonly params: Readonly<Record<string, string | number>>
}

/** One step of the journal, over one or more reports. The journal only grows. */
export interface Change {
  readonly id: Id
  readonly at: string
  readonly author: string
  readonly label: ChangeLabel
  /** "undo" reverses the change named by `reverses`; "redo" reverses an undo. */
  readonly kind: 'do' | 'undo' | 'redo'
  readonly reverses?: Id
  readonly reports: readonly ReportChange[]
}

export type Severity = 'error' | 'warning' | 'info'

/** The codes are a contract of the command line; each has its sentence in the `findings` texts. */
export type FindingCode =
  | 'ratio-wrong'
  | 'ratio-truncated'
  | 'ratio-rounded'
  | 'ratio-implausible'
  | 'verdict-differs'
  | 'verdict-missing'
  | 'sum-differs'
  | 'share-over-100'
  | 'unit-missing'
  | 'unit-unlikely'
  | 'unit-in-figure'
  | 'separator-unclear'
  | 'digits-hidden'
  | 'error-cell'
  | 'value-missing'
  | 'target-unclear'
  | 'result-unclear'
  | 'result-missing'
  | 'ordinal-broken'
  | 'name-repeated'

/** Something a careful reader would question. The text is made from `code` and `params` by the `findings` texts. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly row?: Id
  readonly column?: Id
  readonly params: Readonly<Record<string, string | number>>
}
