/** Turns what a person asks for into one change of a report, on the one path that window, command line and undo share. */
import { withAddedColumn, withColumn, withoutColumn } from './columnEdit.ts'
import { isComputed } from './columns.ts'
import { propertiesOf } from './change.ts'
import { areEqual } from './equal.ts'
import type { ChangeLabel, Column, Edit, Id, Replaced, Report, ReportChange, Row, SetAside } from './model.ts'
import { headerOf } from './paper.ts'
import { formatFigure } from './quantity.ts'
import { failure, success, type Result } from './result.ts'
import { withRollUps } from './rollUp.ts'
import {
  withMetadata,
  withPlanValues,
  withReading,
  withSetAside,
  withSettings,
  withStatedUse,
} from './rowEdit.ts'
import { withText } from './rowText.ts'
import { normalText } from './text.ts'

export interface AppliedEdits {
  readonly report: Report
  /** Empty lists and no properties where the edits change nothing. */
  readonly change: ReportChange
  readonly label: ChangeLabel
}

/**
 * Carries out all edits in order, or none: fails with `not-found` for a row or column that is not there. Texts are kept
 * exactly as typed. `updatedAt` stays as it was: time is the caller's.
 */
export function applyEdits(report: Report, edits: readonly Edit[]): Result<AppliedEdits> {
  const state: Editing = { report, rows: [...report.rows], places: placesOf(report) }
  for (const edit of edits) {
    const failed = carryOut(state, edit)
    if (failed !== undefined) return failed
  }
  const after = withRollUps(report, { ...state.report, rows: state.rows })
  return success({ report: after, change: difference(report, after), label: labelOf(report, edits) })
}

/** The report while a list of edits is carried out; its rows are `rows`, whatever `report` has. */
interface Editing {
  report: Report
  rows: Row[]
  readonly places: ReadonlyMap<Id, number>
}

type Failed = ReturnType<typeof failure>

function carryOut(state: Editing, edit: Edit): Failed | undefined {
  switch (edit.type) {
    case 'properties':
      state.report = { ...state.report, ...edit.properties }
      return undefined
    case 'addColumn':
      return changeColumns(state, edit.after, (report, after) => withAddedColumn(report, after, edit))
    case 'removeColumn':
      return changeColumns(state, edit.column, withoutColumn)
    case 'column':
      return changeColumns(state, edit.column, (report, column) => withColumn(report, column, edit.set))
    case 'row':
      return changeRow(state, edit.row, (row) => withSettings(row, edit.set))
    case 'cell':
      return changeCell(state, edit, (row, column) => withText(row, column, edit.text, edit.reason))
    case 'metadata':
      return changeCell(state, edit, (row, column) => withMetadata(row, column.id, edit.set))
    case 'planValues':
      return changeCell(state, edit, (row, column) => withPlanValues(row, column, edit.values))
    case 'reading':
      return changeCell(state, edit, (row, column) => withReading(row, column.id, edit.value) ?? row)
    case 'stated':
      return edit.rows.reduce<Failed | undefined>(
        (failed, row) =>
          failed ??
          changeCell(state, { row, column: edit.column }, (before, column) =>
            withStatedUse(before, column.id, edit.use),
          ),
        undefined,
      )
    case 'setAside':
      return edit.findings.reduce<Failed | undefined>(
        (failed, finding) => failed ?? setAside(state, finding, edit.reason),
        undefined,
      )
  }
}

function changeRow({ rows, places }: Editing, id: Id, change: (row: Row) => Row): Failed | undefined {
  const place = places.get(id)
  const row = place === undefined ? undefined : rows[place]
  if (place === undefined || row === undefined) return failure('not-found', 'row-unknown', { id })
  rows[place] = change(row)
  return undefined
}

function changeCell(
  state: Editing,
  { row, column: id }: { readonly row: Id; readonly column: Id },
  change: (row: Row, column: Column) => Row,
): Failed | undefined {
  const column = columnOf(state.report, id)
  if (column === undefined) return failure('not-found', 'column-unknown', { id })
  return changeRow(state, row, (before) => change(before, column))
}

function changeColumns(
  state: Editing,
  id: Id,
  change: (report: Report, column: Column) => Report,
): Failed | undefined {
  const column = columnOf(state.report, id)
  if (column === undefined) return failure('not-found', 'column-unknown', { id })
  state.report = change({ ...state.report, rows: state.rows }, column)
  state.rows = [...state.report.rows]
  return undefined
}

