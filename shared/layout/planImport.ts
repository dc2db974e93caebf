/**
 * From a workbook as plain cells to the proposal of an import: on each sheet the header, the role of each column, the
 * rows, and what stands above and below.
 */
import { isComputed, isFigure, isNamedFigure } from '../columns.ts'
import type { Period } from '../model.ts'
import type { Profile } from '../profile.ts'
import type { Sheet, Workbook } from '../sheet.ts'
import { columnLetter, rangeText } from './address.ts'
import { rawRows } from './body.ts'
import { byFormulas, comparedByFormulas, formulaReasons, withParts } from './byFormulas.ts'
import { byProfile, profileOfTable, profileReasons, shiftedHeaders } from './byProfile.ts'
import { comparesWithoutPlan, comparisonOf } from './comparisons.ts'
import { comparisonsByNumbers, withNumberedRoles, type NumberedComparison } from './numberRow.ts'
import { withPairedPlans } from './pairing.ts'
import { conversionsIn } from './conversions.ts'
import { findTables, type Found } from './findTables.ts'
import { columnsBeside, rowsOutside } from './leftOut.ts'
import { formulaEvidence } from './formulas.ts'
import { gridOf, type Grid } from './grid.ts'
import { officeOf } from './office.ts'
import { commonPeriod, periodOf } from './period.ts'
import type { HeaderPlace, ImportPlan, PlannedColumn, PlannedRow, PlannedTable } from './plan.ts'
import { reasonsOf } from './reasons.ts'
import { withEarlierYears, type DecidedColumn } from './roles.ts'
import { unitOfLine } from './rowUnits.ts'
import { isRow, readRows } from './rows.ts'
import { readSignature } from './signature.ts'
import { surroundingsOf } from './surroundings.ts'
import { withTerms } from './terms.ts'
import { readAbove, type Above } from './title.ts'

export interface PlanOptions {
  /** The remembered templates. */
  readonly profiles?: readonly Profile[]
  /** Header rows that a person pointed out; the tables there are read with exactly these. */
  readonly headers?: readonly HeaderPlace[]
}

/** What would be imported; nothing is stored. Sheets come in the workbook's order, tables from top to bottom. */
export function planImport(
  workbook: Workbook,
  { headers = [], profiles = [] }: PlanOptions = {},
): ImportPlan {
  const tables: PlannedTable[] = []
  const skipped: ImportPlan['skipped'][number][] = []
  for (const sheet of workbook.sheets) {
    const grid = gridOf(sheet)
    const places = headers.filter((place) => place.sheet === sheet.name)
    const found = grid.rows.length === 0 ? [] : tablesOf(sheet, grid, places, profiles)
    tables.push(...found)
    if (found.length === 0) {
      skipped.push({ sheet: sheet.name, reason: grid.rows.length === 0 ? 'empty' : 'no-table' })
    }
  }
  return { tables, skipped }
}

/** Where a template says that a header stands elsewhere, the sheet is read again with it there. */
function tablesOf(
  sheet: Sheet,
  grid: Grid,
  places: readonly HeaderPlace[],
  profiles: readonly Profile[],
): readonly PlannedTable[] {
  const plan = (at: readonly HeaderPlace[]) => tablesWith(sheet, grid, at, profiles)
  const tables = plan(places)
  const others = tables.filter(({ recognisedHeader }) => recognisedHeader === undefined)
  const shifted = shiftedHeaders(others, profiles, (place) =>
    plan([...places, place]).find(({ headerRows }) => headerRows.first === place.first),
  )
  return shifted.length === 0 ? tables : plan([...places, ...shifted])
}

function tablesWith(
  sheet: Sheet,
  grid: Grid,
  places: readonly HeaderPlace[],
  profiles: readonly Profile[],
): readonly PlannedTable[] {
  const found = findTables(sheet, grid, places)
  const recognised = places.length === 0 ? [] : findTables(sheet, grid, [])
  const tables: PlannedTable[] = []
  let signedTo = 0
  for (const table of found) {
    const from = signedTo < table.header.top ? Math.max(table.from, signedTo + 1) : table.from
    const { planned, lastRow } = plannedTable(sheet, { ...table, from }, found, tables[0], profiles)
    signedTo = lastRow
    const alone = table.by === 'person' ? recognised.find((other) => isSamePlace(other, table)) : undefined
    tables.push(
      alone === undefined
        ? planned
        : { ...planned, recognisedHeader: { first: alone.header.top, last: alone.header.bottom } },
    )
  }
  return tables
}

/** The table that recognition found there by itself. */
function isSamePlace(one: Found, other: Found): boolean {
  const isBeside =
    one.grid.firstColumn > other.grid.lastColumn || other.grid.firstColumn > one.grid.lastColumn
  return !isBeside && one.header.top <= other.body.last && other.header.top <= one.body.last
}

