/** The rows of a table: what stands in ordinal, name and unit, which kind each row is and how deep it stands. */
import { isPlaceholder } from '../cells.ts'
import { isFigure, isSourceFigure } from '../columns.ts'
import { isMark, splitMark } from '../marks.ts'
import type { Cell, Role, RowKind } from '../model.ts'
import { normalText } from '../text.ts'
import { saysSomething } from './cell.ts'
import { placesOf } from './levels.ts'
import { outlineOrdinals } from './ownOrdinals.ts'
import { unitsByNames, withDittoUnits } from './rowUnits.ts'
import { ordinalKind, splitOrdinal } from './ordinal.ts'
import type { PlannedRow } from './plan.ts'

/** A row as the sheet has it, by sheet columns. */
export interface RawRow {
  readonly row: number
  readonly hidden: boolean
  /** The steps the name's cell is indented by. */
  readonly indent: number
  /** The name's cell is bold. */
  readonly bold?: boolean
  /** The sheet rows that a formula of the row adds up. */
  readonly adds?: readonly number[]
  readonly cells: Readonly<Record<number, Cell>>
}

export interface ColumnRole {
  readonly column: number
  readonly role: Role
}

/** One column further right is indented like this many steps. */
const STEPS_A_COLUMN = 4
const TOTAL_OF_ALL = /^(?:tổng cộng(?!\p{L}).*|tổng(?: số)? ?(?:\(.*\))?[:.]?)$/u
const TOTAL_OF_PART = /^cộng ?(?:\(.*\)|(?:mục|phần) .*|[ivxa-d\d+. ]+)?[:.]?$/u
/** These begin a list of items even without a mark. */
const GOES_ON = /^(?:\p{Ll}|\((?!\p{L}\)|\d))/u
const OPENS_ITEMS = /^(?:trong đó|chia ra|bao gồm|gồm|trong số đó)(?!\p{L})/iu

interface Read {
  readonly raw: RawRow
  readonly ordinal: string
  readonly mark?: string
  readonly name: string
  readonly unit: string
  readonly counts: boolean
  readonly indent: number
  /** The last sheet row of a name that runs over several. */
  readonly until?: number
}

/** Whether there is a name, an ordinal or a figure in it: what has none of them is no row of a table. */
export function isRow(raw: RawRow, columns: readonly ColumnRole[]): boolean {
  const { name, ordinal, counts } = readRow(raw, columns)
  return name !== '' || ordinal !== '' || counts
}

/** Whether a column of plan, result or the like says something in it that is to be seen. */
export function hasFigures(cells: RawRow['cells'], columns: readonly ColumnRole[]): boolean {
  return columns.some(({ column, role }) => isSourceFigure(role) && saysSomething(cells[column]))
}

/**
 * The rows in the sheet's order. A name that runs over two of them makes them one. `unit` is that of all figures in a table
 * without a column for units, "" for none.
 */
export function readRows(
  raws: readonly RawRow[],
  columns: readonly ColumnRole[],
  unit = '',
): readonly PlannedRow[] {
  const rows = withDittoUnits(
    joinWrapped(
      raws.map((raw) => readRow(raw, columns)),
      columns,
    ),
  )
  const ordinals = outlineOrdinals(rows)
  const numbered = rows.some((row, index) => !isHeading(row) && ordinals[index] !== '')
  const totals = rows.map((row, index) => totalOf(row, ordinals[index] ?? ''))
  const places = placesOf(
    rows.map((row, index) => ({
      row: row.raw.row,
      ordinal: ordinals[index] ?? '',
      ...(row.mark !== undefined && { mark: row.mark }),
      heading: isHeading(row),
      opensItems: opensItems(row),
      total: totals[index],
      adds: totals[index] === undefined ? [] : ordinalsIn(row.name),
      capitals: row.name === row.name.toLocaleUpperCase('vi'),
      indent: row.indent,
      bold: row.raw.bold === true,
      sums: row.raw.adds ?? [],
    })),
  )
  const hasUnits = columns.some(({ role }) => role === 'unit')
  const units = hasUnits
    ? rows.map((row) => row.unit)
    : unitsByNames(
        rows.map((row, index) => ({ ...row, ancestors: places[index]?.ancestors ?? [] })),
        unit,
      )

  const kinds: RowKind[] = []
  return rows.map((row, index) => {
    const { level = 0, ancestors = [] } = places[index] ?? {}
    const belowIndicator = ancestors.some((above) => kinds[above] === 'indicator')
    const outlined = { ...row, ordinal: ordinals[index] ?? '' }
    const isNested = numbered || row.indent > 0 || ordinals[ancestors.at(-1) ?? -1] === ''
    const kind = totals[index] === undefined ? kindOf(outlined, belowIndicator, isNested) : 'total'
    kinds.push(kind)
    return {
      row: row.raw.row,
      kind,
      level,
      ...(row.mark !== undefined && { mark: row.mark }),
      ordinal: row.ordinal,
      name: row.name,
      unit: units[index] ?? '',
      hidden: row.raw.hidden,
      ...(row.until !== undefined && { until: row.until }),
      ...(row.raw.indent > 0 && { indent: row.raw.indent }),
      ...(row.raw.bold === true && { bold: true }),
      ...(row.raw.adds !== undefined && { adds: row.raw.adds }),
      cells: row.raw.cells,
    }
  })
}

/** The name column and the columns to its right that have no header: names are split over them by level. */
export function nameColumnsOf(columns: readonly ColumnRole[]): readonly number[] {
  const name = columns.find(({ role }) => role === 'name')?.column
  if (name === undefined) return []
  const next = columns.map(({ column }) => column).filter((column) => column > name)
  const end = next.length === 0 ? name + 1 : Math.min(...next)
  return Array.from({ length: end - name }, (_, index) => name + index)
}

