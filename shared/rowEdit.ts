/** What a person says about a row or one of its cells beside typing into it. Every function gives the same row back where it says that already. */
import { parseDecimal, compare } from './decimal.ts'
import { areEqual } from './equal.ts'
import type { Column, Edit, Id, Row, RowSettings, SetAside } from './model.ts'
import { parseQuantity, readings } from './quantity.ts'
import { cellOf, withEntry } from './rowText.ts'

type EditOf<Type extends Edit['type']> = Extract<Edit, { readonly type: Type }>

export function withSettings(row: Row, set: RowSettings): Row {
  const { direction, yearEndOnly, rollUp, ...rest } = row
  const settings = {
    direction: set.direction === undefined ? direction : (set.direction ?? undefined),
    yearEndOnly: set.yearEndOnly === undefined ? yearEndOnly : set.yearEndOnly || undefined,
    rollUp: set.rollUp === undefined ? rollUp : (set.rollUp ?? undefined),
  }
  return {
    ...rest,
    ...(settings.direction !== undefined && { direction: settings.direction }),
    ...(settings.yearEndOnly === true && { yearEndOnly: true }),
    ...(settings.rollUp !== undefined && { rollUp: settings.rollUp }),
  }
}

/** A cell that knows nothing any more and is empty is no cell. */
export function withMetadata(row: Row, column: Id, set: EditOf<'metadata'>['set']): Row {
  const { metadata: before, ...cell } = row.cells[column] ?? { text: '' }
  const known = Object.entries({ ...before, ...set }).filter(([, value]) => value !== null && value !== '')
  const metadata = Object.fromEntries(known)
  const says = known.length > 0
  const after = says ? { ...cell, metadata } : cell
  return { ...row, cells: withEntry(row.cells, column, !says && cell.text === '' ? undefined : after) }
}

/** The values a plan had; the cell shows and counts the first or the last of them, as its column says. */
export function withPlanValues(row: Row, column: Column, values: EditOf<'planValues'>['values']): Row {
  const { planValues: _before, ...cell } = row.cells[column.id] ?? { text: '' }
  const planValues = values.map(({ text, decision, date }) => {
    const quantity = parseQuantity(text)
    return {
      text,
      ...(quantity !== undefined && { quantity }),
      decision,
      ...(date !== undefined && { date }),
    }
  })
  const after = planValues.length === 0 ? cell : { ...cell, planValues }
  const empty = planValues.length === 0 && cell.text === ''
  return countedPlan({ ...row, cells: withEntry(row.cells, column.id, empty ? undefined : after) }, column)
}

/** The row with the value of an adjusted plan in its cell that the column says counts. */
export function countedPlan(row: Row, column: Column): Row {
  const cell = row.cells[column.id]
  const counted = column.counts === 'first' ? cell?.planValues?.[0] : cell?.planValues?.at(-1)
  if (cell === undefined || counted === undefined || cell.text === counted.text) return row
  const { planValues, metadata } = cell
  const after = {
    ...cellOf(column.role, counted.text),
    ...(planValues !== undefined && { planValues }),
    ...(metadata !== undefined && { metadata }),
  }
  return { ...row, cells: withEntry(row.cells, column.id, after) }
}

/** Undefined where the text cannot be read as that value. */
export function withReading(row: Row, column: Id, value: string): Row | undefined {
  const cell = row.cells[column]
  if (cell === undefined) return undefined
  const possible = readings(cell.text).flatMap((reading) => [reading.value, reading.other])
  const wanted = parseDecimal(value.replace(/^-/, ''))
  if (!possible.some((each) => each !== undefined && compare(parseDecimal(each), wanted) === 0)) {
    return undefined
  }
  const quantity = { op: '=' as const, ...cell.quantity, value }
  return { ...row, cells: withEntry(row.cells, column, { ...cell, quantity, chosen: true }) }
}

export function withStatedUse(row: Row, column: Id, use: EditOf<'stated'>['use']): Row {
  const stated = row.stated[column]
  if (stated === undefined || (stated.replaced === true) === (use === 'computed')) return row
  const { replaced: _replaced, ...rest } = stated
  const after = use === 'computed' ? { ...rest, replaced: true as const } : rest
  return { ...row, stated: withEntry(row.stated, column, after) }
}

/** The list with this finding let stand for a reason, or questioned again where the reason is null. */
export function withSetAside(
  list: readonly SetAside[] | undefined,
  { code, column, seen }: Omit<SetAside, 'reason'>,
  reason: string | null,
): readonly SetAside[] | undefined {
  const entry = { code, ...(column !== undefined && { column }), seen }
  const others = (list ?? []).filter(({ reason: _reason, ...other }) => !areEqual(other, entry))
  const after = reason === null ? others : [...others, { ...entry, reason }]
  return after.length === 0 ? undefined : after
}
