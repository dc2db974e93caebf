/** The lines above a table: title, "(Kèm theo …)", letterhead, unit line. */
import type { TextBlock } from '../model.ts'
import type { Sheet, SheetCell } from '../sheet.ts'
import { normalText } from '../text.ts'
import { blocksOf, linesOf, placed, sideOf } from './blocks.ts'
import { rowsIn, type Grid } from './grid.ts'
import { isFootnote, lineKind } from './titleWords.ts'

export interface Above {
  /** The title's lines joined; "" where there is none. */
  readonly title: string
  readonly subtitle: string
  readonly letterhead: readonly TextBlock[]
  /** "Kỳ báo cáo: tháng 6/2024", "Người lập: …": what was filled in, label and value. */
  readonly fields: readonly string[]
  /** "Đơn vị tính: triệu đồng", as printed; "" where there is none. */
  readonly unitLine: string
}

/** Reads the rows `from` to `to`; `columns` are those of the table, what stands right of them is scratch. */
export function readAbove(
  sheet: Sheet,
  grid: Grid,
  rows: { readonly from: number; readonly to: number },
  columns: { readonly left: number; readonly right: number },
): Above {
  const title: string[] = []
  const subtitle: string[] = []
  const units: string[] = []
  const fields: string[] = []
  const letterhead: { side: TextBlock['side']; line: string }[] = []

  for (const row of rowsIn(grid, rows.from, rows.to)) {
    const within = row.cells.filter(({ column }) => column <= columns.right)
    const filled = fieldsIn(within)
    fields.push(...filled.map(({ text }) => text))
    const cells = within.filter((cell) => cell.type === 'text' && !filled.some((field) => field.has(cell)))
    const beside = cells.length > 1 && cells.some((cell) => kindOf(cell) === 'letterhead')
    for (const cell of cells) {
      const lines = linesOf(cell)
      const kind = kindOf(cell)
      if (kind === 'rule' || (rows.from > 1 && isFootnote(cell.text))) continue
      if (kind === 'subtitle') subtitle.push(...lines)
      else if (kind === 'unit') units.push(...lines)
      else if (kind === 'letterhead' || kind === 'label' || (beside && title.length === 0)) {
        const side = sideOf(sheet, columns, placed(grid, cell))
        letterhead.push(...lines.map((line) => ({ side, line })))
      } else title.push(...lines.filter((line) => lineKind(line) !== 'rule'))
    }
  }
  return {
    title: title.join(' '),
    subtitle: subtitle.join(' '),
    fields,
    letterhead: blocksOf(letterhead),
    unitLine: units.join(' '),
  }
}

const LABEL_END = /[:：]\s*$/u
const LABELLED =
  /^(?:người (?:lập|báo cáo|liên hệ|nhập|tổng hợp)|(?:số )?điện thoại|đt|sđt|e-?mail|fax|địa chỉ|mã (?:số|đơn vị)|ngày (?:lập|báo cáo|nhận|cập nhật)|kỳ báo cáo|kính gửi)[^:]{0,30}:\s*\S/iu

interface Field {
  readonly text: string
  has(cell: SheetCell): boolean
}

/** Labels with what is filled in behind them or in the cell on their right. The unit and the office have lines of their own. */
function fieldsIn(cells: readonly SheetCell[]): readonly Field[] {
  const fields: Field[] = []
  cells.forEach((cell, index) => {
    const next = cells[index + 1]
    const isLabel = cell.type === 'text' && LABEL_END.test(cell.text)
    if (kindOf(cell) !== 'other') return
    if (isLabel && next !== undefined) fields.push(fieldOf([cell, next]))
    else if (isLabel || LABELLED.test(normalText(cell.text))) fields.push(fieldOf([cell]))
  })
  return fields
}

function fieldOf(cells: readonly SheetCell[]): Field {
  return { text: normalText(cells.map(({ text }) => text).join(' ')), has: (cell) => cells.includes(cell) }
}

function kindOf(cell: SheetCell) {
  return lineKind(normalText(cell.text))
}
