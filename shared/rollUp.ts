/**
 * Rows that are the sum, the mean or the last of their parts: their figures are ordinary cells, marked `rolledUp`, and
 * follow whenever a part changes. What a person typed instead stays.
 */
import { isEmpty } from './cells.ts'
import { isSourceFigure } from './columns.ts'
import { areEqual } from './equal.ts'
import type { Cell, Column, Id, Report, Row } from './model.ts'
import {
  carryOutline,
  haveSameOutline,
  isHeading,
  outlineOf,
  partsOf,
  rowsAt,
  standsBesideParts,
  TOP,
} from './outline.ts'
import { partSum, saysSame, type PartSum } from './partSum.ts'
import { withEntry } from './rowText.ts'
import { folded } from './text.ts'
import { isShare, measureOf } from './units.ts'

/** What the cell holds as long as nobody types into it, or what is missing for that. */
export function rolledUp(report: Report, row: Row, column: Column): PartSum {
  return partSum(row.rollUp ?? 'none', partsOf(report.rows, row), column.id, row.unit)
}

/**
 * `after` with every row that rolls up brought into line with what changed since `before`; their own wholes follow.
 * Filled are cells that are empty or were worked out before, and in a row that was only just told to follow also those
 * that say the same already. Looks only at changed rows and those that they are parts of.
 */
export function withRollUps(before: Report, after: Report): Report {
  const columns = figureColumns(after)
  carryOutline(before.rows, after.rows)
  const changed = changedCells(before, after, columns)
  if (changed.size === 0) return after
  const rows = [...after.rows]
  carryOutline(after.rows, rows)
  const { places } = outlineOf(rows)
  const pending = wholesAbove(rows, changed.keys())
  for (const place of changed.keys()) {
    const row = rows[place]
    if (row === undefined) continue
    if (rollsUp(row)) pending.add(place)
    else rows[place] = withoutMarks(row)
  }

  const settle = (place: number): void => {
    const row = rows[place]
    if (row === undefined || !pending.delete(place)) return
    const parts = partsOf(rows, row).map(({ id }) => places.get(id) ?? TOP)
    parts.forEach(settle)
    const due = columns.filter((id) => [place, ...parts].some((each) => changed.get(each)?.has(id) === true))
    const was = before.rows[place]
    const isNew = was?.id !== row.id || was.rollUp !== row.rollUp
    const followed = rowFollowing(row, rowsAt(rows, parts), due, isNew)
    if (followed === row) return
    rows[place] = followed
    const moved = due.filter((id) => followed.cells[id] !== row.cells[id])
    changed.set(place, new Set([...(changed.get(place) ?? []), ...moved]))
  }
  for (const place of [...pending]) settle(place)
  return { ...after, rows }
}

/**
 * Sums proposed where a file's figures show them: for rows of at least two parts of like units whose sum it is in one
 * column at least, zeros aside, and which contradicts it in none; and for rows whose parts are the very rows that the
 * file's formulas add up (`added`, by row), whatever figures are missing or were typed over. The cells that are sums are
 * marked, no text changes. Shares are left out unless formulas add them up.
 */
export function withProposedRollUps(
  report: Report,
  added: ReadonlyMap<Id, ReadonlySet<Id>> = new Map(),
): Report {
  const columns = figureColumns(report)
  const rows = report.rows.map((row) => {
    if (row.rollUp !== undefined || row.kind === 'section') return row
    const parts = partsOf(report.rows, row)
    const isByFormula = isSameRows(parts, added.get(row.id))
    if (parts.length < 2 || (!isByFormula && !addUp([row, ...parts]))) return row
    const fits: Id[] = []
    let isProven = isByFormula
    for (const column of columns) {
      const cell = row.cells[column]
      const sum = partSum('sum', parts, column, row.unit)
      if (isEmpty(cell) || 'missing' in sum) continue
      if (!saysSame(cell?.quantity, sum.quantity, row.unit)) {
        if (isByFormula) continue
        return row
      }
      fits.push(column)
      isProven ||= sum.quantity.value !== '0'
    }
    return isProven ? fits.reduce(withMark, { ...row, rollUp: 'sum' as const }) : row
  })
  carryOutline(report.rows, rows)
  return { ...report, rows }
}

function isSameRows(rows: readonly Row[], ids: ReadonlySet<Id> | undefined): boolean {
  return ids?.size === rows.length && rows.every(({ id }) => ids.has(id))
}

/** Whether figures of these rows may be added up at all: one unit, and no shares. */
export function addUp(rows: readonly Row[]): boolean {
  const units = new Set(rows.map(({ unit }) => folded(unit)).filter((unit) => unit !== ''))
  return units.size <= 1 && ![...units].some((unit) => isShare(measureOf(unit)))
}

