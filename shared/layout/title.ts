/** The lines above a table: title, "(Kèm theo …)", letterhead, unit line. */
import type { TextBlock } from '../model.ts'
import type { Sheet, SheetCell } from '../sheet.ts'
import { normalText } from '../text.ts'
import { blocksOf, linesOf, placed, sideOf } from './blocks.ts'
import type { Grid } from './grid.ts'
import { isFootnote, lineKind } from './titleWords.ts'

export interface Above {
  /** The title's lines joined; "" where there is none. */
  readonly title: string
  readonly subtitle: string
  readonly letterhead: readonly TextBlock[]
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
  const letterhead: { side: TextBlock['side']; line: string }[] = []

  for (const row of grid.rows) {
    if (row.row < rows.from || row.row > rows.to) continue
    const cells = row.cells.filter(({ type, column }) => type === 'text' && column <= columns.right)
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
    letterhead: blocksOf(letterhead),
    unitLine: units.join(' '),
  }
}

function kindOf(cell: SheetCell) {
  return lineKind(normalText(cell.text))
}