function setAside(
  state: Editing,
  { row, ...finding }: Extract<Edit, { type: 'setAside' }>['findings'][number],
  reason: string | null,
): Failed | undefined {
  if (row === undefined) {
    state.report = settled(state.report, finding, reason)
    return undefined
  }
  return changeRow(state, row, (before) => settled(before, finding, reason))
}

function settled<T extends { readonly setAside?: readonly SetAside[] }>(
  thing: T,
  finding: Omit<SetAside, 'reason'>,
  reason: string | null,
): T {
  const { setAside: before, ...rest } = thing
  const after = withSetAside(before, finding, reason)
  return { ...(rest as T), ...(after !== undefined && { setAside: after }) }
}

function placesOf(report: Report): ReadonlyMap<Id, number> {
  return new Map(report.rows.map((row, index) => [row.id, index]))
}

/** Of two states with the same rows in the same places. */
function difference(before: Report, after: Report): ReportChange {
  const was = propertiesOf(before)
  const is = propertiesOf(after)
  return {
    report: before.id,
    ...(!areEqual(was, is) && { properties: { before: was, after: is } }),
    columns: columnReplacements(before.columns, after.columns),
    rows: replacements(before.rows, after.rows),
  }
}

function columnReplacements(before: readonly Column[], after: readonly Column[]): Replaced<Column>[] {
  const was = new Map(before.map((column) => [column.id, column]))
  const is = new Map(after.map((column) => [column.id, column]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const replaced = { before: was.get(id) ?? null, after: is.get(id) ?? null }
    return areEqual(replaced.before, replaced.after) ? [] : [replaced]
  })
}

function replacements<T>(before: readonly T[], after: readonly T[]): Replaced<T>[] {
  const replaced: Replaced<T>[] = []
  before.forEach((was, index) => {
    const is = after[index]
    if (is !== undefined && is !== was && !areEqual(was, is)) replaced.push({ before: was, after: is })
  })
  return replaced
}

/** Names what was asked for by the report as it was before: a renamed row by its old name. */
function labelOf(report: Report, edits: readonly Edit[]): ChangeLabel {
  const first = edits.find(({ type }) => type !== 'cell') ?? edits[0]
  if (first === undefined) return { key: 'properties', params: {} }
  const column = columnOf(report, 'column' in first ? first.column : undefined)
  const row = report.rows.find(({ id }) => 'row' in first && id === first.row)
  const params = {
    row: row === undefined ? '' : rowName(row),
    column: column === undefined ? '' : columnName(column),
  }
  switch (first.type) {
    case 'cell':
      return cellLabel(first, edits.length, column, params)
    case 'properties':
      return { key: first.properties.policy === undefined ? 'properties' : 'policy', params: {} }
    case 'addColumn':
      return { key: 'addColumn', params: { column: normalText(first.header.at(-1) ?? '') } }
    case 'column':
    case 'removeColumn':
      return { key: first.type, params: { column: params.column } }
    case 'row':
      return { key: 'row', params: { row: params.row } }
    case 'metadata':
    case 'planValues':
      return { key: first.type, params }
    case 'reading':
      return { key: 'reading', params: { ...params, value: formatFigure(first.value) } }
    case 'stated':
      return {
        key: first.use === 'computed' ? 'useComputed' : 'useFile',
        params: { column: params.column, count: first.rows.length },
      }
    case 'setAside':
      return {
        key: first.reason === null ? 'questionAgain' : 'setAside',
        params: { count: first.findings.length },
      }
  }
}

function cellLabel(
  { text }: Extract<Edit, { type: 'cell' }>,
  count: number,
  column: Column | undefined,
  place: { readonly row: string; readonly column: string },
): ChangeLabel {
  if (count > 1) return { key: 'editCells', params: { count } }
  const params = { ...place, text: normalText(text) }
  if (column === undefined || !isComputed(column.role)) return { key: 'editCell', params }
  return { key: text.trim() === '' ? 'clearOverride' : 'override', params }
}

function columnOf(report: Report, id: Id | undefined): Column | undefined {
  return report.columns.find((column) => column.id === id)
}

function columnName(column: Column): string {
  return normalText(headerOf(column).at(-1) ?? '')
}

function rowName(row: Row): string {
  return normalText(row.name === '' ? row.ordinal : row.name)
}
