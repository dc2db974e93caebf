/** "Dùng số tính" and "Giữ số trong tệp" for a whole column: the edits of the one step, and how many cells it concerns. */
import { calculate, type Computed } from '../../shared/calculate.ts'
import { setAsideEdit } from '../../shared/check/fixes.ts'
import { check } from '../../shared/check/index.ts'
import { applyEdits } from '../../shared/edit.ts'
import type { Column, Edit, FindingCode, Report, Row } from '../../shared/model.ts'
import { shown } from '../../shared/shown.ts'

export type StatedUse = 'computed' | 'file'

export interface WholeColumn {
  /** Empty where there is nothing to do. */
  readonly edits: readonly Edit[]
  /** Cells that show the file's text and no longer would, or that would again. */
  readonly cells: number
  /** Of these, cells that would then read otherwise, but for those that would be empty. */
  readonly changed: number
  readonly emptied: number
  /** Cells overruled by a person, which stay. */
  readonly overrides: number
  /** Findings about what the file states that are let stand with it. */
  readonly settled: number
}

/** What may be questioned about a text that the file states in a computed column. */
const ABOUT_STATED: readonly FindingCode[] = [
  'ratio-wrong',
  'ratio-truncated',
  'ratio-rounded',
  'ratio-implausible',
  'ratio-unfounded',
  'verdict-differs',
  'verdict-missing',
  'verdict-unclear',
]

export function wholeColumn(report: Report, computed: Computed, column: Column, use: StatedUse): WholeColumn {
  const rows = report.rows.filter(
    ({ stated }) =>
      stated[column.id] !== undefined && (stated[column.id]?.replaced === true) === (use === 'file'),
  )
  const stated: readonly Edit[] =
    rows.length === 0 ? [] : [{ type: 'stated', column: column.id, rows: rows.map(({ id }) => id), use }]
  const applied = applyEdits(report, stated)
  const after = applied.ok ? applied.value.report : report
  const questioned = use === 'file' ? openFindings(after, column) : []
  const rowsAfter = new Map(after.rows.map((row) => [row.id, row]))
  const texts = rows.flatMap((row) => {
    const rowAfter = rowsAfter.get(row.id)
    if (rowAfter === undefined) return []
    const was = shown(report, row, column, computed)
    const is = shown(after, rowAfter, column, computed)
    return (use === 'computed' ? was : is).by === 'stated' ? [{ was: was.text, is: is.text }] : []
  })
  const changed = texts.filter(({ was, is }) => was !== is)
  return {
    edits: [...stated, ...(questioned.length === 0 ? [] : [setAsideEdit(questioned, '')])],
    cells: texts.length,
    changed: changed.filter(({ is }) => is !== '').length,
    emptied: changed.filter(({ is }) => is === '').length,
    overrides: report.rows.filter((row) => isOverruled(row, column)).length,
    settled: questioned.length,
  }
}

function openFindings(report: Report, { id }: Column) {
  return check(report, calculate(report)).filter(
    ({ code, column, settled }) => column === id && settled === undefined && ABOUT_STATED.includes(code),
  )
}

function isOverruled({ overrides }: Row, { id }: Column): boolean {
  return overrides[id] !== undefined
}
