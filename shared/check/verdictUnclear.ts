/**
 * verdict-unclear: a word in an assessment that is nearly a verdict but none: half typed ("Đạ"), misspelt ("Vựợt").
 * Silent in remarks, which are like no verdict, for a word that the column has three times or more, where what the file
 * states no longer holds, and where verdict-differs speaks.
 */
import type { Finding, Report } from '../model.ts'
import { plainVerdict } from '../policy.ts'
import { finding } from './finding.ts'
import { differing } from './verdictDiffers.ts'
import { spelling, verdictWords, type Verdict } from './verdicts.ts'

/** A word used that often is meant. */
const HABIT = 3
const SHORTEST_HALF = 2
const SHORTEST_SLIP = 4

export function verdictUnclear(report: Report, verdicts: readonly Verdict[]): readonly Finding[] {
  const words = verdictWords(report)
  const unclear = verdicts.filter((verdict) => nearestWord(words, verdict) !== undefined)
  if (unclear.length === 0) return []
  const told = new Set(differing(report, verdicts))
  const used = Map.groupBy(unclear, ({ column, text }) => JSON.stringify([column.id, spelling(text)]))
  const habits = new Set([...used.values()].filter(({ length }) => length >= HABIT).flat())
  return unclear
    .filter((verdict) => !told.has(verdict) && !habits.has(verdict))
    .map((verdict) =>
      finding('verdict-unclear', 'warning', verdict.row, verdict.column, {
        text: verdict.text,
        words: words.join(', '),
        nearest: nearestWord(words, verdict) ?? '',
      }),
    )
}

/** The word that was probably meant; undefined for one of the words, for other words of the same meaning, and remarks. */
function nearestWord(words: readonly string[], { text, said }: Verdict): string | undefined {
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
  const [short = '', long = ''] = text.length < word.length ? [text, word] : [word, text]
  if (long.length < SHORTEST_SLIP || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1)
}
