/** Finds phrases in texts of any spelling, in one pass and without making other texts of them: names of rows are many. */
import { plainWords } from './text.ts'

export interface Found {
  /** Where the phrase stands in the text. */
  readonly start: number
  readonly end: number
}

export interface PhraseFinder {
  /** The first phrase in the text, of several that begin at one place the longest. */
  readonly first: (text: string) => Found | undefined
  /** The phrase with which the text begins. */
  readonly opening: (text: string) => Found | undefined
}

/**
 * Looks for whole words, written as `plainWords` gives them; in the text case, diacritics and what stands between the
 * words do not matter.
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const root = treeOf(phrases)
  return {
    first: (text) => {
      let isInWord = false
      for (let at = 0; at < text.length; at++) {
        const letter = letterAt(text, at)
        if (letter === NOTHING) continue
        if (letter !== BETWEEN && !isInWord && root.next[letter] !== undefined) {
          const end = endOfPhrase(text, at, root)
          if (end !== undefined) return { start: at, end }
        }
        isInWord = letter !== BETWEEN
      }
      return undefined
    },
    opening: (text) => {
      const start = text.search(/\S/u)
      const end = start < 0 ? undefined : endOfPhrase(text, start, root)
      return end === undefined ? undefined : { start, end }
    },
  }
}

interface Node {
  /** By plain letter. */
  readonly next: (Node | undefined)[]
  isEnd: boolean
}

function treeOf(phrases: readonly string[]): Node {
  const root: Node = { next: [], isEnd: false }
  for (const phrase of phrases) {
    let node = root
    for (let at = 0; at < phrase.length; at++) {
      const letter = phrase.charCodeAt(at)
      const next = node.next[letter] ?? { next: [], isEnd: false }
      node.next[letter] = next
      node = next
    }
    node.isEnd = true
  }
  return root
}

/** Behind the longest phrase that begins there and ends with a word. */
function endOfPhrase(text: string, start: number, root: Node): number | undefined {
  let node = root
  let wasBetween = false
  let end: number | undefined
  for (let at = start; at < text.length; at++) {
    const letter = letterAt(text, at)
    if (letter === NOTHING || (letter === BETWEEN && wasBetween)) continue
    wasBetween = letter === BETWEEN
    if (wasBetween && node.isEnd) end = at
    const next = node.next[letter]
    if (next === undefined) return end
    node = next
  }
  return node.isEnd ? text.length : end
}

/** A combining mark: the letter before it stays the same without it. */
const NOTHING = 0
const BETWEEN = 32

/** By code unit: the plain letter or digit, or one of the two above. All Vietnamese letters are below this. */
const LETTERS = Uint16Array.from({ length: 0x1f00 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/\p{M}/u.test(character)) return NOTHING
  const plain = plainWords(character)
  return /^[\p{L}\d]$/u.test(plain) ? plain.charCodeAt(0) : BETWEEN
})

function letterAt(text: string, at: number): number {
  return LETTERS[text.charCodeAt(at)] ?? BETWEEN
}
