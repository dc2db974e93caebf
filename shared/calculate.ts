/** Works out the computed columns of a report: Tỷ lệ % and Đánh giá. Nothing is ever computed from words. */
import { assess, assessWithoutResult, isWithinYear } from './assess.ts'
import { isEmpty } from './cells.ts'
import { isComputed, isSourceFigure } from './columns.ts'
import { comparable } from './comparable.ts'
import type { Cell, Column, Id, Report, ReportChange, Row } from './model.ts'
import { eachRow, parentOf } from './outline.ts'
import { ratio } from './ratio.ts'

/** By row: what its computed columns hold. */
export interface Computed {
  readonly get: (row: Id) => Values | undefined
}

/** By column: a canonical decimal ("99.67") or the word of an assessment; absent where there is nothing. */
export type Values = Readonly<Record<Id, string>>

export function calculate(report: Report): Computed {
  const computed = new Map<Id, Values>()
  const columns = computedColumns(report)
  eachRow(report.rows, (row, parent) => {
    const values = calculateRow(report, columns, row, parent)
    if (values !== undefined) computed.set(row.id, values)
  })
  return computed
}

/**
 * The same as `calculate`, when since `before` only these rows changed, and neither their level nor order, nor any
 * column or property. Rows whose values did not change keep the very object they had.
 */
export function recalculate(report: Report, before: Computed, rows: Iterable<Id>): Computed {
  const columns = computedColumns(report)
  const changed = new Set(rows)
  const computed = new Map<Id, Values>()
  eachRow(report.rows, (row, parent) => {
    const was = before.get(row.id)
    const depends =
      changed.has(row.id) || (row.kind === 'item' && parent !== undefined && changed.has(parent.id))
    const is = depends ? calculateRow(report, columns, row, parent) : was
    if (is !== undefined) computed.set(row.id, was !== undefined && areEqual(is, was) ? was : is)
  })
  return computed
}

/** The values of one row alone, which may be in another state than the report has it in. Its parent is the report's. */
export function calculateAlone(report: Report, row: Row): Computed {
  const values = calculateRow(report, computedColumns(report), row, parentOf(report.rows, row))
  return new Map(values === undefined ? [] : [[row.id, values]])
}

/** The computed values after a change: recalculated where only cells changed, calculated anew after anything else. */
export function recalculateAfter(report: Report, before: Computed, change: ReportChange): Computed {
  const onlyCells =
    change.properties === undefined &&
    change.columns.length === 0 &&
    change.rows.every(
      ({ before: was, after: is }) =>
        was !== null &&
        is !== null &&
        was.level === is.level &&
        was.order === is.order &&
        was.kind === is.kind,
    )
  if (!onlyCells) return calculate(report)
  return recalculate(
    report,
    before,
    change.rows.flatMap(({ after }) => (after === null ? [] : [after.id])),
  )
}

/**
 * Everything a computed cell depends on, as one text: what the file stated holds as long as this stays the same. Of a
 * change or a growth nothing is worked out, so every figure of the row may be one that the file's text came from.
 */
export function basisOf(report: Report, row: Row, column: Column): string {
  const texts = comparedTexts(row, column)
  if (column.role === 'change' || column.role === 'growth') {
    return JSON.stringify([...texts, ...figureColumns(report).map((id) => row.cells[id]?.text ?? '')])
  }
  if (column.role !== 'assessment') return JSON.stringify(texts)
  const parent = row.kind === 'item' ? parentOf(report.rows, row) : undefined
  const judged = parent === undefined || !hasFigures(parent, figureColumns(report))
  return JSON.stringify([...texts, isWithinYear(report.period.kind), judged])
}

/** The texts of what a computed cell compares, and the row's unit. */
export function comparedTexts(row: Row, { of, to }: Column): readonly string[] {
  return [...[of, to].map((id) => (id === undefined ? '' : (row.cells[id]?.text ?? ''))), row.unit]
}

interface ComputedColumns {
  readonly columns: readonly Column[]
  readonly figures: readonly Id[]
}

function computedColumns(report: Report): ComputedColumns {
  return {
    columns: report.columns.filter((column) => isComputed(column.role)),
    figures: figureColumns(report),
  }
}

function figureColumns(report: Report): readonly Id[] {
  return report.columns.filter((column) => isSourceFigure(column.role)).map((column) => column.id)
}

function hasFigures(row: Row, figures: readonly Id[]): boolean {
  return figures.some((column) => row.cells[column]?.quantity !== undefined)
}

function calculateRow(
  report: Report,
  { columns, figures }: ComputedColumns,
  row: Row,
  parent: Row | undefined,
): Values | undefined {
  if (row.kind === 'section') return undefined
  const values: Record<Id, string> = {}
  let some = false
  for (const column of columns) {
    const value =
      column.role === 'ratio'
        ? ratioIn(row, column)
        : column.role === 'assessment' && !(row.kind === 'item' && parent && hasFigures(parent, figures))
          ? assessmentIn(report, row, column)
          : undefined
    if (value === undefined) continue
    values[column.id] = value
    some = true
  }
  return some ? values : undefined
}

function ratioIn(row: Row, column: Column): string | undefined {
  const result = cellAt(row, column.of)?.quantity
  const target = cellAt(row, column.to)?.quantity
  if (result === undefined || target === undefined || !comparable(result, target, row.unit)) return undefined
  return ratio(result, target)
}

function assessmentIn(report: Report, row: Row, column: Column): string | undefined {
  if (column.of === undefined) return undefined
  const cell = cellAt(row, column.of)
  const target = cellAt(row, column.to)?.quantity
  if (target === undefined) return undefined
  if (isEmpty(cell)) return assessWithoutResult(report.period.kind)
  const result = cell?.quantity
  if (result === undefined || !comparable(result, target, row.unit)) return undefined
  return assess(result, target, report.period.kind)
}

function cellAt(row: Row, column: Id | undefined): Cell | undefined {
  return column === undefined ? undefined : row.cells[column]
}

function areEqual(values: Values, before: Values): boolean {
  const columns = Object.keys(values)
  return (
    columns.length === Object.keys(before).length &&
    columns.every((column) => values[column] === before[column])
  )
}
