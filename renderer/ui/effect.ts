/** What a person would see change in the computed columns of a report if some edits were saved: counted beforehand. */
import { calculate, type Computed } from '../../shared/calculate.ts'
import { isComputed } from '../../shared/columns.ts'
import type { Column, Report, Row } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { shown } from '../../shared/shown.ts'

export interface Effect {
  /** Assessments and computed figures that would read otherwise. */
  readonly assessments: number
  readonly figures: number
  /** Cells of a column that was not there or not computed before. */
  readonly filled: number
  /** Of the changed cells those that showed what the file says. */
  readonly dropped: number
  /** Something else is worked out, yet the file's text or a person's goes on being shown. */
  readonly kept: number
  /** The first changed cells, in table order. */
  readonly examples: readonly EffectExample[]
}

export interface EffectExample {
  readonly row: string
  readonly column: string
  readonly before: string
  readonly after: string
}

const EXAMPLES = 3

/** `after` is `report` after edits that leave its rows in place. Hidden rows and columns count for nothing. */
export function effectOf(report: Report, computed: Computed, after: Report): Effect {
  const effect = { assessments: 0, figures: 0, filled: 0, dropped: 0, kept: 0 }
  const examples: EffectExample[] = []
  if (after === report) return { ...effect, examples }
  const computedAfter = calculate(after)
  const columnsBefore = new Map(report.columns.map((column) => [column.id, column]))
  const columns = after.columns.filter(({ role, hidden }) => isComputed(role) && hidden !== true)
  after.rows.forEach((row, index) => {
    const rowBefore = report.rows[index]
    if (rowBefore === undefined || row.hidden === true) return
    for (const column of columns) see(rowBefore, row, columnsBefore.get(column.id), column)
  })
  return { ...effect, examples }

  function see(rowBefore: Row, row: Row, columnBefore: Column | undefined, column: Column): void {
    const is = shown(after, row, column, computedAfter)
    if (columnBefore === undefined || !isComputed(columnBefore.role)) {
      if (is.text !== '') effect.filled++
      return
    }
    const was = shown(report, rowBefore, columnBefore, computed)
    if (was.text === is.text) {
      const value = computed.get(rowBefore.id)?.[column.id]
      if (is.by !== 'computed' && value !== computedAfter.get(row.id)?.[column.id]) effect.kept++
      return
    }
    if (column.role === 'assessment') effect.assessments++
    else effect.figures++
    if (was.by === 'stated') effect.dropped++
    if (examples.length < EXAMPLES) {
      const name = row.name === '' ? row.ordinal : row.name
      examples.push({ row: name, column: headerOf(column).at(-1) ?? '', before: was.text, after: is.text })
    }
  }
}
