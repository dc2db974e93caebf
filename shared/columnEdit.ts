/** Adds, changes and takes away columns. Comparisons that were no more than the default are found anew. */
import { basisOf, comparedTexts } from './basis.ts'
import { isComputed, isSourceFigure, nextTag, withComparisons } from './columns.ts'
import { UNKNOWN_BASIS, withRole } from './columnRole.ts'
import { areEqual } from './equal.ts'
import type { Column, ColumnSettings, Edit, Id, Report, Role, Row, SetAside } from './model.ts'
import { columnName } from './names.ts'
import { orderBetween } from './order.ts'
import { DEFAULT_POLICY } from './policy.ts'
import { failure, success, type Result } from './result.ts'
import { countedPlan } from './rowEdit.ts'
import { withEntry } from './rowText.ts'
import { setting } from './setting.ts'

export type ColumnEdit = Extract<Edit, { readonly type: 'column' | 'addColumn' | 'removeColumn' }>

/** What belonged to things that are gone and is never given to another. */
export interface Taken {
  /** The highest number that the tag of a column ever had; 0 where there was none. */
  readonly columns: number
  readonly has: (id: Id) => boolean
}

export const NOTHING_TAKEN: Taken = { columns: 0, has: () => false }

/** As `applyEdits` with this one edit. */
export function withColumnEdit(report: Report, edit: ColumnEdit, taken: Taken): Result<Report> {
  const id = edit.type === 'addColumn' ? edit.after : edit.column
  const column = columnOf(report, id)
  if (column === undefined) return failure('not-found', 'column-unknown', { id })
  switch (edit.type) {
    case 'column':
      return withSettings(report, column, edit.set)
    case 'addColumn':
      return withAddedColumn(report, column, edit, taken)
    case 'removeColumn':
      return withoutColumn(report, column)
  }
}

function withSettings(
  report: Report,
  column: Column,
  { role = column.role, ...set }: ColumnSettings,
): Result<Report> {
  const failed = figuresFailure(report, [set.of, set.to])
  if (failed !== undefined) return failed
  if ((set.of !== undefined || set.to !== undefined) && !isComputed(role)) {
    return failure('usage', 'column-not-computed', { column: columnName(column) })
  }
  const placed = role === column.role ? report : withRole(withoutBase(report, column.id, role), column, role)
  const settled = settledColumn({ ...column, role }, set)
  const columns = placed.columns.map((other) => (other.id === column.id ? settled : other))
  const rows =
    settled.counts === column.counts ? placed.rows : placed.rows.map((row) => countedPlan(row, settled))
  const after = { ...placed, columns, rows }
  const comparesAlike =
    role === column.role &&
    settled.of === column.of &&
    settled.to === column.to &&
    settled.term === column.term
  if (comparesAlike) return success(after)
  const named = role === column.role ? settled : set
  return success(withBasesOf(report, { ...after, columns: comparedAnew(report, after, column.id, named) }))
}

function withAddedColumn(
  report: Report,
  after: Column,
  { id, role, header, of, to }: Extract<Edit, { type: 'addColumn' }>,
  taken: Taken,
): Result<Report> {
  if ([...report.columns, ...report.rows].some((thing) => thing.id === id) || taken.has(id)) {
    return failure('conflict', 'column-id-taken')
  }
  const failed = figuresFailure(report, [of, to])
  if (failed !== undefined) return failed
  const place = report.columns.indexOf(after) + 1
  const column: Column = {
    id,
    tag: nextTag(report.columns, taken.columns),
    order: orderBetween(after.order, report.columns[place]?.order ?? null),
    role,
    header,
    ...(of !== undefined && { of }),
    ...(to !== undefined && { to }),
    added: true,
  }
  return success({ ...report, columns: withComparisons(report.columns.toSpliced(place, 0, column)) })
}

/** Only what was added can go, with all that was said in it and of it; the columns of the file stay. */
function withoutColumn(report: Report, column: Column): Result<Report> {
  if (column.added !== true) return failure('usage', 'column-of-file', { column: columnName(column) })
  const { setAside, ...rest } = withoutBase(report, column.id)
  const settled = settledElsewhere(setAside, column.id)
  const after = {
    ...rest,
    ...(settled !== undefined && { setAside: settled }),
    columns: withComparisons(report.columns.filter(({ id }) => id !== column.id)),
    rows: report.rows.map((row) => rowWithout(row, column.id)),
  }
  return success(withBasesOf(report, after))
}

function rowWithout(row: Row, column: Id): Row {
  const { setAside, ...rest } = row
  const settled = settledElsewhere(setAside, column)
  const says = [row.cells, row.stated, row.overrides].some((entries) => column in entries)
  if (!says && settled?.length === setAside?.length) return row
  return {
    ...rest,
    cells: withEntry(row.cells, column, undefined),
    stated: withEntry(row.stated, column, undefined),
    overrides: withEntry(row.overrides, column, undefined),
    ...(settled !== undefined && { setAside: settled }),
  }
}

