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
  /** The mark of a footnote that stood glued to the figure ("0,24‰5" → "5", "1.250(*)" → "(*)"). */
  readonly footnote?: string
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
  /** The text can be read in two ways and a person chose the one in `quantity`. */
  readonly chosen?: true
  /** Worked out from the rows below by the row's `rollUp`; gone as soon as a person types into it. */
  readonly rolledUp?: true
  /** Of a plan that was adjusted: every value it had, the oldest first. The cell's own text is the one that counts. */
  readonly planValues?: readonly PlanValue[]
}

/** A plan as one decision set it. */
export interface PlanValue {
  readonly text: string
  readonly quantity?: Quantity
  /** Number of the decision ("45/QĐ-UBND"); "" where nobody gave it. */
  readonly decision: string
  /** ISO date of the decision. */
  readonly date?: string
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
  /** A person took the computed value instead: it is known, but no longer shown. */
  readonly replaced?: true
}

/** A computed cell overruled by a person; with the text "" it is left empty on purpose. The reason may be empty when they were in a hurry. */
export interface Override {
  readonly text: string
  readonly reason: string
  /** What it was made of (see `basisOf`); absent where nobody knew, as in overrides of older versions. */
  readonly basis?: string
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

/** The roles whose cells the program works out. */
export type ComputedRole = Extract<Role, 'ratio' | 'change' | 'growth' | 'assessment'>

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
  /** A plan for the whole term, beside which others are steps of one year. */
  readonly term?: true
  /** Of a plan column: whether its adjusted plans count as they were first assigned or as last adjusted. */
  readonly counts?: 'first' | 'latest'
  /** Of a computed column: how many decimals, where that is not the report's `policy.digits`. */
  readonly digits?: number
  /** Of a growth: the years from `to` to `of`; more than 1 makes it the average a year (BQGĐ). */
  readonly steps?: number
  /** Appended by the program because the table had plan and result but no such column. */
  readonly added?: boolean
  readonly hidden?: boolean
  /** Width in the sheet's characters, as the file or the person set it. */
  readonly width?: number
}

export const DIRECTIONS = ['more', 'less', 'range', 'keep', 'words'] as const
/** What is good for an indicator: more, less, to stay within a range, to keep what is there; or only words can tell. */
export type Direction = (typeof DIRECTIONS)[number]

export const ROLL_UPS = ['sum', 'mean', 'last', 'none'] as const
/** How the figures of a row follow from its parts: added up, as a mean weighted by the wholes of fractions, the last one, or not at all. */
export type RollUp = (typeof ROLL_UPS)[number]

/** A finding that a person looked at and let stand. It comes back once `seen` is no longer what it says. */
export interface SetAside {
  readonly code: FindingCode
  readonly column?: Id
  /** What the finding said: see `fingerprintOf` in check/settled.ts. */
  readonly seen: string
  /** "" where it was simply accepted. */
  readonly reason: string
}

export const ROW_KINDS = ['section', 'indicator', 'item', 'total'] as const
export type RowKind = (typeof ROW_KINDS)[number]

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
  /** What is good for it, as a person said; absent where the proposal of `proposeDirection` holds. */
  readonly direction?: Direction
  /** "Chỉ đánh giá cuối năm": reports within the year do not assess it, whatever its figures. */
  readonly yearEndOnly?: true
  readonly rollUp?: RollUp
  readonly setAside?: readonly SetAside[]
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

export const LESS_RATINGS = ['none', 'met-is-100', 'plan-by-result', 'two-minus', 'reduction'] as const
/**
 * How a ratio rates an indicator of which less is better: not at all; 100 when met; KH/TH; 2 − TH/KH; or the reduction
 * from a base year, (base − TH)/(base − KH). No decree prescribes one, so the printed table says which.
 */
export type LessRating = (typeof LESS_RATINGS)[number]

export const OUTCOMES = ['exceeded', 'met', 'nearly', 'missed', 'expected', 'pending'] as const
/** What a result comes to against its target; "expected" is met by a forecast, "pending" has no result yet. */
export type Outcome = (typeof OUTCOMES)[number]

/** The word of every outcome; "" for one that is not told apart or of which nothing is said. */
export type VerdictWords = Readonly<Record<Outcome, string>>

