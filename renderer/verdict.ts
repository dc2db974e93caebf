/** The verdict words of an assessment column: what a person may choose, and how each is shown. */
import { AT_YEAR_END, EXCEEDED, MET, NOT_MET, NOT_YET_MET } from '../shared/assess.ts'
import { plainWords } from '../shared/text.ts'

const FORECAST = 'Dự kiến Đạt'

/** As offices write them, from best to worst; the last two leave the verdict open. */
export const VERDICT_WORDS = [EXCEEDED, MET, NOT_MET, NOT_YET_MET, AT_YEAR_END, FORECAST] as const

export type Tone = 'exceeded' | 'met' | 'missed' | 'open'

const TONES: Readonly<Record<(typeof VERDICT_WORDS)[number], Tone>> = {
  [EXCEEDED]: 'exceeded',
  [MET]: 'met',
  [NOT_MET]: 'missed',
  [NOT_YET_MET]: 'missed',
  [AT_YEAR_END]: 'open',
  [FORECAST]: 'open',
}

/** Undefined for a text that is no verdict word; brackets and case do not matter ("(Dự kiến Đạt)"). */
export function toneOf(text: string): Tone | undefined {
  const word = verdictWord(text)
  return word === undefined ? undefined : TONES[word]
}

/** The word that was meant by a text typed without marks or case ("khong dat"); undefined when there is none. */
export function verdictWord(text: string): (typeof VERDICT_WORDS)[number] | undefined {
  const plain = plainVerdict(text)
  return VERDICT_WORDS.find((word) => plainVerdict(word) === plain)
}

/** For sorting, the best verdict first; what is no verdict word comes last. */
export function rankOf(text: string): number {
  const word = verdictWord(text)
  return word === undefined ? VERDICT_WORDS.length : VERDICT_WORDS.indexOf(word)
}

/** The verdict words in which a word begins like each typed one, in their order; all of them for an empty text. */
export function matchingVerdicts(typed: string): readonly string[] {
  const plain = plainVerdict(typed)
  return VERDICT_WORDS.filter((word) => ` ${plainVerdict(word)}`.includes(` ${plain}`))
}

/** Brackets do not matter in a verdict: "(Dự kiến Đạt)". */
function plainVerdict(text: string): string {
  return plainWords(text.replace(/[()]/g, ' '))
}
