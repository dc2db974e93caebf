/** The role of every column: by the words of its header, checked against what its cells hold. */
import { isNamedFigure, isSourceFigure } from '../columns.ts'
import type { Assigner, Period, Role } from '../model.ts'
import { NO_EVIDENCE, type Evidence } from './evidence.ts'
import type { ColumnFormula } from './formulas.ts'
import type { HeaderColumn } from './header.ts'
import { assignerOf, namesPersons, roleOfPath, yearOf } from './headerWords.ts'

export interface DecidedColumn extends HeaderColumn {
  readonly role: Role
  /** Why: the words of the header, what the cells hold, what their formulas do, or what a remembered template says. */
  readonly by: 'header' | 'cells' | 'formulas' | 'profile'
  /** What the words of the header say; absent where they say nothing. */
  readonly said?: Role
  /** What the column's formulas compare. */
  readonly formula?: ColumnFormula
  readonly assignedBy?: Assigner
  readonly year?: number
  /** A plan for several years beside one for a single year. */
  readonly term?: true
}

/** Longer texts under "Đánh giá" or "Kết quả" are prose. */
const PROSE = 40

/**
 * `columns` are those with a header and, left of them, those without one whose cells hold texts. Undefined where no
 * column holds names.
 */
export function decideRoles(
  columns: readonly HeaderColumn[],
  evidence: ReadonlyMap<number, Evidence>,
): readonly DecidedColumn[] | undefined {
  const said = columns.map((column) => {
    const role = roleOfPath(column.path)
    const cells = evidence.get(column.column) ?? NO_EVIDENCE
    return { ...column, said: role, decided: byCells(role, cells), cells }
  })
  const name = nameColumn(said)
  if (name === undefined) return undefined
  const ordinal = said.find((column) => column.said === 'ordinal') ?? ordinalColumn(said, name.column)

  return said.map(({ column, path, said: words, decided }) => {
    let role = decided ?? 'text'
    if (column === name.column) role = 'name'
    else if (column === ordinal?.column) role = 'ordinal'
    else if (role === 'name' || role === 'ordinal') role = 'text'
    return withRole(
      { column, path, ...(words !== undefined && { said: words }) },
      role,
      role === words ? 'header' : 'cells',
    )
  })
}

/** A column in that role, with what its header says of a plan or figure. */
export function withRole(
  { column, path, said, formula }: Pick<DecidedColumn, 'column' | 'path' | 'said' | 'formula'>,
  role: Role,
  by: DecidedColumn['by'],
): DecidedColumn {
  const year = isSourceFigure(role) ? yearOf(path) : undefined
  const assignedBy = role === 'plan' ? assignerOf(path) : undefined
  return {
    column,
    path,
    role,
    by,
    ...(said !== undefined && { said }),
    ...(formula !== undefined && { formula }),
    ...(assignedBy !== undefined && { assignedBy }),
    ...(year !== undefined && { year }),
  }
}

/** Results of years before the reporting year are what it is compared with. */
export function withEarlierYears(
  columns: readonly DecidedColumn[],
  period: Period,
): readonly DecidedColumn[] {
  if (period.kind === 'unknown' || period.kind === 'term') return columns
  return columns.map((column) =>
    column.role === 'actual' &&
    column.by !== 'profile' &&
    column.year !== undefined &&
    column.year < period.year
      ? { ...column, role: 'previous' }
      : column,
  )
}

function byCells(role: Role | undefined, cells: Evidence): Role | undefined {
  const mostlyFigures = cells.figures > cells.texts
  const mostlyVerdicts = cells.verdicts > 0 && cells.verdicts * 2 >= cells.filled
  switch (role) {
    case undefined:
    case 'text':
      if (mostlyVerdicts) return 'assessment'
      return mostlyFigures && role === undefined ? 'number' : 'text'
    case 'name':
      return cells.bareFigures * 2 > cells.filled ? 'plan' : 'name'
    case 'note':
      return mostlyVerdicts ? 'assessment' : 'note'
    case 'assessment':
      if (mostlyFigures) return 'number'
      return cells.verdicts === 0 && cells.averageLength > PROSE ? 'text' : 'assessment'
    case 'plan':
    case 'actual':
    case 'estimate':
    case 'cumulative':
    case 'previous':
      if (cells.figures > 0) return role
      if (mostlyVerdicts) return 'assessment'
      return cells.averageLength > PROSE ? 'text' : role
    default:
      return role
  }
}

interface SaidColumn extends HeaderColumn {
  readonly said: Role | undefined
  readonly decided: Role | undefined
  readonly cells: Evidence
}

/**
 * The column headed "Chỉ tiêu"; else the first column of texts before the figures, such as "Đơn vị" in a table by
 * communes or a column without any header.
 */
function nameColumn(columns: readonly SaidColumn[]): SaidColumn | undefined {
  const named = columns.filter(({ decided }) => decided === 'name')
  const best = named.toSorted((a, b) => b.cells.texts - a.cells.texts || a.column - b.column)[0]
  if (best !== undefined) return best
  const firstFigure =
    columns.find(({ said, cells }) => said !== undefined && isNamedFigure(said) && cells.figures > 0)
      ?.column ?? Infinity
  return columns.find(
    ({ column, cells, said, path }) =>
      column < firstFigure &&
      mayHoldNames(said, cells) &&
      !path.some(namesPersons) &&
      cells.texts > cells.figures &&
      cells.texts > cells.ordinals,
  )
}

/** "Đơn vị" in a table by communes, "Chỉ tiêu nghị quyết" over words: unclear, or said of something else. */
function mayHoldNames(said: Role | undefined, cells: Evidence): boolean {
  return said === undefined || said === 'unit' || said === 'text' || (said === 'plan' && cells.figures === 0)
}

/** A column of ordinals under an unclear header, left of the names. */
function ordinalColumn(columns: readonly SaidColumn[], name: number): SaidColumn | undefined {
  return columns.find(
    ({ column, said, cells }) => column < name && said === undefined && holdsOrdinals(cells),
  )
}

/** Most of what the column holds are ordinals. */
export function holdsOrdinals({ filled, ordinals }: Evidence): boolean {
  return filled > 0 && ordinals * 10 >= filled * 6
}
