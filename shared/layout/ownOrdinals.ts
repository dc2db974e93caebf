/**
 * Tables whose column of ordinals counts their lines (1, 2, 3 … to the end), while the names hold the ordinals that say how
 * the rows belong together: "I. Diện tích", "1.2. Ngô", "- Năng suất".
 */
import { splitOrdinal } from './ordinal.ts'

interface NumberedRow {
  readonly ordinal: string
  readonly mark?: string
  readonly name: string
}

/** Fewer lines could be counted by chance. */
const LEAST_LINES = 5
/** So many of a hundred lines go on counting, and so many names hold an ordinal or mark. */
const COUNTING = 90
const OWN = 30

/** What counts for the outline: the ordinals in the names where the column only counts lines, else those of the column. */
export function outlineOrdinals(rows: readonly NumberedRow[]): readonly string[] {
  const ordinals = rows.map(({ ordinal }) => ordinal)
  if (!countsLines(ordinals)) return ordinals
  const own = rows.map(({ name }) => splitOrdinal(name).ordinal)
  const telling = rows.filter(({ mark }, index) => mark !== undefined || own[index] !== '')
  return telling.length * 100 < rows.length * OWN ? ordinals : own
}

function countsLines(ordinals: readonly string[]): boolean {
  const numbers = ordinals.filter((ordinal) => ordinal !== '').map(Number)
  if (numbers.length < LEAST_LINES || numbers.length * 100 < ordinals.length * COUNTING) return false
  const following = numbers.filter((number, index) => index > 0 && number === (numbers[index - 1] ?? 0) + 1)
  return (following.length + 1) * 100 >= numbers.length * COUNTING
}
