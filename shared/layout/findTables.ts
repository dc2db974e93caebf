/**
 * Where the tables of a sheet stand: by the words of their headers, else by their figures, or where a person says. Tables
 * may follow each other and stand side by side. A table of indicators has names and at least one column of plan or result
 * with figures in it; anything else is left alone.
 */
import { isNamedFigure } from '../columns.ts'
import type { CellRange, Sheet } from '../sheet.ts'
import { bodyOf, rawRows, type Body } from './body.ts'
import { evidenceOf, NO_EVIDENCE, type Evidence } from './evidence.ts'
import { headersAboveFigures } from './figureHeader.ts'
import { regionOf, rowsIn, type Grid } from './grid.ts'
import { headerAt, headerIn, startsHeader, type Header, type HeaderColumn } from './header.ts'
import { isOfList, openingRole, provesIndicators, tellsTime } from './headerWords.ts'
import { periodOf } from './period.ts'
import type { HeaderPlace } from './plan.ts'
import { decideRoles, holdsOrdinals, type DecidedColumn } from './roles.ts'
import { lineKind } from './titleWords.ts'

/** A table in the sheet before titles, periods and the like are read. */
export interface Found {
  readonly header: Header
  readonly body: Body
  readonly columns: readonly DecidedColumn[]
  /** The part of the sheet that it stands in, without the tables beside it. */
  readonly grid: Grid
  /** The first row that could hold this table's title. */
  readonly from: number
  readonly by: 'words' | 'figures' | 'person'
}

/** Header-like rows tried in one part of a sheet; one with more that lead to nothing has no table. */
const MOST_TRIALS = 10
/** So many rows tell what a column holds. */
const MOST_EVIDENCE = 2_000
/** In one sheet; what has more is no report. */
const MOST_TABLES = 500
/** Tables side by side. */
const MOST_BESIDE = 20
/** So many rows tell whether a column holds names. */
const SAMPLE = 20

/** From top to bottom, those side by side from left to right. `places` are the headers that a person pointed out on it. */
export function findTables(sheet: Sheet, grid: Grid, places: readonly HeaderPlace[]): readonly Found[] {
  const sorted = withoutOverlaps(places)
  const found: Found[] = []
  let from = 1
  for (const [index, place] of sorted.entries()) {
    if (place.first < from) continue
    found.push(...searched(sheet, regionOf(grid, { top: from, bottom: place.first - 1 }), from))
    from = lastRowOf(found, from - 1) + 1
    const below = sorted[index + 1]?.first
    const region = regionOf(grid, { top: from, ...(below !== undefined && { bottom: below - 1 }) })
    const own = tablesAt(sheet, region, place, from)
    found.push(...own)
    from = Math.max(place.last, lastRowOf(own, 0)) + 1
  }
  found.push(...searched(sheet, from === 1 ? grid : regionOf(grid, { top: from }), from))
  return found
}

function lastRowOf(found: readonly Found[], otherwise: number): number {
  return found.reduce((last, { body, header }) => Math.max(last, body.last, header.bottom), otherwise)
}

/** From top to bottom; of two that overlap the upper one. */
function withoutOverlaps(places: readonly HeaderPlace[]): readonly HeaderPlace[] {
  const apart: HeaderPlace[] = []
  for (const place of places.toSorted((a, b) => a.first - b.first)) {
    if (place.first > (apart.at(-1)?.last ?? 0)) apart.push(place)
  }
  return apart
}

/** By words first; what no word explains, by figures. */
function searched(sheet: Sheet, grid: Grid, from: number): readonly Found[] {
  const byWords = findByWords(sheet, grid, from)
  if (byWords.length === 0) return findByFigures(sheet, grid, from)
  const found: Found[] = []
  let top = from
  for (const table of byWords) {
    if (table.header.top > top) {
      const between = regionOf(grid, { top, bottom: table.header.top - 1 })
      found.push(...findByFigures(sheet, between, top))
    }
    found.push(table)
    top = Math.max(top, lastRowOf([table], 0) + 1)
  }
  return [...found, ...findByFigures(sheet, regionOf(grid, { top }), top)]
}

