/**
 * The tree that rows form by their levels: a row's parent is the nearest row above it with a lower level. And which rows
 * of it a row is made up of: the children of a parent, and what stands beside a total.
 */
import type { Id, Row } from './model.ts'
import { folded, normalText } from './text.ts'

/** A list of rows as a tree. Rows are named by their place in the list, from 0. */
export interface Outline {
  readonly places: ReadonlyMap<Id, number>
  /** By place; `TOP` for a top row. */
  readonly parents: readonly number[]
  /** By the parent's place, from top to bottom; the top rows are those of `TOP`. Rows without children have no entry. */
  readonly children: ReadonlyMap<number, readonly number[]>
  /** By place: how many siblings stand above. */
  readonly positions: readonly number[]
}

/** Stands for the parent that top rows do not have. */
export const TOP = -1

const HEADING = /^(?:trong đó|chia ra|bao gồm|gồm|trong số đó)(?!\p{L})/u
const ORDINAL = String.raw`(?:[A-ZĐ]|[IVXL]+|\d{1,3}(?:\.\d{1,3})*)`
/** "Tổng thu (I+II)", "Cộng A + B" */
const NAMED = new RegExp(`(?<![\\p{L}\\d])${ORDINAL}(?: ?\\+ ?${ORDINAL})+(?![\\p{L}\\d])`, 'u')

/** Worked out once for a list of rows, which never changes. */
const outlines = new WeakMap<readonly Row[], Outline>()

export function outlineOf(rows: readonly Row[]): Outline {
  const known = outlines.get(rows)
  if (known !== undefined) return known
  const outline = workedOut(rows)
  outlines.set(rows, outline)
  return outline
}

/**
 * Spares working out the outline of `after` where it is the one of `before`: the same rows in the same places and on
 * the same levels, whatever they hold. Anything else is left to `outlineOf`.
 */
export function carryOutline(before: readonly Row[], after: readonly Row[]): void {
  const known = outlines.get(before)
  if (known !== undefined && !outlines.has(after) && haveSameOutline(before, after))
    outlines.set(after, known)
}

/** As `carryOutline`, for a caller who knows that the outline is the same: looks at no row. */
export function keepOutline(before: readonly Row[], after: readonly Row[]): void {
  const known = outlines.get(before)
  if (known !== undefined && !outlines.has(after)) outlines.set(after, known)
}

export function haveSameOutline(before: readonly Row[], after: readonly Row[]): boolean {
  return (
    before.length === after.length &&
    before.every((was, place) => {
      const is = after[place]
      return is === was || (is?.id === was.id && is.level === was.level)
    })
  )
}

/** Visits the rows from top to bottom, each with its parent. */
export function eachRow(rows: readonly Row[], visit: (row: Row, parent: Row | undefined) => void): void {
  const { parents } = outlineOf(rows)
  rows.forEach((row, place) => visit(row, rows[parents[place] ?? TOP]))
}

export function parentOf(rows: readonly Row[], row: Row): Row | undefined {
  const { places, parents } = outlineOf(rows)
  const place = places.get(row.id)
  return place === undefined ? undefined : rows[parents[place] ?? TOP]
}

/** The rows right below it, from top to bottom. */
export function childrenOf(rows: readonly Row[], row: Row): readonly Row[] {
  const { places, children } = outlineOf(rows)
  const place = places.get(row.id)
  return place === undefined ? [] : rowsAt(rows, children.get(place) ?? [])
}

export function rowsAt(rows: readonly Row[], places: readonly number[]): readonly Row[] {
  return places.map((place) => rows[place]).filter((row) => row !== undefined)
}

/** What only some ask for is worked out when they do. */
function workedOut(rows: readonly Row[]): Outline {
  const parents = parentsOf(rows)
  let places: ReadonlyMap<Id, number> | undefined
  let children: ReadonlyMap<number, readonly number[]> | undefined
  let positions: readonly number[] | undefined
  return {
    get places() {
      return (places ??= new Map(rows.map(({ id }, place) => [id, place])))
    },
    parents,
    get children() {
      return (children ??= childrenBy(parents))
    },
    get positions() {
      return (positions ??= positionsBy(parents))
    },
  }
}

function parentsOf(rows: readonly Row[]): readonly number[] {
  const open: number[] = []
  return rows.map((row, place) => {
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      if ((rows[last]?.level ?? 0) < row.level) break
      open.pop()
    }
    const parent = open.at(-1) ?? TOP
    open.push(place)
    return parent
  })
}

function childrenBy(parents: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>()
  parents.forEach((parent, place) => {
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [place])
    else siblings.push(place)
  })
  return children
}

