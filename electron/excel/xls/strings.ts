/** Texts of .xls files: Unicode with runs of fonts (BIFF8), or bytes in the file's code page (BIFF5). */
import { refuse } from '../refusal.ts'
import { LIMITS } from '../limits.ts'
import { uint16, uint8 } from './records.ts'

export interface XlsText {
  readonly text: string
  /** Where in the text which font begins; before the first it is the cell's. */
  readonly runs: readonly { readonly at: number; readonly font: number }[]
}

/** Reads on across the pieces of a continued record. */
export class PiecesReader {
  private readonly pieces: readonly Uint8Array[]
  private piece = 0
  private at = 0

  constructor(pieces: readonly Uint8Array[]) {
    this.pieces = pieces
  }

  byte(): number {
    while (this.at >= this.current().length) this.nextPiece()
    return uint8(this.current(), this.at++)
  }

  uint16(): number {
    const low = this.byte()
    return low | (this.byte() << 8)
  }

  uint32(): number {
    const low = this.uint16()
    return low + this.uint16() * 0x1_0000
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      const here = Math.min(left, this.current().length - this.at)
      this.at += here
      left -= here
      if (left > 0) this.nextPiece()
    }
  }

  /** `length` characters; each piece that goes on with them says anew whether they take one byte or two. */
  characters(length: number, wide: boolean): string {
    let text = ''
    let isWide = wide
    while (text.length < length) {
      if (this.at >= this.current().length) {
        this.nextPiece()
        isWide = (this.byte() & WIDE) !== 0
      }
      const room = Math.floor((this.current().length - this.at) / (isWide ? 2 : 1))
      const count = Math.min(length - text.length, room)
      if (count === 0) refuse('unreadable', 'xls-damaged')
      for (let index = 0; index < count; index++) {
        const place = this.at + index * (isWide ? 2 : 1)
        text += String.fromCharCode(isWide ? uint16(this.current(), place) : uint8(this.current(), place))
      }
      this.at += count * (isWide ? 2 : 1)
    }
    return text
  }

  private current(): Uint8Array {
    return this.pieces[this.piece] ?? refuse('unreadable', 'xls-damaged')
  }

  private nextPiece(): void {
    this.piece++
    this.at = 0
  }
}

const WIDE = 0x01
const EXTENDED = 0x04
const RICH = 0x08

/** A text of BIFF8 with its length, flags, runs and phonetic data, which is passed over. */
export function readUnicode(reader: PiecesReader): XlsText {
  const length = reader.uint16()
  const flags = reader.byte()
  const runCount = (flags & RICH) === 0 ? 0 : reader.uint16()
  const extra = (flags & EXTENDED) === 0 ? 0 : reader.uint32()
  if (length > LIMITS.textLength) refuse('limit', 'text-too-long', { where: 'SST', limit: LIMITS.textLength })
  const text = reader.characters(length, (flags & WIDE) !== 0)
  const runs = Array.from({ length: runCount }, () => ({ at: reader.uint16(), font: reader.uint16() }))
  reader.skip(extra)
  return { text, runs }
}

/** The list of texts that cells refer to by number. */
export function readTextTable(pieces: readonly Uint8Array[]): readonly XlsText[] {
  const reader = new PiecesReader(pieces)
  reader.uint32()
  const count = reader.uint32()
  if (count > LIMITS.cells) refuse('limit', 'too-many-cells', { limit: LIMITS.cells })
  const texts: XlsText[] = []
  while (texts.length < count) texts.push(readUnicode(reader))
  return texts
}
