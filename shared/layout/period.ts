/** The reporting period by the words of a title, header or sheet name. */
import type { Period } from '../model.ts'
import { plainWords } from '../text.ts'

const YEAR = String.raw`((?:19|20)\d\d)`
const TERM = new RegExp(`(?<!\\d)${YEAR} ?[-–—] ?${YEAR}(?!\\d)`)
const DATE = /\bngay [\d./…_ ]*thang [\d./…_ ]*nam [\d…_.]*|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b/g
/** "giá so sánh 2010" */
const PRICE_YEAR = /\bgia (?:(?:so sanh|ss|co dinh|hien hanh) )?(?:nam )?(?:19|20)\d\d/g

const WORDS: readonly (readonly [RegExp, (match: RegExpExecArray) => Short])[] = [
  [
    /\b(?:thang ?|t)(1[0-2]|0?[1-9])(?!\d| ?thang)(?! ?[-–—])/,
    ([, index]) => numbered('month', Number(index)),
  ],
  [/\bquy ?(iv|i{1,3}|[1-4])\b/, ([, index = '']) => numbered('quarter', quarterOf(index))],
  [/\b(?:3|ba) thang dau nam\b/, () => numbered('quarter', 1)],
  [/\b0?(?:6|sau) ?(?:thang|t)\b(?: dau nam)?(?! cuoi)/, () => numbered('half-year', 1)],
  [/\b0?(?:6|sau) ?(?:thang|t)\b cuoi nam/, () => numbered('half-year', 2)],
  [/\b0?(?:9|chin) ?(?:thang|t)\b/, () => ({ kind: 'nine-months' })],
]

type Short = { kind: 'month' | 'quarter' | 'half-year'; index: number } | { kind: 'nine-months' }

/**
 * The narrowest period the words name. `years` are texts to take the year from where the words of the period have
 * none ("6 tháng đầu năm"), in order of trust.
 */
export function periodOf(text: string, years: readonly string[] = []): Period {
  const spoken = plainWords(text).replace(PRICE_YEAR, ' ')
  const words = spoken.replace(DATE, ' ')
  const short = shortPeriod(words)
  const year =
    yearIn(words) ?? years.map((other) => yearIn(plainWords(other))).find((found) => found !== undefined)
  if (short !== undefined) return year === undefined ? { kind: 'unknown' } : { ...short, year }

  const named = /\bnam(?: hoc)? ((?:19|20)\d\d)(?! ?[-–—] ?(?:19|20)\d)/.exec(words)?.[1]
  if (named !== undefined) return { kind: 'year', year: Number(named) }
  const term = TERM.exec(words)
  if (term !== null && Number(term[1]) < Number(term[2])) {
    return { kind: 'term', from: Number(term[1]), to: Number(term[2]) }
  }
  const bare = yearIn(words) ?? yearIn(spoken)
  return bare === undefined ? { kind: 'unknown' } : { kind: 'year', year: bare }
}

/** The one period that headers name; where they name several, the latest year. */
export function commonPeriod(headers: readonly string[]): Period {
  const periods = headers.map((header) => periodOf(header)).filter(({ kind }) => kind !== 'unknown')
  const [first, ...more] = periods
  if (first === undefined) return { kind: 'unknown' }
  if (more.every((period) => JSON.stringify(period) === JSON.stringify(first))) return first
  const years = periods.flatMap((period) => ('year' in period ? [period.year] : []))
  return years.length === 0 ? { kind: 'unknown' } : { kind: 'year', year: Math.max(...years) }
}

/** The period whose words come first: "6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm" is the first half. */
function shortPeriod(words: string): Short | undefined {
  const found = WORDS.flatMap(([pattern, make]) => {
    const match = pattern.exec(words)
    return match === null ? [] : [{ at: match.index, period: make(match) }]
  })
  return found.sort((a, b) => a.at - b.at)[0]?.period
}

function yearIn(words: string): number | undefined {
  const withoutTerms = words.replace(new RegExp(TERM, 'g'), ' ')
  const year = new RegExp(`(?<![\\d.,])${YEAR}(?![\\d.,]?\\d)`).exec(withoutTerms)?.[1]
  return year === undefined ? undefined : Number(year)
}

function numbered(kind: 'month' | 'quarter' | 'half-year', index: number): Short {
  return { kind, index }
}

function quarterOf(text: string): number {
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(text)
  return roman >= 0 ? roman + 1 : Number(text)
}
