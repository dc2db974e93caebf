/**
 * unit-unlikely: a unit that does not measure what the name says: "Sản lượng" in Ha, "Số chi bộ" in %.
 * Silent for every name that does not open with one of a few telling words, and for every unit not surely wrong there.
 */
import type { Finding, Report } from '../model.ts'
import { folded, normalText } from '../text.ts'
import { isShare, measureOf } from '../units.ts'
import { finding } from './finding.ts'

const AREAS = ['ha', 'm2', 'km2']
const WEIGHTS = ['kg', 'tạ', 'tấn']
const MONEY = ['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng']

interface Expectation {
  readonly name: RegExp
  readonly isUnlikely: (measure: string | undefined, unit: string) => boolean
}

const EXPECTATIONS: readonly Expectation[] = [
  {
    name: /^(?:tổng )?sản lượng/u,
    isUnlikely: (measure) => isAnyOf(measure, AREAS) || isShare(measure),
  },
  {
    name: /^(?:tổng )?diện tích/u,
    isUnlikely: (measure) => isAnyOf(measure, WEIGHTS) || isAnyOf(measure, MONEY),
  },
  { name: /^năng suất/u, isUnlikely: (measure) => isAnyOf(measure, AREAS) || isShare(measure) },
  // "Tỷ lệ bác sỹ/vạn dân" and the like are rates in units of their own.
  {
    name: /^t[ỷỉ] lệ/u,
    isUnlikely: (measure, unit) => !isShare(measure) && !/[%‰/]/.test(unit),
  },
  { name: /^(?:tổng )?số (?!lượng|lần)/u, isUnlikely: isShare },
]

export function unitUnlikely(report: Report): readonly Finding[] {
  const column = report.columns.find(({ role }) => role === 'unit')
  return report.rows.flatMap((row) => {
    const unit = normalText(row.unit)
    if (unit === '' || row.kind === 'section') return []
    const name = folded(row.name)
    const expected = EXPECTATIONS.find((expectation) => expectation.name.test(name))
    if (expected?.isUnlikely(measureOf(unit), unit) !== true) return []
    return [finding('unit-unlikely', 'warning', row, column, { unit, name: normalText(row.name) })]
  })
}

function isAnyOf(measure: string | undefined, measures: readonly string[]): boolean {
  return measure !== undefined && measures.includes(measure)
}
