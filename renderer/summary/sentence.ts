/** The sentence in which reports sum up: how many indicators reached their targets, and which did not. */
import type { TFunction } from 'i18next'
import type { Id, Outcome, Report } from '../../shared/model.ts'
import { formatFigure } from '../../shared/quantity.ts'
import { shareOf, type Share, type Tally, type VerdictShare } from '../../shared/summary.ts'

/** How indicators are said to reach their targets: by their ratios where all have one, else by their verdicts. */
export type Measure = 'ratio' | 'verdict'

export function measureOf({ bands, withoutRatio }: Tally): Measure {
  return bands.length > 0 && withoutRatio.count === 0 ? 'ratio' : 'verdict'
}

/** The indicators of a tally, each in one of the lists. */
export interface Standing {
  readonly reached: readonly Id[]
  readonly missed: readonly Id[]
  /** Not assessed: no result yet, a forecast, nothing to compare. */
  readonly open: readonly Id[]
}

export function standingOf({ verdicts, withoutVerdict, bands }: Tally, measure: Measure): Standing {
  const rowsOf = (shares: readonly Share[]) => shares.flatMap(({ rows }) => rows)
  if (measure === 'ratio') {
    return {
      reached: rowsOf(bands.filter(({ band }) => band === '>=100')),
      missed: rowsOf(bands.filter(({ band }) => band !== '>=100')),
      open: [],
    }
  }
  const standing = (share: VerdictShare) => STANDINGS[share.outcome]
  return {
    reached: rowsOf(verdicts.filter((share) => standing(share) === 'reached')),
    missed: rowsOf(verdicts.filter((share) => standing(share) === 'missed')),
    open: rowsOf([...verdicts.filter((share) => standing(share) === 'open'), withoutVerdict]),
  }
}

const STANDINGS: Readonly<Record<Outcome, keyof Standing>> = {
  exceeded: 'reached',
  met: 'reached',
  nearly: 'missed',
  missed: 'missed',
  expected: 'open',
  pending: 'open',
}

/**
 * "09/12 chỉ tiêu đạt từ 100% trở lên, chiếm 75%; 03 chỉ tiêu chưa đạt, gồm: (1) …; (2) …." By verdicts it is "đạt và
 * vượt kế hoạch", and what is not assessed is counted last.
 */
export function summarySentence(report: Report, tally: Tally, t: TFunction): string {
  const measure = measureOf(tally)
  const { reached, missed, open } = standingOf(tally, measure)
  const counted = {
    n: twoDigits(reached.length),
    all: twoDigits(tally.indicators),
    share: formatFigure(shareOf(reached.length, tally.indicators)),
  }
  const parts = [
    measure === 'ratio' ? t('summary:reachedFull', counted) : t('summary:reached', counted),
    ...(missed.length > 0
      ? [t('summary:missed', { n: twoDigits(missed.length), names: namesOf(report, missed) })]
      : []),
    ...(open.length > 0 ? [t('summary:open', { n: twoDigits(open.length) })] : []),
  ]
  return `${parts.join('; ')}.`
}

/** Offices write counts below ten with a zero in front. */
function twoDigits(count: number): string {
  return String(count).padStart(2, '0')
}

/** In table order, numbered where they are several. */
function namesOf(report: Report, ids: readonly Id[]): string {
  const wanted = new Set(ids)
  const names = report.rows
    .filter(({ id }) => wanted.has(id))
    .map(({ name }) => name.replace(/\s+/g, ' ').trim())
  return names.length === 1
    ? (names[0] ?? '')
    : names.map((name, index) => `(${index + 1}) ${name}`).join('; ')
}
