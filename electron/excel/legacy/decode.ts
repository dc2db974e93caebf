/**
 * Texts in TCVN3 or VNI as Unicode. The font says how the bytes were meant, the words whether that is so: people typed
 * Unicode into cells with old fonts, and both into one text, so every word is decided by itself.
 */
import type { LegacyEncoding } from '../../../shared/sheet.ts'
import { isSyllable } from './syllable.ts'
import { TCVN3, VNI } from './tables.ts'

export interface LegacyFont {
  readonly encoding: LegacyEncoding
  /** Draws the small letters as capitals (".VnTimeH"). */
  readonly capitals: boolean
}

/** Undefined for fonts of Unicode. */
export function legacyFont(font: string): LegacyFont | undefined {
  const name = font.trim()
  if (/^\.vn/i.test(name)) return { encoding: 'tcvn3', capitals: name.endsWith('H') }
  if (/^vni[-_ ]/i.test(name)) return { encoding: 'vni', capitals: false }
  return undefined
}

/** Letters, and every character that stands for one in an old encoding, such as the soft hyphen of "ư". */
const WORDS = /[\p{L}\p{M}\u00A1-\u00FF]+/gu
/** Words of ASCII and of the letters that are themselves in the encoding. */
const SAME_LETTERS: Readonly<Record<LegacyEncoding, RegExp>> = {
  tcvn3: /^[\0-\x7Fý]*$/,
  vni: /^[\0-\x7FìíÌÍ]*$/,
}
const LATIN_1 = /^[\0-\u00FF]*$/

/**
 * The text as Unicode in NFC; the very text where nothing in it was in the old encoding. Words that can only be Unicode
 * stay; where both readings are words, the other words of the text decide, then the font.
 */
export function decodeLegacy(text: string, { encoding, capitals }: LegacyFont): string {
  const words = (text.match(WORDS) ?? []).map((word) => judge(word, encoding))
  const legacy = words.filter(({ reading }) => reading === 'legacy').length
  const unicode = words.filter(({ reading }) => reading === 'unicode').length
  const eitherIsLegacy = legacy > 0 || unicode === 0
  const isLegacy = legacy > 0 || words.some(({ reading }) => reading === 'either')
  let next = 0
  const decoded = text.replace(WORDS, (word) => {
    const judged = words[next++]
    const taken = judged?.reading === 'legacy' || (judged?.reading === 'either' && eitherIsLegacy)
    return taken ? judged.decoded : word
  })
  const spelt = decoded.normalize('NFC')
  // Only what was typed for a font of capitals is drawn as capitals by it; plain ASCII may be either.
  return capitals && (isLegacy ? eitherIsLegacy : unicode === 0) ? spelt.toLocaleUpperCase('vi') : spelt
}

interface Judged {
  readonly reading: 'legacy' | 'unicode' | 'either' | 'plain'
  readonly decoded: string
}

function judge(word: string, encoding: LegacyEncoding): Judged {
  if (/^[\0-\x7F]*$/.test(word)) return { reading: 'plain', decoded: word }
  const decoded = encoding === 'tcvn3' ? fromTcvn3(word) : fromVni(word)
  if (!LATIN_1.test(word)) return { reading: 'unicode', decoded }
  // What is the same letter in both says nothing; what the encoding does not have is Unicode.
  if (decoded === word) return { reading: SAME_LETTERS[encoding].test(word) ? 'plain' : 'unicode', decoded }
  if (isWord(word)) return { reading: isWord(decoded) ? 'either' : 'unicode', decoded }
  // "Đ/c", "ĐVT" and the like are no syllables in any reading: what only the old encoding writes so decides.
  return { reading: 'legacy', decoded }
}

/** A capital behind a small letter is a byte of the old encoding: "tÕ" is tế. */
function isWord(word: string): boolean {
  return !/\p{Ll}\p{Lu}/u.test(word) && isSyllable(word)
}

function fromTcvn3(word: string): string {
  return Array.from(word, (character) => TCVN3.get(character) ?? character).join('')
}

/** The longest match first: "ôù" is ớ, "ô" alone ơ. */
function fromVni(word: string): string {
  let decoded = ''
  for (let at = 0; at < word.length;) {
    const pair = VNI.get(word.slice(at, at + 2))
    const single = VNI.get(word.charAt(at))
    decoded += pair ?? single ?? word.charAt(at)
    at += pair === undefined ? 1 : 2
  }
  return decoded
}
