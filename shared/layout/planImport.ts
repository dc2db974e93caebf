/**
 * From a workbook as plain cells to the proposal of an import: on each sheet the header, the role of each column, the
 * rows, and what stands above and below. A table of indicators has names and at least one column of plan or result
 * with figures in it; anything else is left alone.
 */
import { isComputed, isNamedFigure } from '../columns.ts'
import type { Period } from '../model.ts'
import type { Sheet, Workbook } from '../sheet.ts'
import { columnLetter, rangeText } from './address.ts'
import { bodyOf, rawRows, type Body } from './body.ts'
import { comparesWithoutPlan, comparisonOf } from './comparisons.ts'
import { withPairedPlans } from './pairing.ts'
import { evidenceOf, NO_EVIDENCE, type Evidence } from './evidence.ts'
import { gridOf, type Grid } from './grid.ts'
import { headerAt, startsHeader, type Header, type HeaderColumn } from './header.ts'
import { provesIndicators } from './headerWords.ts'
import { officeOf } from './office.ts'
import { commonPeriod, periodOf } from './period.ts'
import type { ImportPlan, PlannedColumn, PlannedRow, PlannedTable } from './plan.ts'
import { reasonsOf } from './reasons.ts'
import { decideRoles, withEarlierYears, type DecidedColumn } from './roles.ts'
import { isRow, readRows } from './rows.ts'
import { readSignature } from './signature.ts'
import { withTerms } from './terms.ts'
import { readAbove, type Above } from './title.ts'

/** Header-like rows tried on one sheet; a sheet with more that lead to nothing has no table. */
const MOST_TRIALS = 10
/** So many rows tell what a column holds. */
const MOST_EVIDENCE = 2_000

/** What would be imported; nothing is stored. Sheets come in the workbook's order, tables from top to bottom. */
export function planImport(workbook: Workbook): ImportPlan {
  const tables: PlannedTable[] = []
  const skipped: ImportPlan['skipped'][number][] = []
  for (const sheet of workbook.sheets) {
    const grid = gridOf(sheet)
    const found = grid.rows.length === 0 ? [] : tablesOf(sheet, grid)
    tables.push(...found)
    if (found.length === 0) {
      skipped.push({ sheet: sheet.name, reason: grid.rows.length === 0 ? 'empty' : 'no-table' })
    }
  }
  return { tables, skipped }
}

/** A table in the sheet before titles, periods and the like are read. */
interface Found {
  readonly header: Header
  readonly body: Body
  readonly columns: readonly DecidedColumn[]
  /** The first row that could hold this table's title. */
  readonly from: number
}

function tablesOf(sheet: Sheet, grid: Grid): readonly PlannedTable[] {
  const found = findTables(sheet, grid)
  const tables: PlannedTable[] = []
  for (const [index, table] of found.entries()) {
    const next = found[index + 1]
    tables.push(plannedTable(sheet, grid, table, next?.header.top, tables[0]))
  }
  return tables
}

function findTables(sheet: Sheet, grid: Grid): readonly Found[] {
  const found: Found[] = []
  let from = 1
  let searched = 0
  let trials = 0
  for (const row of grid.rows) {
    if (row.row <= searched || !startsHeader(row)) continue
    const header = headerAt(grid, row, Math.max(from, searched + 1))
    searched = header.bottom
    if (!header.columns.some(({ path }) => provesIndicators(path))) continue
    if (++trials > MOST_TRIALS) break
    const body = bodyOf(grid, header)
    const evidence = evidenceOf(rawRows(sheet, body.rows.slice(0, MOST_EVIDENCE)))
    const columns = indicatorColumns(header, evidence)
    if (columns !== undefined) {
      found.push({ header, body, columns, from })
      from = body.last + 1
      trials = 0
    }
    const hasFigures = [...evidence.values()].some(({ figures }) => figures > 0)
    if (columns !== undefined || !hasFigures) searched = Math.max(searched, body.last)
  }
  return found
}

