/**
 * unit-changed: a figure whose glued unit is another than its row's, by a power of ten ("1,5 tỷ" in a row of triệu đồng): it
 * was converted (info); and an indicator that stands in the table twice, in units that differ by a power of ten.
 * Silent where the unit measures something else: then nothing is compared, and target-unclear or unit-in-figure says so.
 */
import { isSourceFigure } from '../columns.ts'
import type { Finding, Report, Row } from '../model.ts'
import { normalText, plainWords } from '../text.ts'
import { parseGluedUnit, parseUnit, type Measure } from '../units.ts'
import { finding } from './finding.ts'

/** In single figures. Depends on nothing but the row. */
export function unitChanged(report: Report): readonly Finding[] {
  const columns = report.columns.filter(({ role }) => isSourceFigure(role))
  return report.rows.flatMap((row) => {
    let unit = normalText(row.unit)
    return columns.flatMap((column) => {
      const cell = row.cells[column.id]
      const glued = cell?.quantity?.unit
      if (cell === undefined || glued === undefined) return []
      // In a row without a unit the first figure sets it.
      if (unit === '') unit = glued
      const usual = parseUnit(unit)
      const own = parseGluedUnit(glued, usual)
      if (own === undefined || usual === undefined || !isConverted(own, usual)) return []
      const params = { text: normalText(cell.text), unit: glued, other: unit }
      return [finding('unit-changed', 'info', row, column, params)]
    })
  })
}

/** A row with a name and a unit. */
export interface NamedUnit {
  readonly row: Row
  readonly name: string
  readonly measure: Measure
}

export function namedUnits({ rows }: Report): readonly NamedUnit[] {
  return rows.flatMap((row) => {
    const measure = row.kind === 'section' ? undefined : parseUnit(row.unit)
    const name = measure === undefined ? '' : plainWords(row.name)
    return measure === undefined || name === '' ? [] : [{ row, name, measure }]
  })
}

/** Between rows of the same name; `named` are the report's, of `namedUnits`. */
export function unitChangedAgain({ columns }: Report, named: readonly NamedUnit[]): readonly Finding[] {
  const column = columns.find(({ role }) => role === 'unit')
  const first = new Map<string, NamedUnit>()
  return named.flatMap(({ row, name, measure }) => {
    const before = first.get(name)
    if (before === undefined) first.set(name, { row, name, measure })
    if (before === undefined || !isConverted(measure, before.measure)) return []
    const params = {
      text: normalText(row.name),
      unit: normalText(row.unit),
      other: normalText(before.row.unit),
    }
    return [finding('unit-changed', 'warning', row, column, params)]
  })
}

/** The same thing, counted by another power of ten. */
function isConverted(one: Measure, other: Measure): boolean {
  return one.base === other.base && one.per === other.per && one.power !== other.power
}
