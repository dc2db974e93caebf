/** The text of a cell in Unicode, whatever encodings the fonts of its runs stand for. */
import type { LegacyEncoding } from '../../../shared/sheet.ts'
import { decodeLegacy, legacyFont, type LegacyFont } from './decode.ts'

interface Piece {
  text: string
  readonly legacy: LegacyFont | undefined
}

interface Fonted {
  readonly text: string
  /** In pieces, where not all of the text has the font of its cell. */
  readonly runs?: readonly { readonly text: string; readonly font?: string }[]
}

export interface Legible {
  readonly text: string
  /** The first old encoding that something in the text was in. */
  readonly converted?: LegacyEncoding
}

/** `legacy` is what the font of the cell stands for. */
export function legible({ text, runs }: Fonted, legacy: LegacyFont | undefined): Legible {
  if (runs === undefined && legacy === undefined) return { text }
  const pieces = piecesOf(runs ?? [{ text }], legacy)
  const decoded = pieces.map((piece) =>
    piece.legacy === undefined ? piece.text : decodeLegacy(piece.text, piece.legacy),
  )
  const converted = pieces.find((piece, index) => piece.text !== decoded[index])?.legacy?.encoding
  return { text: decoded.join('').normalize('NFC'), ...(converted !== undefined && { converted }) }
}

/** Neighbouring runs in one encoding are one piece: words go across them. */
function piecesOf(runs: NonNullable<Fonted['runs']>, ofCell: LegacyFont | undefined): readonly Piece[] {
  const pieces: Piece[] = []
  for (const { text, font } of runs) {
    const legacy = font === undefined ? ofCell : legacyFont(font)
    const last = pieces.at(-1)
    const goesOn =
      last !== undefined &&
      last.legacy?.encoding === legacy?.encoding &&
      last.legacy?.capitals === legacy?.capitals
    if (goesOn) last.text += text
    else pieces.push({ text, legacy })
  }
  return pieces
}
