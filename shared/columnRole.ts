/** Gives a column another role: its texts move to where that role keeps them. */
import { isComputed, isField, isSourceFigure } from './columns.ts'
import type { Column, Report, Role, Row } from './model.ts'
import { cellOf, withEntry, withField } from './rowText.ts'
import { textIn } from './shown.ts'

/** Of a statement that is to be about the texts as they are now. No basis is ever empty. */
export const UNKNOWN_BASIS = ''

/**
 * A row has one ordinal, one name and one unit: a column that held the wanted one before becomes plain text, so that
 * nothing is lost. What the columns compare is left as it was.
 */
export function withRole(report: Report, column: Column, role: Role): Report {
  const holder = isField(role) ? report.columns.find((other) => other.role === role) : undefined
  const freed = holder === undefined ? report : movedTexts(report, holder, 'text')
  return movedTexts(freed, column, role)
}

function movedTexts(report: Report, column: Column, role: Role): Report {
  const rows = report.rows.map((row) => movedText(row, column, role))
  const columns = report.columns.map((other) => (other.id === column.id ? { ...other, role } : other))
  return { ...report, columns, rows }
}

/**
 * The statement of the file and the override stay with the row, unseen, while the column is not computed, and its cell
 * while it is, if it knows more than its text: each is there again when the role comes back and nobody has typed another text.
 */
function movedText(row: Row, column: Column, role: Role): Row {
  if (isComputed(column.role) && isComputed(role)) return row
  const standing = row.overrides[column.id]?.text ?? row.stated[column.id]?.text ?? ''
  const text = isComputed(column.role) ? standing : textIn(row, column)
  if (isField(role)) {
    const emptied = emptiedAt(row, column)
    return text === '' ? emptied : withField(emptied, role, text)
  }
  if (isComputed(role)) {
    const knowsMore = !isField(column.role) && Object.keys(row.cells[column.id] ?? {}).length > 1
    const kept = knowsMore ? row : emptiedAt(row, column)
    if (text === '' || text === standing) return kept
    const stated = withEntry(kept.stated, column.id, { text, basis: UNKNOWN_BASIS })
    return { ...kept, stated, overrides: withEntry(kept.overrides, column.id, undefined) }
  }
  const cell = isField(column.role) ? undefined : row.cells[column.id]
  if (cell !== undefined && (!isComputed(column.role) || cell.text === text)) {
    return withCellRead(row, column, role)
  }
  if (text === '') return cell === undefined ? row : emptiedAt(row, column)
  const emptied = emptiedAt(row, column)
  return { ...emptied, cells: withEntry(emptied.cells, column.id, cellOf(role, text)) }
}

/** A cell stays a cell; in a column of figures its text is understood, in one of words it follows no parts. */
function withCellRead(row: Row, column: Column, role: Role): Row {
  const { rolledUp, ...cell } = row.cells[column.id] ?? { text: '' }
  if (!isSourceFigure(role)) {
    return rolledUp === undefined ? row : { ...row, cells: withEntry(row.cells, column.id, cell) }
  }
  const { quantity } = cellOf(role, cell.text)
  if (cell.quantity !== undefined || quantity === undefined) return row
  return { ...row, cells: withEntry(row.cells, column.id, { ...cell, quantity }) }
}

function emptiedAt(row: Row, column: Column): Row {
  if (isField(column.role)) return withField(row, column.role, '')
  return row.cells[column.id] === undefined
    ? row
    : { ...row, cells: withEntry(row.cells, column.id, undefined) }
}
