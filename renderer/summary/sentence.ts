/** The sentence in which reports sum up: how many indicators reached their targets, and which did not. */
import type { TFunction } from 'i18next'
import { divide, formatDecimal, HUNDRED, multiply, parseDecimal } from '../../shared/decimal.ts'
import type { Id, Report } from '../../shared/model.ts'
import { formatFigure } from '../../shared/quantity.ts'
import type { Tally } from '../../shared/summary.ts'

/** What a tally says of its indicators, each in one of the lists; all in table order. */
export interface Standing {
  readonly reached: readonly Id[]
  readonly missed: readonly Id[]
  /** Not assessed yet: no result, a forecast, nothing to compare. */
  readonly open: readonly Id[]
}

/** By the verdict where there is one that is known, else by the ratio. */
export function standingOf({ verdicts, withoutVerdict, bands }: Tally): Standing {
  const decided = verdicts.filter(({ outcome }) => outcome !== undefined)
  const undecided = new Set(
    [...verdicts.filter(({ outcome }) => outcome === undefined), withoutVerdict].flatMap(({ rows }) => rows),
  )
  const inBand = (full: boolean) =>
    bands
      .filter(({ band }) => (band === '>=100') === full)
      .flatMap(({ rows }) => rows)
      .filter((row) => undecided.has(row))
  const withOutcome = (...wanted: readonly string[]) =>
    decided.filter(({ outcome = '' }) => wanted.includes(outcome)).flatMap(({ rows }) => rows)
  const reached = [...withOutcome('exceeded', 'met'), ...inBand(true)]
  const missed = [...withOutcome('nearly', 'missed'), ...inBand(false)]
  const settled = new Set([...reached, ...missed])
  const all = [...verdicts, withoutVerdict].flatMap(({ rows }) => rows)
  return { reached, missed, open: all.filter((row) => !settled.has(row)) }
}

/**
 * "09/12 chỉ tiêu đạt từ 100% trở lên, chiếm 75%; 03 chỉ tiêu chưa đạt, gồm: (1) …; (2) …." Says "đạt và vượt kế hoạch"
 * where a target was reached that gives no ratio. "" where nothing is counted.
 */
export function summarySentence(report: Report, tally: Tally, t: TFunction): string {
  if (tally.indicators === 0) return ''
  const { reached, missed, open } = standingOf(tally)
  const full = new Set(tally.bands.find(({ band }) => band === '>=100')?.rows ?? [])
  const counted = {
    n: twoDigits(reached.length),
    all: twoDigits(tally.indicators),
    share: formatFigure(percentOf(reached.length, tally.indicators)),
  }
  const parts = [
    reached.every((row) => full.has(row)) ? t('summary:reachedFull', counted) : t('summary:reached', counted),
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

/** Half-up to 2 decimals. */
export function percentOf(count: number, all: number): string {
  const part = multiply(parseDecimal(String(count)), HUNDRED)
  return formatDecimal(divide(part, parseDecimal(String(all)), 2))
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