function findByWords(sheet: Sheet, grid: Grid, top: number, lowestHeader = Infinity): readonly Found[] {
  const found: Found[] = []
  let from = top
  let searchedTo = 0
  let trials = 0
  for (const row of grid.rows) {
    if (row.row <= searchedTo || !startsHeader(row)) continue
    if (row.row > lowestHeader || found.length >= MOST_TABLES) break
    const header = headerAt(grid, row, Math.max(from, searchedTo + 1))
    searchedTo = header.bottom
    if (!header.columns.some(({ path }) => provesIndicators(path))) continue
    if (++trials > MOST_TRIALS) break
    const { table, hasFigures, body } = readTable(sheet, grid, header, from, 'words')
    if (table !== undefined) {
      found.push(table, ...besides(sheet, grid, table))
      from = body.last + 1
      trials = 0
    }
    if (table !== undefined || !hasFigures) searchedTo = Math.max(searchedTo, body.last)
  }
  return found
}

/** The first table under this header, without those that its header shares the rows with. */
function readTable(
  sheet: Sheet,
  whole: Grid,
  header: Header,
  from: number,
  by: Found['by'],
  lastRow?: number,
) {
  const own = withoutTablesBeside(whole, header)
  const [first] = own.columns
  const right = own.columns.at(-1)?.column ?? 0
  // The column of ordinals is always the first; where there is none, names may stand left of the header.
  const left = first !== undefined && opensWith(first, 'ordinal') ? first.column : whole.firstColumn
  const isShared = own.columns.length < header.columns.length
  const isPart = left > whole.firstColumn || isShared
  const grid = isPart ? regionOf(whole, { left, ...(isShared && { right }) }) : whole
  const body = bodyOf(grid, own, lastRow)
  const evidence = evidenceOf(rawRows(sheet, body.rows.slice(0, MOST_EVIDENCE)))
  const hasFigures = [...evidence.values()].some(({ figures }) => figures > 0)
  const columns = decideRoles(tableColumns(own.columns, evidence), evidence)
  const isProven =
    columns !== undefined && PROOFS[by](columns, evidence, own, textsAbove(grid, from, own.top))
  const table: Found | undefined =
    columns !== undefined && isProven ? { header: own, body, columns, grid, from, by } : undefined
  return { table, hasFigures, body }
}

const PROOFS = {
  /** Figures of a plan or result. */
  words: (columns, evidence) =>
    columns.some(
      ({ column, role, path }) =>
        isNamedFigure(role) && provesIndicators(path) && countIn(evidence, column) > 0,
    ),
  /**
   * Several columns of figures, numbered as in a prescribed form, or mostly telling a time or a comparison, or under a
   * title of some time or a line with their unit; but no list of persons or prices.
   */
  figures: (columns, evidence, { numberRow }, above) => {
    const figures = columns.filter(({ column, role }) => role !== 'ordinal' && countIn(evidence, column) > 0)
    if (figures.length < 2 || columns.some(({ path }) => isOfList(path))) return false
    const telling = figures.filter(({ path }) => tellsTime(path) || provesIndicators(path))
    const isTelling = telling.length * 2 >= figures.length
    const isTitled = periodOf(above.join(' ')).kind !== 'unknown'
    return numberRow !== undefined || isTelling || isTitled || above.some((text) => lineKind(text) === 'unit')
  },
  person: () => true,
} as const satisfies Record<
  Found['by'],
  (
    columns: readonly DecidedColumn[],
    evidence: ReadonlyMap<number, Evidence>,
    header: Header,
    above: readonly string[],
  ) => boolean
>

function textsAbove(grid: Grid, from: number, to: number): readonly string[] {
  return rowsIn(grid, from, to - 1).flatMap(({ cells }) => cells.map(({ text }) => text))
}

function countIn(evidence: ReadonlyMap<number, Evidence>, column: number): number {
  return evidence.get(column)?.figures ?? 0
}

