/**
 * The text of a file without fonts: its encoding is told by its marks, by what its bytes can be, and where several
 * readings remain by how many of its words are Vietnamese.
 */
import type { LegacyEncoding } from '../../shared/sheet.ts'
import { decodeLegacy } from './legacy/decode.ts'
import { isSyllable } from './legacy/syllable.ts'

export interface PlainText {
  /** Without byte order mark, line ends as "\n"; in an old encoding still as the characters its bytes are read as. */
  readonly text: string
  /** The encoding from before Unicode that the words are in. */
  readonly legacy?: LegacyEncoding
}

/** So much of a text tells its encoding. */
const SAMPLE_CHARACTERS = 400_000
const SAMPLE_BYTES = 4_000
/** Of the characters of UTF-16, those whose one byte is zero: spaces, digits and separators alone are more. */
const ZERO_BYTES = 0.2

/** Undefined for bytes that are no text. `declared` is an encoding that the text itself names. */
export function decodePlainText(bytes: Uint8Array, declared?: string): PlainText | undefined {
  const text = inUnicode(bytes) ?? inDeclared(bytes, declared)
  const found = text === undefined ? likeliestOfBytes(bytes) : likeliest([{ text }])
  // Old programs close a text with U+001A.
  const plain = found.text.replace(/^\uFEFF/, '').replace(/\x1a$/, '')
  // What no text holds: the file is something else.
  return /[\0-\x08\x0e-\x1f]/.test(plain) ? undefined : { ...found, text: plain.replace(/\r\n?/g, '\n') }
}

function inUnicode(bytes: Uint8Array): string | undefined {
  const wide = wideEncoding(bytes)
  return strictly(wide ?? 'utf-8', bytes)
}

/** By its mark, or by the zeros in every second byte. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const enough = (sample.length / 2) * ZERO_BYTES
  if (odd > enough && even === 0) return 'utf-16le'
  return even > enough && odd === 0 ? 'utf-16be' : undefined
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // Bytes that cannot be of this encoding are a TypeError, an encoding nobody knows a RangeError.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

function inDeclared(bytes: Uint8Array, declared: string | undefined): string | undefined {
  // Files in old encodings call themselves Western.
  return declared === undefined || /^(iso-8859-1|windows-1252|us-ascii)$/i.test(declared)
    ? undefined
    : strictly(declared, bytes)
}

function likeliestOfBytes(bytes: Uint8Array): PlainText {
  const western = new TextDecoder('windows-1252').decode(bytes)
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  return likeliest([{ text: vietnamese }, { text: western }])
}

/** Of these readings, and of the last in the old encodings, the first with the most Vietnamese words. */
function likeliest(readings: readonly PlainText[]): PlainText {
  const last = readings.at(-1) ?? { text: '' }
  const candidates = [...readings, { ...last, legacy: 'tcvn3' as const }, { ...last, legacy: 'vni' as const }]
  let best: PlainText = last
  let most = -Infinity
  for (const candidate of candidates) {
    const sample = candidate.text.slice(0, SAMPLE_CHARACTERS)
    const score = vietnameseWords(
      candidate.legacy === undefined
        ? sample
        : decodeLegacy(sample, { encoding: candidate.legacy, capitals: false }),
    )
    if (score > most) {
      best = candidate
      most = score
    }
  }
  return best
}

/** How many words with a letter beyond ASCII are syllables, less those that are none. */
function vietnameseWords(text: string): number {
  let score = 0
  for (const [word] of text.matchAll(/[\p{L}\p{M}\u00A1-\u00FF]+/gu)) {
    if (/^[\0-\x7F]*$/.test(word)) continue
    const isWord = isSyllable(word) && !/\p{Ll}\p{Lu}/u.test(word)
    score += isWord ? 1 : -1
  }
  return score
}
