/** The columns of a report as AG Grid takes them: merged header, alignment, marks as classes. */
import type { CellClassRules, ColDef, ColGroupDef } from 'ag-grid-community'
import { isSourceFigure } from '../../shared/columns.ts'
import type { Column } from '../../shared/model.ts'
import { alignment, headerOf } from '../../shared/paper.ts'
import type { CellView, GridRow } from './cells.ts'
import { headerGroups, type HeaderNode } from './headerGroups.ts'
import { signsOf } from './signs.ts'
import { HeaderName } from './headerName.ts'

/** Pixels by which each level of the outline moves a name to the right. */
const INDENT = 14
export const CELL_PADDING = 6

/** What the definitions ask the grid for while it draws. */
export interface Drawing {
  readonly widthOf: (column: Column) => number
  readonly isSelected: (row: GridRow, column: Column) => boolean
  /** The note of a marked cell, in words; undefined where there is none. */
  readonly noteOf: (view: CellView) => string | undefined
  /** The quiet signs before a figure; "" where there are none. */
  readonly signOf: (view: CellView) => string
  /** What a computed column compares, in words; undefined for all others. */
  readonly comparisonOf: (column: Column) => string | undefined
}

/** The deepest merged group has as many header rows as the deepest header of `columns`. */
export function columnDefs(
  columns: readonly Column[],
  drawing: Drawing,
): (ColDef<GridRow, CellView> | ColGroupDef<GridRow>)[] {
  const frozen = frozenColumns(columns)
  return headerGroups(columns).map(definition)

  function definition(node: HeaderNode): ColDef<GridRow, CellView> | ColGroupDef<GridRow> {
    if (node.type === 'group') {
      return {
        groupId: node.key,
        headerName: node.text,
        children: node.children.map(definition),
        marryChildren: true,
      }
    }
    return columnDef(node.column, node.text, frozen.includes(node.column), drawing)
  }
}

/** Ordinal and name stay in view, with all that stands before them; nothing does where the name comes late. */
export function frozenColumns(columns: readonly Column[]): readonly Column[] {
  const name = columns.findIndex((column) => column.role === 'name')
  return name > 2 ? [] : columns.slice(0, name + 1)
}

function columnDef(
  column: Column,
  headerName: string,
  frozen: boolean,
  drawing: Drawing,
): ColDef<GridRow, CellView> {
  return {
    colId: column.tag,
    headerName,
    headerComponentParams: { innerHeaderComponent: HeaderName },
    headerTooltip: () => [headerOf(column).join(' – '), drawing.comparisonOf(column) ?? []].flat().join('\n'),
    width: drawing.widthOf(column),
    pinned: frozen ? 'left' : null,
    lockPosition: true,
    resizable: false,
    sortable: false,
    suppressMovable: true,
    cellDataType: false,
    valueGetter: ({ data }) => data?.cells[column.id],
    valueFormatter: ({ value }) => value?.text ?? '',
    equals: sameView,
    tooltip: ({ value }) => (isView(value) ? drawing.noteOf(value) : undefined),
    cellClass: [`cell-${alignment(column.role)}`, `cell-role-${column.role}`],
    cellClassRules: classRules(column, drawing),
    ...(column.role === 'name' && {
      cellStyle: ({ data }) => ({ paddingLeft: `${CELL_PADDING + indentation(data)}px` }),
    }),
    ...(isSourceFigure(column.role) && {
      // A property of the style sheet: what stands in it is no part of the cell's text.
      cellStyle: ({ value }) => ({ '--signs': JSON.stringify(isView(value) ? drawing.signOf(value) : '') }),
    }),
  }
}

/** How far a row's name moves to the right: sections and top rows not at all. */
export function indentation(row: Pick<GridRow, 'row'> | undefined): number {
  if (row === undefined || row.row.kind === 'section') return 0
  return row.row.kind === 'item' ? INDENT * Math.max(1, row.row.level - 1) : 0
}

const MARKS = ['differs', 'override', 'doubtful', 'questioned', 'settled', 'saving', 'failed'] as const

function classRules(column: Column, { isSelected }: Drawing): CellClassRules<GridRow> {
  const rules: CellClassRules<GridRow> = {
    'cell-selected': ({ data }) => data !== undefined && isSelected(data, column),
  }
  for (const type of MARKS) {
    rules[`cell-${type}`] = ({ data }) => data?.cells[column.id]?.mark?.type === type
  }
  rules['cell-asked'] = ({ data }) => {
    const mark = data?.cells[column.id]?.mark
    return mark?.type === 'override' && mark.findings.length > 0
  }
  rules['cell-unclear'] = ({ data }) => {
    const mark = data?.cells[column.id]?.mark
    return mark?.type === 'unclear' || (mark?.type === 'override' && mark.unclear)
  }
  rules['cell-signed'] = ({ data }) => signsOf(data?.cells[column.id]).length > 0
  if (column.role === 'assessment') {
    for (const tone of ['exceeded', 'met', 'nearly', 'missed', 'open'] as const) {
      rules[`verdict-${tone}`] = ({ data }) => data?.cells[column.id]?.tone === tone
    }
  }
  return rules
}

function sameView(a: CellView | null | undefined, b: CellView | null | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function isView(value: unknown): value is CellView {
  return typeof value === 'object' && value !== null && 'text' in value
}