/** Undefined where there are no names, or no figures of a plan or result. */
function indicatorColumns(
  header: Header,
  evidence: ReadonlyMap<number, Evidence>,
): readonly DecidedColumn[] | undefined {
  const columns = decideRoles(tableColumns(header.columns, evidence), evidence)
  const proven = columns?.some(
    ({ column, role, path }) =>
      isNamedFigure(role) && provesIndicators(path) && (evidence.get(column)?.figures ?? 0) > 0,
  )
  return proven === true ? columns : undefined
}

/**
 * The columns with a meaning of their own: those with a header, and left of them the first without one that holds
 * texts, for national tables leave the names without a header. Further such columns, and those that share the header of
 * the names, hold the names of lower levels.
 */
function tableColumns(
  columns: readonly HeaderColumn[],
  evidence: ReadonlyMap<number, Evidence>,
): readonly HeaderColumn[] {
  const cellsOf = (column: number) => evidence.get(column) ?? NO_EVIDENCE
  const leftmost = columns[0]?.column ?? 1
  const unheaded = [...evidence.keys()]
    .filter((column) => column < leftmost && cellsOf(column).texts > cellsOf(column).figures)
    .sort((a, b) => a - b)
  const own = columns.filter(
    ({ column, shared }) => shared !== true || cellsOf(column).figures > cellsOf(column).texts,
  )
  return [...unheaded.slice(0, 1).map((column) => ({ column, path: [] })), ...own]
}

function plannedTable(
  sheet: Sheet,
  grid: Grid,
  { header, body, columns: decided, from }: Found,
  nextTop: number | undefined,
  first: PlannedTable | undefined,
): PlannedTable {
  const left = decided[0]?.column ?? 1
  const right = header.columns.at(-1)?.column ?? left
  const sides = { left, right }
  const own = readAbove(sheet, grid, { from, to: header.top - 1 }, sides)
  const above = own.title === '' && first !== undefined ? { ...own, title: first.title } : own
  const period = periodOfTable(sheet, above, decided, first)
  const columns = withTerms(withEarlierYears(decided, period))

  const raws = rawRows(sheet, body.rows).filter((raw) => isRow(raw, columns))
  const read = readRows(raws, columns)
  const rows = read.slice(0, read.findLastIndex(isMoreThanScratch) + 1)
  const last = rows.at(-1)?.row ?? header.bottom
  const signature = readSignature(sheet, grid, { from: last + 1, to: (nextTop ?? Infinity) - 1 }, sides)
  const hasUnits = columns.some(({ role }) => role === 'unit')
  const leftLines = above.letterhead.filter(({ side }) => side !== 'right').flatMap(({ lines }) => lines)

  return {
    sheet: sheet.name,
    range: rangeText({ top: header.top, left, bottom: Math.max(last, header.bottom), right }),
    headerRows: { first: header.top, last: header.bottom },
    title: above.title,
    subtitle: [above.subtitle, hasUnits ? '' : above.unitLine].filter((line) => line !== '').join(' '),
    period,
    office: officeOf(above.subtitle, leftLines) || (first?.office ?? ''),
    letterhead: above.letterhead,
    signature,
    columns: withPairedPlans(columns.map((column) => plannedColumn(sheet, column, columns, period))),
    rows,
    reasons: reasonsOf({
      columns,
      header,
      body,
      period,
      hiddenRows: rows.filter(({ hidden }) => hidden).length,
      unitLine: hasUnits ? '' : above.unitLine,
    }),
  }
}

/** Sums without a name and lone numbers below the last row are somebody's reckoning. */
function isMoreThanScratch({ name, ordinal, cells }: PlannedRow): boolean {
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
  const years = [above.subtitle, ...headers, ...plans, sheet.name]
  const candidates = [
    periodOf(above.title, years),
    commonPeriod(headers),
    periodOf(sheet.name, years),
    commonPeriod(plans),
    first?.period,
  ]
  return candidates.find((period) => period !== undefined && period.kind !== 'unknown') ?? { kind: 'unknown' }
}

function plannedColumn(
  sheet: Sheet,
  column: DecidedColumn,
  columns: readonly DecidedColumn[],
  period: Period,
): PlannedColumn {
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
    ...(comparesWithoutPlan(column) && { withoutPlan: true }),
  }
}
