/**
 * verdict-differs: the file's assessment is not the one its figures earn, or is cut short ("Đánh giá").
 * Silent where a person overruled or replaced it, where a figure changed since the import, where nothing is worked out, in
 * remarks, and where less is rated as more (direction-unclear says so). Only the outcome counts, not its wording: "Không
 * đạt" for "Chưa đạt", a forecast "(Dự kiến Đạt)" of what has come true, "Cơ bản đạt" of a near miss where more is better. Silent, too, for a
 * distinction that the column never makes: "Đạt" in all rows that exceed.
 */
import { isWithinYear } from '../assess.ts'
import type { Finding, Outcome, Report } from '../model.ts'
import { policyOf, wordsFor } from '../policy.ts'
import { isNearly, sidesIn } from '../workings.ts'
import { finding } from './finding.ts'
import { isCutShort, type Verdict } from './verdicts.ts'

export function verdictDiffers(report: Report, verdicts: readonly Verdict[]): readonly Finding[] {
  return differing(report, verdicts).flatMap(({ row, column, text, right = '' }) => [
    finding('verdict-differs', 'warning', row, column, { stated: text, right }),
  ])
}

/** The verdicts of the file that are not what their figures earn. */
export function differing(report: Report, verdicts: readonly Verdict[]): readonly Verdict[] {
  const columns = Map.groupBy(
    verdicts.filter(({ by }) => by === 'file'),
    ({ column }) => column.id,
  )
  return [...columns.values()].flatMap((column) => {
    const told = tellingOf(column)
    return column.filter((verdict) => differs(report, verdict, told))
  })
}

function differs(report: Report, verdict: Verdict, told: Telling): boolean {
  const { said, right, earned, isRatedAsMore } = verdict
  if (right === undefined || earned === undefined || isRatedAsMore) return false
  if (said === undefined) return isCutShort(report, verdict)
  if (said === earned || ALIKE[earned].includes(said) || wordsFor(report)[said] === right) return false
  if (said === 'nearly' && earned === 'missed') return !isNearMiss(report, verdict)
  return COARSER[earned] !== said || told(earned) !== said || !isPossible(report, said)
}

/** By what is earned: what says the same before it has come true, or in the words of another policy. */
const ALIKE: Readonly<Record<Outcome, readonly Outcome[]>> = {
  exceeded: ['expected'],
  met: ['expected'],
  nearly: ['missed'],
  missed: [],
  expected: ['met', 'exceeded'],
  pending: ['expected'],
}

/** By what is earned: what offices write that do not tell it apart. */
const COARSER: Readonly<Partial<Record<Outcome, Outcome>>> = {
  exceeded: 'met',
  missed: 'pending',
  pending: 'missed',
}

/** At the end of a year nothing is left for its end. */
function isPossible({ period }: Report, said: Outcome): boolean {
  return said !== 'pending' || isWithinYear(period.kind)
}

/** What a column says wherever an outcome is earned; undefined where it says different things, or earns it only once. */
type Telling = (earned: Outcome) => Outcome | undefined

function tellingOf(column: readonly Verdict[]): Telling {
  const byEarned = Map.groupBy(
    column.filter(({ said }) => said !== undefined),
    ({ earned }) => earned,
  )
  const known = new Map(
    [...byEarned].map(([earned, verdicts]) => {
      const said = new Set(verdicts.map((each) => each.said))
      return [earned, verdicts.length > 1 && said.size === 1 ? verdicts[0]?.said : undefined]
    }),
  )
  return (earned) => known.get(earned)
}

/** As the program would tell it if the report had a word for that. */
function isNearMiss(report: Report, { row, of, to }: Verdict): boolean {
  const sides = sidesIn({ of, to }, row)
  return (
    typeof sides !== 'string' &&
    sides.direction === 'more' &&
    isNearly(sides.compared, policyOf(report).nearlyFrom)
  )
}
