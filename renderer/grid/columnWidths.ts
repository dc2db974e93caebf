/** How wide each column stands on screen: as the file has it, within what can be read, fitted to the room there is. */
import type { Column, Role } from '../../shared/model.ts'

/** Of one character of the sheet, as widths in workbooks count, in the table's 13 px font. */
const CHARACTER = 7.2
const PADDING = 12

/** In characters, for a column without a width of its own. */
const USUAL: Readonly<Record<Role, number>> = {
  ordinal: 5,
  name: 44,
  code: 8,
  unit: 11,
  plan: 13,
  actual: 13,
  estimate: 13,
  cumulative: 13,
  previous: 13,
  ratio: 11,
  change: 11,
  growth: 11,
  assessment: 17,
  owner: 20,
  note: 24,
  number: 12,
  text: 20,
}

/** In characters: less cannot be read, more is paper left empty. */
const LIMITS: Readonly<Partial<Record<Role, readonly [least: number, most: number]>>> = {
  ordinal: [4, 8],
  name: [30, 70],
  unit: [8, 18],
  // The longest verdict word on one line, with its sign.
  assessment: [18, 26],
}
const OTHER_LIMITS: readonly [least: number, most: number] = [10, 60]

/** Roles whose columns take the room that is left. */
const STRETCHING: readonly Role[] = ['name', 'note', 'owner', 'text']
const MOST_STRETCH = 1.5

function widthInPixels(characters: number): number {
  return Math.round(characters * CHARACTER + PADDING)
}

/**
 * Widths in pixels, one a column, in the same order. Where there is too little room all columns give some, down to what
 * can still be read; where there is too much the names take it, as long as that does not tear figures away from them.
 */
export function columnWidths(columns: readonly Column[], available: number): number[] {
  const wanted = columns.map(wantedWidth)
  const rest = available - sum(wanted)
  if (rest < 0) {
    const spare = wanted.map((width, index) => width - leastWidth(columns[index], width))
    const share = Math.min(1, -rest / Math.max(1, sum(spare)))
    return wanted.map((width, index) => Math.floor(width - (spare[index] ?? 0) * share))
  }
  const stretches = columns.map(({ role }) => STRETCHING.includes(role))
  const stretching = sum(wanted.filter((_, index) => stretches[index]))
  const factor = stretching === 0 ? 1 : Math.min(MOST_STRETCH, 1 + rest / stretching)
  return wanted.map((width, index) => (stretches[index] === true ? Math.floor(width * factor) : width))
}

function wantedWidth(column: Column): number {
  const [least, most] = LIMITS[column.role] ?? OTHER_LIMITS
  return widthInPixels(Math.min(Math.max(column.width ?? USUAL[column.role], least), most))
}

function leastWidth(column: Column | undefined, wanted: number): number {
  if (column === undefined) return wanted
  const [least] = LIMITS[column.role] ?? OTHER_LIMITS
  return Math.min(wanted, widthInPixels(least))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
