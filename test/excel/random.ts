/** Random numbers that are the same everywhere and every time. */

/** A whole number from 0 to below `end`. */
export type Random = (end: number) => number

/** Mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed * 0x9e3779b9
  return (end) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * end)
  }
}

export function oneOf<T>(random: Random, first: T, ...others: readonly T[]): T {
  return others[random(others.length + 1) - 1] ?? first
}
