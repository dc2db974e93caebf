/** What the status bar says of the selection. */
import { isFigure } from '../../shared/columns.ts'
import type { Finding, Role } from '../../shared/model.ts'
import { shown } from '../../shared/shown.ts'
import { cellView, visibleColumns, type CellView } from '../grid/cells.ts'
import type { Selection } from '../grid/sheet.ts'
import { summaryOf, type Summary } from '../grid/summary.ts'
import type { OpenReport } from '../store.ts'

export type SelectionInfo =
  | { readonly type: 'cell'; readonly view: CellView }
  | { readonly type: 'cells'; readonly cells: number; readonly summary: Summary | undefined }

/** Of one cell its mark, of several the sum of the figures among them. Undefined when nothing is selected. */
export function selectionInfo(
  { report, computed }: OpenReport,
  findings: readonly Finding[],
  { anchor, end }: Selection,
): SelectionInfo | undefined {
  const visibleRows = report.rows.filter(({ hidden }) => hidden !== true)
  const rows = between(visibleRows, anchor.row, end.row)
  const columns = between(visibleColumns(report.columns), anchor.column, end.column)
  const [row] = rows
  const [column] = columns
  if (row === undefined || column === undefined) return undefined
  if (rows.length === 1 && columns.length === 1) {
    const own = findings.filter((finding) => finding.row === row.id)
    return { type: 'cell', view: cellView(report, row, column, computed, own) }
  }
  const figures = columns.filter(({ role }) => isFigure(role))
  const cells = rows.flatMap((each) =>
    figures.map((figure) => ({
      text: shown(report, each, figure, computed).text,
      unit: isPercentage(figure.role) ? '%' : each.unit,
    })),
  )
  return { type: 'cells', cells: rows.length * columns.length, summary: summaryOf(cells) }
}

function isPercentage(role: Role): boolean {
  return role === 'ratio' || role === 'growth'
}

/** The stretch of a list from one id to another, whichever comes first; empty when one is missing. */
function between<T extends { readonly id: string }>(
  list: readonly T[],
  from: string,
  to: string,
): readonly T[] {
  const a = list.findIndex(({ id }) => id === from)
  const b = list.findIndex(({ id }) => id === to)
  return a === -1 || b === -1 ? [] : list.slice(Math.min(a, b), Math.max(a, b) + 1)
}
