/** The signature block below a table: date, who signs as what, names, the list of recipients. */
import type { TextBlock } from '../model.ts'
import type { Sheet } from '../sheet.ts'
import { blocksOf, linesOf, placed, sideOf, type PlacedCell } from './blocks.ts'
import { rowsIn, type Grid } from './grid.ts'
import { isSignature, lineKind } from './titleWords.ts'

/** Names follow their titles after a few empty rows; what comes later is something else. */
const WIDEST_GAP = 8
const MOST_ROWS = 30

export interface Signature {
  readonly blocks: readonly TextBlock[]
  /** Its first and last row; absent where there is none. */
  readonly rows?: { readonly first: number; readonly last: number }
}

/**
 * Looks in the rows `from` to `to`, and begins with the first line that is one of a signature. Where another table follows,
 * what belongs above that one ends it.
 */
export function readSignature(
  sheet: Sheet,
  grid: Grid,
  rows: { readonly from: number; readonly to: number },
  columns: { readonly left: number; readonly right: number },
  isFollowed: boolean,
): Signature {
  const below = rowsIn(grid, rows.from, rows.to)
  const first = below.findIndex(({ cells }) => cells.some(({ text }) => isSignature(text)))
  if (first < 0) return { blocks: [] }

  const signed: PlacedCell[] = []
  let previous = below[first]?.row ?? rows.from
  for (const row of below.slice(first, first + MOST_ROWS)) {
    if (row.row - previous > WIDEST_GAP || row.cells.some(({ type }) => type !== 'text')) break
    if (isFollowed && row.cells.some(({ text }) => opensNextTable(text))) break
    previous = row.row
    signed.push(
      ...row.cells.filter(({ column }) => column <= columns.right).map((cell) => placed(grid, cell)),
    )
  }
  const side = sidesBeside(signed) ?? ((place: PlacedCell) => sideOf(sheet, columns, place))
  const lines = signed.flatMap((place) =>
    linesOf(place.cell)
      .filter((line) => lineKind(line) !== 'rule')
      .map((line) => ({ side: side(place), line })),
  )
  return { blocks: blocksOf(lines), rows: { first: below[first]?.row ?? rows.from, last: previous } }
}

/** Titles, labels and letterheads; names and offices of those who sign have no figures, but for the date. */
function opensNextTable(text: string): boolean {
  const kind = lineKind(text)
  return !isSignature(text) && (kind !== 'other' ? kind !== 'rule' : /\d/.test(text))
}

/** Two or three blocks beside each other have the sides of the page between them, wherever their cells begin. */
function sidesBeside(places: readonly PlacedCell[]): ((place: PlacedCell) => TextBlock['side']) | undefined {
  const byRow = [...Map.groupBy(places, ({ cell }) => cell.row).values()]
  const widest = byRow.reduce((most, row) => (row.length > most.length ? row : most), [])
  if (widest.length < 2 || widest.length > 3) return undefined
  const sides = widest.length === 2 ? (['left', 'right'] as const) : (['left', 'centre', 'right'] as const)
  return (place) => {
    const distances = widest.map((anchor) => Math.abs(middle(anchor) - middle(place)))
    return sides[distances.indexOf(Math.min(...distances))] ?? 'centre'
  }
}

function middle({ left, right }: PlacedCell): number {
  return (left + right) / 2
}
