/** How a report rates and rounds: its own policy, else the program's, which says what these offices' reports say. */
import { isWithinYear } from './assess.ts'
import { OUTCOMES, type Outcome, type Policy, type Report, type VerdictWords } from './model.ts'
import { normalText, plainWords } from './text.ts'

/**
 * As the two real reports with a column of assessments do it: no tolerance, forecasts not told apart, a ratio of two
 * decimals, and none for indicators of which less is better (no decree prescribes one).
 */
export const DEFAULT_POLICY: Policy = {
  digits: 2,
  less: 'none',
  withinYear: {
    exceeded: 'Vượt',
    met: 'Đạt',
    nearly: '',
    missed: 'Chưa đạt',
    expected: '',
    pending: 'Đánh giá cuối năm',
  },
  wholePeriod: { exceeded: 'Vượt', met: 'Đạt', nearly: '', missed: 'Không đạt', expected: '', pending: '' },
  nearlyFrom: '95',
}

export function policyOf({ policy }: Pick<Report, 'policy'>): Policy {
  return policy ?? DEFAULT_POLICY
}

/** The words of the report's period. */
export function wordsFor(report: Pick<Report, 'policy' | 'period'>): VerdictWords {
  const { withinYear, wholePeriod } = policyOf(report)
  return isWithinYear(report.period.kind) ? withinYear : wholePeriod
}

/** What offices write for each outcome, beside the words of the policy. */
const CUSTOMARY: Readonly<Record<Outcome, readonly string[]>> = {
  exceeded: [
    'Vượt',
    'Vượt kế hoạch',
    'Vượt chỉ tiêu',
    'Vượt KH',
    'Vượt mức',
    'Hoàn thành vượt mức',
    'Đạt vượt',
  ],
  met: ['Đạt', 'Đạt kế hoạch', 'Đạt chỉ tiêu', 'Đạt KH', 'Hoàn thành'],
  nearly: ['Cơ bản đạt', 'Gần đạt', 'Xấp xỉ đạt', 'Cơ bản hoàn thành'],
  missed: [
    'Không đạt',
    'Chưa đạt',
    'Không đạt kế hoạch',
    'Chưa đạt kế hoạch',
    'Không đạt chỉ tiêu',
    'Chưa đạt chỉ tiêu',
    'Không hoàn thành',
    'Chưa hoàn thành',
  ],
  expected: ['Dự kiến đạt', 'Ước đạt', 'Dự kiến vượt', 'Dự kiến hoàn thành'],
  pending: [
    'Đánh giá cuối năm',
    'Đánh giá vào cuối năm',
    'Cuối năm đánh giá',
    'Chưa đánh giá',
    'Chưa có số liệu',
  ],
}

/**
 * What a verdict means, whoever wrote it: brackets, case, diacritics and a closing full stop do not matter. The words of
 * the report's period go before those of the other periods, and both before what is customary.
 */
export function outcomeOf(report: Pick<Report, 'policy' | 'period'>, text: string): Outcome | undefined {
  const plain = plainVerdict(text)
  if (plain === '') return undefined
  const { withinYear, wholePeriod } = policyOf(report)
  for (const words of [wordsFor(report), withinYear, wholePeriod]) {
    const meant = OUTCOMES.filter((outcome) => plainVerdict(words[outcome]) === plain)
    // A policy that does not tell two outcomes apart gives both one word: the customary meaning decides.
    const outcome = meant.find((each) => isCustomary(each, plain)) ?? meant[0]
    if (outcome !== undefined) return outcome
  }
  return OUTCOMES.find((outcome) => isCustomary(outcome, plain))
}

/**
 * What a text was to say that is cut short between words: "Đánh giá" of "Đánh giá cuối năm". Undefined where it begins none
 * of the report's and the customary words, or words of several meanings ("Chưa").
 */
export function outcomeBegunBy(report: Pick<Report, 'policy'>, text: string): Outcome | undefined {
  const plain = plainVerdict(text)
  if (plain === '') return undefined
  const { withinYear, wholePeriod } = policyOf(report)
  const own = [withinYear, wholePeriod].flatMap((words) =>
    OUTCOMES.map((outcome) => [plainVerdict(words[outcome]), outcome] as const),
  )
  const begun = [...own, ...CUSTOMARY_PLAIN].filter(([word]) => word.startsWith(`${plain} `))
  const [outcome, ...others] = new Set(begun.map(([, each]) => each))
  return others.length === 0 ? outcome : undefined
}

/** A remark may follow the verdict: "Không đạt, do hạn hán", "Vượt (cả hai đợt)". */
const REMARK = /^([^,;:(–-]+?)\s*(?:[,;:(–-]|\s(?:do|vì|bởi)\s)/u

/** A text without the remark that follows its verdict, and what that means; undefined for a mere remark. */
export function verdictIn(
  report: Pick<Report, 'policy' | 'period'>,
  text: string,
): { readonly word: string; readonly outcome: Outcome } | undefined {
  const whole = normalText(text)
  for (const word of [whole, REMARK.exec(whole)?.[1] ?? '']) {
    const outcome = outcomeOf(report, word)
    if (outcome !== undefined) return { word, outcome }
  }
  return undefined
}

const CUSTOMARY_PLAIN = new Map(
  OUTCOMES.flatMap((outcome) => CUSTOMARY[outcome].map((word) => [plainVerdict(word), outcome])),
)

function isCustomary(outcome: Outcome, plain: string): boolean {
  return CUSTOMARY_PLAIN.get(plain) === outcome
}

/** "(Dự kiến Đạt)", "ĐẠT." and "dat" without what does not matter. */
export function plainVerdict(text: string): string {
  return plainWords(text.replace(/[()[\]"“”.;]/gu, ' '))
}