function plannedTable(
  sheet: Sheet,
  { header, body, columns: recognised, grid, from, by }: Found,
  all: readonly Found[],
  first: PlannedTable | undefined,
  profiles: readonly Profile[],
): { readonly planned: PlannedTable; readonly lastRow: number } {
  const nextTop = all.reduce(
    (next, { header: { top } }) => (top > body.last && top < next ? top : next),
    Infinity,
  )
  const left = recognised[0]?.column ?? 1
  const right = header.columns.at(-1)?.column ?? left
  const sides = { left, right }
  const own = readAbove(sheet, grid, { from, to: header.top - 1 }, sides)
  const above = own.title === '' && first !== undefined ? { ...own, title: first.title } : own
  const formulas = formulaEvidence(body.rows, sheet.name)
  const {
    columns: decided,
    match,
    asked,
  } = byProfile(byFormulas(recognised, formulas), above.title, profiles)
  const period = periodOfTable(sheet, above, decided, first)
  const compared = comparisonsByNumbers(grid, header)
  const columns = withTerms(withEarlierYears(withNumberedRoles(decided, compared), period))

  const raws = rawRows(sheet, body.rows).filter((raw) => isRow(raw, columns))
  const hasUnits = columns.some(({ role }) => role === 'unit')
  const unit = hasUnits ? '' : unitOfLine(above.unitLine)
  const read = readRows(raws, columns, unit)
  const rows = withParts(read.slice(0, read.findLastIndex(isMoreThanScratch) + 1), formulas)
  const last = rows.at(-1)?.until ?? rows.at(-1)?.row ?? header.bottom
  const isFollowed = nextTop < Infinity
  const signature = readSignature(sheet, grid, { from: last + 1, to: nextTop - 1 }, sides, isFollowed)
  const rowsOfTable = { first: header.top, last: Math.max(last, header.bottom) }
  const conversions = conversionsIn(grid, { top: from, bottom: rowsOfTable.last, right })
  const leftLines = above.letterhead.filter(({ side }) => side !== 'right').flatMap(({ lines }) => lines)

  const planned: PlannedTable = {
    sheet: sheet.name,
    range: rangeText({ top: rowsOfTable.first, left, bottom: rowsOfTable.last, right }),
    headerRows: { first: header.top, last: header.bottom },
    title: above.title,
    subtitle: [above.subtitle, hasUnits ? '' : above.unitLine].filter((line) => line !== '').join(' '),
    ...(unit !== '' && { unit }),
    period,
    office: officeOf(above.subtitle, leftLines) || (first?.office ?? ''),
    letterhead: above.letterhead,
    signature: signature.blocks,
    surroundings: surroundingsOf(grid, rowsOfTable, { above: from - 1, below: nextTop }),
    columns: withPairedPlans(
      columns.map((column) => plannedColumn(sheet, column, columns, period, compared)),
    ).map((column) => (asked.includes(column.column) ? { ...column, asked: true } : column)),
    rows,
    reasons: [
      ...(match === undefined ? [] : profileReasons(match)),
      ...reasonsOf({
        columns,
        header,
        body,
        period,
        hiddenRows: rows.filter(({ hidden }) => hidden).length,
        unitLine: hasUnits ? '' : above.unitLine,
        by,
        conversions,
        columnsLeftOut: columnsBeside(grid, rowsOfTable, columns, all),
        compared,
        fields: above.fields,
        rowsLeftOut: rowsOutside(
          grid,
          rows.map(({ row }) => row),
          { body, last, signature: signature.rows, nextTop },
        ),
      }),
      ...formulaReasons(columns, rows, period),
    ],
    ...(conversions.length > 0 && { conversions }),
    ...(match !== undefined && { profile: profileOfTable(match, rows) }),
  }
  return { planned, lastRow: signature.rows?.last ?? rowsOfTable.last }
}

/** Sums without a name, lone numbers and words beside a number below the last row are somebody's reckoning. */
function isMoreThanScratch({ name, ordinal, unit, cells }: PlannedRow): boolean {
  if (/^\d[\d.,]*$/.test(unit) && Object.keys(cells).length <= 2) return false
  return name !== '' || (ordinal !== '' && Object.keys(cells).length > 1)
}

function periodOfTable(
  sheet: Sheet,
  above: Above,
  columns: readonly DecidedColumn[],
  first: PlannedTable | undefined,
): Period {
  const results = columns.filter(({ role }) => isNamedFigure(role) && role !== 'previous' && role !== 'plan')
  const headers = results.map(({ path }) => path.join(' '))
  const plans = columns.filter(({ role }) => role === 'plan').map(({ path }) => path.join(' '))
  const others = columns.filter(({ role }) => isFigure(role) && !isNamedFigure(role)).map(comparedTime)
  const years = [above.subtitle, ...headers, ...plans, sheet.name]
  const candidates = [
    periodOf(above.title, [...above.fields, ...years]),
    ...above.fields.map((field) => periodOf(field, years)),
    commonPeriod(headers),
    periodOf(sheet.name, years),
    commonPeriod(plans),
    commonPeriod(others),
    first?.period,
  ]
  return candidates.find((period) => period !== undefined && period.kind !== 'unknown') ?? { kind: 'unknown' }
}

/** "Năm 2023 so với năm 2022" tells of 2023. */
function comparedTime({ path }: DecidedColumn): string {
  return path.join(' ').replace(/(?<!\p{L})so (?:với|cùng) (?:năm|tháng|quý|cùng|kỳ)?.*$/isu, ' ')
}

function plannedColumn(
  sheet: Sheet,
  column: DecidedColumn,
  columns: readonly DecidedColumn[],
  period: Period,
  compared: ReadonlyMap<number, NumberedComparison>,
): PlannedColumn {
  const numbered = compared.get(column.column)
  const layout = sheet.columns.find((known) => known.column === column.column)
  return {
    column: column.column,
    letter: columnLetter(column.column),
    role: column.role,
    header: column.path,
    ...(column.assignedBy !== undefined && { assignedBy: column.assignedBy }),
    ...(column.year !== undefined && { year: column.year }),
    ...(column.term === true && { term: column.term }),
    hidden: layout?.hidden ?? false,
    ...(layout?.width !== undefined && { width: layout.width }),
    ...(isComputed(column.role) && comparisonOf(column, columns, period)),
    ...(numbered?.role === column.role && { of: numbered.of, to: numbered.to }),
    ...comparedByFormulas(column),
    ...(comparesWithoutPlan(column) && { withoutPlan: true }),
  }
}
