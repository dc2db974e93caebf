/** Which rows of the preview are selected, and what keys and clicks make of it. Rows are those of the sheet. */
export interface RowSelection {
  /** The row with the keyboard. */
  readonly active: number
  /** Where extending with Shift began. */
  readonly anchor: number
  readonly rows: ReadonlySet<number>
}

export type RowMove = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last'

/** Rows of one page, about what the dialog shows on the smallest screen. */
const PAGE = 12

export function singleRow(row: number): RowSelection {
  return { active: row, anchor: row, rows: new Set([row]) }
}

/** The selection after a step; with `extend` from the anchor on. `all` are the rows of the table from top to bottom. */
export function movedBy(
  all: readonly number[],
  selection: RowSelection,
  move: RowMove,
  extend: boolean,
): RowSelection {
  const place = all.indexOf(selection.active)
  const last = all.length - 1
  const places: Readonly<Record<RowMove, number>> = {
    up: place - 1,
    down: place + 1,
    'page-up': place - PAGE,
    'page-down': place + PAGE,
    first: 0,
    last,
  }
  const row = all[Math.min(Math.max(places[move], 0), last)]
  if (row === undefined) return selection
  return extend ? extendedTo(all, selection, row) : singleRow(row)
}

/** From the anchor to the row. */
export function extendedTo(all: readonly number[], { anchor }: RowSelection, row: number): RowSelection {
  const [from, to] = [all.indexOf(anchor), all.indexOf(row)].sort((a, b) => a - b)
  return { active: row, anchor, rows: new Set(all.slice(from, (to ?? 0) + 1)) }
}

/** Adds the row, or takes it out, as long as one stays. */
export function toggled({ rows }: RowSelection, row: number): RowSelection {
  const kept = new Set(rows)
  if (!kept.delete(row)) kept.add(row)
  return { active: row, anchor: row, rows: kept.size === 0 ? rows : kept }
}

export function allOf(all: readonly number[], { active }: RowSelection): RowSelection {
  return { active, anchor: all[0] ?? active, rows: new Set(all) }
}

/** What is left of it among these rows; the first row where nothing is. Undefined for a table without rows. */
export function keptWithin(
  all: readonly number[],
  selection: RowSelection | undefined,
): RowSelection | undefined {
  const [first] = all
  if (first === undefined) return undefined
  if (selection === undefined || !all.includes(selection.active)) return singleRow(first)
  if ([...selection.rows].every((row) => all.includes(row))) return selection
  return {
    ...selection,
    anchor: selection.active,
    rows: new Set(all.filter((row) => selection.rows.has(row))),
  }
}
