/** Sort keys for rows and columns: between any two there is always room for another, so nothing is ever renumbered. */

/** Ascending by code unit. A key never ends in the first digit: nothing would fit before it. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length

/** Ascending keys for a fresh list, all of one length. */
export function orderKeys(count: number): string[] {
  const width = Math.max(1, count - 1).toString(BASE).length
  return Array.from({ length: count }, (_, index) => index.toString(BASE).padStart(width, '0') + 'i')
}

/**
 * A key after `before` and before `after`; null stands for the list's end.
 * Throws a RangeError when `before` does not sort before `after`.
 */
export function orderBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) {
    throw new RangeError(`No key fits between "${before}" and "${after}"`)
  }
  let bound = after
  let key = ''
  for (let place = 0; ; place++) {
    const low = digitAt(before, place)
    const high = bound === null ? BASE : digitAt(bound, place)
    const digit = bound === null ? low + 1 : Math.floor((low + high) / 2)
    if (digit > low && digit < high) return key + DIGITS.charAt(digit)
    key += DIGITS.charAt(low)
    if (high > low) bound = null
  }
}

/** Ascending keys between two, as `orderBetween`: short, however many there are. */
export function keysBetween(before: string | null, after: string | null, count: number): string[] {
  if (count <= 0) return []
  const first = Math.floor((count - 1) / 2)
  const key = orderBetween(before, after)
  return [...keysBetween(before, key, first), key, ...keysBetween(key, after, count - 1 - first)]
}

/**
 * The things in this order by their keys too. Of those that have a key already (`order`) as many as possible keep it: what
 * did not move says nothing new.
 */
export function arranged<T extends { readonly order?: string }>(
  things: readonly T[],
): (T & { readonly order: string })[] {
  const kept = longestAscending(things.map(({ order }) => order))
  const result: (T & { readonly order: string })[] = []
  let before: string | null = null
  for (let place = 0; place < things.length;) {
    const end = kept.indexOf(true, place)
    const group = things.slice(place, end < 0 ? undefined : end)
    const keeping = end < 0 ? undefined : things[end]
    const keys = keysBetween(before, keeping?.order ?? null, group.length)
    group.forEach((thing, index) => result.push({ ...thing, order: keys[index] ?? '' }))
    if (keeping?.order === undefined) break
    result.push({ ...keeping, order: keeping.order })
    before = keeping.order
    place = end + 1
  }
  return result
}

/** Which of the keys belong to one longest ascending run through them; undefined ones never do. */
function longestAscending(keys: readonly (string | undefined)[]): readonly boolean[] {
  /** By length of a run: the place of the lowest key that ends one so long. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  keys.forEach((key, place) => {
    if (key === undefined) return
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((keys[ends[middle] ?? 0] ?? '') < key) low = middle + 1
      else high = middle
    }
    previous[place] = low === 0 ? undefined : ends[low - 1]
    ends[low] = place
  })
  const kept = keys.map(() => false)
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) kept[place] = true
  return kept
}

function digitAt(key: string | null, place: number): number {
  return key === null || place >= key.length ? 0 : DIGITS.indexOf(key.charAt(place))
}
