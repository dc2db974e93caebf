/**
 * sum-differs: a figure is not what the figures of its parts come to.
 * For a row that was told to follow its parts, every figure that a person typed instead and that differs. For any other
 * row a sum must be proven: its name says so ("Tổng …") and the sum is no more than a tenth off, another column of the
 * row is the sum, or, for a row "Cộng", another such row is in this column. Silent without that proof and where the row was told not to follow; where the difference is no more than
 * rounding, the sum is nowhere near, or another finding on a part explains it; where parts "Trong đó" come to less, for
 * they need not be all; where a part is missing, bounded or no figure, where units differ, and for shares, which do not
 * add up.
 */
import { isEmpty } from '../cells.ts'
import { isSourceFigure } from '../columns.ts'
import {
  add,
  compare,
  isZero,
  magnitude,
  multiply,
  parseDecimal,
  subtract,
  type Decimal,
} from '../decimal.ts'
import type { Column, Finding, Id, Quantity, Report, Row } from '../model.ts'
import { childrenOf, partsOf, selects } from '../outline.ts'
import { partSum, saysSame } from '../partSum.ts'
import { addUp } from '../rollUp.ts'
import { formatQuantity, parseQuantity } from '../quantity.ts'
import { folded, normalText } from '../text.ts'
import { isShare, measureOf } from '../units.ts'
import { finding } from './finding.ts'
import { shownDigits } from './judgeRatio.ts'

const TEN: Decimal = { units: 10n, scale: 0 }

export function sumDiffers(report: Report): readonly Finding[] {
  const columns = report.columns.filter((column) => isSourceFigure(column.role))
  const unsaid: Whole[] = []
  const findings: Finding[] = []
  for (const row of report.rows) {
    if (row.rollUp === 'none') continue
    const parts = partsOf(report.rows, row)
    if (row.rollUp !== undefined) findings.push(...unlikeParts(row, parts, columns))
    else if (parts.length >= 2) unsaid.push(...remembered(row, parts, report))
  }
  return [...findings, ...differences(unsaid, columns)]
}

function unlikeParts(row: Row, parts: readonly Row[], columns: readonly Column[]): readonly Finding[] {
  return columns.flatMap((column) => {
    const cell = row.cells[column.id]
    if (cell === undefined || isEmpty(cell) || cell.rolledUp === true) return []
    const sum = partSum(row.rollUp ?? 'none', parts, column.id, row.unit)
    if ('missing' in sum || saysSame(cell.quantity, sum.quantity, row.unit)) return []
    const compared = comparedIn(row, parts, column)
    return compared?.agrees === true ? [] : [differs(row, column, sum.text)]
  })
}

/** A row that may be the sum of its parts, compared with it by column where both are figures. */
interface Whole {
  readonly row: Row
  readonly parts: readonly Row[]
  /** The parts need not be all there are. */
  readonly selected: boolean
  readonly compared: ReadonlyMap<Id, Compared>
}

interface Compared {
  readonly agrees: boolean
  /** The figure less the sum. */
  readonly apart: Decimal
  readonly rounding: Decimal
  readonly sum: string
}

/** A row with the same parts says the same, and comparing all rows anew after every edit would take too long. */
const known = new WeakMap<Row, { readonly on: readonly unknown[]; readonly wholes: readonly Whole[] }>()

function remembered(row: Row, parts: readonly Row[], report: Report): readonly Whole[] {
  const on = [report.columns, ...childrenOf(report.rows, row), ...parts]
  const before = known.get(row)
  if (before?.on.length === on.length && before.on.every((each, place) => each === on[place])) {
    return before.wholes
  }
  const columns = report.columns.filter((column) => isSourceFigure(column.role))
  const wholes = addUp([row, ...parts]) ? [wholeOf(report, row, parts, columns)] : []
  known.set(row, { on, wholes })
  return wholes
}

function wholeOf(report: Report, row: Row, parts: readonly Row[], columns: readonly Column[]): Whole {
  const compared = new Map<Id, Compared>()
  for (const column of columns) {
    const found = comparedIn(row, parts, column)
    if (found !== undefined) compared.set(column.id, found)
  }
  const selected = [...childrenOf(report.rows, row), ...parts].some(({ name }) => selects(name))
  return { row, parts, selected, compared }
}

