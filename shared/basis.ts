/** What the file's text in a computed cell was worked out from: the text holds as long as that stays the same. */
import { isLess, isWithinYear } from './assess.ts'
import { baseOf } from './baseYear.ts'
import { isSourceFigure } from './columns.ts'
import { aimIn } from './direction.ts'
import { areEqual } from './equal.ts'
import type { Cell, Column, Id, Report, Row, Stated } from './model.ts'
import { parentOf } from './outline.ts'
import { isPart } from './part.ts'
import { policyOf, wordsFor } from './policy.ts'
import { formatQuantity, parseQuantity } from './quantity.ts'

/**
 * Everything a computed cell depends on, as one text. A change or growth whose columns are not both known may come from
 * any figure of the row. How a person wants the row rated counts where it is not what the program does by itself.
 */
export function basisOf(report: Report, row: Row, column: Column): string {
  const parts: unknown[] = [...comparedTexts(row, column)]
  if (column.role === 'change' || column.role === 'growth') {
    if (column.of === undefined || column.to === undefined) {
      parts.push(...figuresOf(report).map((id) => said(row.cells[id])))
    }
    return JSON.stringify(parts)
  }
  if (column.role === 'assessment') {
    const parent = row.kind === 'item' ? parentOf(report.rows, row) : undefined
    const withinYear = isWithinYear(report.period.kind)
    parts.push(withinYear, !isPart(row, parent, figuresOf(report)))
    if (withinYear && row.yearEndOnly === true) parts.push('yearEndOnly')
    const kind = column.of === undefined ? undefined : row.cells[column.of]?.metadata?.kind
    if (kind !== undefined && wordsFor(report).expected !== '') parts.push(kind)
  }
  if (row.direction !== undefined) parts.push(row.direction)
  const { less } = policyOf(report)
  if (column.role === 'ratio' && less !== 'none') {
    const to = report.columns.find(({ id }) => id === column.to)
    if (isLess(aimIn(row, to))) {
      parts.push(less)
      const base = baseOf(report, column)
      if (base !== undefined) parts.push(said(row.cells[base]))
    }
  }
  return JSON.stringify(parts)
}

/** A person took the computed value instead, or something that the file's text was worked out from has changed since. */
export function statementIsOver(report: Report, row: Row, column: Column, stated: Stated): boolean {
  return stated.replaced === true || stated.basis !== basisOf(report, row, column)
}

/** The report with the present basis in every override that came since `before`; its rows stand in the same places. */
export function withOverrideBases(before: Report, after: Report): Report {
  const rows = after.rows.map((row, index) => {
    const was = before.rows[index]?.overrides
    if (row.overrides === was) return row
    const entries = Object.entries(row.overrides).map(([id, override]) => {
      const column = override === was?.[id] ? undefined : after.columns.find((each) => each.id === id)
      return [
        id,
        column === undefined ? override : { ...override, basis: basisOf(after, row, column) },
      ] as const
    })
    return { ...row, overrides: Object.fromEntries(entries) }
  })
  return rows.every((row, index) => row === after.rows[index]) ? after : { ...after, rows }
}

/** What the texts of a computed cell's comparison say, and the row's unit. */
export function comparedTexts(row: Row, { of, to }: Column): readonly unknown[] {
  return [...[of, to].map((id) => (id === undefined ? '' : said(row.cells[id]))), row.unit]
}

/** The text, which says all but where a person chose to read it in another way than usual. */
function said(cell: Cell | undefined): unknown {
  const { text = '', quantity } = cell ?? {}
  if (cell?.chosen !== true || quantity === undefined || areEqual(quantity, parseQuantity(text))) return text
  return [text, formatQuantity(quantity)]
}

/** Worked out once for a list of columns, which never changes. */
const figures = new WeakMap<readonly Column[], readonly Id[]>()

function figuresOf({ columns }: Report): readonly Id[] {
  const known = figures.get(columns)
  if (known !== undefined) return known
  const found = columns.filter(({ role }) => isSourceFigure(role)).map(({ id }) => id)
  figures.set(columns, found)
  return found
}
