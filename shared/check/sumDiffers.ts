/**
 * sum-differs: a figure is not the sum of the figures below it, though another column of the same row is.
 * That other column is the only proof that the row is a sum at all: silent without it, and where a part is missing,
 * bounded or no figure, where units differ, and for shares, which do not add up.
 */
import { isSourceFigure } from '../columns.ts'
import { add, compare, formatDecimal, parseDecimal, type Decimal } from '../decimal.ts'
import type { Column, Finding, Report, Row } from '../model.ts'
import { eachRow } from '../outline.ts'
import { formatFigure } from '../quantity.ts'
import { folded, normalText } from '../text.ts'
import { isShare, measureOf } from '../units.ts'
import { finding } from './finding.ts'

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

/** `agrees` is undefined where there is nothing to compare. */
function sumIn(row: Row, parts: readonly Row[], column: Column): { agrees?: boolean; sum?: Decimal } {
  const whole = figureIn(row, column)
  const figures = parts.map((part) => figureIn(part, column)).filter((figure) => figure !== undefined)
  if (whole === undefined || figures.length < parts.length) return {}
  const sum = figures.reduce(add)
  return { agrees: compare(whole, sum) === 0, sum }
}

function figureIn(row: Row, column: Column): Decimal | undefined {
  const quantity = row.cells[column.id]?.quantity
  const isPlain = quantity?.op === '=' && quantity.value !== undefined && quantity.part === undefined
  return isPlain && !isShare(measureOf(quantity.unit ?? '')) ? parseDecimal(quantity.value) : undefined
}
