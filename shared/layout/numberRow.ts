/** What a row of column numbers tells of the columns it counts: "(7)=(6)/(4)" divides the sixth by the fourth. */
import { isComputed } from '../columns.ts'
import type { Role } from '../model.ts'
import { normalText } from '../text.ts'
import type { Grid, GridRow } from './grid.ts'
import type { Header } from './header.ts'
import type { DecidedColumn } from './roles.ts'

export interface NumberedComparison {
  readonly role: Extract<Role, 'ratio' | 'change' | 'growth'>
  /** Sheet columns. */
  readonly of: number
  readonly to: number
  /** As the cell says it. */
  readonly text: string
}

const OWN = /^(\d{1,3}) ?(?:=|$)/
const FORMS: readonly (readonly [NumberedComparison['role'], RegExp])[] = [
  // "5=(4-3)/3", "5=4/3-1"
  ['growth', /= ?\(?(\d{1,3}) ?- ?(\d{1,3})\)? ?[/:] ?\2(?!\d)/],
  ['growth', /= ?(\d{1,3}) ?[/:] ?(\d{1,3})(?: ?[*x×]? ?100)? ?%? ?- ?1(?:00)?%?$/],
  ['ratio', /= ?(\d{1,3}) ?[/:] ?(\d{1,3})(?!\d)(?: ?[*x×.]? ?100)? ?%?$/],
  ['change', /= ?(\d{1,3}) ?- ?(\d{1,3})$/],
]

/** Of a header; nothing where it has no such row. */
export function comparisonsByNumbers(
  grid: Grid,
  { numberRow }: Pick<Header, 'numberRow'>,
): ReadonlyMap<number, NumberedComparison> {
  const row = numberRow === undefined ? undefined : grid.rowAt(numberRow)
  return row === undefined ? new Map() : numberedComparisons(row)
}

/**
 * Columns whose words say nothing, or otherwise what is compared, are what their numbers say; formulas and remembered
 * templates go before them.
 */
export function withNumberedRoles(
  columns: readonly DecidedColumn[],
  compared: ReadonlyMap<number, NumberedComparison>,
): readonly DecidedColumn[] {
  return columns.map((column) => {
    const role = compared.get(column.column)?.role
    const isOpen = column.role === 'number' || column.role === 'text' || isComputed(column.role)
    if (role === undefined || role === column.role || !isOpen || column.role === 'assessment') return column
    if (column.formula !== undefined || column.by === 'profile') return column
    return { ...column, role, by: 'cells' }
  })
}

/** By sheet column; columns that are only numbered are not in it. */
export function numberedComparisons(row: GridRow): ReadonlyMap<number, NumberedComparison> {
  const texts = row.cells.map(({ column, text }) => ({ column, text: normalText(text) }))
  const columns = new Map<number, number>()
  for (const { column, text } of texts) {
    const own = OWN.exec(withoutBrackets(text))?.[1]
    if (own !== undefined) columns.set(Number(own), column)
  }
  const found = new Map<number, NumberedComparison>()
  for (const { column, text } of texts) {
    const comparison = comparisonIn(text)
    const [of, to] = [columns.get(comparison?.of ?? 0), columns.get(comparison?.to ?? 0)]
    if (comparison === undefined || of === undefined || to === undefined || of === to) continue
    if (of !== column && to !== column) found.set(column, { role: comparison.role, of, to, text })
  }
  return found
}

function comparisonIn(text: string) {
  for (const [role, form] of FORMS) {
    const [, of, to] =
      form.exec(role === 'growth' ? withoutSingleBrackets(text) : withoutBrackets(text)) ?? []
    if (of !== undefined && to !== undefined) return { role, of: Number(of), to: Number(to) }
  }
  return undefined
}

function withoutBrackets(text: string): string {
  return text.replace(/[()[\]]/g, '')
}

/** Only around single numbers: "(5)=((4)-(3))/(3)" → "5=(4-3)/3". */
function withoutSingleBrackets(text: string): string {
  return text.replace(/[([](\d{1,3})[)\]]/g, '$1')
}
