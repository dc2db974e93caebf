/** Changes a column. With another role its texts move to where that role keeps them, and comparisons are found anew. */
import { basisOf, comparedTexts } from './calculate.ts'
import { areEqual } from './equal.ts'
import { isComputed, isField, isSourceFigure, nextTag, withComparisons } from './columns.ts'
import type { Column, ColumnSettings, Edit, Report, Role, Row } from './model.ts'
import { orderBetween } from './order.ts'
import { countedPlan } from './rowEdit.ts'
import { cellOf, withEntry, withField } from './rowText.ts'
import { textIn } from './shown.ts'

/** The report with the column's new settings. Row and column identities stay where nothing changes. */
export function withColumn(report: Report, column: Column, { role, ...set }: ColumnSettings): Report {
  const settled = withSettings(column, set)
  const plain = areEqual(settled, column) ? report : replaceColumn(report, settled)
  const counted =
    settled.counts === column.counts
      ? plain
      : { ...plain, rows: plain.rows.map((row) => countedPlan(row, settled)) }
  return role === undefined || role === column.role ? counted : withRole(counted, settled, role)
}

/** A computed column behind `after`. */
export function withAddedColumn(
  report: Report,
  after: Column,
  { id, role, header, of, to }: Extract<Edit, { type: 'addColumn' }>,
): Report {
  const place = report.columns.indexOf(after) + 1
  const column: Column = {
    id,
    tag: nextTag(report.columns),
    order: orderBetween(after.order, report.columns[place]?.order ?? null),
    role,
    header,
    ...(of !== undefined && { of }),
    ...(to !== undefined && { to }),
    added: true,
  }
  return { ...report, columns: withComparisons(report.columns.toSpliced(place, 0, column)) }
}

/** Only what was added can go; the columns of the file stay. */
export function withoutColumn(report: Report, column: Column): Report {
  if (column.added !== true) return report
  const rows = report.rows.map((row) => {
    const overrides = withEntry(row.overrides, column.id, undefined)
    return row.overrides[column.id] === undefined ? row : { ...row, overrides }
  })
  return { ...report, rows, columns: report.columns.filter(({ id }) => id !== column.id) }
}

/** Settings of false and null are left out: absent says the same. */
function withSettings(column: Column, set: Omit<ColumnSettings, 'role'>): Column {
  const entries = Object.entries({ ...column, ...set })
  const unset = (key: string, value: unknown) => value === null || (key === 'term' && value === false)
  return Object.fromEntries(entries.filter(([key, value]) => !unset(key, value))) as unknown as Column
}

/**
 * A row has one ordinal, one name and one unit: a column that held the wanted one before becomes plain text, so that
 * nothing is lost. What the file stated goes on holding where it held and is still about the same texts.
 */
function withRole(report: Report, column: Column, role: Role): Report {
  const holder = isField(role) ? report.columns.find((other) => other.role === role) : undefined
  const freed = holder === undefined ? report : movedTexts(report, holder, 'text')
  const moved = movedTexts(freed, column, role)
  const compared = withoutDefaults(report, moved, column)
  return withBasesOf(report, { ...moved, columns: withComparisons(compared) })
}

function movedTexts(report: Report, column: Column, role: Role): Report {
  const rows = report.rows.map((row) => movedText(row, column, role))
  return { ...replaceColumn(report, { ...column, role }), rows }
}

/**
 * The statement of the file and the override stay with the row, unseen, while the column is not computed, and are
 * there again when it is and nobody has typed another text.
 */
function movedText(row: Row, column: Column, role: Role): Row {
  if (isComputed(column.role) && isComputed(role)) return row
  const standing = row.overrides[column.id]?.text ?? row.stated[column.id]?.text ?? ''
  const text = isComputed(column.role) ? standing : textIn(row, column)
  const cell = row.cells[column.id]
  if (isField(role)) {
    const emptied = emptiedAt(row, column)
    return text === '' ? emptied : withField(emptied, role, text)
  }
  if (isComputed(role)) {
    const emptied = emptiedAt(row, column)
    if (text === '' || text === standing) return emptied
    const { cells, overrides } = emptied
    const stated = withEntry(emptied.stated, column.id, { text, basis: UNKNOWN_BASIS })
    return { ...emptied, cells, stated, overrides: withEntry(overrides, column.id, undefined) }
  }
  if (cell !== undefined && !isField(column.role)) {
    if (cell.quantity !== undefined || !isSourceFigure(role)) return row
    const { quantity } = cellOf(role, cell.text)
    if (quantity === undefined) return row
    return { ...row, cells: withEntry(row.cells, column.id, { ...cell, quantity }) }
  }
  if (text === '') return row
  const emptied = emptiedAt(row, column)
  return { ...emptied, cells: withEntry(emptied.cells, column.id, cellOf(role, text)) }
}

/** Stands for "as at this moment", until `withBasesOf` fills it in. No basis is ever empty. */
const UNKNOWN_BASIS = ''

function emptiedAt(row: Row, column: Column): Row {
  if (isField(column.role)) return withField(row, column.role, '')
  return row.cells[column.id] === undefined
    ? row
    : { ...row, cells: withEntry(row.cells, column.id, undefined) }
}

/** Lets go of comparisons that were no more than the default, and of those of the column whose role changed. */
function withoutDefaults(before: Report, after: Report, changed: Column): readonly Column[] {
  const bare = before.columns.map(({ of: _of, to: _to, ...column }) => column)
  const defaults = new Map(withComparisons(bare).map((column) => [column.id, column]))
  return after.columns.map((column) => {
    const { of, to, ...rest } = column
    const { of: defaultOf, to: defaultTo } = defaults.get(column.id) ?? {}
    const keeps = column.id !== changed.id
    return {
      ...rest,
      ...(keeps && of !== undefined && of !== defaultOf && { of }),
      ...(keeps && to !== undefined && to !== defaultTo && { to }),
    }
  })
}

function withBasesOf(before: Report, after: Report): Report {
  const computed = after.columns.filter((column) => isComputed(column.role))
  const was = new Map(before.columns.map((column) => [column.id, column]))
  const rows = after.rows.map((row, index) => {
    const rowBefore = before.rows[index]
    let stated = row.stated
    for (const column of computed) {
      const statement = stated[column.id]
      const columnBefore = was.get(column.id)
      if (statement === undefined || rowBefore === undefined || columnBefore === undefined) continue
      const held =
        statement.basis === basisOf(before, rowBefore, columnBefore) &&
        areEqual(comparedTexts(row, column), comparedTexts(rowBefore, columnBefore))
      const basis = basisOf(after, row, column)
      if ((held || statement.basis === UNKNOWN_BASIS) && basis !== statement.basis) {
        stated = withEntry(stated, column.id, { ...statement, basis })
      }
    }
    return stated === row.stated ? row : { ...row, stated }
  })
  return { ...after, rows }
}

function replaceColumn(report: Report, column: Column): Report {
  return { ...report, columns: report.columns.map((other) => (other.id === column.id ? column : other)) }
}