function findByFigures(sheet: Sheet, grid: Grid, top: number): readonly Found[] {
  const found: Found[] = []
  let from = top
  let trials = 0
  for (const header of headersAboveFigures(grid)) {
    if (header.top < from) continue
    if (++trials > MOST_TRIALS || found.length >= MOST_TABLES) break
    const { table, body } = readTable(sheet, grid, header, from, 'figures')
    if (table === undefined) continue
    found.push(table)
    from = body.last + 1
    trials = 0
  }
  return found
}

/** The tables right and left of one whose headers begin beside it. */
function besides(sheet: Sheet, grid: Grid, table: Found): readonly Found[] {
  const { header, body, from } = table
  const left = table.grid.firstColumn - 1
  const right = (header.columns.at(-1)?.column ?? 0) + 1
  const sides = [
    ...(right <= grid.lastColumn ? [{ top: from, left: right }] : []),
    ...(left >= grid.firstColumn ? [{ top: from, right: left }] : []),
  ]
  const beside = rowsIn(grid, from, body.last)
  return sides
    .filter(({ left: first = 1, right: last = Infinity }: Partial<CellRange>) =>
      beside.some(({ cells }) => cells.some(({ column }) => column >= first && column <= last)),
    )
    .map((side) => regionOf(grid, side))
    .filter(({ rows }) => rows.length > 0)
    .flatMap((region) => findByWords(sheet, region, from, body.last))
    .slice(0, MOST_BESIDE)
}

function tablesAt(sheet: Sheet, grid: Grid, place: HeaderPlace, from: number): readonly Found[] {
  const header = headerIn(grid, place)
  if (header === undefined) return []
  const { table } = readTable(sheet, grid, header, from, 'person', place.lastRow)
  return table === undefined ? [] : [table, ...besides(sheet, grid, table)]
}

/** Ends the header where the opening columns come once more over texts: there the next table begins. */
function withoutTablesBeside(grid: Grid, header: Header): Header {
  const opens = (column: HeaderColumn) =>
    opensWith(column, 'ordinal') ||
    (opensWith(column, 'name') && holdsNames(grid, column.column, header.bottom))
  let named = false
  let figures = false
  for (const [index, column] of header.columns.entries()) {
    if (named && figures && opens(column)) return { ...header, columns: header.columns.slice(0, index) }
    if (opensWith(column, 'name')) named = true
    else if (provesIndicators(column.path)) figures = true
  }
  return header
}

function opensWith({ path }: HeaderColumn, role: 'ordinal' | 'name'): boolean {
  return openingRole(path.at(-1) ?? '') === role
}

function holdsNames(grid: Grid, column: number, below: number): boolean {
  const cells = rowsIn(grid, below + 1, below + SAMPLE).flatMap((row) =>
    row.cells.filter((cell) => cell.column === column),
  )
  const texts = cells.filter(({ type, text }) => type === 'text' && /\p{L}{2}/u.test(text))
  return texts.length * 2 > cells.length
}

/**
 * The columns with a meaning of their own: those with a header, and left of them the first without one that holds
 * ordinals and the first that holds texts, for national tables leave the names without a header. Further such columns, and
 * those that share the header of the names, hold the names of lower levels.
 */
function tableColumns(
  columns: readonly HeaderColumn[],
  evidence: ReadonlyMap<number, Evidence>,
): readonly HeaderColumn[] {
  const cellsOf = (column: number) => evidence.get(column) ?? NO_EVIDENCE
  const leftmost = columns[0]?.column ?? 1
  const left = [...evidence.keys()].filter((column) => column < leftmost).sort((a, b) => a - b)
  const ordinals = left.filter((column) => holdsOrdinals(cellsOf(column))).slice(0, 1)
  const names = left.filter(
    (column) => !ordinals.includes(column) && cellsOf(column).texts > cellsOf(column).figures,
  )
  const own = columns.filter(
    ({ column, shared }) => shared !== true || cellsOf(column).figures > cellsOf(column).texts,
  )
  const unheaded = [...ordinals, ...names.slice(0, 1)].sort((a, b) => a - b)
  return [...unheaded.map((column) => ({ column, path: [] })), ...own]
}
