/**
 * separator-unclear: dots and commas in a figure that can be read in two ways, or not surely in any.
 * "24.16%" and "1,234.5" are told by themselves; "6.969" only where its usual reading makes an implausible ratio and the
 * other a plausible one. Silent in words, in dates, and where the separators are those of Vietnamese tables.
 */
import { isSourceFigure } from '../columns.ts'
import type { Cell, Column, Finding, Quantity, Report, Row } from '../model.ts'
import { formatFigure, readings } from '../quantity.ts'
import { ratio } from '../ratio.ts'
import { normalText } from '../text.ts'
import { comparedOnce, type Compared } from './compared.ts'
import { finding } from './finding.ts'
import { isPlausible } from './plausible.ts'

/** A longer text is a sentence with a figure in it. */
const LONGEST = 40
const PLAIN = /^\d*(?:,\d+)?$/
const DATE = /\d+[./-]\d+[./-]\d{4}/

export function separatorUnclear(report: Report): readonly Finding[] {
  const doubtful = new Map(comparedOnce(report).map((compared) => [compared.row, doubtfulColumn(compared)]))
  const columns = report.columns.filter((column) => isSourceFigure(column.role))
  return report.rows.flatMap((row) =>
    columns.flatMap((column) => {
      const cell = row.cells[column.id]
      if (cell === undefined || !(isUncustomary(cell) || doubtful.get(row) === column)) return []
      return [unclear(row, column, cell)]
    }),
  )
}

/** The compared column whose figure, read the other way, would turn an implausible ratio into a plausible one. */
export function doubtfulColumn({ result, target, of, to }: Compared): Column | undefined {
  if (result?.quantity === undefined || target?.quantity === undefined) return undefined
  if (isSensible(result.quantity, target.quantity) !== false) return undefined
  const otherResult = readOtherwise(result)
  if (otherResult !== undefined && isSensible(otherResult, target.quantity) === true) return of
  const otherTarget = readOtherwise(target)
  return otherTarget !== undefined && isSensible(result.quantity, otherTarget) === true ? to : undefined
}

function isSensible(result: Quantity, target: Quantity): boolean | undefined {
  const value = ratio(result, target)
  return value === undefined ? undefined : isPlausible(value, result)
}

function readOtherwise({ text, quantity }: Cell): Quantity | undefined {
  const [only, ...more] = readings(text)
  if (quantity === undefined || only?.other === undefined || more.length > 0) return undefined
  return { ...quantity, value: only.other }
}

function isUncustomary({ text }: Cell): boolean {
  if (PLAIN.test(text)) return false
  const normal = normalText(text)
  return normal.length <= LONGEST && !DATE.test(normal) && readings(text).some(({ customary }) => !customary)
}

function unclear(row: Row, column: Column, { text }: Cell): Finding {
  const possible = readings(text).flatMap(({ value, other }) => [value, other])
  const figures = possible.filter((figure) => figure !== undefined).map(formatFigure)
  return finding('separator-unclear', 'warning', row, column, {
    text: normalText(text),
    readings: figures.join(' / '),
  })
}
