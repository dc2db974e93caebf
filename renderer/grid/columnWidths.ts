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

/** Pixels; narrower names would be torn into too many lines. */
const LEAST_NAME = 180

/**
 * Widths in pixels, one a column, in the same order. Where there is too little room, first the columns of figures and
 * short words give some, down to `needs` (what their contents take; unmeasured, what is usual), then those of names
 * and other texts; after that the table scrolls. Where there is too much the texts take it, as long as that does not
 * tear figures away from them.
 */
export function columnWidths(
  columns: readonly Column[],
  available: number,
  needs: readonly number[] = columns.map(usualNeed),
): number[] {
  const wanted = columns.map((column, index) => {
    return isStretching(column) ? wantedWidth(column) : Math.max(wantedWidth(column), needs[index] ?? 0)
  })
  const rest = available - sum(wanted)
  if (rest < 0) {
    const least = columns.map((column, index) => leastWidth(column, wanted[index] ?? 0, needs[index] ?? 0))
    const short = shrunk(wanted, least, -rest, (index) => !isStretching(columns[index]))
    return shrunk(short, least, sum(short) - available, (index) => isStretching(columns[index]))
  }
  const stretching = sum(wanted.filter((_, index) => isStretching(columns[index])))
  const factor = stretching === 0 ? 1 : Math.min(MOST_STRETCH, 1 + rest / stretching)
  return wanted.map((width, index) => (isStretching(columns[index]) ? Math.floor(width * factor) : width))
}

/** Takes `missing` pixels from the chosen widths, from each in proportion to what it can give. */
function shrunk(
  widths: readonly number[],
  least: readonly number[],
  missing: number,
  isChosen: (index: number) => boolean,
): number[] {
  const spare = widths.map((width, index) => (isChosen(index) ? Math.max(0, width - (least[index] ?? 0)) : 0))
  const share = Math.min(1, Math.max(0, missing) / Math.max(1, sum(spare)))
  return widths.map((width, index) => Math.floor(width - (spare[index] ?? 0) * share))
}

function isStretching(column: Column | undefined): boolean {
  return column !== undefined && STRETCHING.includes(column.role)
}

function wantedWidth(column: Column): number {
  const [least, most] = LIMITS[column.role] ?? OTHER_LIMITS
  return widthInPixels(Math.min(Math.max(column.width ?? USUAL[column.role], least), most))
}

function usualNeed({ role }: Column): number {
  return widthInPixels((LIMITS[role] ?? OTHER_LIMITS)[0])
}

function leastWidth(column: Column, wanted: number, needed: number): number {
  const usual = column.role === 'name' ? LEAST_NAME : widthInPixels(OTHER_LIMITS[0])
  return Math.min(wanted, isStretching(column) ? Math.max(usual, needed) : needed)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
