/** The table of the preview as the report it would become, worked out in the window; nothing of it is stored. */
import { calculate, type Computed } from '../../shared/calculate.ts'
import { check } from '../../shared/check/index.ts'
import type { CorrectedRow } from '../../shared/layout/correctRows.ts'
import type { PlanCorrections, PlannedColumn, PlannedTable, RowCorrection } from '../../shared/layout/plan.ts'
import { withRemembered } from '../../shared/layout/remembered.ts'
import { correctedTable, reportFromTable } from '../../shared/layout/toReport.ts'
import type { Column, Finding, Id, Report, Row } from '../../shared/model.ts'
import { openQuestions } from './questions.ts'

export interface Preview {
  readonly report: Report
  readonly computed: Computed
  readonly findings: readonly Finding[]
  /** Findings of a cell, by row id and column id joined with a space. */
  readonly findingsAt: ReadonlyMap<string, readonly Finding[]>
  /** From left to right: visible columns of the file, those that are left out among them, then the added ones. */
  readonly columns: readonly PreviewColumn[]
  /** Visible rows of the file, those that are left out among them. */
  readonly rows: readonly PreviewRow[]
}

export interface PreviewColumn {
  /** Of one that is left out, made up for drawing. */
  readonly column: Column
  /** Absent for one that the program adds. */
  readonly source?: PlannedColumn
  readonly leftOut: boolean
  /** Nobody has said yet what it is. */
  readonly asked: boolean
}

export interface PreviewRow extends CorrectedRow {
  /** Absent for a row that is left out. */
  readonly stored?: Row
  /** Its kind, or whether it belongs to the table; a level is seen in its place. */
  readonly corrected: boolean
}

export function previewOf(table: PlannedTable, corrections: PlanCorrections, file: string): Preview {
  let ids = 0
  const newId = (): Id => {
    ids++
    return `preview-${ids}`
  }
  const report = reportFromTable(table, corrections, { file, hash: '' }, newId, new Date().toISOString())
  const computed = calculate(report)
  const findings = check(report, computed)
  return {
    report,
    computed,
    findings,
    findingsAt: byCell(findings),
    columns: columnsOf(table, corrections, report),
    rows: rowsOf(table, corrections, report),
  }
}

export function cellKey(row: Id, column: Id): string {
  return `${row} ${column}`
}

function byCell(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(
    findings.filter(({ row, column }) => row !== undefined && column !== undefined),
    ({ row = '', column = '' }) => cellKey(row, column),
  )
}

function columnsOf(
  table: PlannedTable,
  corrections: PlanCorrections,
  report: Report,
): readonly PreviewColumn[] {
  const questions = openQuestions(table, corrections)
  const stored = new Map(report.columns.map((column) => [column.letter ?? column.id, column]))
  const ofFile = table.columns
    .filter(({ hidden }) => !hidden)
    .map((source): PreviewColumn => {
      const column = stored.get(source.letter)
      return column === undefined
        ? { column: leftOutColumn(source), source, leftOut: true, asked: false }
        : { column, source, leftOut: false, asked: questions.includes(source) }
    })
  const added = report.columns.filter(({ letter, hidden }) => letter === undefined && hidden !== true)
  return [...ofFile, ...added.map((column) => ({ column, leftOut: false, asked: false }))]
}

function leftOutColumn({ letter, header, role, width }: PlannedColumn): Column {
  const id = `left-out-${letter}`
  return { id, tag: id, order: '', role, header, letter, ...(width !== undefined && { width }) }
}

function rowsOf(table: PlannedTable, corrections: PlanCorrections, report: Report): readonly PreviewRow[] {
  const stored = new Map(report.rows.map((row) => [row.source?.row, row]))
  const { rows: touched = {} } = withRemembered(table, corrections)
  return correctedTable(table, corrections)
    .allRows.filter(({ row }) => !row.hidden)
    .map((corrected) => {
      const row = stored.get(corrected.row.row)
      return {
        ...corrected,
        ...(row !== undefined && { stored: row }),
        corrected: isMarked(touched[corrected.row.row]),
      }
    })
}

function isMarked(correction: RowCorrection | undefined): boolean {
  return correction?.kind !== undefined || correction?.leftOut !== undefined
}
