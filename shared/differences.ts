/** What is different between two states of a report, cell by cell, for a person to read before it is taken. */
import { isComputed, isFigure } from './columns.ts'
import { areEqual } from './equal.ts'
import type { Cell, Column, Id, Report, Row } from './model.ts'
import { formatFigure } from './quantity.ts'
import { textIn } from './shown.ts'

/**
 * A figure; a name, unit or other words; what the file states in a computed column; a cell of a row that is new or gone;
 * `place` for a row that stands elsewhere, on another level, or is of another kind, or hidden.
 */
export type DifferenceKind = 'figure' | 'text' | 'stated' | 'newRow' | 'goneRow' | 'place'

export interface Difference {
  readonly row: Id
  /** Of `place` the column of the name. */
  readonly column: Id
  /** Texts as shown, "" for an empty cell; where only hidden digits differ, with the whole figure behind. */
  readonly before: string
  readonly after: string
  readonly kind: DifferenceKind
}

/** In the order of the rows and columns after; a row that is gone stands behind the one it followed. */
export function differencesOf(before: Report, after: Report): readonly Difference[] {
  const was = new Map(before.rows.map((row) => [row.id, row]))
  const is = new Set(after.rows.map(({ id }) => id))
  const gone = goneRows(before.rows, is)
  const columns = [...after.columns, ...before.columns.filter(({ id }) => !has(after.columns, id))]
  const ofGone = (rows: readonly Row[] = []) => rows.flatMap((row) => cellsOf(row, columns, 'goneRow'))
  return [
    ...ofGone(gone.get(undefined)),
    ...after.rows.flatMap((row) => {
      const old = was.get(row.id)
      const own = old === undefined ? cellsOf(row, columns, 'newRow') : changesOf(old, row, columns)
      return [...own, ...ofGone(gone.get(row.id))]
    }),
  ]
}

function has(columns: readonly Column[], id: Id): boolean {
  return columns.some((column) => column.id === id)
}

/** By the row that they followed. */
function goneRows(rows: readonly Row[], is: ReadonlySet<Id>): ReadonlyMap<Id | undefined, readonly Row[]> {
  const gone = new Map<Id | undefined, Row[]>()
  let above: Id | undefined
  for (const row of rows) {
    if (is.has(row.id)) above = row.id
    else gone.set(above, [...(gone.get(above) ?? []), row])
  }
  return gone
}

/** At least one, also for a row without any text. */
function cellsOf(row: Row, columns: readonly Column[], kind: 'newRow' | 'goneRow'): readonly Difference[] {
  const name = columns.find(({ role }) => role === 'name')?.id
  return columns.flatMap((column) => {
    const text = textOf(row, column)
    if (text === '' && column.id !== name) return []
    const texts = kind === 'newRow' ? { before: '', after: text } : { before: text, after: '' }
    return [{ row: row.id, column: column.id, ...texts, kind }]
  })
}

function changesOf(before: Row, after: Row, columns: readonly Column[]): readonly Difference[] {
  if (before === after) return []
  return columns.flatMap((column) => {
    const texts = changedTexts(before, after, column)
    const moved = column.role === 'name' && standsElsewhere(before, after)
    const at = { row: after.id, column: column.id }
    return [
      ...(moved
        ? [{ ...at, before: textIn(before, column), after: textIn(after, column), kind: 'place' as const }]
        : []),
      ...(texts === undefined ? [] : [{ ...at, ...texts, kind: kindOf(column) }]),
    ]
  })
}

function kindOf({ role }: Column): DifferenceKind {
  if (isComputed(role)) return 'stated'
  return isFigure(role) ? 'figure' : 'text'
}

function standsElsewhere(before: Row, after: Row): boolean {
  return (
    before.order !== after.order ||
    before.level !== after.level ||
    before.kind !== after.kind ||
    before.hidden !== after.hidden
  )
}

function changedTexts(before: Row, after: Row, column: Column) {
  const texts = { before: textOf(before, column), after: textOf(after, column) }
  if (texts.before !== texts.after) return texts
  const [was, is] = [before.cells[column.id], after.cells[column.id]]
  if (!isFigure(column.role) || areEqual(was?.quantity, is?.quantity)) return undefined
  return { before: withFigure(was), after: withFigure(is) }
}

function withFigure(cell: Cell | undefined): string {
  const value = cell?.quantity?.value
  const text = cell?.text ?? ''
  return value === undefined ? text : `${text} (${formatFigure(value)})`
}

/** In a computed column what the file states. */
function textOf(row: Row, column: Column): string {
  return isComputed(column.role) ? (row.stated[column.id]?.text ?? '') : textIn(row, column)
}
