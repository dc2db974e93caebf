/** What a person says about a row or one of its cells beside typing into it. */
import { formatDecimal, parseDecimal } from './decimal.ts'
import { areEqual } from './equal.ts'
import type { Cell, Column, DecimalText, Edit, Id, PlanValue, Quantity } from './model.ts'
import type { Row, RowSettings, SetAside } from './model.ts'
import { parseQuantity, readings } from './quantity.ts'
import { countingPlace, withCell, withCounting, withEntry } from './rowText.ts'
import { setting } from './setting.ts'

type EditOf<Type extends Edit['type']> = Extract<Edit, { readonly type: Type }>

export function withSettings(row: Row, set: RowSettings): Row {
  const { direction: _direction, yearEndOnly: _yearEndOnly, rollUp: _rollUp, ...rest } = row
  const direction = setting(set.direction, row.direction)
  const yearEndOnly = setting(set.yearEndOnly, row.yearEndOnly)
  const rollUp = setting(set.rollUp, row.rollUp)
  return {
    ...rest,
    ...(direction !== undefined && { direction }),
    ...(yearEndOnly === true && { yearEndOnly }),
    ...(rollUp !== undefined && { rollUp }),
  }
}

/** Also of a cell that is still empty. A field set to "" is taken away as with null. */
export function withMetadata(row: Row, column: Id, set: EditOf<'metadata'>['set']): Row {
  const { metadata: before, ...cell } = row.cells[column] ?? { text: '' }
  const asOf = setting(set.asOf, before?.asOf) ?? ''
  const kind = setting(set.kind, before?.kind)
  const source = setting(set.source, before?.source) ?? ''
  const note = setting(set.note, before?.note) ?? ''
  const metadata = {
    ...(asOf !== '' && { asOf }),
    ...(kind !== undefined && { kind }),
    ...(source !== '' && { source }),
    ...(note !== '' && { note }),
  }
  const says = Object.keys(metadata).length > 0
  return withCell(row, column, says ? { ...cell, metadata } : cell)
}

/**
 * The values a plan had. The cell says what the one says that counts; when all are taken away it keeps its text. A
 * reading that was chosen for a text stays.
 */
export function withPlanValues(row: Row, column: Column, values: EditOf<'planValues'>['values']): Row {
  const { planValues: before, ...cell } = row.cells[column.id] ?? { text: '' }
  if (values.length === 0) return withCell(row, column.id, cell)
  const known = [cell, ...(before ?? [])]
  const planValues = values.map(({ text, decision, date }): PlanValue => {
    const quantity = (known.find((value) => value.text === text) ?? read(text)).quantity
    return {
      text,
      ...(quantity !== undefined && { quantity }),
      decision,
      ...(date !== undefined && { date }),
    }
  })
  const { rolledUp: _rolledUp, ...typed } = cell
  return countedPlan(withCell(row, column.id, { ...typed, planValues }), column)
}

/** The row with the value of an adjusted plan in its cell that the column says counts. */
export function countedPlan(row: Row, column: Column): Row {
  const cell = row.cells[column.id]
  const { planValues = [], metadata } = cell ?? {}
  const counting = planValues[countingPlace(planValues, column)]
  if (cell === undefined || counting === undefined || cell.text === counting.text) return row
  const { text, quantity } = counting
  return withCell(row, column.id, {
    text,
    ...(quantity !== undefined && { quantity }),
    ...(metadata !== undefined && { metadata }),
    planValues,
  })
}

/** The text stays as typed. Undefined where it cannot be read as that value. */
export function withReading(row: Row, column: Column, value: DecimalText): Row | undefined {
  const cell = row.cells[column.id]
  const quantity = cell && readingOf(cell.text, value)
  if (cell === undefined || quantity === undefined) return undefined
  const { planValues } = cell
  const chosen: Cell = { ...cell, quantity, chosen: true }
  return withCell(row, column.id, {
    ...chosen,
    ...(planValues !== undefined && { planValues: withCounting(planValues, column, chosen) }),
  })
}

/** Of a range or a fraction the value names the bound or the whole that tells its readings apart. */
function readingOf(text: string, value: DecimalText): Quantity | undefined {
  const wanted = formatDecimal(parseDecimal(value))
  const possible = readings(text).filter((reading) =>
    [reading.value, reading.low, reading.high, reading.whole].includes(wanted),
  )
  return possible.length === 1 ? possible[0] : possible.find((reading) => reading.value === wanted)
}

/** Of a row for which the file states nothing there is nothing to choose. */
export function withStatedUse(row: Row, column: Id, use: EditOf<'stated'>['use']): Row {
  const stated = row.stated[column]
  if (stated === undefined || (stated.replaced === true) === (use === 'computed')) return row
  const { replaced: _replaced, ...rest } = stated
  const after = use === 'computed' ? { ...rest, replaced: true as const } : rest
  return { ...row, stated: withEntry(row.stated, column, after) }
}

/** The row with one of its findings let stand for a reason, or questioned again where the reason is null. */
export function withSetAside(row: Row, finding: Omit<SetAside, 'reason'>, reason: string | null): Row {
  const { setAside: before, ...rest } = row
  const setAside = settledList(before, finding, reason)
  return { ...rest, ...(setAside !== undefined && { setAside }) }
}

/** As `withSetAside`; undefined for an empty list. */
export function settledList(
  before: readonly SetAside[] | undefined,
  { code, column, seen }: Omit<SetAside, 'reason'>,
  reason: string | null,
): readonly SetAside[] | undefined {
  const finding = { code, ...(column !== undefined && { column }), seen }
  const list = before ?? []
  const isThis = ({ reason: _reason, ...other }: SetAside) => areEqual(other, finding)
  if (reason === null) {
    const others = list.filter((each) => !isThis(each))
    return others.length === 0 ? undefined : others
  }
  const after = { ...finding, reason }
  return list.some(isThis) ? list.map((each) => (isThis(each) ? after : each)) : [...list, after]
}

function read(text: string): Pick<PlanValue, 'quantity'> {
  const quantity = parseQuantity(text)
  return quantity === undefined ? {} : { quantity }
}