/** How a report rates and rounds. */
export interface Policy {
  /** Decimals of computed figures, half-up, trailing zeros dropped. */
  readonly digits: number
  readonly less: LessRating
  /** For "reduction": the column of the base year; absent for the nearest earlier result. */
  readonly base?: Id
  /** The words in reports of a month, a quarter, half a year or nine months. */
  readonly withinYear: VerdictWords
  /** The words in reports of a year, a term or an unknown period. */
  readonly wholePeriod: VerdictWords
  /** From how many per cent of the target on a miss is "nearly", where there is a word for that. */
  readonly nearlyFrom: DecimalText
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
  /** Absent while it is the program's own: see policy.ts. */
  readonly policy?: Policy
  /** Findings about the report as a whole that were let stand. */
  readonly setAside?: readonly SetAside[]
  /** A report that came with the program to learn from. */
  readonly sample?: boolean
  /** The workbook it was imported from; `hash` finds its stored bytes. `range` is header and rows ("A7:G40"). */
  readonly source?: {
    readonly file: string
    readonly hash: string
    readonly sheet: string
    readonly range: string
    readonly conversions?: readonly Conversion[]
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

/** Texts that were in an encoding from before Unicode and have been turned into Unicode on the way in. */
export interface Conversion {
  readonly encoding: 'tcvn3' | 'vni'
  /** How many cells of the table and of the lines around it. */
  readonly cells: number
}

/** The properties that a person sets. */
export type EditableProperties = Partial<
  Pick<ReportProperties, 'title' | 'subtitle' | 'period' | 'office' | 'policy'>
>

/** What a person asks for. A list of edits is one step: one change, one undo. */
export type Edit =
  /**
   * Text as typed into any cell. In a computed column it overrules; "" there takes the override back, unless `blank` says
   * that the cell is to stay empty.
   */
  | {
      readonly type: 'cell'
      readonly row: Id
      readonly column: Id
      readonly text: string
      readonly reason?: string
      readonly blank?: true
    }
  | { readonly type: 'properties'; readonly properties: EditableProperties }
  | { readonly type: 'column'; readonly column: Id; readonly set: ColumnSettings }
  /** A computed column after another one; `id` is a fresh one. What it compares defaults as in `withComparisons`. */
  | {
      readonly type: 'addColumn'
      readonly id: Id
      readonly after: Id
      readonly role: ComputedRole
      readonly header: readonly string[]
      readonly of?: Id
      readonly to?: Id
    }
  /** Takes away a column that the program or a person added; those of the file stay (they can be hidden). */
  | { readonly type: 'removeColumn'; readonly column: Id }
  | { readonly type: 'row'; readonly row: Id; readonly set: RowSettings }
  /** Who supplied a figure, how firm it is; null takes a field away. */
  | {
      readonly type: 'metadata'
      readonly row: Id
      readonly column: Id
      readonly set: { readonly [Field in keyof CellMetadata]?: CellMetadata[Field] | null }
    }
  /** All values that a plan had, the oldest first; which of them counts is the column's `counts`. None takes them away. */
  | {
      readonly type: 'planValues'
      readonly row: Id
      readonly column: Id
      readonly values: readonly { readonly text: string; readonly decision: string; readonly date?: string }[]
    }
  /**
   * Chooses one of the readings of a doubtful text, which stays as typed. Of a range or a fraction `value` is the bound or
   * the whole that tells its readings apart.
   */
  | { readonly type: 'reading'; readonly row: Id; readonly column: Id; readonly value: DecimalText }
  /** In a computed column: the computed values instead of what the file states, or the file's again. */
  | {
      readonly type: 'stated'
      readonly column: Id
      readonly rows: readonly Id[]
      readonly use: 'computed' | 'file'
    }
  /** Lets findings stand, with a reason or "" ; with null they are questioned again. */
  | {
      readonly type: 'setAside'
      readonly findings: readonly (Pick<SetAside, 'code' | 'column' | 'seen'> & { readonly row?: Id })[]
      readonly reason: string | null
    }

/** What a person may set of a column; null takes a setting away. */
export interface ColumnSettings {
  readonly role?: Role
  readonly width?: number
  readonly hidden?: boolean
  readonly assignedBy?: Assigner | null
  readonly of?: Id
  readonly to?: Id
  readonly term?: boolean
  readonly counts?: 'first' | 'latest'
  readonly digits?: number | null
  readonly steps?: number | null
}

/** What a person may set of a row; null goes back to what is proposed. */
export interface RowSettings {
  readonly direction?: Direction | null
  readonly yearEndOnly?: boolean
  readonly rollUp?: RollUp | null
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
    | 'editCell'
    | 'editCells'
    | 'several'
    | 'override'
    | 'overrideBlank'
    | 'clearOverride'
    | 'properties'
    | 'policy'
    | 'column'
    | 'columns'
    | 'addColumn'
    | 'removeColumn'
    | 'row'
    | 'rows'
    | 'rollUp'
    | 'metadata'
    | 'metadataCells'
    | 'planValues'
    | 'planValuesCells'
    | 'reading'
    | 'readings'
    | 'useComputed'
    | 'useFile'
    | 'setAside'
    | 'questionAgain'
    | 'import'
    | 'reimport'
    | 'paste'
    | 'sample'
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

export const FINDING_CODES = [
  'ratio-wrong',
  'ratio-truncated',
  'ratio-rounded',
  'ratio-implausible',
  'verdict-differs',
  'verdict-missing',
  'sum-differs',
  'share-over-100',
  'unit-missing',
  'unit-unlikely',
  'unit-in-figure',
  'separator-unclear',
  'digits-hidden',
  'error-cell',
  'value-missing',
  'target-unclear',
  'result-unclear',
  'result-missing',
  'ordinal-broken',
  'name-repeated',
  'name-unfinished',
  'direction-unclear',
  'ratio-unfounded',
  'unit-changed',
  'figure-far',
  'part-over-whole',
  'period-differs',
  'section-figure',
  'verdict-unclear',
  'override-differs',
  'encoding-converted',
] as const
/** The codes are a contract of the command line; each has its sentence in the `findings` texts. */
export type FindingCode = (typeof FINDING_CODES)[number]

/** Something a careful reader would question. The text is made from `code` and `params` by the `findings` texts. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  readonly row?: Id
  readonly column?: Id
  readonly params: Readonly<Record<string, string | number>>
  /** A person let it stand, for this reason ("" for none). */
  readonly settled?: string
}
