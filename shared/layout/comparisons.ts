/** Which columns a ratio, change, growth or assessment compares, where its header says so: "so với cùng kỳ", "ƯTH 2020/TH 2019". */
import { isWithinYear } from '../assess.ts'
import { isOfWholeYear } from '../baseYear.ts'
import { isNamedFigure, isSourceFigure } from '../columns.ts'
import type { Period, PeriodKind, Role } from '../model.ts'
import { roleOfText, tellsTime, withoutEither, yearOf } from './headerWords.ts'
import { longForm } from './longForm.ts'
import { growthOver, isOverYears, namesTerm } from './terms.ts'
import { plainWords } from '../text.ts'

interface ComparedColumn {
  readonly column: number
  readonly role: Role
  readonly path: readonly string[]
  readonly year?: number
  readonly term?: true
}

/** Two results under one group may be of two places. */
const LEAST_SERIES = 3
/** One word of "lũy kế", "cộng dồn", "ước". */
const KINDS: readonly string[] = ['luy', 'don', 'uoc']
const PART_OF_YEAR = /\b(?:(?:thang|quy) ?(?:\d{1,2}|[ivx]+)|\d{1,2} ?(?:thang|t))\b/
const COMPARED_WITH = /^(.*?)\bso(?: sanh)?(?: voi)? (?!sanh)(?=\S)(.*)$/

/** Sheet columns: `of` against `to`; `steps` as in `Column`. */
interface Comparison {
  readonly of?: number
  readonly to?: number
  readonly steps?: number
}

/**
 * The sheet columns compared in a report of this period, as far as the header's words name them. A growth that names
 * none is one since the figure that came before.
 */
export function comparisonOf(
  column: ComparedColumn,
  columns: readonly ComparedColumn[],
  period: Period,
): Comparison {
  const isGrowth = column.role === 'growth'
  const overYears = isGrowth || column.role === 'change' ? growthOver(column, columns, period) : undefined
  if (overYears !== undefined) return overYears
  const named = namedComparison(column, columns, period.kind)
  if (!isGrowth || named.to !== undefined || comparesWithoutPlan(column)) return named
  const before = columns.findLast((other) => other.role === 'previous' && other.column < column.column)
  return { ...named, ...(before !== undefined && { to: before.column }) }
}

function namedComparison(
  column: ComparedColumn,
  columns: readonly ComparedColumn[],
  period: PeriodKind,
): Comparison {
  const sides = sidesOf(column.path)
  const samePeriod = /\bcung ky\b|\bck\b/.test(sides.to ?? '') && isWithinYear(period)
  const named = columnNamed(
    sides.to,
    column,
    samePeriod ? columns.filter(({ path }) => !isOfWholeYear(path)) : columns,
  )
  const to = named ?? planOfLength(column, columns)
  const of =
    columnNamed(sides.of, column, columns) ??
    (namesTerm(to?.path ?? []) ? overTerm(columns) : sumOfSeries(column, columns))
  return {
    ...(of !== undefined && of !== to && { of: of.column }),
    ...(to !== undefined && { to: to.column }),
  }
}

/** "% nhiệm kỳ" and "% năm" beside plans for the term and for the year. */
function planOfLength(
  comparing: ComparedColumn,
  columns: readonly ComparedColumn[],
): ComparedColumn | undefined {
  const plans = columns.filter(({ role, column }) => role === 'plan' && column < comparing.column)
  if (!plans.some(({ term }) => term === true) || comparesWithoutPlan(comparing)) return undefined
  if (namesTerm(comparing.path)) return plans.findLast(({ term }) => term === true)
  const namesYear = /\bnam\b/.test(plainWords(comparing.path.at(-1) ?? ''))
  return namesYear ? plans.findLast(({ term }) => term !== true) : undefined
}

/** What was reached since the term began. */
function overTerm(columns: readonly ComparedColumn[]): ComparedColumn | undefined {
  return columns.find(({ role, path }) => role === 'cumulative' && namesTerm(path))
}

/** Beside the results of the months one by one it is their sum that is compared. */
function sumOfSeries(
  comparing: ComparedColumn,
  columns: readonly ComparedColumn[],
): ComparedColumn | undefined {
  const left = columns.filter(({ column }) => column < comparing.column)
  const last = left.findLast(({ role }) => role === 'actual')
  if (last === undefined || last.path.length < 2) return undefined
  const group = JSON.stringify(last.path.slice(0, -1))
  const series = left.filter(
    ({ role, path }) => role === 'actual' && JSON.stringify(path.slice(0, -1)) === group,
  )
  return series.length < LEAST_SERIES ? undefined : left.findLast(({ role }) => role === 'cumulative')
}

/** "so với cùng kỳ", "Năm 2023 so với năm 2022": the header names something that no plan can stand in for. */
export function comparesWithoutPlan({ role: own, path }: Pick<ComparedColumn, 'role' | 'path'>): boolean {
  if ((own === 'growth' || own === 'change') && isOverYears(path)) return true
  const { to } = sidesOf(path)
  if (to === undefined) return false
  const role = comparedRole(to)
  return role === undefined ? yearOf([to]) !== undefined : isNamedFigure(role) && role !== 'plan'
}

/**
 * "ước TH 6T so với KH năm" → the words before and after "so với"; "So sánh (%)" over "cùng kỳ" → only `to`; "So với cùng
 * kỳ" over "Quý III năm 2023" → the group's words and, as `of`, its own.
 */
