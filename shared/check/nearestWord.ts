/** Which verdict a text was probably meant to be: half typed, misspelt, a letter too many. */
import type { Outcome } from '../model.ts'
import { plainVerdict } from '../policy.ts'
import { folded } from '../text.ts'

const SHORTEST_HALF = 2
const SHORTEST_SLIP = 4

/** The word that was probably meant; undefined for one of the words, for other words of the same meaning, and remarks. */
export function nearestWord(
  words: readonly string[],
  text: string,
  said: Outcome | undefined,
): string | undefined {
  const plain = plainVerdict(text)
  if (plain === '' || words.some((word) => spelling(word) === spelling(text))) return undefined
  const misspelt = words.find((word) => plainVerdict(word) === plain)
  if (misspelt !== undefined || said !== undefined) return misspelt
  return (
    words.find((word) => plain.length >= SHORTEST_HALF && plainVerdict(word).startsWith(plain)) ??
    words.find((word) => isSlip(plain, plainVerdict(word)))
  )
}

/** One letter too many, too few or another, in a word long enough to tell. */
function isSlip(text: string, word: string): boolean {
  const [short, long] = text.length < word.length ? [text, word] : [word, text]
  if (long.length < SHORTEST_SLIP || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1)
}

/** How a word is spelt: without brackets, case and a full stop, but with its diacritics. */
export function spelling(text: string): string {
  return folded(text.replace(/[()[\]"“”.;]/gu, ' '))
}
