/** Which column holds the base year of a reduction. */
import { isWithinYear } from './assess.ts'
import type { Column, Id, Report } from './model.ts'
import { policyOf } from './policy.ts'
import { plainWords } from './text.ts'

/** What the ratios of a column count reductions from; undefined in reports that do not rate less so. */
export function baseOf(report: Report, column: Column): Id | undefined {
  const { less, base } = policyOf(report)
  return less === 'reduction' ? (base ?? baseYearColumn(report, column)) : undefined
}

/** Where the report does not name it: the nearest earlier result of a whole year on the left of the column, else on its right. */
export function baseYearColumn({ columns, period }: Report, column: Column): Id | undefined {
  const earlier = columns.filter(
    ({ role, header }) => role === 'previous' && (!isWithinYear(period.kind) || isOfWholeYear(header)),
  )
  const place = columns.findIndex(({ id }) => id === column.id)
  const left = earlier.findLast(({ id }) => columns.findIndex((other) => other.id === id) < place)
  return (left ?? earlier[0])?.id
}

/** "Thực hiện năm 2024": no figure of a month or a quarter can be compared with it as "cùng kỳ". */
export function isOfWholeYear(header: readonly string[]): boolean {
  const words = plainWords(header.join(' '))
  return /\bnam\b/.test(words) && !/\b(?:cung ky|ck|thang|quy|\d+ ?t|dau nam)\b/.test(words)
}
