/**
 * sum-differs: a figure is not the sum of the figures below it, though another column of the same row is.
 * That other column is the only proof that the row is a sum at all: silent without it, and where the difference is no
 * more than rounding or the sum is nowhere near, where a part is missing, bounded or no figure, where units differ, and
 * for shares, which do not add up.
 */
import { isSourceFigure } from '../columns.ts'
import { add, compare, formatDecimal, isZero, parseDecimal, subtract, type Decimal } from '../decimal.ts'
import type { Column, Finding, Report, Row } from '../model.ts'
import { eachRow } from '../outline.ts'
import { formatFigure } from '../quantity.ts'
import { folded, normalText } from '../text.ts'
import { isShare, measureOf } from '../units.ts'
import { finding } from './finding.ts'
import { shownDigits } from './judgeRatio.ts'

export function sumDiffers(report: Report): readonly Finding[] {
  const columns = report.columns.filter((column) => isSourceFigure(column.role))
  return [...partsByRow(report.rows)].flatMap(([row, parts]) => {
    if (parts.length < 2 || !addUp(row, parts)) return []
    const sums = columns.map((column) => ({ column, ...sumIn(row, parts, column) }))
    if (!sums.some(({ agrees }) => agrees === true)) return []
    return sums.flatMap(({ column, agrees, sum }) => {
      if (agrees !== false || sum === undefined) return []
      const params = {
        stated: normalText(row.cells[column.id]?.text ?? ''),
        sum: formatFigure(formatDecimal(sum)),
      }
      return [finding('sum-differs', 'warning', row, column, params)]
    })
  })
}

/** Below a row its children; above a row "Tổng cộng" its siblings. */
function partsByRow(rows: readonly Row[]): ReadonlyMap<Row, readonly Row[]> {
  const children = new Map<Row | undefined, Row[]>()
  const parts = new Map<Row, readonly Row[]>()
  eachRow(rows, (row, parent) => {
    const siblings = children.get(parent) ?? []
    if (row.kind === 'total') parts.set(row, [...siblings])
    else if (parent !== undefined) parts.set(parent, siblings)
    if (row.kind !== 'section' && row.kind !== 'total') siblings.push(row)
    children.set(parent, siblings)
  })
  return parts
}

function addUp(row: Row, parts: readonly Row[]): boolean {
  const units = new Set([row, ...parts].map(({ unit }) => folded(unit)).filter((unit) => unit !== ''))
  return row.kind !== 'section' && units.size <= 1 && ![...units].some((unit) => isShare(measureOf(unit)))
}

/** `agrees` is undefined where there is nothing to compare or the two have nothing to do with each other. */
function sumIn(
  row: Row,
  parts: readonly Row[],
  column: Column,
): { readonly agrees?: boolean; readonly sum?: Decimal } {
  const whole = figureIn(row, column)
  const figures = parts.map((part) => figureIn(part, column)).filter((figure) => figure !== undefined)
  if (whole === undefined || isZero(whole) || figures.length < parts.length) return {}
  const sum = figures.reduce(add)
  const apart = subtract(whole, sum)
  const agrees = isZero(apart) || compare(magnitude(apart), roundingOf([row, ...parts], column)) <= 0
  if (agrees) return { agrees, sum }
  const isNear = compare(magnitude(add(apart, apart)), magnitude(whole)) <= 0
  return isNear ? { agrees, sum } : {}
}

/** How far figures with decimals, shown or hidden, may be off together: half a unit of the last shown digit each. */
function roundingOf(rows: readonly Row[], column: Column): Decimal {
  const cells = rows.map((row) => row.cells[column.id]).filter((cell) => cell !== undefined)
  const digits = Math.min(...cells.map(({ text }) => shownDigits(text)))
  const isRounded = digits > 0 || cells.some(({ flags }) => flags?.includes('digits-hidden'))
  return { units: isRounded ? 5n * BigInt(cells.length) : 0n, scale: digits + 1 }
}

function magnitude({ units, scale }: Decimal): Decimal {
  return { units: units < 0n ? -units : units, scale }
}

function figureIn(row: Row, column: Column): Decimal | undefined {
  const quantity = row.cells[column.id]?.quantity
  const isPlain = quantity?.op === '=' && quantity.value !== undefined && quantity.part === undefined
  return isPlain && !isShare(measureOf(quantity.unit ?? '')) ? parseDecimal(quantity.value) : undefined
}
