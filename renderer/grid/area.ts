/** A rectangle of cells between the cell where a selection began and the one it reaches to. */
import type { Position } from './movement.ts'

/** Indices of visible rows and columns; both ends belong to it. */
export interface Area {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export function areaBetween(a: Position, b: Position): Area {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  }
}

export function contains(area: Area, { row, column }: Position): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
}

export function cellCount(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1)
}

/** Row by row, each row from left to right. */
export function positionsOf(area: Area): Position[] {
  const positions: Position[] = []
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) positions.push({ row, column })
  }
  return positions
}
