/** The unit of each row: in a column of its own, as a ditto mark, in brackets behind the name, or in a line above the table. */
import { normalText } from '../text.ts'
import { parseUnit } from '../units.ts'

const DITTO = /^(?:["”“″〃]|''|-?nt-?|như trên)$/iu
const LABEL = /^\(?(?:đơn vị(?: tính)?|đvt|đv)\s*:\s*/iu
const BEHIND_NAME = /\(([^()]{1,25})\)[\s:.*]*$/u
/** Counted things that stand behind names. */
const COUNTED =
  /^(?:(?:nghìn|triệu|tỷ|vạn|trăm|1\.?000) )?(?:người|hộ|con|cây|vụ|dự án|dn|doanh nghiệp|cái|chiếc|lượt(?: người| khách)?|hk|hành khách|trường|lớp|phòng|học sinh|giường|xã|thôn|bản|căn|nhà|bộ|máy|thuê bao|cơ sở|cuộc|buổi|bao|sản phẩm|usd|kwh|mwh|mw|tr\.? ?đ|hk\.km|tấn\.km)$/iu
/** What is counted in per cent or otherwise than the rest of the table. */
const RATE = /^(?:[-+*•]\s*)?(?:tỷ lệ|tỉ lệ|tỷ trọng|tốc độ|nhịp độ|cơ cấu|chỉ số|hệ số|năng suất)(?!\p{L})/iu

interface Measured {
  readonly name: string
  readonly unit: string
  readonly counts: boolean
}

/** A ditto mark under a unit means the unit above. */
export function withDittoUnits<Row extends Pick<Measured, 'unit'>>(rows: readonly Row[]): readonly Row[] {
  let above = ''
  return rows.map((row) => {
    if (!DITTO.test(row.unit)) {
      if (row.unit !== '') above = row.unit
      return row
    }
    return { ...row, unit: above === '' ? row.unit : above }
  })
}

/**
 * The units of the rows of a table without a column for them: behind their name, behind that of a row they stand below, or
 * `common`, which the line above says of all that are no rates. "" in rows without figures. `ancestors` are indexes of
 * rows, the outermost first.
 */
export function unitsByNames(
  rows: readonly (Measured & { readonly ancestors: readonly number[] })[],
  common: string,
): readonly string[] {
  const named = rows.map(({ name }) => unitInName(name))
  return rows.map(({ name, unit, counts, ancestors }, index) => {
    if (unit !== '' || !counts) return unit
    const own = named[index] ?? ''
    if (own !== '') return own
    if (RATE.test(name)) return ''
    const above = ancestors.toReversed().find((at) => (named[at] ?? '') !== '')
    return above === undefined ? common : (named[above] ?? '')
  })
}

/** "Sản lượng (nghìn tấn)" → "nghìn tấn"; "Cộng (I+II)" → "". */
function unitInName(name: string): string {
  const text = normalText(BEHIND_NAME.exec(name)?.[1] ?? '')
  return text !== '' && (parseUnit(text)?.known === true || COUNTED.test(text)) ? text : ''
}

/** "Đơn vị tính: triệu đồng" → "triệu đồng"; "" where the line names several. */
export function unitOfLine(line: string): string {
  const text = normalText(line)
    .replace(LABEL, '')
    .replace(/[).\s]+$/u, '')
  return /[;,:]| và /u.test(text) || text.length > 40 ? '' : text
}
