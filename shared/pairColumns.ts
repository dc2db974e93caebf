/** Which column of a table is which of a remembered template: by the words of the headers, wherever they stand. */
import { yearOf } from './layout/headerWords.ts'
import { alikeHeaders, templateKey } from './templateWords.ts'

interface Headed {
  readonly header: readonly string[]
}

/** Places in the two lists, from 0. */
export interface ColumnPair {
  readonly known: number
  readonly found: number
  /** How much the headers are alike, up to 1. */
  readonly alike: number
}

/** Headers less alike are different columns. */
const LEAST_ALIKE = 0.6

/** Each column is in at most one pair; those that say the same first. */
export function pairColumns(known: readonly Headed[], found: readonly Headed[]): readonly ColumnPair[] {
  const same = samePairs(known, found)
  return [...same, ...similarPairs(known, found, same)]
}

/**
 * Of columns with the same words, such as "TH 2022" and "TH 2023", as many as there were go together in order; where one
 * came or went, those as many years before the table's last.
 */
function samePairs(known: readonly Headed[], found: readonly Headed[]): readonly ColumnPair[] {
  const foundByKey = groupedByKey(found)
  return [...groupedByKey(known)].flatMap(([key, places]) => {
    const others = foundByKey.get(key) ?? []
    if (places.length === others.length) {
      return places.map((place, at) => ({ known: place, found: others[at] ?? 0, alike: 1 }))
    }
    if (others.length === 0) return []
    const [knownAges, foundAges] = [ages(known), ages(found)]
    const free = [...others]
    return places.flatMap((place) => {
      const at = free.findIndex((other) => foundAges[other] === knownAges[place])
      const [other] = at < 0 ? [] : free.splice(at, 1)
      return other === undefined ? [] : [{ known: place, found: other, alike: 1 }]
    })
  })
}

function groupedByKey(columns: readonly Headed[]): ReadonlyMap<string, readonly number[]> {
  return Map.groupBy(columns.keys(), (place) => templateKey(columns[place]?.header ?? []))
}

/** How many years each column is before the last that any header names; undefined without a year. */
function ages(columns: readonly Headed[]): readonly (number | undefined)[] {
  const years = columns.map(({ header }) => yearOf(header))
  const last = Math.max(...years.filter((year) => year !== undefined))
  return years.map((year) => (year === undefined ? undefined : last - year))
}

/** The most alike first; of several equally alike those that moved least. */
function similarPairs(
  known: readonly Headed[],
  found: readonly Headed[],
  taken: readonly ColumnPair[],
): readonly ColumnPair[] {
  const freeKnown = new Set(known.keys())
  const freeFound = new Set(found.keys())
  for (const pair of taken) {
    freeKnown.delete(pair.known)
    freeFound.delete(pair.found)
  }
  const keys = new Set([...freeKnown].map((place) => templateKey(known[place]?.header ?? [])))
  const possible = [...freeKnown].flatMap((place) =>
    [...freeFound]
      .filter((other) => !keys.has(templateKey(found[other]?.header ?? [])))
      .map((other) => ({
        known: place,
        found: other,
        alike: alikeHeaders(known[place]?.header ?? [], found[other]?.header ?? []),
      })),
  )
  const away = (pair: ColumnPair) => Math.abs(pair.known - pair.found)
  const pairs: ColumnPair[] = []
  for (const pair of possible
    .filter(({ alike }) => alike >= LEAST_ALIKE)
    .sort((a, b) => b.alike - a.alike || away(a) - away(b) || a.known - b.known || a.found - b.found)) {
    if (!freeKnown.has(pair.known) || !freeFound.has(pair.found)) continue
    freeKnown.delete(pair.known)
    freeFound.delete(pair.found)
    pairs.push(pair)
  }
  return pairs
}
