/**
 * unit-unlikely: a unit that does not measure what the name says: "Sản lượng" in Ha, "Số chi bộ" in %.
 * Silent for every name that does not open with one of a few telling words, for every unit not surely wrong there, and
 * for per cents where the name speaks of growth.
 */
import type { Finding, Report } from '../model.ts'
import { folded, normalText } from '../text.ts'
import { parseUnit, type Measure } from '../units.ts'
import { finding } from './finding.ts'

interface Expectation {
  readonly name: RegExp
  /** `unit` is the text, of which `measure` is what is known. */
  readonly isUnlikely: (measure: Measure | undefined, unit: string) => boolean
}

/** Of a name that speaks of growth or a comparison per cents are likely, whatever it is that grows. */
const GROWTH = /tăng|giảm|so với|bình quân/u

const EXPECTATIONS: readonly Expectation[] = [
  { name: /^(?:tổng )?sản lượng/u, isUnlikely: (measure) => measures(measure, 'm2', '%') },
  { name: /^(?:tổng )?diện tích/u, isUnlikely: (measure) => measures(measure, 'kg', 'đồng') },
  { name: /^năng suất/u, isUnlikely: (measure) => measures(measure, 'm2', '%') },
  {
    name: /^(?:(?:tổng )?(?:thu ngân sách|chi ngân sách|vốn)|thu nhập|doanh thu|giá trị sản xuất)/u,
    isUnlikely: (measure) => measures(measure, 'm2', 'm', 'kg', 'lít'),
  },
  // "Tỷ lệ bác sỹ/vạn dân" and the like are rates in units of their own.
  {
    name: /^t[ỷỉ] lệ/u,
    isUnlikely: (measure, unit) => !measures(measure, '%') && !/[%‰/]/.test(unit),
  },
  { name: /^(?:tổng )?số (?!lượng|lần)/u, isUnlikely: (measure) => measures(measure, '%') },
]

export function unitUnlikely(report: Report): readonly Finding[] {
  const column = report.columns.find(({ role }) => role === 'unit')
  return report.rows.flatMap((row) => {
    const unit = normalText(row.unit)
    if (unit === '' || row.kind === 'section') return []
    const name = folded(row.name)
    const expected = EXPECTATIONS.find((expectation) => expectation.name.test(name))
    const measure = parseUnit(unit)
    if (expected?.isUnlikely(measure, unit) !== true) return []
    if (measures(measure, '%') && GROWTH.test(name)) return []
    return [finding('unit-unlikely', 'warning', row, column, { unit, name: normalText(row.name) })]
  })
}

/** A weight per person, or an area per household, is a measure of its own. */
function measures(measure: Measure | undefined, ...bases: readonly string[]): boolean {
  return measure?.known === true && measure.per === '' && bases.includes(measure.base)
}
