/** What is contradictory or without effect in a policy, each said where it is set: keys of the `settings` texts. */
import { directionOf } from '../../shared/direction.ts'
import { OUTCOMES, type Outcome, type Report } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { outcomeOf, plainVerdict, policyOf } from '../../shared/policy.ts'
import { formatFigure } from '../../shared/quantity.ts'
import { sentence, type Sentence } from '../../shared/sentence.ts'
import { automaticBase, baseColumns } from './baseColumns.ts'
import { isTolerance, policyFrom, toleranceOf, type PeriodWords, type PolicyDraft } from './draft.ts'

export interface PolicyProblems {
  readonly digits?: Sentence
  readonly less?: Sentence
  readonly base?: Sentence
  readonly nearlyFrom?: Sentence
  readonly withinYear: WordProblems
  readonly wholePeriod: WordProblems
}

export type WordProblems = Readonly<Partial<Record<Outcome, Sentence>>>

/** `report` is as it stands, with the policy that the draft is to replace. */
export function policyProblems(report: Report, draft: PolicyDraft): PolicyProblems {
  return {
    digits: digitsProblem(report),
    less: lessProblem(report, draft),
    base: baseProblem(report, draft),
    nearlyFrom: toleranceProblem(report, draft),
    withinYear: wordProblems(report, draft, 'withinYear'),
    wholePeriod: wordProblems(report, draft, 'wholePeriod'),
  }
}

function digitsProblem({ columns }: Report): Sentence | undefined {
  const figures = columns.filter(({ role }) => role === 'ratio' || role === 'change' || role === 'growth')
  if (figures.length === 0) return sentence('settings:digitsNoColumn')
  const own = figures.filter(({ digits }) => digits !== undefined)
  if (own.length === 0) return undefined
  return sentence('settings:digitsOwn', { columns: own.map((column) => headerOf(column).at(-1)).join(', ') })
}

function lessProblem(report: Report, { less }: PolicyDraft): Sentence | undefined {
  if (less === 'none') return undefined
  if (!report.columns.some(({ role }) => role === 'ratio')) return sentence('settings:lessNoRatio')
  const some = report.rows.some(
    (row) => row.kind !== 'section' && directionOf(report, row).direction === 'less',
  )
  return some ? undefined : sentence('settings:lessNoRows')
}

function baseProblem(report: Report, { less, base }: PolicyDraft): Sentence | undefined {
  if (less !== 'reduction') return undefined
  if (baseColumns(report).length === 0) return sentence('settings:baseNone')
  const chosen = report.columns.find(({ id }) => id === base)
  if (chosen === undefined) {
    return automaticBase(report) === undefined ? sentence('settings:baseNoPrevious') : undefined
  }
  const column = headerOf(chosen).join(' – ')
  const ratios = report.columns.filter(({ role }) => role === 'ratio')
  if (ratios.some(({ to }) => to === chosen.id)) return sentence('settings:baseIsPlan', { column })
  if (ratios.some(({ of }) => of === chosen.id)) return sentence('settings:baseIsResult', { column })
  return undefined
}

/** That there is no word for it is worth saying only to who sets it. */
function toleranceProblem(report: Report, draft: PolicyDraft): Sentence | undefined {
  const value = toleranceOf(draft.nearlyFrom)
  if (value === undefined) {
    const kept = formatFigure(policyOf(report).nearlyFrom)
    return sentence('settings:nearlyNoNumber', { text: draft.nearlyFrom, kept })
  }
  if (!isTolerance(value)) {
    return sentence(value.startsWith('-') || value === '0' ? 'settings:nearlyAll' : 'settings:nearlyNever', {
      n: formatFigure(value),
    })
  }
  if (value === policyOf(report).nearlyFrom) return undefined
  const said = [draft.withinYear, draft.wholePeriod].some(({ nearly }) => nearly.trim() !== '')
  return said ? undefined : sentence('settings:nearlyNoWord')
}

/** A word that stands for two outcomes, told at the later one; and blanks where an assessment would stay empty. */
function wordProblems(report: Report, draft: PolicyDraft, period: PeriodWords): WordProblems {
  const words = draft[period]
  const problems: Partial<Record<Outcome, Sentence>> = {}
  OUTCOMES.forEach((outcome, index) => {
    const word = words[outcome].trim()
    if (word === '') {
      const blank = BLANK[outcome]
      if (blank !== undefined) problems[outcome] = sentence(blank)
      return
    }
    const same = OUTCOMES.slice(0, index).find((other) => plainVerdict(words[other]) === plainVerdict(word))
    if (same === undefined) return
    const counted = outcomeOf(judged(report, draft, period), word) ?? same
    problems[outcome] = sentence('settings:wordTwice', {
      word,
      counted,
      other: counted === outcome ? same : outcome,
    })
  })
  return problems
}

/** Other blanks say what stands in their place where they are typed. */
const BLANK: Readonly<Partial<Record<Outcome, string>>> = {
  met: 'settings:metBlank',
  missed: 'settings:missedBlank',
}

/** A report of that kind of period with the policy of the draft. */
function judged(report: Report, draft: PolicyDraft, period: PeriodWords): Pick<Report, 'period' | 'policy'> {
  const year = 2025
  return {
    period: period === 'withinYear' ? { kind: 'nine-months', year } : { kind: 'year', year },
    policy: policyFrom(draft, policyOf(report)),
  }
}
