/**
 * unit-missing: a figure of nobody knows what.
 * Silent in tables without a unit column or where more than a fifth of the rows do without, in rows without figures other
 * than zeros (they fill the headings of a template) or whose figures carry their unit, in items below a row that has one,
 * and for bare numbers: coefficients and indices.
 */
import { isSourceFigure } from '../columns.ts'
import type { Finding, Report, Row } from '../model.ts'
import { eachRow } from '../outline.ts'
import { normalText, plainWords } from '../text.ts'
import { finding } from './finding.ts'

/** The share of rows with a unit from which on its absence is a slip and no habit. */
const USUALLY = 0.8

/** "3.4. Hệ số sử dụng đất" */
const BARE_NUMBER = /^(?:[\d.]+ ?)?(?:he so|chi so)\b/

/** A row with figures. */
export interface Measured {
  readonly row: Row
  readonly hasUnit: boolean
  /** Nothing says what its figures measure. */
  readonly lacksUnit: boolean
}

export function measuredRows({ rows, columns }: Report): readonly Measured[] {
  const figures = columns.filter(({ role }) => isSourceFigure(role))
  const measured: Measured[] = []
  eachRow(rows, (row, parent) => {
    const own = figures
      .map(({ id }) => row.cells[id]?.quantity)
      .filter((quantity) => quantity !== undefined && quantity.value !== '0')
    if (own.length === 0) return
    const inherits = row.kind === 'item' && parent !== undefined && hasUnit(parent)
    const saysItself = own.some((quantity) => quantity?.unit !== undefined)
    const isBare = BARE_NUMBER.test(plainWords(row.name))
    const lacksUnit = !hasUnit(row) && !inherits && !saysItself && !isBare
    measured.push({ row, hasUnit: hasUnit(row), lacksUnit })
  })
  return measured
}

/** `measured` are the report's, of `measuredRows`. */
export function unitMissing({ columns }: Report, measured: readonly Measured[]): readonly Finding[] {
  const column = columns.find(({ role }) => role === 'unit')
  const withUnit = measured.filter((each) => each.hasUnit)
  if (column === undefined || withUnit.length < measured.length * USUALLY) return []
  return measured
    .filter(({ lacksUnit }) => lacksUnit)
    .map(({ row }) => finding('unit-missing', 'warning', row, column))
}

function hasUnit(row: Row): boolean {
  return normalText(row.unit) !== ''
}
