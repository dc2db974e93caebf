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

function digitAt(key: string | null, place: number): number {
  return key === null || place >= key.length ? 0 : DIGITS.indexOf(key.charAt(place))
}
