/** How the columns of a table share the width of the paper. Lengths are in CSS pixels, 96 to the inch. */
import type { Column, Role } from './model.ts'
import { alignment } from './paper.ts'

export interface WidthNeed {
  /** Narrower, and figures or words would be cut. */
  readonly least: number
  readonly wanted: number
}

/** Names wrap, but not to single words; they give way first, down to where they still read well. */
const LEAST_NAME = 150
const READABLE_NAME = 200
const MOST_NAME = 270
/** Narrow figures look lost in a column as narrow as they are. */
const WANTED_FIGURE = 60
/** Words such as units and verdicts wrap before they take the room of the names. */
const MOST_CENTRED = 85
/** Also among figures: "giảm 02 người chết, giảm 04 người bị thương". */
const MOST_SENTENCE = 100

/**
 * What a column needs, from the width of its widest unbreakable piece and that of its longest line. Words want their
 * line, up to a limit; figures are pieces, and a sentence among them may wrap.
 */
export function widthNeed(role: Role, piece: number, line: number): WidthNeed {
  const least = Math.max(piece, role === 'name' ? LEAST_NAME : 0)
  return { least, wanted: Math.max(least, wantedWidth(role, line)) }
}

/**
 * The width of each column, `room` in all: each as wide as wanted, the rest for the names. Where that is too much the
 * names give way, then every column by the same share of what it wants beyond its least. Wider than `room` only where
 * the leasts are.
 */
export function shareWidth(
  columns: readonly Column[],
  needs: readonly WidthNeed[],
  room: number,
): readonly number[] {
  const name = columns.findIndex((column) => column.role === 'name')
  const missing = sum(needs.map((need) => need.wanted)) - room
  const wanted = needs.map((need, index) => {
    if (index !== name) return need.wanted
    return Math.max(need.wanted - missing, Math.min(need.wanted, READABLE_NAME), need.least)
  })
  const total = sum(wanted)
  const least = sum(needs.map((need) => need.least))
  if (total > room) {
    const share = Math.max(0, room - least) / (total - least || 1)
    return needs.map((need, index) => need.least + ((wanted[index] ?? 0) - need.least) * share)
  }
  return name === -1 ? wanted.map((width) => width * (room / total)) : wanted
}

function wantedWidth(role: Role, line: number): number {
  if (role === 'name') return Math.min(line, MOST_NAME)
  switch (alignment(role)) {
    case 'centre':
      return Math.min(line, MOST_CENTRED)
    case 'left':
      return Math.min(line, MOST_SENTENCE)
    case 'right':
      return Math.max(WANTED_FIGURE, Math.min(line, MOST_SENTENCE))
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