function settledElsewhere(
  list: readonly SetAside[] | undefined,
  column: Id,
): readonly SetAside[] | undefined {
  const others = list?.filter((finding) => finding.column !== column)
  return others?.length === 0 ? undefined : others
}

/** The policy lets go of a column that holds no figures any more. What is left may be the program's own policy. */
function withoutBase(report: Report, column: Id, role?: Role): Report {
  const { policy, ...rest } = report
  if (policy?.base !== column || (role !== undefined && isSourceFigure(role))) return report
  const { base: _base, ...left } = policy
  return areEqual(left, DEFAULT_POLICY) ? rest : { ...rest, policy: left }
}

/** Fails where a column that figures are to be taken from is not there or holds none. */
export function figuresFailure(report: Report, ids: readonly (Id | undefined)[]) {
  for (const id of ids) {
    if (id === undefined) continue
    const column = columnOf(report, id)
    if (column === undefined) return failure('not-found', 'column-unknown', { id })
    if (!isSourceFigure(column.role)) {
      return failure('usage', 'column-not-figure', { column: columnName(column) })
    }
  }
  return undefined
}

/** What says the same as no setting is none: null, false, and the latest of adjusted plans. */
function settledColumn(column: Column, set: Omit<ColumnSettings, 'role'>): Column {
  const { hidden: wasHidden, assignedBy: _assignedBy, term: _term, ...others } = column
  const { counts: _counts, digits: _digits, steps: _steps, ...rest } = others
  const hidden = setting(set.hidden, wasHidden)
  const assignedBy = setting(set.assignedBy, column.assignedBy)
  const term = setting(set.term, column.term)
  const counts = setting(set.counts, column.counts)
  const digits = setting(set.digits, column.digits)
  const steps = setting(set.steps, column.steps)
  return {
    ...rest,
    ...(set.width !== undefined && { width: set.width }),
    ...(set.of !== undefined && { of: set.of }),
    ...(set.to !== undefined && { to: set.to }),
    ...(hidden === true && { hidden }),
    ...(assignedBy !== undefined && { assignedBy }),
    ...(term === true && { term }),
    ...(counts === 'first' && { counts }),
    ...(digits !== undefined && { digits }),
    ...(steps !== undefined && { steps }),
  }
}

/** Lets go of comparisons that were no more than the default, and of those of the column but the named ones. */
function comparedAnew(
  before: Report,
  after: Report,
  changed: Id,
  named: Pick<ColumnSettings, 'of' | 'to'>,
): readonly Column[] {
  const bare = before.columns.map(({ of: _of, to: _to, ...column }) => column)
  const defaults = new Map(withComparisons(bare).map((column) => [column.id, column]))
  const columns = after.columns.map((column) => {
    const { of: wasOf, to: wasTo, ...rest } = column
    const { of, to } = column.id === changed ? named : { of: wasOf, to: wasTo }
    const { of: defaultOf, to: defaultTo } = defaults.get(column.id) ?? {}
    return {
      ...rest,
      ...(of !== undefined && of !== defaultOf && { of }),
      ...(to !== undefined && to !== defaultTo && { to }),
    }
  })
  return withComparisons(columns)
}

/** Statements and overrides that held go on holding as long as what is compared is the same texts. */
function withBasesOf(before: Report, after: Report): Report {
  const computed = after.columns.filter((column) => isComputed(column.role))
  const was = new Map(before.columns.map((column) => [column.id, column]))
  const rows = after.rows.map((row, index) => {
    const rowBefore = before.rows[index]
    if (rowBefore === undefined) return row
    let { stated, overrides } = row
    for (const column of computed) {
      const statement = stated[column.id]
      const override = overrides[column.id]
      const columnBefore = was.get(column.id)
      if (columnBefore === undefined || (statement ?? override) === undefined) continue
      const held = basisOf(before, rowBefore, columnBefore)
      const basis = basisOf(after, row, column)
      const alike = areEqual(comparedTexts(row, column), comparedTexts(rowBefore, columnBefore))
      const goesOn = (known: string | undefined) =>
        known !== basis && (known === UNKNOWN_BASIS || (known === held && alike))
      if (statement !== undefined && goesOn(statement.basis)) {
        stated = withEntry(stated, column.id, { ...statement, basis })
      }
      if (override !== undefined && goesOn(override.basis)) {
        overrides = withEntry(overrides, column.id, { ...override, basis })
      }
    }
    return stated === row.stated && overrides === row.overrides ? row : { ...row, stated, overrides }
  })
  return { ...after, rows }
}

function columnOf(report: Report, id: Id): Column | undefined {
  return report.columns.find((column) => column.id === id)
}
