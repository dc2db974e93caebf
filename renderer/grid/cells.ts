/** What each cell of the grid shows: rows and computed values turned into texts and marks, anew only where needed. */
import type { Computed } from '../../shared/calculate.ts'
import { isFigure, isSourceFigure } from '../../shared/columns.ts'
import type { Column, Id, Report, Row } from '../../shared/model.ts'
import { parseQuantity } from '../../shared/quantity.ts'
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
}

/** Why a cell is marked, with what its note says. */
export type Mark =
  | { readonly type: 'differs'; readonly stated: string; readonly computed: string }
  | {
      readonly type: 'override'
      readonly text: string
      readonly reason: string
      readonly computed: string
      /** False for words where a figure is expected. */
      readonly understood: boolean
    }
  | { readonly type: 'unclear' | Draft['state']; readonly text: string }

export interface GridRow {
  readonly row: Row
  /** By column id. */
  readonly cells: Readonly<Record<Id, CellView>>
}

export interface GridContent {
  readonly report: Report
  readonly computed: Computed
  readonly drafts: Drafts
}

/** A function like `gridRows` that remembers what it last made and hands out the same rows where it can. */
export function rememberingGridRows(): (content: GridContent) => readonly GridRow[] {
  let last: { readonly content: GridContent; readonly rows: readonly GridRow[] } | undefined
  return (content) => {
    const { report, computed, drafts } = content
    const unchanged =
      last?.content.report === report && last.content.computed === computed && last.content.drafts === drafts
    if (last !== undefined && unchanged) return last.rows
    const rows = gridRows(content, last)
    last = { content, rows }
    return rows
  }
}

/**
 * The visible rows of the report. A row of `before` is kept, as the same object, where neither it nor a row above it
 * in the outline nor its computed values nor its drafts changed, so that only what changed is drawn again.
 */
export function gridRows(
  content: GridContent,
  before?: { readonly content: GridContent; readonly rows: readonly GridRow[] },
): readonly GridRow[] {
  const { report, computed, drafts } = content
  const reusable = before?.content.report.columns === report.columns ? before : undefined
  const known = new Map(reusable?.rows.map((entry) => [entry.row.id, entry]))
  const rowsBefore = new Map(reusable?.content.report.rows.map((row) => [row.id, row]))
  const changedAtLevel: boolean[] = []
  const rows: GridRow[] = []
  for (const row of report.rows) {
    const changed = rowsBefore.get(row.id) !== row || changedAtLevel.slice(0, row.level).includes(true)
    changedAtLevel.length = Math.min(changedAtLevel.length, row.level)
    changedAtLevel[row.level] = changed
    if (row.hidden === true) continue
    const kept = known.get(row.id)
    const same =
      !changed &&
      reusable?.content.computed.get(row.id) === computed.get(row.id) &&
      reusable?.content.drafts[row.id] === drafts[row.id]
    rows.push(same && kept !== undefined ? kept : gridRow(report, row, computed, drafts[row.id]))
  }
  return rows
}

export function visibleColumns(columns: readonly Column[]): readonly Column[] {
  return columns.filter((column) => column.hidden !== true)
}

function gridRow(report: Report, row: Row, computed: Computed, drafts: Drafts[Id] | undefined): GridRow {
  const cells: Record<Id, CellView> = {}
  for (const column of report.columns) {
    const draft = drafts?.[column.id]
    cells[column.id] =
      draft === undefined
        ? cellView(report, row, column, computed)
        : { text: draft.text, mark: { type: draft.state, text: draft.text } }
  }
  return { row, cells }
}

export function cellView(report: Report, row: Row, column: Column, computed: Computed): CellView {
  const { text, by, differs } = shown(report, row, column, computed)
  const tone = column.role === 'assessment' ? toneOf(text) : undefined
  const mark = markOf()
  return { text, ...(mark !== undefined && { mark }), ...(tone !== undefined && { tone }) }

  function markOf(): Mark | undefined {
    if (by === 'override') {
      return {
        type: 'override',
        text,
        understood: !isFigure(column.role) || parseQuantity(text) !== undefined,
        reason: row.overrides[column.id]?.reason ?? '',
        computed: computedTextOf(row, column, computed),
      }
    }
    if (differs) return { type: 'differs', stated: text, computed: computedTextOf(row, column, computed) }
    const cell = row.cells[column.id]
    if (isSourceFigure(column.role) && cell !== undefined && cell.quantity === undefined) {
      return { type: 'unclear', text: cell.text }
    }
    return undefined
  }
}

/** What the program works out for a computed cell, as it would be shown; "" when nothing. */
export function computedTextOf(row: Row, column: Column, computed: Computed): string {
  const value = computed.get(row.id)?.[column.id]
  return value === undefined ? '' : computedText(column.role, value)
}
