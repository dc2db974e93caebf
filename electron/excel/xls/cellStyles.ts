/** Which style each cell of an .xls sheet has, and its text with its runs: what the library that reads the values leaves out. */
import { eachRecord, RECORD, uint16, uint32, uint8 } from './records.ts'
import { PiecesReader, type XlsText } from './strings.ts'
import type { XlsGlobals } from './globals.ts'

export interface StyledCell {
  readonly style: number
  readonly text?: XlsText
}

/** By `placeOf` its row and column, both from 0. */
export type StyledCells = ReadonlyMap<number, StyledCell>

const COLUMNS = 256

export function placeOf(row: number, column: number): number {
  return row * COLUMNS + column
}

const ONE_CELL: ReadonlySet<number> = new Set([
  RECORD.formula,
  RECORD.number,
  RECORD.rk,
  RECORD.boolErr,
  RECORD.label,
  RECORD.labelSst,
  RECORD.rString,
])

export function readCellStyles(stream: Uint8Array, offset: number, globals: XlsGlobals): StyledCells {
  const cells = new Map<number, StyledCell>()
  for (const { type, pieces } of eachRecord(stream, offset)) {
    const body = pieces[0] ?? new Uint8Array()
    if (type === RECORD.mulRk) {
      const row = uint16(body, 0)
      const first = uint16(body, 2)
      const last = uint16(body, body.length - 2)
      for (let column = first; column <= last; column++) {
        cells.set(placeOf(row, column), { style: uint16(body, 4 + (column - first) * 6) })
      }
    } else if (ONE_CELL.has(type)) {
      const text = textOf(type, pieces, globals)
      cells.set(placeOf(uint16(body, 0), uint16(body, 2)), {
        style: uint16(body, 4),
        ...(text !== undefined && { text }),
      })
    }
  }
  return cells
}

function textOf(
  type: number,
  pieces: readonly Uint8Array[],
  { biff8, texts }: XlsGlobals,
): XlsText | undefined {
  const body = pieces[0] ?? new Uint8Array()
  if (type === RECORD.labelSst) return texts[uint32(body, 6)]
  if (type !== RECORD.rString || biff8) return undefined
  // Excel 5 and 95 keep the runs behind the text, two bytes each.
  const length = uint16(body, 6)
  const reader = new PiecesReader(pieces)
  reader.skip(8)
  const text = reader.characters(length, false)
  const runs = Array.from({ length: uint8(body, 8 + length) }, (_, index) => ({
    at: uint8(body, 9 + length + index * 2),
    font: uint8(body, 10 + length + index * 2),
  }))
  return { text, runs }
}
