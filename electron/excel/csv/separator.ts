/** Which character stands between the cells of a text file: the one that most lines agree on. */

export const SEPARATORS = ['\t', ';', ',', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

/** So many of the records with something in them must be made of several cells. */
const LEAST_SHARE = 0.5
const LEAST_RECORDS = 2

/**
 * Undefined where no separator makes a table. `split` gives the records of (the beginning of) the file under a
 * separator. Decimal commas stand in some cells only, and differ in number from line to line; a true separator makes
 * the same number of cells again and again.
 */
export function separatorOf(
  split: (separator: Separator) => readonly (readonly string[])[],
): Separator | undefined {
  let best: Separator | undefined
  let most = 0
  for (const separator of SEPARATORS) {
    const score = agreement(split(separator))
    if (score > most) {
      best = separator
      most = score
    }
  }
  return best
}

/** The share of records with the most frequent number of cells, times the separators in them; 0 for no table. */
function agreement(records: readonly (readonly string[])[]): number {
  const filled = records.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const counts = new Map<number, number>()
  let several = 0
  for (const { length } of filled) {
    if (length < 2) continue
    several++
    counts.set(length, (counts.get(length) ?? 0) + 1)
  }
  if (several < LEAST_RECORDS || several < filled.length * LEAST_SHARE) return 0
  const scores = [...counts].map(([length, records]) => (records / filled.length) * (length - 1))
  return Math.max(...scores)
}
