/** What each cell of the grid shows: rows and computed values turned into texts and marks, anew only where needed. */
import type { Computed } from '../../shared/calculate.ts'
import { isEmpty, isPlaceholder } from '../../shared/cells.ts'
import { isComputed, isFigure, isSourceFigure } from '../../shared/columns.ts'
import { directionOf } from '../../shared/direction.ts'
import { areEqual } from '../../shared/equal.ts'
import { surprisesOf } from '../../shared/explain.ts'
import type {
  Cell,
  CellMetadata,
  Column,
  Finding,
  FindingCode,
  Id,
  PlanValue,
  Report,
  Row,
} from '../../shared/model.ts'
import { parseQuantity } from '../../shared/quantity.ts'
import type { Sentence } from '../../shared/sentence.ts'
import { computedText, shown } from '../../shared/shown.ts'
import { toneOf, type Tone } from '../verdict.ts'

/** A text on its way to disk ("saving"), or one that could not be saved and waits for the person ("failed"). */
export interface Draft {
  readonly text: string
  readonly state: 'saving' | 'failed'
}

/** By row id, then by column id. */
export type Drafts = Readonly<Record<Id, Readonly<Record<Id, Draft>>>>

export interface CellView {
  readonly text: string
  readonly mark?: Mark
  readonly tone?: Tone
  readonly about?: About
}

/** Why a cell is marked, with what its note says. */
export type Mark =
  | { readonly type: 'differs'; readonly stated: string; readonly computed: string }
  | {
      readonly type: 'override'
      readonly text: string
      readonly reason: string
      readonly computed: string
      /** No figure where one is expected, or nearly a verdict but none. */
      readonly unclear: boolean
      /** What is questioned about it. */
      readonly findings: readonly Finding[]
    }
  | { readonly type: 'unclear' | Draft['state']; readonly text: string }
  /** Questioned by a finding: its reading is doubtful, or anything else that a careful reader would ask about. */
  | { readonly type: 'doubtful' | 'questioned'; readonly findings: readonly Finding[] }
  /** All that was questioned was let stand. */
  | { readonly type: 'settled'; readonly findings: readonly Finding[] }

/** What is known of a figure besides its text. */
export interface About {
  /** The program worked it out from the rows below. */
  readonly rolledUp?: true
  /** A target of which less is better, where its text does not say so itself. */
  readonly less?: true
  readonly metadata?: CellMetadata
  readonly planValues?: readonly PlanValue[]
  /** What would surprise about a ratio of 100 or 0: see `surprisesOf`. */
  readonly surprises?: readonly Sentence[]
}

export interface GridRow {
  readonly row: Row
  /** By column id. */
  readonly cells: Readonly<Record<Id, CellView>>
  /** Of this row. */
  readonly findings: readonly Finding[]
}

export interface GridContent {
  readonly report: Report
  readonly computed: Computed
  readonly drafts: Drafts
  /** Of the report; they may be a moment behind it. */
  readonly findings: readonly Finding[]
}

/** A function like `gridRows` that remembers what it last made and hands out the same rows where it can. */
export function rememberingGridRows(): (content: GridContent) => readonly GridRow[] {
  let last: { readonly content: GridContent; readonly rows: readonly GridRow[] } | undefined
  return (content) => {
    const { report, computed, drafts, findings } = content
    const unchanged =
      last?.content.report === report &&
      last.content.computed === computed &&
      last.content.drafts === drafts &&
      last.content.findings === findings
    if (last !== undefined && unchanged) return last.rows
    const rows = gridRows(content, last)
    last = { content, rows }
    return rows
  }
}

/**
 * The visible rows of the report. A row of `before` is kept, as the same object, where neither it nor a row above it
 * in the outline nor its computed values, drafts or findings changed, so that only what changed is drawn again.
 */
export function gridRows(
  content: GridContent,
  before?: { readonly content: GridContent; readonly rows: readonly GridRow[] },
): readonly GridRow[] {
  const { report, computed, drafts } = content
  const reusable = isComparable(before?.content.report, report) ? before : undefined
  const known = new Map(reusable?.rows.map((entry) => [entry.row.id, entry]))
  const rowsBefore = new Map(reusable?.content.report.rows.map((row) => [row.id, row]))
  const findingsOf = Map.groupBy(content.findings, ({ row }) => row)
  const changedAtLevel: boolean[] = []
  const rows: GridRow[] = []
  for (const row of report.rows) {
    const changed = rowsBefore.get(row.id) !== row || changedAtLevel.slice(0, row.level).includes(true)
    changedAtLevel.length = Math.min(changedAtLevel.length, row.level)
    changedAtLevel[row.level] = changed
    if (row.hidden === true) continue
    const kept = known.get(row.id)
    const findings = findingsOf.get(row.id) ?? NONE
    const same =
      !changed &&
      areEqual(kept?.findings, findings) &&
      reusable?.content.computed.get(row.id) === computed.get(row.id) &&
      reusable?.content.drafts[row.id] === drafts[row.id]
    rows.push(same && kept !== undefined ? kept : gridRow(content, row, findings))
  }
  return rows
}

