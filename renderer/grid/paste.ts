/** What pasting a block of texts would do, worked out before anything is done. */
import type { Id } from '../../shared/model.ts'
import { cellCount, positionsOf, type Area } from './area.ts'
import type { Position } from './movement.ts'

/** The part of the grid that pasting needs to know. */
export interface PasteTarget {
  readonly rows: readonly { readonly id: Id }[]
  readonly columns: readonly { readonly id: Id; readonly computed: boolean }[]
  readonly textAt: (position: Position) => string
}

export interface CellText {
  readonly row: Id
  readonly column: Id
  readonly text: string
}

export interface PastePlan {
  /** Only cells whose text changes. */
  readonly cells: readonly CellText[]
  /** The cells that the block covers, as far as they are in the table. */
  readonly covered: Area
  /** How many pasted texts would lie outside the table. */
  readonly outside: number
  /** How many would overrule a computed cell: these are left out of a block, where no reason can be asked. */
  readonly computed: number
}

/** One text fills the whole selection; a block begins at the selection's top left cell. */
export function planPaste(
  block: readonly (readonly string[])[],
  selected: Area,
  target: PasteTarget,
): PastePlan {
  const width = Math.max(0, ...block.map((row) => row.length))
  const single = block.length === 1 && width === 1
  const covered = single ? selected : coveredBy(block.length, width, selected, target)
  const cells: CellText[] = []
  let computed = 0
  for (const position of positionsOf(covered)) {
    const row = target.rows[position.row]
    const column = target.columns[position.column]
    const text = single ? block[0]?.[0] : block[position.row - covered.top]?.[position.column - covered.left]
    if (row === undefined || column === undefined || text === undefined) continue
    if (text === target.textAt(position)) continue
    if (column.computed) computed++
    else cells.push({ row: row.id, column: column.id, text })
  }
  return { cells, covered, outside: single ? 0 : block.length * width - cellCount(covered), computed }
}

function coveredBy(height: number, width: number, at: Area, target: PasteTarget): Area {
  return {
    top: at.top,
    left: at.left,
    bottom: Math.min(at.top + height, target.rows.length) - 1,
    right: Math.min(at.left + width, target.columns.length) - 1,
  }
}
