/**
 * Which figures of a row may not mean what their dots and commas say: "1.5" and "1,234.5" by themselves, "6.969" beside a
 * target of 6, "98.500" per cent. What neither the text nor the row settles is left for the column to tell.
 */
import { isNamedFigure, isSourceFigure } from '../columns.ts'
import { alike } from '../comparable.ts'
import { compare, parseDecimal } from '../decimal.ts'
import type { Cell, Column, DecimalText, Quantity, Report, Row } from '../model.ts'
import { isCustomary, readings } from '../quantity.ts'
import { normalText, plainWords } from '../text.ts'
import { isShare, measureOf } from '../units.ts'
import { isPlausiblePair } from './plausible.ts'

export interface Doubt {
  readonly row: Row
  readonly column: Column
  readonly cell: Cell
  /** Every reading, the one in use first unless none is. */
  readonly readings: readonly Quantity[]
  /** Neither the text nor the row tells: only the other figures of the column can. */
  readonly open: boolean
}

/** A longer text is a sentence with a figure in it. */
const LONGEST = 40
const PLAIN = /^\d*(?:,\d{1,2})?$/
const DATE = /\d+[./-]\d+[./-]\d{4}/

const MOST_PER_CENT = parseDecimal('1000')

/** Things that come in whole numbers, as `plainWords` has them; their averages are told by the name of the row. */
const COUNTED =
  /^(?:con|nguoi|ho|ho dan|khau|nhan khau|lao dong|hoc sinh|tre|tre em|truong|lop|thon|xa|to|khu|luot|dang vien|hoi vien|chi bo|dang bo|san pham|mo hinh|cay|vu|viec|cuoc|buoi|htx|hop tac xa|doanh nghiep|cong trinh|giuong|can|nha)$/
const AVERAGE = /\b(?:binh quan|trung binh|ty suat|ty le|mat do|so con)\b/

/** Row by row, in the order of the columns. Figures that a person chose a reading for, or that their parts come to, are none. */
export function doubtsIn({ rows, columns }: Report): readonly Doubt[] {
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const cell = row.cells[column.id]
      if (cell === undefined || cell.chosen === true || cell.rolledUp === true) return []
      if (!isSourceFigure(column.role)) return []
      return doubtOf(row, columns, column, cell) ?? []
    }),
  )
}

/** Not understood only because of its dots, commas or spaces: separator-unclear says so. */
export function isAmbiguous({ text, quantity }: Cell): boolean {
  if (quantity !== undefined) return false
  const normal = normalText(text)
  const isFigure = normal.length <= LONGEST && !DATE.test(normal) && readings(normal).length > 0
  return isFigure && !isCustomary(normal)
}

/** Whether another reading of one of them would make their ratio plausible. */
export function isDoubtfulPair(result: Cell, target: Cell, unit: string): boolean {
  const readingsIn = ({ text, quantity, chosen }: Cell) =>
    chosen === true && quantity !== undefined ? [quantity] : readings(text)
  return readingsIn(result).some((of) =>
    readingsIn(target).some((to) => {
      const pair = alike(of, to, unit)
      return !('refused' in pair) && isPlausiblePair(pair.result, pair.target) === true
    }),
  )
}

function doubtOf(row: Row, columns: readonly Column[], column: Column, cell: Cell): Doubt | undefined {
  const text = normalText(cell.text)
  if (PLAIN.test(text) || text.length > LONGEST || DATE.test(text)) return undefined
  const possible = readings(text)
  const [usual, other] = possible
  if (usual === undefined) return undefined
  const doubt = { row, column, cell, readings: possible, open: false }
  if (!isCustomary(text)) return doubt
  if (other === undefined || cell.quantity?.value !== usual.value) return undefined
  if (isOddAlone(row, text, usual, other)) return doubt
  const beside = neighbours(row, columns, column)
  if (beside.length === 0) return { ...doubt, open: true }
  const isNear = (quantity: Quantity) =>
    beside.some((neighbour) => isNearTo(row, column, quantity, neighbour.column, neighbour.quantity))
  if (isNear(usual) || !isNear(other)) return undefined
  return isNeighbourToBlame(row, column, text, usual, beside) ? undefined : doubt
}

/** "98.500" per cent; "1,500" persons. */
function isOddAlone({ unit, name }: Row, text: string, usual: Quantity, other: Quantity): boolean {
  const glued = usual.unit ?? unit
  if (measureOf(glued) === '%') return exceeds(usual.value) && !exceeds(other.value)
  const isThousand = text.includes(',') && COUNTED.test(plainWords(glued)) && !AVERAGE.test(plainWords(name))
  return isThousand && !isShare(measureOf(glued))
}

function exceeds(value: DecimalText | undefined): boolean {
  return value !== undefined && compare(parseDecimal(value), MOST_PER_CENT) > 0
}

interface Neighbour {
  readonly column: Column
  readonly cell: Cell
  readonly quantity: Quantity
}

/** The plan, the results and what came before, as far as they say something. */
function neighbours(row: Row, columns: readonly Column[], than: Column): readonly Neighbour[] {
  return columns.flatMap((column) => {
    const cell = row.cells[column.id]
    const quantity = cell?.quantity
    if (column === than || !isNamedFigure(column.role) || cell === undefined || quantity === undefined)
      return []
    return quantity.value === undefined || quantity.value === '0' ? [] : [{ column, cell, quantity }]
  })
}

function isBase({ role }: Column): boolean {
  return role === 'plan' || role === 'previous'
}

/** Of two plans or two results either may be the larger. */
function isNearTo(row: Row, column: Column, quantity: Quantity, other: Column, neighbour: Quantity): boolean {
  const isRatio = (of: Quantity, to: Quantity) => {
    const pair = alike(of, to, row.unit)
    return !('refused' in pair) && isPlausiblePair(pair.result, pair.target) === true
  }
  if (isBase(column) === isBase(other)) return isRatio(quantity, neighbour) || isRatio(neighbour, quantity)
  return isBase(column) ? isRatio(neighbour, quantity) : isRatio(quantity, neighbour)
}

/** Of "1,500" and "1.480" either could be read anew: a comma before three digits is the rarer way to write a figure. */
function isNeighbourToBlame(
  row: Row,
  column: Column,
  text: string,
  usual: Quantity,
  beside: readonly Neighbour[],
): boolean {
  if (text.includes(',')) return false
  return beside.some(({ column: other, cell }) => {
    const [, reread] = cell.chosen === true ? [] : readings(cell.text)
    return reread !== undefined && cell.text.includes(',') && isNearTo(row, column, usual, other, reread)
  })
}
