/**
 * part-over-whole: a part larger than the whole it is a part of.
 * A row "Trong đó: …", or one below it, is a part by its name; any other item by its figures in another column, where
 * it is no larger than its parent. And a fraction in a column of results is of the whole that another fraction of its row
 * names as well (40/34 trường beside a target of 21/34), or is a share by the name of its row ("Tỷ lệ hộ …").
 * Silent for other units, shares, averages and rates, for bounds and decreases, and for items whose name says that they
 * count more than their parent does ("lũy kế", "còn lại").
 */
import { isSourceFigure } from '../columns.ts'
import { compare, parseDecimal, type Decimal } from '../decimal.ts'
import type { Column, Finding, Quantity, Report, Row } from '../model.ts'
import { eachRow, opensItems, parentOf } from '../outline.ts'
import { folded, normalText } from '../text.ts'
import { isShare, measureOf } from '../units.ts'
import { finding } from './finding.ts'

const RATE =
  /t[ỷỉ] (?:lệ|trọng|suất)|bình quân|trung bình|năng suất|tốc độ|mức|giá |thu nhập|\/người|hệ số|điểm/u
const SHARE = /^t[ỷỉ] lệ (?!.*(?:tăng|giảm|so với|kế hoạch|dự toán|chỉ tiêu|hoàn thành|thực hiện))/u
const COUNTS_MORE = /l[ũu]y kế|cộng dồn|còn lại|tổng|cả nước|toàn (?:tỉnh|huyện|xã)/u

export function partOverWhole(report: Report): readonly Finding[] {
  const columns = report.columns.filter(({ role }) => isSourceFigure(role))
  const findings: Finding[] = []
  eachRow(report.rows, (row, parent) => {
    const whole = wholeOf(report, row, parent)
    if (whole !== undefined) findings.push(...largerThan(whole.row, whole.isSaid, row, columns))
    findings.push(...overItself(row, columns))
  })
  return findings
}

/** The row that this one may be a part of, and whether its name says so. */
function wholeOf(
  report: Report,
  row: Row,
  parent: Row | undefined,
): { readonly row: Row; readonly isSaid: boolean } | undefined {
  if (parent === undefined || row.kind === 'total' || parent.kind === 'section') return undefined
  if (opensItems(parent.name) && parent.unit === '') {
    const above = parentOf(report.rows, parent)
    return above === undefined || above.kind === 'section' ? undefined : { row: above, isSaid: true }
  }
  return { row: parent, isSaid: opensItems(row.name) }
}

function largerThan(whole: Row, isSaid: boolean, part: Row, columns: readonly Column[]): readonly Finding[] {
  const pairs = columns.flatMap((column) => {
    const [over, under] = [whole, part].map((row) => plainFigure(row.cells[column.id]?.quantity))
    return over === undefined || under === undefined ? [] : [{ column, order: compare(under, over) }]
  })
  const isPart = isSaid || (part.kind === 'item' && pairs.some(({ order }) => order < 0))
  const larger = isPart ? pairs.filter(({ order }) => order > 0) : []
  if (larger.length === 0 || !areOfOneMeasure(whole, part) || COUNTS_MORE.test(folded(part.name))) return []
  return larger.map(({ column }) => {
    const textOf = (row: Row) => normalText(row.cells[column.id]?.text ?? '')
    const params = { name: normalText(part.name), part: textOf(part), whole: textOf(whole) }
    return finding('part-over-whole', 'warning', part, column, params)
  })
}

function areOfOneMeasure(whole: Row, part: Row): boolean {
  const [one, other] = [folded(whole.unit), folded(part.unit === '' ? whole.unit : part.unit)]
  if (one !== other || isShare(measureOf(one)) || one.includes('/')) return false
  return ![whole, part].some(({ name }) => RATE.test(folded(name)))
}

/** A fraction that takes more than there is of its whole. */
function overItself(row: Row, columns: readonly Column[]): readonly Finding[] {
  const fractions = columns.flatMap((column) => {
    const { part, whole } = row.cells[column.id]?.quantity ?? {}
    return part === undefined || whole === undefined ? [] : [{ column, part, whole }]
  })
  return fractions.flatMap(({ column, part, whole }) => {
    if (compare(parseDecimal(part), parseDecimal(whole)) <= 0) return []
    const isShared = fractions.some((other) => other.column !== column && other.whole === whole)
    if (!isShared && !SHARE.test(folded(row.name))) return []
    const { text = '' } = row.cells[column.id] ?? {}
    const [over = part, under = whole] = normalText(text).split('/')
    const params = { name: normalText(row.name), part: over, whole: under }
    return [finding('part-over-whole', 'warning', row, column, params)]
  })
}

function plainFigure(quantity: Quantity | undefined): Decimal | undefined {
  const { op, value, part, sense, unit } = quantity ?? {}
  if (op !== '=' || value === undefined || part !== undefined || sense !== undefined) return undefined
  return unit === undefined ? parseDecimal(value) : undefined
}