function figureColumns(report: Report): readonly Id[] {
  return report.columns.filter(({ role }) => isSourceFigure(role)).map(({ id }) => id)
}

function rollsUp({ rollUp }: Row): boolean {
  return rollUp !== undefined && rollUp !== 'none'
}

/** By place: the columns in which the row may count differently than before. */
function changedCells(before: Report, after: Report, columns: readonly Id[]): Map<number, ReadonlySet<Id>> {
  const same = haveSameOutline(before.rows, after.rows)
  const known = new Set(figureColumns(before))
  const fresh = columns.filter((id) => !known.has(id))
  const changed = new Map<number, ReadonlySet<Id>>()
  after.rows.forEach((is, place) => {
    const was = same ? before.rows[place] : undefined
    const cells =
      was === is
        ? []
        : was === undefined || countsOtherwise(was, is)
          ? columns
          : columns.filter((id) => was.cells[id] !== is.cells[id])
    const due = rollsUp(is) ? [...cells, ...fresh] : cells
    if (was !== is || due.length > 0) changed.set(place, new Set(due))
  })
  return changed
}

/** Something changed that says of what a row is a part, or in what its figures count. */
function countsOtherwise(was: Row, is: Row): boolean {
  return (
    was.rollUp !== is.rollUp ||
    was.unit !== is.unit ||
    was.name !== is.name ||
    was.ordinal !== is.ordinal ||
    was.kind !== is.kind ||
    isHeading(was) !== isHeading(is)
  )
}

/** The rows that roll up and of which one of these is a part, or a part of a part. */
function wholesAbove(rows: readonly Row[], places: Iterable<number>): Set<number> {
  const { parents, children } = outlineOf(rows)
  const wholes = new Set<number>()
  const climbed = new Set<number>()
  for (const place of places) {
    for (let parent = parents[place] ?? TOP; !climbed.has(parent); parent = parents[parent] ?? TOP) {
      climbed.add(parent)
      for (const beside of children.get(parent) ?? []) {
        const row = rows[beside]
        if (row !== undefined && rollsUp(row) && standsBesideParts(row)) wholes.add(beside)
      }
      const above = rows[parent]
      if (above === undefined || !(rollsUp(above) || isHeading(above))) break
      if (rollsUp(above)) wholes.add(parent)
    }
  }
  return wholes
}

/** `isNew` where the row has only just been told to follow: then what agrees already begins to. */
function rowFollowing(row: Row, parts: readonly Row[], columns: readonly Id[], isNew: boolean): Row {
  return columns.reduce((followed, column) => {
    const before = followed.cells[column]
    const after = cellFollowing(before, row, partSum(row.rollUp ?? 'none', parts, column, row.unit), isNew)
    return areEqual(before, after)
      ? followed
      : { ...followed, cells: withEntry(followed.cells, column, after) }
  }, row)
}

function cellFollowing(cell: Cell | undefined, row: Row, sum: PartSum, isNew: boolean): Cell | undefined {
  if (cell !== undefined && !follows(cell)) {
    const agrees = !('missing' in sum) && saysSame(cell.quantity, sum.quantity, row.unit)
    return isNew && agrees && saysNoMore(cell) ? { ...cell, rolledUp: true } : cell
  }
  const { metadata } = cell ?? {}
  const kept = metadata === undefined ? {} : { metadata }
  if ('missing' in sum) return metadata === undefined ? undefined : { text: '', metadata }
  return { ...sum, ...kept, rolledUp: true }
}

/** Nobody typed into it: neither a figure nor the values of an adjusted plan. */
function follows(cell: Cell): boolean {
  return cell.planValues === undefined && (cell.rolledUp === true || isEmpty(cell))
}

/** A figure alone: an adjusted plan or the mark of a footnote would be lost with the next sum. */
function saysNoMore({ planValues, quantity }: Cell): boolean {
  return planValues === undefined && quantity?.footnote === undefined
}

function withMark(row: Row, column: Id): Row {
  const cell = row.cells[column]
  return cell === undefined || !saysNoMore(cell)
    ? row
    : { ...row, cells: withEntry(row.cells, column, { ...cell, rolledUp: true }) }
}

function withoutMarks(row: Row): Row {
  const marked = Object.entries(row.cells).filter(([, { rolledUp: mark }]) => mark === true)
  return marked.reduce((plain, [column, { rolledUp: _mark, ...cell }]) => {
    return { ...plain, cells: withEntry(plain.cells, column, cell) }
  }, row)
}
