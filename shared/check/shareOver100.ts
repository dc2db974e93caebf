/**
 * share-over-100: more than 100 per cent of something.
 * Silent where the name is not that of a share ("Tỷ lệ …"), and for rates that may go beyond: growth, comparison,
 * completion of a plan, boys to girls, pupils of any age to children of one.
 */
import { isSourceFigure } from '../columns.ts'
import { HUNDRED, compare, parseDecimal } from '../decimal.ts'
import type { Finding, Report } from '../model.ts'
import { folded, normalText } from '../text.ts'
import { measureOf } from '../units.ts'
import { finding } from './finding.ts'

const SHARE = /^t[ỷỉ] (?:lệ|trọng)/u
const MAY_EXCEED =
  /tăng|giảm|so với|kế hoạch|dự toán|chỉ tiêu|thực hiện|hoàn thành|bình quân|giới tính|nhập học|đi học chung/u

export function shareOver100(report: Report): readonly Finding[] {
  const columns = report.columns.filter((column) => isSourceFigure(column.role))
  return report.rows.flatMap((row) => {
    const name = folded(row.name)
    if (!SHARE.test(name) || MAY_EXCEED.test(name)) return []
    return columns.flatMap((column) => {
      const cell = row.cells[column.id]
      const { value, unit } = cell?.quantity ?? {}
      if (cell === undefined || value === undefined || measureOf(unit ?? row.unit) !== '%') return []
      if (compare(parseDecimal(value), HUNDRED) <= 0) return []
      return [finding('share-over-100', 'warning', row, column, { text: normalText(cell.text) })]
    })
  })
}
