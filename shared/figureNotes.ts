/**
 * What the figures of a printed table rest on and their cells do not say: by which decisions plans were adjusted, and
 * which figures are estimates or forecasts. Documents are Vietnamese in either language of the window.
 */
import { isSourceFigure } from './columns.ts'
import type { CellMetadata, Column, Row } from './model.ts'
import { normalText } from './text.ts'

/** What is printed of a report. */
export interface Printed {
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
}

/** One paragraph for each printed plan column with adjusted plans: rows, number and date of the decisions that count. */
export function planNotes({ rows, columns }: Printed): readonly string[] {
  return columns.flatMap((column) => {
    const isFirst = column.counts === 'first'
    const adjusted = rows.filter((row) => isAdjusted(row, column))
    if (column.role !== 'plan' || adjusted.length === 0) return []
    const decisions = Map.groupBy(adjusted, (row) => {
      const values = row.cells[column.id]?.planValues ?? []
      const { decision = '', date } = (isFirst ? values[0] : values.at(-1)) ?? {}
      return [normalText(decision), dated('ngày', date)].filter((part) => part !== '').join(' ')
    })
    const what = isFirst ? 'Kế hoạch giao đầu năm của chỉ tiêu đã điều chỉnh' : 'Kế hoạch đã điều chỉnh'
    const isOnly = columns.filter(({ role }) => role === 'plan').length === 1
    return [`${what}${isOnly ? '' : inColumn(column)}: ${told(decisions, rows)}.`]
  })
}

/**
 * One paragraph for each printed column and kind of figure: its rows, with the days up to which they are counted. None for
 * the estimates of a column that is headed as one.
 */
export function kindNotes({ rows, columns }: Printed): readonly string[] {
  const figures = columns.filter(({ role }) => isSourceFigure(role))
  return figures.flatMap((column) =>
    (['estimate', 'forecast'] as const).flatMap((kind) => {
      if (kind === 'estimate' && column.role === 'estimate') return []
      const marked = rows.filter((row) => kindIn(row, column) === kind)
      if (marked.length === 0) return []
      const where = figures.length === 1 ? '' : inColumn(column)
      const days = Map.groupBy(marked, (row) => dated('đến', row.cells[column.id]?.metadata?.asOf))
      return [`${KINDS[kind]}${where}: ${told(days, rows)}.`]
    }),
  )
}

const KINDS = { estimate: 'Số ước', forecast: 'Số dự kiến' } as const

/** The plan has had another value than the one it began with. */
export function isAdjusted(row: Row, column: Column): boolean {
  return (row.cells[column.id]?.planValues?.length ?? 0) > 1
}

function kindIn(row: Row, column: Column): CellMetadata['kind'] {
  const cell = row.cells[column.id]
  return cell === undefined || cell.text.trim() === '' ? undefined : cell.metadata?.kind
}

function inColumn(column: Column): string {
  return ` ở cột “${column.header.map(normalText).join(' – ')}”`
}

/** "dòng 1, 2 (45/QĐ-UBND ngày 30/06/2024); dòng 4". */
function told(groups: ReadonlyMap<string, readonly Row[]>, printed: readonly Row[]): string {
  const times = Map.groupBy(printed, ({ ordinal }) => normalText(ordinal))
  const nameOf = ({ ordinal, name }: Row) => {
    const number = normalText(ordinal)
    return number !== '' && times.get(number)?.length === 1 ? number : `“${normalText(name)}”`
  }
  return [...groups]
    .map(([detail, rows]) => {
      const names = `dòng ${rows.map(nameOf).join(', ')}`
      return detail === '' ? names : `${names} (${detail})`
    })
    .join('; ')
}

/** `day` is an ISO date. */
function dated(word: string, day: string | undefined): string {
  return day === undefined ? '' : `${word} ${day.split('-').toReversed().join('/')}`
}