function differences(wholes: readonly Whole[], columns: readonly Column[]): readonly Finding[] {
  const provenBeside = (row: Row, column: Id) =>
    row.kind === 'total' &&
    wholes.some((other) => other.row.kind === 'total' && other.compared.get(column)?.agrees === true)
  const differing = (whole: Whole | undefined, column: Id): Compared | undefined => {
    const compared = whole?.compared.get(column)
    if (whole === undefined || compared?.agrees !== false) return undefined
    if (whole.selected && compared.apart.units > 0n) return undefined
    const isSum = [...whole.compared.values()].some(({ agrees }) => agrees)
    const isProven = isSum || provenBeside(whole.row, column) || isNamedSum(whole, compared)
    return isProven ? compared : undefined
  }
  const byRow = new Map(wholes.map((whole) => [whole.row.id, whole]))
  return wholes.flatMap((whole) =>
    columns.flatMap((column) => {
      const compared = differing(whole, column.id)
      if (compared === undefined) return []
      const ofParts = whole.parts.flatMap((part) => differing(byRow.get(part.id), column.id) ?? [])
      const explained = ofParts.map(({ apart }) => apart).reduce(add, compared.apart)
      const isExplained = ofParts.length > 0 && compare(magnitude(explained), compared.rounding) <= 0
      return isExplained ? [] : [differs(whole.row, column, compared.sum)]
    }),
  )
}

/** "Tổng diện tích gieo trồng" of crops that come to nearly as much. Some of what there is may come to anything. */
function isNamedSum({ row, selected }: Whole, { apart, sum }: Compared): boolean {
  if (selected || !/^tổng(?!\p{L})/u.test(folded(row.name))) return false
  const total = plainFigure(parseQuantity(sum))
  return total !== undefined && compare(magnitude(multiply(apart, TEN)), magnitude(total)) <= 0
}

function differs(row: Row, column: Column, sum: string): Finding {
  const cell = row.cells[column.id]
  // As the sum is written, so that both read alike: "1100" is 1.100.
  const stated = cell?.quantity === undefined ? normalText(cell?.text ?? '') : formatQuantity(cell.quantity)
  return finding('sum-differs', 'warning', row, column, { stated, sum })
}

/** Undefined where there is nothing to compare or the two have nothing to do with each other. */
function comparedIn(row: Row, parts: readonly Row[], column: Column): Compared | undefined {
  const whole = plainFigure(row.cells[column.id]?.quantity)
  if (whole === undefined || isZero(whole)) return undefined
  if (parts.some((part) => isShare(measureOf(part.cells[column.id]?.quantity?.unit ?? '')))) return undefined
  const sum = partSum('sum', parts, column.id, row.unit)
  const added = 'missing' in sum ? undefined : plainFigure(sum.quantity)
  if ('missing' in sum || added === undefined) return undefined
  const apart = subtract(whole, added)
  const rounding = roundingOf([row, ...parts], column)
  const agrees = compare(magnitude(apart), rounding) <= 0
  const isNear = compare(magnitude(add(apart, apart)), magnitude(whole)) <= 0
  return agrees || isNear ? { agrees, apart, rounding, sum: sum.text } : undefined
}

/** How far figures with decimals, shown or hidden, may be off together: half a unit of the last shown digit each. */
function roundingOf(rows: readonly Row[], column: Column): Decimal {
  const cells = rows.map((row) => row.cells[column.id]).filter((cell) => cell !== undefined)
  const figures = cells.filter(({ quantity }) => quantity !== undefined)
  const digits = Math.min(...figures.map(({ text }) => shownDigits(text)))
  const isRounded = digits > 0 || figures.some(({ flags }) => flags?.includes('digits-hidden'))
  return { units: isRounded ? 5n * BigInt(figures.length) : 0n, scale: digits + 1 }
}

function plainFigure(quantity: Quantity | undefined): Decimal | undefined {
  const { op, value, part, sense, unit = '' } = quantity ?? {}
  if (op !== '=' || value === undefined || part !== undefined || sense !== undefined) return undefined
  return isShare(measureOf(unit)) ? undefined : parseDecimal(value)
}
