/**
 * verdict-unclear: a word in an assessment that is nearly a verdict but none: half typed ("Đạ"), misspelt ("Vựợt").
 * Silent in remarks, which are like no verdict, for a word that the column has three times or more, where what the file
 * states no longer holds, and where verdict-differs speaks.
 */
import type { Finding, Report } from '../model.ts'
import { finding } from './finding.ts'
import { spelling } from './nearestWord.ts'
import { differing } from './verdictDiffers.ts'
import { verdictWords, type Verdict } from './verdicts.ts'

/** A word used that often is meant. */
const HABIT = 3

export function verdictUnclear(report: Report, verdicts: readonly Verdict[]): readonly Finding[] {
  const words = verdictWords(report)
  const unclear = verdicts.filter(({ nearest }) => nearest !== undefined)
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
        nearest: verdict.nearest ?? '',
      }),
    )
}
