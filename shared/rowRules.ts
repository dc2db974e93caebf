/** What a remembered template says of rows: by the name and kind of ordinal of each row, or of all rows with such an ordinal. */
import { areEqual } from './equal.ts'
import { ordinalKind } from './layout/ordinal.ts'
import type { PlanCorrections, PlannedRow, RowCorrection } from './layout/plan.ts'
import { templateWords } from './templateWords.ts'

export interface RowRule {
  /** See `ordinalPattern`. */
  readonly ordinal: string
  /** As in the table it was made from; numbers in it do not count. Absent for all rows with such an ordinal. */
  readonly name?: string
  /** Which of the rows of one name and ordinal it is, where there are several. */
  readonly among?: { readonly nth: number; readonly of: number }
  readonly set: RowCorrection
  /** The rows below it are no part of the table. */
  readonly last?: true
}

type NamedRow = Pick<PlannedRow, 'row' | 'ordinal' | 'mark' | 'name'>

/** Fewer rows corrected alike may be meant one by one. */
const LEAST_OF_PATTERN = 3

/**
 * The corrections of a table's rows as rules, and those of `before` about rows that this table does not have. Rows with
 * neither a name nor an ordinal cannot be told again.
 */
export function rowRulesOf(
  rows: readonly NamedRow[],
  { rows: corrections = {}, lastRow }: Pick<PlanCorrections, 'rows' | 'lastRow'>,
  before: readonly RowRule[],
): readonly RowRule[] {
  const last = lastRow === undefined ? undefined : rows.findLast(({ row }) => row <= lastRow)
  const patterns = patternsOf(rows, corrections)
  const patterned = new Set(patterns.map(({ ordinal }) => ordinal))
  const groups = Map.groupBy(rows, keyOf)
  const named = rows.flatMap((row) => {
    const ordinal = ordinalPattern(row)
    const set = patterned.has(ordinal) ? {} : (corrections[row.row] ?? {})
    if ((Object.keys(set).length === 0 && row !== last) || (ordinal === '' && row.name === '')) return []
    const alike = groups.get(keyOf(row)) ?? []
    return [
      {
        ordinal,
        name: row.name,
        ...(alike.length > 1 && { among: { nth: alike.indexOf(row) + 1, of: alike.length } }),
        set,
        ...(row === last && { last: true as const }),
      },
    ]
  })
  const kept = before.filter(
    ({ ordinal, name, last: wasLast }) =>
      name !== undefined &&
      !groups.has(keyOf({ ordinal, name })) &&
      !(wasLast === true && last !== undefined),
  )
  return [...patterns, ...named, ...kept]
}

/** The rules as corrections of these rows. What is said of a row by its name goes before what is said of its ordinal. */
export function rowCorrectionsOf(
  rules: readonly RowRule[],
  rows: readonly NamedRow[],
): Pick<PlanCorrections, 'rows' | 'lastRow'> {
  const groups = Map.groupBy(rows, keyOf)
  const corrections: Record<number, RowCorrection> = {}
  let lastRow: number | undefined
  const add = (row: NamedRow, set: RowCorrection) => {
    if (Object.keys(set).length > 0) corrections[row.row] = { ...corrections[row.row], ...set }
  }
  for (const { ordinal, name, set } of rules) {
    if (name !== undefined) continue
    for (const row of rows) if (ordinalPattern(row) === ordinal) add(row, set)
  }
  for (const { ordinal, name, among, set, last } of rules) {
    if (name === undefined) continue
    const alike = groups.get(keyOf({ ordinal, name })) ?? []
    const row = alike.length === (among?.of ?? 1) ? alike[(among?.nth ?? 1) - 1] : undefined
    if (row === undefined) continue
    add(row, set)
    if (last === true) lastRow = row.row
  }
  return {
    ...(Object.keys(corrections).length > 0 && { rows: corrections }),
    ...(lastRow !== undefined && { lastRow }),
  }
}

/** The kind of a row's ordinal or mark: "I" and "A" capital, "1" number, "1.1" dotted-2, "a)" bracketed, "-"; "" for none. */
function ordinalPattern({ ordinal, mark }: Pick<NamedRow, 'ordinal' | 'mark'>): string {
  if (ordinal === '') return mark === undefined ? '' : mark.replace(/^[–—−]/, '-')
  const kind = ordinalKind(ordinal)
  switch (kind?.kind) {
    case undefined:
      return 'other'
    case 'letter':
    case 'roman':
    case 'letter-or-roman':
      return 'capital'
    case 'dotted':
      return `dotted-${kind.depth}`
    case 'number':
    case 'bracketed':
      return kind.kind
  }
}

/** Where every row with such an ordinal was corrected alike, that goes for rows to come as well. */
function patternsOf(
  rows: readonly NamedRow[],
  corrections: Readonly<Record<number, RowCorrection>>,
): readonly RowRule[] {
  return [...Map.groupBy(rows, ordinalPattern)].flatMap(([ordinal, alike]) => {
    const set = corrections[alike[0]?.row ?? 0]
    const isOne = alike.every(({ row }) => areEqual(corrections[row], set))
    return ordinal === '' || set === undefined || alike.length < LEAST_OF_PATTERN || !isOne
      ? []
      : [{ ordinal, set }]
  })
}

/** A rule has its ordinal as a pattern already. */
function keyOf(row: NamedRow | { readonly ordinal: string; readonly name: string }): string {
  const ordinal = 'row' in row ? ordinalPattern(row) : row.ordinal
  return `${ordinal} ${templateWords(row.name).join(' ')}`
}
