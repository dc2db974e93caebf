/** What a step was, for a person to read in the history and beside undo. */
import { isComputed } from './columns.ts'
import type { ChangeLabel, Column, Edit, Id, Report } from './model.ts'
import { columnName, rowName } from './names.ts'
import { formatFigure } from './quantity.ts'
import { normalText } from './text.ts'

type EditType = Edit['type']

/** What gives a step of several kinds its name: the others came along with it. */
const LEADING: readonly EditType[] = ['addColumn', 'removeColumn', 'stated']

/**
 * Names what was asked for by the report as it was before: a renamed row by its old name. Letting findings stand names a
 * step only where nothing else was done.
 */
export function labelOf(report: Report, edits: readonly Edit[]): ChangeLabel {
  const others = edits.filter(({ type }) => type !== 'setAside')
  const named = others.length > 0 ? others : edits
  const [first, second] = named
  if (first === undefined) return { key: 'several', params: { count: 0 } }
  if (second === undefined) return labelOfOne(report, first)
  const leading = named.filter(({ type }) => LEADING.includes(type))
  const [leader] = leading
  if (leader !== undefined && leading.length === 1) return labelOfOne(report, leader)
  const alike = named.every(({ type }) => type === first.type)
  return alike ? labelOfAlike(named, first.type) : several(named)
}

function labelOfOne(report: Report, edit: Edit): ChangeLabel {
  const column = 'column' in edit ? report.columns.find(({ id }) => id === edit.column) : undefined
  const place = { row: nameOfRow(report, edit), column: column === undefined ? '' : columnName(column) }
  switch (edit.type) {
    case 'cell':
      return cellLabel(edit, column, place)
    case 'properties':
      return { key: edit.properties.policy === undefined ? 'properties' : 'policy', params: {} }
    case 'addColumn':
      return { key: 'addColumn', params: { column: normalText(edit.header.at(-1) ?? '') } }
    case 'column':
    case 'removeColumn':
      return { key: edit.type, params: { column: place.column } }
    case 'row': {
      const onlyRollUp = edit.set.direction === undefined && edit.set.yearEndOnly === undefined
      return { key: onlyRollUp ? 'rollUp' : 'row', params: { row: place.row } }
    }
    case 'metadata':
    case 'planValues':
      return { key: edit.type, params: place }
    case 'reading':
      return { key: 'reading', params: { ...place, value: formatFigure(edit.value) } }
    case 'stated': {
      const key = edit.use === 'computed' ? 'useComputed' : 'useFile'
      return { key, params: { column: place.column, count: edit.rows.length } }
    }
    case 'setAside':
      return settledLabel([edit])
  }
}

function labelOfAlike(edits: readonly Edit[], type: EditType): ChangeLabel {
  const count = edits.length
  switch (type) {
    case 'cell':
      return { key: 'editCells', params: { count } }
    case 'column':
      return { key: 'columns', params: { count } }
    case 'row':
      return { key: 'rows', params: { count } }
    case 'metadata':
      return { key: 'metadataCells', params: { count } }
    case 'planValues':
      return { key: 'planValuesCells', params: { count } }
    case 'reading':
      return { key: 'readings', params: { count } }
    case 'setAside':
      return settledLabel(edits)
    case 'properties':
    case 'addColumn':
    case 'removeColumn':
    case 'stated':
      return several(edits)
  }
}

function cellLabel(
  { text, blank }: Extract<Edit, { readonly type: 'cell' }>,
  column: Column | undefined,
  place: { readonly row: string; readonly column: string },
): ChangeLabel {
  const params = { ...place, text: normalText(text) }
  if (column === undefined || !isComputed(column.role)) return { key: 'editCell', params }
  if (text.trim() !== '') return { key: 'override', params }
  return { key: blank === true ? 'overrideBlank' : 'clearOverride', params }
}

function settledLabel(edits: readonly Edit[]): ChangeLabel {
  const settling = edits.filter((edit) => edit.type === 'setAside')
  const count = settling.reduce((sum, { findings }) => sum + findings.length, 0)
  const again = settling.every(({ reason }) => reason === null)
  return { key: again ? 'questionAgain' : 'setAside', params: { count } }
}

function several(edits: readonly Edit[]): ChangeLabel {
  return { key: 'several', params: { count: edits.length } }
}

function nameOfRow(report: Report, edit: Edit): string {
  const id: Id | undefined = 'row' in edit ? edit.row : undefined
  const row = report.rows.find((each) => each.id === id)
  return row === undefined ? '' : rowName(row)
}
