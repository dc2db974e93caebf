/** Turns what a person asks for into one change of a report, on the one path that window, command line and undo share. */
import { withOverrideBases } from './basis.ts'
import { changeBetween } from './change.ts'
import { figuresFailure, NOTHING_TAKEN, withColumnEdit, type Taken } from './columnEdit.ts'
import { isComputed, isField } from './columns.ts'
import { labelOf } from './editLabel.ts'
import { areEqual } from './equal.ts'
import type {
  ChangeLabel,
  Column,
  Edit,
  EditableProperties,
  Id,
  Report,
  ReportChange,
  Row,
  SetAside,
} from './model.ts'
import { columnName } from './names.ts'
import { outlineOf } from './outline.ts'
import { DEFAULT_POLICY } from './policy.ts'
import { failure, success, type Result } from './result.ts'
import { withRollUps } from './rollUp.ts'
import {
  settledList,
  withMetadata,
  withPlanValues,
  withReading,
  withSetAside,
  withSettings,
  withStatedUse,
} from './rowEdit.ts'
import { withText } from './rowText.ts'

export interface AppliedEdits {
  readonly report: Report
  /** Empty lists and no properties where the edits change nothing. */
  readonly change: ReportChange
  readonly label: ChangeLabel
}

/**
 * Carries out all edits in order, or none. Fails with `not-found` for a row or column that is not there, with `usage` for
 * what cannot be done with it, and with `conflict` for a new column whose id is `taken`. Texts are kept exactly as typed.
 * Rows that roll up follow their parts, and new overrides know the figures they were made of. `updatedAt` stays as it was:
 * time is the caller's.
 */
export function applyEdits(
  report: Report,
  edits: readonly Edit[],
  taken: Taken = NOTHING_TAKEN,
): Result<AppliedEdits> {
  const state: Editing = { report, rows: [...report.rows], places: outlineOf(report.rows).places, taken }
  for (const edit of edits) {
    const failed = carryOut(state, edit)
    if (failed !== undefined) return failed
  }
  const after = withOverrideBases(report, withRollUps(report, { ...state.report, rows: state.rows }))
  return success({ report: after, change: changeBetween(report, after), label: labelOf(report, edits) })
}

/** The report while a list of edits is carried out; its rows are `rows`, whatever `report` has. */
interface Editing {
  report: Report
  rows: Row[]
  readonly places: ReadonlyMap<Id, number>
  readonly taken: Taken
}

type Failed = ReturnType<typeof failure>

function carryOut(state: Editing, edit: Edit): Failed | undefined {
  switch (edit.type) {
    case 'properties':
      return changeProperties(state, edit.properties)
    case 'column':
    case 'addColumn':
    case 'removeColumn': {
      const changed = withColumnEdit({ ...state.report, rows: state.rows }, edit, state.taken)
      if (!changed.ok) return changed
      state.report = changed.value
      state.rows = [...changed.value.rows]
      return undefined
    }
    case 'row':
      return changeRow(state, edit.row, (row) => withSettings(row, edit.set))
    case 'cell':
      return changeCell(state, edit, (row, column) => withText(row, column, edit))
    case 'metadata':
      return changeCell(state, edit, (row, column) =>
        isComputed(column.role) || isField(column.role)
          ? failure('usage', 'column-without-cells', { column: columnName(column) })
          : withMetadata(row, column.id, edit.set),
      )
    case 'planValues':
      return changeCell(state, edit, (row, column) =>
        column.role === 'plan'
          ? withPlanValues(row, column, edit.values)
          : failure('usage', 'column-not-plan', { column: columnName(column) }),
      )
    case 'reading':
      return changeCell(
        state,
        edit,
        (row, column) =>
          withReading(row, column, edit.value) ??
          failure('usage', 'reading-unknown', { text: row.cells[column.id]?.text ?? '' }),
      )
    case 'stated':
      return firstFailure(edit.rows, (row) =>
        changeCell(state, { row, column: edit.column }, (before, column) =>
          isComputed(column.role)
            ? withStatedUse(before, column.id, edit.use)
            : failure('usage', 'column-not-computed', { column: columnName(column) }),
        ),
      )
    case 'setAside':
      return firstFailure(edit.findings, (finding) => letStand(state, finding, edit.reason))
  }
}

/** The program's own policy is no policy of the report. */
function changeProperties(state: Editing, set: EditableProperties): Failed | undefined {
  const { policy: before, ...report } = state.report
  const { title, subtitle, period, office, policy = before } = set
  const failed = figuresFailure(state.report, [set.policy?.base])
  if (failed !== undefined) return failed
  state.report = {
    ...report,
    ...(title !== undefined && { title }),
    ...(subtitle !== undefined && { subtitle }),
    ...(period !== undefined && { period }),
    ...(office !== undefined && { office }),
    ...(policy !== undefined && !areEqual(policy, DEFAULT_POLICY) && { policy }),
  }
  return undefined
}

function letStand(
  state: Editing,
  { row, ...finding }: Extract<Edit, { type: 'setAside' }>['findings'][number],
  reason: string | null,
): Failed | undefined {
  if (finding.column !== undefined && columnOf(state.report, finding.column) === undefined) {
    return columnUnknown(finding.column)
  }
  if (row !== undefined) return changeRow(state, row, (before) => withSetAside(before, finding, reason))
  const { setAside: before, ...report } = state.report
  const setAside: readonly SetAside[] | undefined = settledList(before, finding, reason)
  state.report = { ...report, ...(setAside !== undefined && { setAside }) }
  return undefined
}

function changeCell(
  state: Editing,
  { row, column: id }: { readonly row: Id; readonly column: Id },
  change: (row: Row, column: Column) => Row | Failed,
): Failed | undefined {
  const column = columnOf(state.report, id)
  if (column === undefined) return columnUnknown(id)
  return changeRow(state, row, (before) => change(before, column))
}

function changeRow(
  { rows, places }: Editing,
  id: Id,
  change: (row: Row) => Row | Failed,
): Failed | undefined {
  const place = places.get(id)
  const row = place === undefined ? undefined : rows[place]
  if (place === undefined || row === undefined) return failure('not-found', 'row-unknown', { id })
  const changed = change(row)
  if ('ok' in changed) return changed
  rows[place] = changed
  return undefined
}

function firstFailure<T>(things: readonly T[], change: (thing: T) => Failed | undefined): Failed | undefined {
  for (const thing of things) {
    const failed = change(thing)
    if (failed !== undefined) return failed
  }
  return undefined
}

function columnOf(report: Report, id: Id): Column | undefined {
  return report.columns.find((column) => column.id === id)
}

function columnUnknown(id: Id): Failed {
  return failure('not-found', 'column-unknown', { id })
}
