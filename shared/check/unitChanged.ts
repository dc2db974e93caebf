/**
 * unit-changed: a figure whose glued unit is another than its row's, by a power of ten ("1,5 tỷ" in a row of triệu đồng): it
 * was converted (info); and an indicator that stands in the table twice, in units that differ by a power of ten.
 * Silent where the unit measures something else: then nothing is compared, and target-unclear or unit-in-figure says so.
 */
import { isSourceFigure } from '../columns.ts'
import type { Column, Finding, Report, Row } from '../model.ts'
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

/** Between rows of the same name. */
export function unitChangedAgain(report: Report): readonly Finding[] {
  const column = report.columns.find(({ role }) => role === 'unit')
  const first = new Map<string, Row>()
  return report.rows.flatMap((row) => {
    if (row.kind === 'section' || normalText(row.unit) === '') return []
    const name = plainWords(row.name)
    const before = first.get(name)
    if (before === undefined) {
      if (name !== '') first.set(name, row)
      return []
    }
    return changedSince(before, row, column)
  })
}

function changedSince(before: Row, row: Row, column: Column | undefined): readonly Finding[] {
  const was = parseUnit(before.unit)
  const is = parseUnit(row.unit)
  if (was === undefined || is === undefined || !isConverted(is, was)) return []
  return [
    finding('unit-changed', 'warning', row, column, {
      text: normalText(row.name),
      unit: normalText(row.unit),
      other: normalText(before.unit),
    }),
  ]
}

/** The same thing, counted by another power of ten. */
function isConverted(one: Measure, other: Measure): boolean {
  return one.base === other.base && one.per === other.per && one.power !== other.power
}
