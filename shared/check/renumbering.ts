/** Numbers that go on where a number does not follow the one before it: the row itself and the run that follows it. */
import type { Row } from '../model.ts'
import { plainNumber } from './ordinalBroken.ts'

export interface Renumbered {
  readonly row: Row
  readonly ordinal: string
}

/**
 * The rows whose numbers change when `row` becomes `number`: itself, and after it those of its level as long as
 * their numbers ran on from its old one and would no longer follow. Leading zeros and what stands behind stay.
 */
export function renumbering(rows: readonly Row[], row: Row, number: number): readonly Renumbered[] {
  const renumbered: Renumbered[] = []
  let was = plainNumber(row)
  let is = number
  if (was === undefined) return []
  renumbered.push({ row, ordinal: withNumber(row.ordinal, is) })
  for (const next of rows.slice(rows.indexOf(row) + 1)) {
    const own = next.level === row.level ? plainNumber(next) : undefined
    if (own === undefined) continue
    if (own === is + 1 || own !== was + 1) break
    was = own
    is += 1
    renumbered.push({ row: next, ordinal: withNumber(next.ordinal, is) })
  }
  return renumbered
}

function withNumber(ordinal: string, number: number): string {
  return ordinal.replace(/\d+/, (digits) =>
    digits.startsWith('0') ? String(number).padStart(digits.length, '0') : String(number),
  )
}
