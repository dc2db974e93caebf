/** Puts a text into a row where its column's role says: a field of the row, a cell, or an override. */
import { isComputed, isField, isSourceFigure } from './columns.ts'
import { splitMark } from './marks.ts'
import type { Cell, Column, Edit, Id, PlanValue, Role, Row } from './model.ts'
import { parseQuantity } from './quantity.ts'

type TypedText = Pick<Extract<Edit, { readonly type: 'cell' }>, 'text' | 'reason' | 'blank'>

/**
 * The row with the text as typed, exactly; the same row where it says that already. In a computed column the text
 * overrules and "" takes the override back, unless it is to stay `blank`; elsewhere "" empties the cell. What the import noticed about a cell goes with
 * the typing, so the shown text of a cell with hidden digits, typed anew, is its value from then on; so do a chosen
 * reading and that the figure was worked out. Who supplied the figure stays, and of an adjusted plan the value that
 * counts becomes the new text.
 */
export function withText(row: Row, column: Column, typed: TypedText): Row {
  const { text } = typed
  if (isComputed(column.role)) return withOverride(row, column.id, typed)
  if (isField(column.role)) return withField(row, column.role, text)
  const before = row.cells[column.id]
  if ((before?.text ?? '') === text && before?.flags === undefined) return row
  const cell = text.trim() === '' ? { text: '' } : cellOf(column.role, text)
  const { metadata, planValues } = before ?? {}
  return withCell(row, column.id, {
    ...cell,
    ...(metadata !== undefined && { metadata }),
    ...(planValues !== undefined && { planValues: withCounting(planValues, column, cell) }),
  })
}

export function withField(row: Row, field: 'ordinal' | 'name' | 'unit', text: string): Row {
  if (field !== 'name') return row[field] === text ? row : { ...row, [field]: text }
  const { mark, name } = splitMark(text)
  if (row.name === name && row.mark === mark) return row
  const { mark: _mark, ...rest } = row
  return { ...rest, name, ...(mark !== undefined && { mark }) }
}

/** What a person typed: columns of words hold no quantities. */
export function cellOf(role: Role, text: string): Cell {
  const quantity = isSourceFigure(role) ? parseQuantity(text) : undefined
  return { text, ...(quantity !== undefined && { quantity }) }
}

/** An empty cell of which nothing is known is no cell. */
export function withCell(row: Row, column: Id, cell: Cell): Row {
  const { text, flags, metadata, planValues } = cell
  const says = text !== '' || flags !== undefined || metadata !== undefined || planValues !== undefined
  return { ...row, cells: withEntry(row.cells, column, says ? cell : undefined) }
}

/** Which of the values of an adjusted plan counts. */
export function countingPlace(values: readonly PlanValue[], { counts }: Column): number {
  return counts === 'first' ? 0 : values.length - 1
}

/** The values of an adjusted plan, of which the one that counts says what the cell says. */
export function withCounting(
  values: readonly PlanValue[],
  column: Column,
  { text, quantity }: Cell,
): readonly PlanValue[] {
  const place = countingPlace(values, column)
  return values.map(({ decision, date, ...value }, index) => ({
    ...(index === place ? { text, ...(quantity !== undefined && { quantity }) } : value),
    decision,
    ...(date !== undefined && { date }),
  }))
}

/** The record with the entry replaced, or without it. */
export function withEntry<T>(
  record: Readonly<Record<Id, T>>,
  id: Id,
  entry: T | undefined,
): Readonly<Record<Id, T>> {
  const { [id]: _before, ...rest } = record
  return entry === undefined ? rest : { ...rest, [id]: entry }
}

function withOverride(row: Row, column: Id, { text, reason = '', blank }: TypedText): Row {
  const before = row.overrides[column]
  if (text.trim() === '' && blank !== true) {
    return before === undefined ? row : { ...row, overrides: withEntry(row.overrides, column, undefined) }
  }
  if (before?.text === text && before.reason === reason) return row
  return { ...row, overrides: withEntry(row.overrides, column, { text, reason }) }
}