function sidesOf(path: readonly string[]): { of?: string; to?: string } {
  const own = plainWords(path.at(-1) ?? '')
  const whole = plainWords(path.join(' '))
  const ofGroup = COMPARED_WITH.exec(plainWords(path.slice(0, -1).join(' ')))
  if (ofGroup?.[1] === '' && /[a-z]/.test(ofGroup[2] ?? '') && tellsTime([own]) && !/\bso\b/.test(own)) {
    return { of: own, to: ofGroup[2] ?? '' }
  }
  for (const words of [own, whole]) {
    const compared = /\bso sanh (.+?) (?:so )?voi (.*)$/.exec(words) ?? COMPARED_WITH.exec(words)
    if (compared !== null) return { of: compared[1] ?? '', to: compared[2] ?? '' }
    const quotient = /^([^/]*)\/([^/]*)$/.exec(withoutEither(words).replace(/\((?:%|lan)\)/g, ''))
    if (quotient !== null && roleOfText(quotient[2] ?? '') !== undefined) {
      return { of: quotient[1] ?? '', to: quotient[2] ?? '' }
    }
  }
  // "% kế hoạch" names what is compared with, "Tỷ lệ thực hiện" what is compared.
  const role = comparedRole(own)
  return role === 'plan' || role === 'previous' ? { to: own } : {}
}

/** The role that words in a comparison name: "so với chỉ tiêu" is with the plan. */
function comparedRole(words: string): Role | undefined {
  const role = roleOfText(plainOf(words))
  return role === 'name' ? 'plan' : role
}

/** Without the words that only say that something is compared. */
function plainOf(words: string): string {
  return words
    .replace(
      /\b(?:ty le|ti le|so sanh|tang|giam|dat|bang|hoan thanh|danh gia|tuyet doi|tuong doi)\b|\+ ?[/,] ?-|[%()±+]/g,
      ' ',
    )
    .trim()
}

/** The figure column whose header fits the words best; nearness to the comparing column decides between equals. */
function columnNamed(
  words: string | undefined,
  comparing: ComparedColumn,
  columns: readonly ComparedColumn[],
): ComparedColumn | undefined {
  if (words === undefined) return undefined
  const role = comparedRole(words)
  const year = yearOf([words])
  if (role === undefined ? year === undefined : !isNamedFigure(role)) return undefined
  const tokens = tokensOf(words)
  const scored = columns
    .filter((candidate) => candidate.column !== comparing.column && isMeant(candidate, role, year))
    .map((candidate) => {
      const shared = tokensOf(candidate.path.join(' ')).filter((token) => tokens.includes(token)).length
      const distance = comparing.column - candidate.column
      const away = distance > 0 ? distance : 1000 - distance
      const alien = differingKinds(candidate.path, comparing.path)
      const groups = commonGroups(candidate.path, comparing.path)
      const branch = isSameBranch(candidate.path, comparing.path) ? 500 : 0
      const times = isOfOtherTime(candidate.path, words) ? 1 : 0
      const whole = namesWhole(candidate.path) ? 4 : 0
      const score = groups * 1000 + branch + shared * 10 - alien * 5 - times * 50 + whole
      return { candidate, score, away }
    })
  return scored.sort((a, b) => b.score - a.score || a.away - b.away)[0]?.candidate
}

/** An earlier year's result may be headed "TH 2019", "cùng kỳ" or only "Năm 2019". */
function isMeant(candidate: ComparedColumn, role: Role | undefined, year: number | undefined): boolean {
  if (!isSourceFigure(candidate.role)) return false
  if (role === undefined) return candidate.year === year
  if (year !== undefined && candidate.year !== undefined && candidate.year !== year) return false
  if (candidate.role === role) return true
  const isEarlier = candidate.role === 'previous' || (candidate.role === 'number' && role === 'actual')
  return year !== undefined && candidate.year === year && isEarlier && role !== 'plan'
}

/** A cumulative figure is compared with a cumulative one. */
function differingKinds(one: readonly string[], other: readonly string[]): number {
  const [words, otherWords] = [one, other].map((path) => tokensOf(path.join(' ')))
  return KINDS.filter((kind) => words?.includes(kind) !== otherWords?.includes(kind)).length
}

/** "Năm 2023" is not "Quý III năm 2023", nor is "Tháng 12" "Tháng 11". */
function isOfOtherTime(path: readonly string[], words: string): boolean {
  const candidate = plainWords(path.join(' '))
  const [named, own] = [words, candidate].map((text) => PART_OF_YEAR.exec(text)?.[0].replace(/\s/g, ''))
  if (named !== undefined && own !== undefined) return named !== own
  return named === undefined && own !== undefined && isOfWholeYear([words])
}

/** "Tổng số" beside "Miền Bắc", "Miền Nam". */
function namesWhole(path: readonly string[]): boolean {
  return /^(?:tong(?: so)?|chung|ca nuoc|toan \w+)$/.test(plainWords(path.at(-1) ?? ''))
}

function commonGroups(one: readonly string[], other: readonly string[]): number {
  let common = 0
  while (common < Math.min(one.length, other.length) - 1 && one[common] === other[common]) common++
  return common
}

/** "Miền Bắc" below "Năm 2023" and below "Năm 2023 so với năm 2022". */
function isSameBranch(one: readonly string[], other: readonly string[]): boolean {
  const branch = (path: readonly string[]) => plainWords(path.at(-1) ?? '').replace(/ ?\(.*?\)$/, '')
  return one.length > 1 && other.length > 1 && branch(one) === branch(other)
}

function tokensOf(text: string): readonly string[] {
  return [...new Set(longForm(text).match(/[a-z\d]+/g) ?? [])]
}
