/** Where the cursor goes: pure steps over the visible rows and columns, counted from 0, as a spreadsheet makes them. */
import type { Area } from './area.ts'

export interface Position {
  readonly row: number
  readonly column: number
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  /** Down as Enter does, which in a selection of several cells goes on in its next column; and its reverse. */
  | 'enter'
  | 'enter-back'
  /** To the right, at the end of a row on to the next one, as Tab does; "previous" is its reverse. */
  | 'next'
  | 'previous'
  | 'row-start'
  | 'row-end'
  | 'table-start'
  | 'table-end'
  | 'page-up'
  | 'page-down'
  /** To the edge of the filled cells in that direction, as Ctrl+arrow does. */
  | 'edge-up'
  | 'edge-down'
  | 'edge-left'
  | 'edge-right'

export interface Field {
  readonly rows: number
  readonly columns: number
  /** How many rows one page shows. */
  readonly page: number
  readonly isEmpty: (position: Position) => boolean
}

/** The position after the move; the same one where there is nowhere to go. The field must not be empty. */
export function moved(from: Position, move: Move, field: Field): Position {
  const { row, column } = from
  const lastRow = field.rows - 1
  const lastColumn = field.columns - 1
  switch (move) {
    case 'up':
    case 'enter-back':
      return { row: Math.max(row - 1, 0), column }
    case 'down':
    case 'enter':
      return { row: Math.min(row + 1, lastRow), column }
    case 'left':
      return { row, column: Math.max(column - 1, 0) }
    case 'right':
      return { row, column: Math.min(column + 1, lastColumn) }
    case 'next':
      if (column < lastColumn) return { row, column: column + 1 }
      return row < lastRow ? { row: row + 1, column: 0 } : from
    case 'previous':
      if (column > 0) return { row, column: column - 1 }
      return row > 0 ? { row: row - 1, column: lastColumn } : from
    case 'row-start':
      return { row, column: 0 }
    case 'row-end':
      return { row, column: lastColumn }
    case 'table-start':
      return { row: 0, column: 0 }
    case 'table-end':
      return { row: lastRow, column: lastColumn }
    case 'page-up':
      return { row: Math.max(row - field.page, 0), column }
    case 'page-down':
      return { row: Math.min(row + field.page, lastRow), column }
    case 'edge-up':
      return edge(from, { row: -1, column: 0 }, field)
    case 'edge-down':
      return edge(from, { row: 1, column: 0 }, field)
    case 'edge-left':
      return edge(from, { row: 0, column: -1 }, field)
    case 'edge-right':
      return edge(from, { row: 0, column: 1 }, field)
  }
}

/**
 * The next cell of a selection: Tab goes along its rows, Enter down its columns, from the last cell to the first.
 * Undefined for moves that leave a selection.
 */
export function walked(from: Position, move: Move, { top, bottom, left, right }: Area): Position | undefined {
  const height = bottom - top + 1
  const width = right - left + 1
  const count = height * width
  const row = from.row - top
  const column = from.column - left
  const step = move === 'enter' || move === 'next' ? 1 : -1
  switch (move) {
    case 'enter':
    case 'enter-back': {
      const place = (column * height + row + step + count) % count
      return { row: top + (place % height), column: left + Math.floor(place / height) }
    }
    case 'next':
    case 'previous': {
      const place = (row * width + column + step + count) % count
      return { row: top + Math.floor(place / width), column: left + (place % width) }
    }
    default:
      return undefined
  }
}

/**
 * Inside a filled stretch: its last cell. At its end or among empty cells: the next filled cell, else the last cell
 * of the table in that direction.
 */
function edge(from: Position, step: Position, field: Field): Position {
  const next = (at: Position) => ({ row: at.row + step.row, column: at.column + step.column })
  const inside = (at: Position) =>
    at.row >= 0 && at.row < field.rows && at.column >= 0 && at.column < field.columns
  let at = from
  if (!inside(next(at))) return at
  if (field.isEmpty(at) || field.isEmpty(next(at))) {
    do at = next(at)
    while (inside(next(at)) && field.isEmpty(at))
    return at
  }
  while (inside(next(at)) && !field.isEmpty(next(at))) at = next(at)
  return at
}