function readRow(raw: RawRow, columns: readonly ColumnRole[]): Read {
  const textOf = (column: number | undefined) => {
    const text = column === undefined ? '' : (raw.cells[column]?.text ?? '')
    return text.includes('\n') ? normalText(text) : text
  }
  const columnOf = (role: Role) => columns.find((column) => column.role === role)?.column
  const parts = nameColumnsOf(columns).map(textOf)
  const depth = Math.max(
    0,
    parts.findIndex((part, index) => part !== '' && (index === 0 || /\p{L}/u.test(part))),
  )
  const said = splitRow(textOf(columnOf('ordinal')), parts[depth] ?? '')
  const counts = columns.some(({ column, role }) => isFigure(role) && saysSomething(raw.cells[column]))
  return {
    raw,
    ...said,
    unit: textOf(columnOf('unit')),
    counts,
    indent: raw.indent + depth * STEPS_A_COLUMN,
  }
}

/** A name may hold its ordinal ("1. Lúa"), its mark ("- Lúa"), or begin in the ordinal column (merged across). */
function splitRow(ordinal: string, name: string): Pick<Read, 'ordinal' | 'mark' | 'name'> {
  if (isMark(ordinal)) {
    const marked = splitMark(name)
    return { ordinal: '', mark: ordinal, name: marked.mark === ordinal ? marked.name : name }
  }
  if (ordinal !== '' && (name !== '' || ordinalKind(ordinal) !== undefined || !/\p{L}/u.test(ordinal))) {
    return { ordinal, ...splitMark(name) }
  }
  const whole = name === '' ? ordinal : name
  const marked = splitMark(whole)
  return marked.mark === undefined ? splitOrdinal(whole) : { ordinal: '', ...marked }
}

/** A name that goes on with what stands above it: it begins in lower case or in brackets. */
export function goesOn(name: string): boolean {
  return GOES_ON.test(name)
}

function isHeading({ counts, unit }: Read): boolean {
  return !counts && unit === ''
}

function opensItems({ name }: Read): boolean {
  return OPENS_ITEMS.test(name)
}

function totalOf(row: Read, ordinal: string): 'all' | 'part' | undefined {
  if (row.mark !== undefined) return undefined
  const name = row.name.toLocaleLowerCase('vi')
  if (TOTAL_OF_PART.test(name)) return 'part'
  if (!TOTAL_OF_ALL.test(name)) return undefined
  return ordinal === '' || name.startsWith('tổng cộng') ? 'all' : undefined
}

/** "Cộng mục A" → A, "Tổng cộng (I+II)" → I, II. */
function ordinalsIn(name: string): readonly string[] {
  return name.match(/(?<=[ (+])(?:[A-ZĐ]|[IVXL]+|\d{1,2})(?=$|[ )+:.])/gu) ?? []
}

function kindOf(row: Read, belowIndicator: boolean, isNested: boolean): RowKind {
  const kind = ordinalKind(row.ordinal)?.kind
  if (row.ordinal === '') {
    if (row.mark !== undefined) return 'item'
    if (belowIndicator && opensItems(row)) return 'item'
    if (isHeading(row)) return 'section'
    return belowIndicator && isNested ? 'item' : 'indicator'
  }
  if (isHeading(row) && (kind === 'letter' || kind === 'roman' || kind === 'letter-or-roman'))
    return 'section'
  return belowIndicator && (kind === 'bracketed' || kind === 'dotted') ? 'item' : 'indicator'
}

/** A row that begins in lower case, or in brackets, goes on with the name above it, if only one of the two has more than a name. */
function joinWrapped(rows: readonly Read[], columns: readonly ColumnRole[]): readonly Read[] {
  const joined: Read[] = []
  for (const [index, row] of rows.entries()) {
    const above = joined.at(-1)
    const isListed = goesOn(rows[index + 1]?.name ?? '')
    if (above === undefined || !continues(above, row, isListed)) {
      joined.push(row)
      continue
    }
    const name = columns.find(({ role }) => role === 'name')?.column
    const text = [above, row]
      .map((part) => (name === undefined ? '' : (part.raw.cells[name]?.text ?? '')))
      .join(' ')
    joined[joined.length - 1] = {
      ...above,
      name: `${above.name} ${row.name}`,
      unit: above.unit === '' ? row.unit : above.unit,
      counts: above.counts || row.counts,
      until: row.raw.row,
      raw: {
        ...above.raw,
        cells: { ...joinedCells(above.raw, row.raw), ...(name !== undefined && { [name]: { text } }) },
      },
    }
  }
  return joined
}

/** Remarks may run over both rows as well; a dash in one says nothing beside the other's text. */
function joinedCells(above: RawRow, below: RawRow): RawRow['cells'] {
  const cells: Record<number, Cell> = { ...above.cells }
  for (const [key, cell] of Object.entries(below.cells)) {
    const column = Number(key)
    const other = cells[column]
    if (other === undefined || (isPlaceholder(other.text) && other.flags === undefined)) cells[column] = cell
    else if (!isPlaceholder(cell.text)) cells[column] = { text: `${other.text} ${cell.text}` }
  }
  return cells
}

/** `isListed`: the row after it begins in lower case as well, so both are parts of what stands above. */
function continues(above: Read, row: Read, isListed: boolean): boolean {
  return (
    row.raw.row === above.raw.row + 1 &&
    row.ordinal === '' &&
    row.mark === undefined &&
    goesOn(row.name) &&
    !/[:.;]$/.test(above.name) &&
    !opensItems(row) &&
    (isHeading(row) || (isHeading(above) && (isOpened(above) || !isListed)))
  )
}

function isOpened({ ordinal, mark }: Read): boolean {
  return ordinal !== '' || mark !== undefined
}