function positionsBy(parents: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  return parents.map((parent) => {
    const position = counts.get(parent) ?? 0
    counts.set(parent, position + 1)
    return position
  })
}

/**
 * The parts of a row, from top to bottom; none where it has none. Of a total ("Cộng") the rows beside and above it since
 * the last total, of a "Tổng cộng" since the last "Tổng cộng", with every "Cộng" between in place of what it adds up;
 * where a total opens the list, what stands below it. A name may say which they are ("Tổng thu (I+II)"). Headings without
 * figures are no parts: the total in them is, or else the rows in them.
 */
export function partsOf(rows: readonly Row[], row: Row): readonly Row[] {
  const { places, parents, children, positions } = outlineOf(rows)
  const place = places.get(row.id)
  if (place === undefined) return []
  const below = row.kind === 'total' ? [] : rowsAt(rows, children.get(place) ?? [])
  if (below.length > 0) return figured(rows, withTotals(below))
  if (!standsBesideParts(row)) return []
  const siblings = children.get(parents[place] ?? TOP) ?? []
  const named = namedParts(row, () => rowsAt(rows, siblings))
  const parts = named ?? (row.kind === 'total' ? addedUp(rows, siblings, positions[place] ?? 0) : [])
  return figured(rows, parts)
}

/** Its parts, if it has any, may be rows beside it. */
export function standsBesideParts(row: Row): boolean {
  return row.kind === 'total' || (row.name.includes('+') && NAMED.test(normalText(row.name)))
}

/** "Trong đó:", "Chia ra:" and the like, which open a list of items. */
export function opensItems(name: string): boolean {
  return HEADING.test(folded(name))
}

/** "Trong đó: …" names some of what there is, "Chia ra:" all of it. */
export function selects(name: string): boolean {
  return /^(?:trong đó|trong số đó)(?!\p{L})/u.test(folded(name))
}

/** Says nothing itself: only what stands below it counts. */
export function isHeading(row: Row): boolean {
  if (row.kind !== 'section' && !opensItems(row.name)) return false
  if (row.rollUp !== undefined && row.rollUp !== 'none') return false
  return !Object.values(row.cells).some(({ quantity }) => quantity !== undefined)
}

function figured(rows: readonly Row[], parts: readonly Row[]): readonly Row[] {
  return parts.flatMap((part) => (isHeading(part) ? partsOf(rows, part) : [part]))
}

/** Undefined where the name names none, or some that are not there. */
function namedParts(row: Row, rowsBeside: () => readonly Row[]): readonly Row[] | undefined {
  const named = NAMED.exec(normalText(row.name))?.[0].split(/ ?\+ ?/)
  if (named === undefined) return undefined
  const siblings = rowsBeside()
  const parts = named.map((ordinal) =>
    siblings.find((sibling) => sibling.id !== row.id && bareOrdinal(sibling) === ordinal),
  )
  return parts.every((part) => part !== undefined) ? parts : undefined
}

function bareOrdinal({ ordinal }: Row): string {
  return normalText(ordinal).replace(/^\(|[.):/]+$/g, '')
}

/** Of the total at this position among its siblings. Looks no further than to the totals on both sides. */
function addedUp(rows: readonly Row[], siblings: readonly number[], position: number): readonly Row[] {
  const rowAt = (at: number) => rows[siblings[at] ?? TOP]
  const total = rowAt(position)
  const ends = total !== undefined && isOfAll(total) ? isOfAll : isTotal
  const isEnd = (at: number) => {
    const row = rowAt(at)
    return row === undefined || ends(row)
  }
  if (position === 0) {
    let end = 1
    while (!isEnd(end)) end++
    return withTotals(rowsAt(rows, siblings.slice(1, end)))
  }
  let start = position
  while (!isEnd(start - 1)) start--
  const since = rowsAt(rows, siblings.slice(start, position))
  return since.length > 0 ? withTotals(since) : rowsAt(rows, siblings.slice(0, position)).filter(isTotal)
}

/** The rows with every total in place of the rows it adds up; one right below another adds up the totals before it. */
function withTotals(rows: readonly Row[]): readonly Row[] {
  const [first] = rows
  if (first !== undefined && isTotal(first)) return [first]
  let totals: readonly Row[] = []
  let since: Row[] = []
  for (const row of rows) {
    if (isTotal(row)) {
      totals = isOfAll(row) || since.length === 0 ? [row] : [...totals, row]
      since = []
    } else since.push(row)
  }
  return [...totals, ...since]
}

function isTotal({ kind }: Row): boolean {
  return kind === 'total'
}

function isOfAll(row: Row): boolean {
  return isTotal(row) && folded(row.name).startsWith('tổng')
}
