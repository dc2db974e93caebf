/** The differences of an update, put together row by row, with what of each row a person said in the program. */
import { isField, isSourceFigure } from '../../shared/columns.ts'
import type { Difference, DifferenceKind } from '../../shared/differences.ts'
import { areEqual } from '../../shared/equal.ts'
import type { Column, Id, Report, Row } from '../../shared/model.ts'
import { columnName } from '../../shared/names.ts'

export type RowState = 'changed' | 'new' | 'gone'

/** One row with all that differs in it. */
export interface DifferentRow {
  readonly row: Row
  readonly state: RowState
  /** Of a row that comes or goes without ordinal, name and unit, by which it is called anyway. */
  readonly cells: readonly (Difference & { readonly name: string })[]
  /** What people typed over computed cells of it: these stay, or go with the row. */
  readonly overrides: readonly { readonly column: string; readonly text: string; readonly reason: string }[]
}

export const DIFFERENCE_FILTERS = ['all', 'figures', 'rows'] as const
/** Everything; only figures, also those of new rows and of rows that go; only rows that come, go or move. */
export type DifferenceFilter = (typeof DIFFERENCE_FILTERS)[number]

export interface Update {
  readonly before: Report
  readonly after: Report
  readonly differences: readonly Difference[]
}

/** In the order of the differences; rows of which the filter leaves nothing are not there. */
export function differentRows(
  { before, after, differences }: Update,
  filter: DifferenceFilter,
): readonly DifferentRow[] {
  const was = new Map(before.rows.map((row) => [row.id, row]))
  const is = new Map(after.rows.map((row) => [row.id, row]))
  const columns = new Map([...before.columns, ...after.columns].map((column) => [column.id, column]))
  const shown = differences.filter((difference) =>
    isMeant(difference, columns.get(difference.column), filter),
  )
  return [...Map.groupBy(shown, ({ row }) => row)].flatMap(([id, cells]) => {
    const row = is.get(id) ?? was.get(id)
    if (row === undefined) return []
    const state = !is.has(id) ? 'gone' : was.has(id) ? 'changed' : 'new'
    return [
      {
        row,
        state,
        cells: cells
          .filter(({ column }) => state === 'changed' || !isInHeading(columns.get(column)))
          .map((cell) => ({ ...cell, name: nameIn(columns, cell.column) })),
        overrides: overridesOf(row, columns),
      },
    ]
  })
}

/** A row that comes or goes is called by these: they need no lines of their own. */
function isInHeading(column: Column | undefined): boolean {
  return column !== undefined && isField(column.role)
}

function isMeant({ kind }: Difference, column: Column | undefined, filter: DifferenceFilter): boolean {
  const isOfRow: readonly DifferenceKind[] = ['newRow', 'goneRow', 'place']
  if (filter === 'rows') return isOfRow.includes(kind)
  if (filter === 'all' || kind === 'figure') return true
  const isFigureOfRow = column !== undefined && isSourceFigure(column.role)
  return (kind === 'newRow' || kind === 'goneRow') && isFigureOfRow
}

function overridesOf(row: Row, columns: ReadonlyMap<Id, Column>): DifferentRow['overrides'] {
  return Object.entries(row.overrides).map(([id, { text, reason }]) => ({
    column: nameIn(columns, id),
    text,
    reason,
  }))
}

function nameIn(columns: ReadonlyMap<Id, Column>, id: Id): string {
  const column = columns.get(id)
  return column === undefined ? '' : columnName(column)
}

/** What became of the columns, by their names. */
export interface ColumnNews {
  readonly fresh: readonly string[]
  /** The file no longer has them; they stay. */
  readonly gone: readonly string[]
  readonly renamed: readonly { readonly before: string; readonly after: string }[]
}

export function columnNews({ before, after }: Pick<Update, 'before' | 'after'>): ColumnNews {
  const was = new Map(before.columns.map((column) => [column.id, column]))
  const known = after.columns.flatMap((is) => {
    const old = was.get(is.id)
    return old === undefined ? [] : [{ old, is }]
  })
  return {
    fresh: after.columns.filter(({ id }) => !was.has(id)).map(columnName),
    gone: known
      .filter(({ old, is }) => old.letter !== undefined && is.letter === undefined)
      .map(({ is }) => columnName(is)),
    renamed: known
      .filter(({ old, is }) => !areEqual(old.header, is.header))
      .map(({ old, is }) => ({ before: old.header.join(' – '), after: is.header.join(' – ') })),
  }
}

/** How much of everything differs, and how many overrides of the report stay if all is taken. */
export function countsOf({ after, differences }: Update) {
  const of = (...kinds: readonly DifferenceKind[]) => differences.filter(({ kind }) => kinds.includes(kind))
  const rowsOf = (kind: DifferenceKind) => new Set(of(kind).map(({ row }) => row)).size
  return {
    figures: of('figure').length,
    texts: of('text').length,
    stated: of('stated').length,
    newRows: rowsOf('newRow'),
    goneRows: rowsOf('goneRow'),
    moved: rowsOf('place'),
    overrides: after.rows.reduce((sum, { overrides }) => sum + Object.keys(overrides).length, 0),
  }
}
