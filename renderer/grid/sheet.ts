/** The visible part of a report as a field of cells: from addresses (ids) to positions (indices) and back. */
import { isComputed } from '../../shared/columns.ts'
import type { Column, Id } from '../../shared/model.ts'
import { areaBetween, type Area } from './area.ts'
import type { CellView, GridRow } from './cells.ts'
import type { Position } from './movement.ts'

export interface CellAddress {
  readonly row: Id
  readonly column: Id
}

/** The cell with the cursor, in a rectangle from the cell where selecting began to the one it reaches. */
export interface Selection {
  readonly cursor: CellAddress
  readonly anchor: CellAddress
  readonly end: CellAddress
}

export function singleCell(cell: CellAddress): Selection {
  return { cursor: cell, anchor: cell, end: cell }
}

export interface Cell extends CellAddress {
  readonly entry: GridRow
  readonly definition: Column
  readonly view: CellView
  readonly computed: boolean
}

export interface Sheet {
  readonly columns: readonly Column[]
  readonly rows: readonly GridRow[]
  /** Undefined for a cell that is hidden or gone. */
  readonly positionOf: (address: CellAddress) => Position | undefined
  readonly cellAt: (position: Position) => Cell | undefined
  /** Undefined when one of its ends is hidden or gone. */
  readonly areaOf: (selection: Selection) => Area | undefined
}

export function createSheet(columns: readonly Column[], rows: readonly GridRow[]): Sheet {
  const rowIndex = new Map(rows.map(({ row }, index) => [row.id, index]))
  const columnIndex = new Map(columns.map(({ id }, index) => [id, index]))

  const positionOf: Sheet['positionOf'] = (address) => {
    const row = rowIndex.get(address.row)
    const column = columnIndex.get(address.column)
    return row === undefined || column === undefined ? undefined : { row, column }
  }
  return {
    columns,
    rows,
    positionOf,
    cellAt(position) {
      const entry = rows[position.row]
      const definition = columns[position.column]
      if (entry === undefined || definition === undefined) return undefined
      return {
        row: entry.row.id,
        column: definition.id,
        entry,
        definition,
        view: entry.cells[definition.id] ?? { text: '' },
        computed: isComputed(definition.role),
      }
    },
    areaOf({ anchor, end }) {
      const from = positionOf(anchor)
      const to = positionOf(end)
      return from === undefined || to === undefined ? undefined : areaBetween(from, to)
    },
  }
}
