/** The records of an .xls stream one after another, each with the CONTINUE records behind it. */
import { refuse } from '../refusal.ts'

/** Types of the records that are looked at, by their names in Microsoft's [MS-XLS]. */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  filePass: 0x002f,
  font: 0x0031,
  continue: 0x003c,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  sst: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
  boundSheet: 0x0085,
} as const

export interface XlsRecord {
  readonly type: number
  /** Where the record begins in the stream. */
  readonly offset: number
  /** Its bytes, and those of each CONTINUE record. */
  readonly pieces: readonly Uint8Array[]
}

/** From `start` to the end of the substream, its EOF included. What stands inside an embedded substream (a chart) is left out. */
export function* eachRecord(stream: Uint8Array, start: number): Generator<XlsRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let depth = 0
  let at = start
  while (at + 4 <= stream.length) {
    const offset = at
    const type = view.getUint16(at, true)
    const pieces: Uint8Array[] = []
    do {
      const length = view.getUint16(at + 2, true)
      if (at + 4 + length > stream.length) refuse('unreadable', 'xls-damaged')
      pieces.push(stream.subarray(at + 4, at + 4 + length))
      at += 4 + length
    } while (at + 4 <= stream.length && view.getUint16(at, true) === RECORD.continue)
    if (type === RECORD.bof) depth++
    if (depth <= 1) yield { type, offset, pieces }
    if (type === RECORD.eof) {
      depth--
      if (depth <= 0) return
    }
  }
}

/** Numbers at a place of a record; damage is refused. */
export function uint16(bytes: Uint8Array, at: number): number {
  const [low, high] = [bytes[at], bytes[at + 1]]
  return low === undefined || high === undefined ? refuse('unreadable', 'xls-damaged') : low | (high << 8)
}

export function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) + uint16(bytes, at + 2) * 0x1_0000
}

export function uint8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? refuse('unreadable', 'xls-damaged')
}