const NONE: readonly Finding[] = []

/** What all rows are shown by is the same. */
function isComparable(before: Report | undefined, report: Report): boolean {
  return (
    before?.columns === report.columns && before.policy === report.policy && before.period === report.period
  )
}

export function visibleColumns(columns: readonly Column[]): readonly Column[] {
  return columns.filter((column) => column.hidden !== true)
}

function gridRow({ report, computed, drafts }: GridContent, row: Row, findings: readonly Finding[]): GridRow {
  const cells: Record<Id, CellView> = {}
  for (const column of report.columns) {
    const draft = drafts[row.id]?.[column.id]
    cells[column.id] =
      draft === undefined
        ? cellView(report, row, column, computed, findings)
        : { text: draft.text, mark: { type: draft.state, text: draft.text } }
  }
  return { row, cells, findings }
}

/** What the file states is not what is computed. Without one of them the difference is of no matter. */
const SAYS_OTHERWISE: ReadonlySet<FindingCode> = new Set([
  'ratio-wrong',
  'ratio-truncated',
  'ratio-rounded',
  'verdict-differs',
])

/** `findings` are those of the row. */
export function cellView(
  report: Report,
  row: Row,
  column: Column,
  computed: Computed,
  findings: readonly Finding[] = NONE,
): CellView {
  const { text, by, differs } = shown(report, row, column, computed)
  const tone = column.role === 'assessment' ? toneOf(report, text) : undefined
  const mark = markOf()
  const about = isSourceFigure(column.role)
    ? aboutCell(report, row, column)
    : aboutRatio(report, row, column, computed)
  return {
    text,
    ...(mark !== undefined && { mark }),
    ...(tone !== undefined && { tone }),
    ...(about !== undefined && { about }),
  }

  function markOf(): Mark | undefined {
    const own = findings.filter((finding) => finding.column === column.id)
    const open = own.filter(({ settled }) => settled === undefined)
    if (by === 'override') {
      const isNoFigure = isFigure(column.role) && text !== '' && parseQuantity(text) === undefined
      return {
        type: 'override',
        text,
        reason: row.overrides[column.id]?.reason ?? '',
        computed: computedTextOf(row, column, computed),
        unclear: isNoFigure || open.some(({ code }) => code === 'verdict-unclear'),
        findings: open,
      }
    }
    if (own.length > 0 && open.length === 0) return { type: 'settled', findings: own }
    if (differs && open.some(({ code }) => SAYS_OTHERWISE.has(code))) {
      return { type: 'differs', stated: text, computed: computedTextOf(row, column, computed) }
    }
    if (isUnclear(report, row, column)) return { type: 'unclear', text }
    const questions = open.filter(({ severity }) => severity !== 'info')
    if (questions.length === 0) return undefined
    const doubtful = questions.some(({ code }) => code === 'separator-unclear')
    return { type: doubtful ? 'doubtful' : 'questioned', findings: questions }
  }
}

/** Words in a column of figures, unless a person said that the row is a matter of words, or they ask to keep what is there. */
function isUnclear(report: Report, row: Row, { id, role }: Column): boolean {
  const cell = row.cells[id]
  if (!isSourceFigure(role) || cell === undefined || cell.quantity !== undefined) return false
  if (isEmpty(cell) || isPlaceholder(cell.text) || row.direction === 'words') return false
  return !(isTarget(report, id) && directionOf(report, row).direction === 'keep')
}

/** Looked for only where there may be some: it takes working the ratio out again. */
function aboutRatio(report: Report, row: Row, column: Column, computed: Computed): About | undefined {
  const value = column.role === 'ratio' ? computed.get(row.id)?.[column.id] : undefined
  const isShown = row.overrides[column.id] === undefined && (value === '100' || value === '0')
  const surprises = isShown ? surprisesOf(report, row, column) : []
  return surprises.length === 0 ? undefined : { surprises }
}

function aboutCell(report: Report, row: Row, column: Column): About | undefined {
  const cell = row.cells[column.id]
  if (cell === undefined) return undefined
  const { rolledUp, metadata, planValues } = cell
  const less = isPlainTarget(report, column, cell) && directionOf(report, row).direction === 'less'
  if (!less && rolledUp === undefined && metadata === undefined && planValues === undefined) return undefined
  return {
    ...(rolledUp !== undefined && { rolledUp }),
    ...(less && { less }),
    ...(metadata !== undefined && { metadata }),
    ...(planValues !== undefined && { planValues }),
  }
}

/** "7,1" and not "< 7,1", which says by itself what is good. */
function isPlainTarget(report: Report, { id }: Column, { quantity }: Cell): boolean {
  return quantity?.op === '=' && quantity.value !== undefined && isTarget(report, id)
}

function isTarget({ columns }: Report, id: Id): boolean {
  return columns.some((column) => isComputed(column.role) && column.to === id)
}

/** What the program works out for a computed cell, as it would be shown; "" when nothing. */
export function computedTextOf(row: Row, column: Column, computed: Computed): string {
  const value = computed.get(row.id)?.[column.id]
  return value === undefined ? '' : computedText(column.role, value)
}
