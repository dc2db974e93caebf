/**
 * Which columns and rows of a table read again are those of a stored report. Nothing is matched twice, and what is not
 * surely the same stays apart.
 */
import type { Column, Id, Report, Row } from './model.ts'
import { outlineOf, TOP } from './outline.ts'
import { folded, plainWords } from './text.ts'

/** By the id of what was imported: the id of what is stored. */
export interface Matching {
  readonly columns: ReadonlyMap<Id, Id>
  readonly rows: ReadonlyMap<Id, Id>
}

/** Rows are told by their code, by ordinal and name below the same parent, by name and unit, and at last by their place. */
export function matched(report: Report, imported: Report): Matching {
  const columns = matchedColumns(report.columns, imported.columns)
  return { columns, rows: matchedRows(report, imported, columns) }
}

/** By header and role, then by what is left of either; columns that the program added only with each other. */
export function matchedColumns(stored: readonly Column[], imported: readonly Column[]): ReadonlyMap<Id, Id> {
  const pairing = pairingOf(stored, imported)
  const ofFile = (key: (column: Column) => string | undefined) => (column: Column) =>
    column.added === true ? undefined : key(column)
  pairing.inOrder(ofFile(({ header, role }) => keyOf(header.map(plainWords).join('|'), role)))
  pairing.unique(ofFile(({ header }) => keyOf(header.map(plainWords).join('|'))))
  pairing.inOrder(({ added, role }) => (added === true ? role : undefined))
  pairing.unique(ofFile(({ role, letter }) => keyOf(letter, role)))
  pairing.unique(ofFile(({ role }) => (role === 'text' || role === 'number' ? undefined : role)))
  return pairing.pairs
}

function matchedRows(report: Report, imported: Report, columns: ReadonlyMap<Id, Id>): ReadonlyMap<Id, Id> {
  const pairing = pairingOf(report.rows, imported.rows)
  const code = codeColumns(report, imported, columns)
  if (code !== undefined) {
    pairing.unique(
      (row) => keyOf(folded(row.cells[code.stored]?.text ?? '')),
      (row) => keyOf(folded(row.cells[code.imported]?.text ?? '')),
    )
  }
  for (const spelling of [folded, plainWords]) {
    const paths = [pathsOf(report.rows, spelling), pathsOf(imported.rows, spelling)] as const
    pairing.inOrder(
      ({ id }) => paths[0].get(id),
      ({ id }) => paths[1].get(id),
    )
  }
  pairing.unique(({ ordinal, name }) => (name === '' ? undefined : keyOf(folded(ordinal), plainWords(name))))
  pairing.unique(({ name, unit }) => (name === '' ? undefined : keyOf(plainWords(name), folded(unit))))
  for (let places = -1; places < pairing.pairs.size;) {
    places = pairing.pairs.size
    matchByParent(report, imported, pairing)
    matchByPlace(report, imported, pairing, columns)
  }
  return pairing.pairs
}

/** A row keeps its name while its number or its unit changes. */
function matchByParent(report: Report, imported: Report, pairing: Pairing<Row>): void {
  const parents = [parentsOf(report.rows), parentsOf(imported.rows)] as const
  const key = ({ name }: Row, parent: Id | undefined) =>
    name === '' || parent === undefined ? undefined : keyOf(parent, plainWords(name))
  pairing.inOrder(
    (row) => key(row, parents[0].get(row.id)),
    (row) => {
      const parent = parents[1].get(row.id)
      return key(row, parent === NO_PARENT ? NO_PARENT : pairing.pairs.get(parent ?? ''))
    },
  )
}

/** Between two rows that are known, what stands in the same place and is alike: a name was corrected there. */
function matchByPlace(
  report: Report,
  imported: Report,
  pairing: Pairing<Row>,
  columns: ReadonlyMap<Id, Id>,
): void {
  const stored = gapsOf(report.rows, new Set(pairing.pairs.values()), (id) => id)
  const fresh = gapsOf(imported.rows, new Set(pairing.pairs.keys()), (id) => pairing.pairs.get(id) ?? '')
  for (const [above, rows] of fresh) {
    const left = [...(stored.get(above) ?? [])]
    for (const row of rows) {
      const place = left.findIndex((other) => isAlike(other, row, columns))
      const same = left[place]
      if (same === undefined) continue
      left.splice(0, place + 1)
      pairing.pair(same, row)
    }
  }
}

/** The rows that are not known yet, by the known row above them; "" stands above the first. */
function gapsOf(
  rows: readonly Row[],
  known: ReadonlySet<Id>,
  nameOf: (id: Id) => Id,
): ReadonlyMap<Id, readonly Row[]> {
  const gaps = new Map<Id, Row[]>()
  let above = ''
  for (const row of rows) {
    if (known.has(row.id)) above = nameOf(row.id)
    else gaps.set(above, [...(gaps.get(above) ?? []), row])
  }
  return gaps
}

