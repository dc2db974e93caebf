/** The words of an assessment column: what a person may choose in a report, and how each is shown. */
import { DEFAULT_POLICY, outcomeOf, plainVerdict, wordsFor } from '../shared/policy.ts'
import { OUTCOMES, type Outcome, type Report } from '../shared/model.ts'

export type Tone = 'exceeded' | 'met' | 'nearly' | 'missed' | 'open'

const TONES: Readonly<Record<Outcome, Tone>> = {
  exceeded: 'exceeded',
  met: 'met',
  nearly: 'nearly',
  missed: 'missed',
  expected: 'open',
  pending: 'open',
}

/** What offices write of a forecast, whether or not the report has a word for it. */
const FORECAST = 'Dự kiến Đạt'

/** What these functions need of a report. */
export type Judged = Pick<Report, 'period' | 'policy'>

/** The words to choose from: those of the report and its period from best to worst, then the others that are known. */
export function verdictsOf(report: Judged): readonly string[] {
  const { withinYear, wholePeriod } = DEFAULT_POLICY
  const sets = [wordsFor(report), wholePeriod, withinYear].map((words) => OUTCOMES.map((each) => words[each]))
  const known = new Map<string, string>()
  for (const word of [...sets.flat(), FORECAST]) {
    const plain = plainVerdict(word)
    if (plain !== '' && !known.has(plain)) known.set(plain, word)
  }
  return [...known.values()]
}

/** Undefined for a text that is no verdict. */
export function toneOf(report: Judged, text: string): Tone | undefined {
  const outcome = outcomeOf(report, text)
  return outcome === undefined ? undefined : TONES[outcome]
}

/** The word that was meant by a text typed without marks or case ("khong dat"); undefined when there is none. */
export function verdictWord(text: string, words: readonly string[]): string | undefined {
  const plain = plainVerdict(text)
  return words.find((word) => plainVerdict(word) === plain)
}

/** The words in which a word begins like each typed one, in their order; all of them for an empty text. */
export function matchingVerdicts(typed: string, words: readonly string[]): readonly string[] {
  const plain = plainVerdict(typed)
  return words.filter((word) => ` ${plainVerdict(word)}`.includes(` ${plain}`))
}
