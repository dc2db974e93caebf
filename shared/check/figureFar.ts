/**
 * figure-far: a result so far from that of the period before that a unit or a separator has probably slipped: about
 * tenfold or a tenth, or further.
 * Silent for zero, for small counts ("2 mô hình" after 18), for bounds, fractions and figures of different units, and
 * where the two columns are not surely of periods of one length: a year's figure is far from a month's.
 */
import { alike } from '../comparable.ts'
import { isNamedFigure } from '../columns.ts'
import { compare, magnitude, multiply, parseDecimal, type Decimal } from '../decimal.ts'
import { periodOf } from '../layout/period.ts'
import type { Cell, Column, Finding, PeriodKind, Quantity, Report } from '../model.ts'
import { normalText, plainWords } from '../text.ts'
import { finding } from './finding.ts'

/** A slip by a power of ten may hide a change of its own: 120 and then 1.100 for 110. */
const FAR: Decimal = { units: 9n, scale: 0 }
const SMALL_COUNT: Decimal = { units: 100n, scale: 0 }

export function figureFar(report: Report): readonly Finding[] {
  const pairs = comparedColumns(report)
  return report.rows.flatMap((row) =>
    row.kind === 'section'
      ? []
      : pairs.flatMap(({ of, to }) => {
          const now = row.cells[of.id]
          const before = row.cells[to.id]
          if (now === undefined || before === undefined || !isFar(now, before, row.unit)) return []
          const params = { value: normalText(now.text), before: normalText(before.text) }
          return [finding('figure-far', 'warning', row, of, params)]
        }),
  )
}

interface Pair {
  readonly of: Column
  readonly to: Column
}

/** Each result with the one of the period before, as the table's comparisons say, else as their headers do. */
function comparedColumns(report: Report): readonly Pair[] {
  const columnOf = (id: string | undefined) => report.columns.find((column) => column.id === id)
  const said = report.columns
    .filter(({ role }) => role === 'ratio' || role === 'change' || role === 'growth')
    .map(({ of, to }) => ({ of: columnOf(of), to: columnOf(to) }))
  const found = new Map<Column, Pair>()
  for (const { of, to } of [...said, ...alikeByHeader(report)]) {
    if (of !== undefined && to?.role === 'previous' && isResult(of) && !found.has(of))
      found.set(of, { of, to })
  }
  return [...found.values()]
}

/** A column of the period before with the one result that is of as long a time. */
function alikeByHeader(report: Report): readonly Pair[] {
  return report.columns.flatMap((to) => {
    const length = to.role === 'previous' ? lengthOf(report, to) : undefined
    const [of, ...others] = report.columns.filter(
      (column) => isResult(column) && length !== undefined && lengthOf(report, column) === length,
    )
    return of === undefined || others.length > 0 ? [] : [{ of, to }]
  })
}

function isResult({ role }: Column): boolean {
  return isNamedFigure(role) && role !== 'plan' && role !== 'previous'
}

/** The period before the report's, which is as long. */
const BEFORE: Readonly<Partial<Record<PeriodKind, RegExp>>> = {
  year: /\bnam (?:truoc|ngoai)\b/,
  quarter: /\bquy truoc\b/,
  month: /\bthang truoc\b/,
}

/** How long a time a column's figures are of; undefined where its header does not say. */
function lengthOf({ period }: Report, { role, header }: Column): PeriodKind | 'cumulative' | undefined {
  const words = plainWords(header.join(' '))
  if (role === 'cumulative' || /\b(?:luy ke|cong don)\b/.test(words)) return 'cumulative'
  const { kind } = periodOf(words, ['2000'])
  if (kind !== 'unknown') return kind
  const isOfPeriod = role !== 'previous' || /\b(?:cung ky|ck|ky truoc)\b/.test(words)
  return isOfPeriod || BEFORE[period.kind]?.test(words) === true ? period.kind : undefined
}

function isFar(now: Cell, before: Cell, unit: string): boolean {
  if (!isPlain(now.quantity) || !isPlain(before.quantity)) return false
  const both = alike(now.quantity, before.quantity, unit)
  if ('refused' in both) return false
  const figures = [both.result.value, both.target.value].map((value) => magnitude(parseDecimal(value ?? '0')))
  const [low, high] = figures.sort(compare)
  if (low === undefined || high === undefined || low.units === 0n) return false
  const isCount = [now, before].every(({ quantity }) => quantity?.value?.includes('.') === false)
  if (isCount && compare(high, SMALL_COUNT) < 0) return false
  return compare(high, multiply(low, FAR)) >= 0
}

function isPlain(quantity: Quantity | undefined): quantity is Quantity {
  return (
    quantity?.op === '=' &&
    quantity.value !== undefined &&
    quantity.part === undefined &&
    quantity.sense === undefined
  )
}