/** Half of the words of either name. */
const ENOUGH_WORDS = 0.5

function isAlike(stored: Row, imported: Row, columns: ReadonlyMap<Id, Id>): boolean {
  if ((stored.kind === 'section') !== (imported.kind === 'section')) return false
  if (sharedWords(stored.name, imported.name) >= ENOUGH_WORDS) return true
  const sameNumber = folded(stored.ordinal) === folded(imported.ordinal)
  if (stored.kind === 'section') return sameNumber && stored.ordinal !== ''
  const texts = Object.entries(imported.cells).flatMap(([id, { text }]) => {
    const column = columns.get(id)
    return column === undefined || text === '' ? [] : [{ text, was: stored.cells[column]?.text }]
  })
  const sameFigures = texts.length > 0 && texts.every(({ text, was }) => text === was)
  return sameNumber && sameFigures && folded(stored.unit) === folded(imported.unit)
}

/** Of the words of the longer name, the part that stands in the other too. */
function sharedWords(one: string, other: string): number {
  const words = new Set(plainWords(one).split(' '))
  const others = new Set(plainWords(other).split(' '))
  const shared = [...words].filter((word) => others.has(word))
  return shared.length / Math.max(words.size, others.size)
}

const NO_PARENT = 'top'

function parentsOf(rows: readonly Row[]): ReadonlyMap<Id, Id> {
  const { parents } = outlineOf(rows)
  return new Map(rows.map(({ id }, place) => [id, rows[parents[place] ?? TOP]?.id ?? NO_PARENT]))
}

/** The names above a row, and its own ordinal and name; rows without a name have none. */
function pathsOf(rows: readonly Row[], spelling: (text: string) => string): ReadonlyMap<Id, string> {
  const { parents } = outlineOf(rows)
  const above: string[] = []
  const paths = new Map<Id, string>()
  rows.forEach(({ id, ordinal, name }, place) => {
    const parent = above[parents[place] ?? TOP] ?? ''
    above[place] = `${parent}/${spelling(name)}`
    if (name !== '') paths.set(id, keyOf(parent, folded(ordinal), spelling(name)) ?? '')
  })
  return paths
}

function codeColumns(report: Report, imported: Report, columns: ReadonlyMap<Id, Id>) {
  const code = imported.columns.find(({ role }) => role === 'code')?.id
  const stored = code === undefined ? undefined : columns.get(code)
  const isCode = report.columns.some(({ id, role }) => id === stored && role === 'code')
  return code !== undefined && stored !== undefined && isCode ? { stored, imported: code } : undefined
}

function keyOf(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.every((part) => part === undefined || part === '') ? undefined : JSON.stringify(parts)
}

/** What of either side has been matched. A thing without a key, or whose key nobody shares, stays as it is. */
interface Pairing<T> {
  readonly pairs: ReadonlyMap<Id, Id>
  readonly pair: (stored: T, imported: T) => void
  /** Those with equal keys, the first with the first. */
  readonly inOrder: (key: KeyOf<T>, importedKey?: KeyOf<T>) => void
  /** Those whose key is there but once on either side. */
  readonly unique: (key: KeyOf<T>, importedKey?: KeyOf<T>) => void
}

type KeyOf<T> = (thing: T) => string | undefined

function pairingOf<T extends { readonly id: Id }>(stored: readonly T[], imported: readonly T[]): Pairing<T> {
  const pairs = new Map<Id, Id>()
  const taken = new Set<Id>()
  const pair = (one: T, other: T) => {
    pairs.set(other.id, one.id)
    taken.add(one.id)
  }
  const byKey = (key: KeyOf<T>, importedKey: KeyOf<T>, onlyUnique: boolean) => {
    const left = Map.groupBy(
      stored.filter(({ id }) => !taken.has(id)),
      key,
    )
    const found = Map.groupBy(
      imported.filter(({ id }) => !pairs.has(id)),
      importedKey,
    )
    for (const [shared, things] of found) {
      const others = shared === undefined ? [] : (left.get(shared) ?? [])
      if (onlyUnique && (things.length > 1 || others.length > 1)) continue
      others.slice(0, things.length).forEach((other, place) => {
        const thing = things[place]
        if (thing !== undefined) pair(other, thing)
      })
    }
  }
  return {
    pairs,
    pair,
    inOrder: (key, importedKey = key) => byKey(key, importedKey, false),
    unique: (key, importedKey = key) => byKey(key, importedKey, true),
  }
}
