/** The assessments that stand in a report, beside what the figures earn: the common ground of the rules about verdicts. */
import type { Computed } from '../calculate.ts'
import { OUTCOMES, type Outcome, type Report } from '../model.ts'
import { outcomeOf, plainVerdict, policyOf, verdictIn } from '../policy.ts'
import { rememberTexts } from '../rememberTexts.ts'
import { normalText } from '../text.ts'
import { comparedIn, statedNow, type Compared } from './compared.ts'
import { isRatedAsMore } from './directionUnclear.ts'
import { nearestWord } from './nearestWord.ts'

/** One assessment that a person typed, or that the file states and that still holds. */
export interface Verdict extends Compared {
  readonly by: 'person' | 'file'
  /** "" where the file left it blank. */
  readonly text: string
  /** What the text means; undefined where it is no verdict. */
  readonly said: Outcome | undefined
  /** The word its figures earn; undefined where nothing can be worked out. */
  readonly right: string | undefined
  readonly earned: Outcome | undefined
  /** The word that was probably meant by a text which is nearly one. */
  readonly nearest: string | undefined
  /** Less is better, but the file takes more for better: see direction-unclear. */
  readonly isRatedAsMore: boolean
}

/** Not those of formulas that nobody calculated, or that failed: they say nothing. */
export function verdictsIn(report: Report, computed: Computed): readonly Verdict[] {
  const words = verdictWords(report)
  // A column has few words, each of them many times.
  const read = rememberTexts((text) => {
    const said = verdictIn(report, text)?.outcome
    return { text: normalText(text), said, nearest: nearestWord(words, text, said) }
  })
  const outcome = rememberTexts((word) => outcomeOf(report, word))
  return comparedIn(report, 'assessment').flatMap((compared): readonly Verdict[] => {
    const { row, column } = compared
    const override = row.overrides[column.id]
    const stated = statedNow(report, row, column)
    const text = override?.text ?? (stated?.flag === undefined ? stated?.text : undefined)
    if (text === undefined) return []
    const right = computed.get(row.id)?.[column.id]
    return [
      {
        ...compared,
        by: override === undefined ? 'file' : 'person',
        ...read(text),
        right,
        earned: right === undefined ? undefined : outcome(right),
        isRatedAsMore: override === undefined && isRatedAsMore(report, compared),
      },
    ]
  })
}

/** The text is one or more whole words at the start of a longer verdict: "Đánh giá" of "Đánh giá cuối năm". */
export function isCutShort(report: Report, { text, said }: Verdict): boolean {
  const plain = plainVerdict(text)
  if (plain === '' || said !== undefined) return false
  return verdictWords(report).some((word) => plainVerdict(word).startsWith(`${plain} `))
}

/** Every word of the report's policy, within the year and at its end, each once. */
export function verdictWords(report: Report): readonly string[] {
  const { withinYear, wholePeriod } = policyOf(report)
  const words = [withinYear, wholePeriod].flatMap((each) => OUTCOMES.map((outcome) => each[outcome]))
  return [...new Set(words.filter((word) => word !== ''))]
}
