/**
 * The thin layer on AG Grid: it draws columns and rows and says where cells are. Cursor, selection, editing and
 * clipboard are not its business. Used without React, so that what is asked for is drawn when the call returns.
 */
import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  createGrid,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
  ClientSideRowModelApiModule,
  type GridApi,
} from 'ag-grid-community'
import type { Column } from '../../shared/model.ts'
import { contains, type Area } from './area.ts'
import type { CellView, GridRow } from './cells.ts'
import { columnDefs, frozenColumns } from './columnDefs.ts'
import { columnWidths } from './columnWidths.ts'
import { contentWidths } from './contentWidths.ts'
import { headerHeights, onlyNamed, rowHeight } from './heights.ts'
import { MENU_BUTTON } from './headerName.ts'
import type { Position } from './movement.ts'
import { FONT_FAMILY, FONT_SIZE, gridTheme, ROW_HEIGHT } from './theme.ts'
import { canvasMeasure } from './wrapping.ts'

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
])

/** Pixels from the top left corner of the element around the table's own. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface CellBox extends Box {
  /** The part of the element in which the cell can be seen: below the header, beside the frozen columns. */
  readonly within: Box
}

export interface Table {
  /** Shows these columns and rows. Rows that are the same objects as before are not drawn again. */
  draw(columns: readonly Column[], rows: readonly GridRow[]): void
  select(area: Area | undefined): void
  /** Scrolls until the cell is in view. */
  reveal(position: Position): void
  /** Undefined for a cell that is not in the table; a cell out of view has a box outside `within`. */
  boxOf(position: Position): CellBox | undefined
  /** The cell that a mouse event hit; undefined for header, scroll bars and the empty rest. */
  positionAt(target: EventTarget): Position | undefined
  /** The place of the column whose header a mouse event hit, or only the button of its menu there. */
  headerAt(target: EventTarget, part?: 'menu'): number | undefined
  /** Where the header of a column is drawn, in pixels of the window. */
  headerPlace(column: number): DOMRect | undefined
  /** How many rows of one line are in view, less one, so that paging keeps a row to go by. */
  pageRows(): number
  destroy(): void
}

export interface TableOptions {
  readonly noteOf: (view: CellView) => string | undefined
  /** The quiet signs before a figure; "" where there are none. */
  readonly signOf: (view: CellView) => string
  /** What a computed column compares, in words. */
  readonly comparisonOf: (column: Column) => string | undefined
  /** Something scrolled or changed its size: boxes asked for before no longer hold. */
  readonly onMoved: () => void
}

/** What AG Grid itself needs beside the columns: border and vertical scroll bar. */
const FRAME_WIDTH = 19

export function createTable(element: HTMLElement, options: TableOptions): Table {
  const measures = {
    regular: canvasMeasure(`${FONT_SIZE}px ${FONT_FAMILY}`),
    bold: canvasMeasure(`600 ${FONT_SIZE}px ${FONT_FAMILY}`),
  }
  let columns: readonly Column[] = []
  let rows: readonly GridRow[] = []
  let widths: readonly number[] = []
  /** What the contents of each column take. */
  let needs: readonly number[] = []
  let selected: Area | undefined
  let headerHeight = 0
  let rowIndex = new Map<string, number>()

  const heightOf = (entry: GridRow) => rowHeight(entry, columns, widths, measures)
  const grid: GridApi<GridRow> = createGrid<GridRow>(element, {
    theme: gridTheme,
    columnDefs: [],
    rowData: [],
    getRowId: ({ data }) => data.row.tag,
    getRowHeight: ({ data }) => (data === undefined ? null : heightOf(data)),
    rowClassRules: {
      'row-section': ({ data }) => data?.row.kind === 'section',
      'row-total': ({ data }) => data?.row.kind === 'total',
      'row-spans': ({ data }) => data?.row.kind === 'section' && onlyNamed(data, columns),
    },
    animateRows: false,
    suppressCellFocus: true,
    suppressHeaderFocus: true,
    suppressMovableColumns: true,
    suppressColumnMoveAnimation: true,
    suppressContextMenu: true,
    suppressNoRowsOverlay: true,
    suppressScrollOnNewData: true,
    tooltipShowDelay: 500,
    onBodyScroll: options.onMoved,
  })
  const viewport = element.querySelector<HTMLElement>('.ag-grid-viewport')
  if (viewport === null) throw new Error('AG Grid drew no viewport')
  // Nothing inside is reached with Tab: the live input beside it has the focus.
  element.querySelectorAll('.ag-tab-guard').forEach((guard) => guard.removeAttribute('tabindex'))

  const sizes = new ResizeObserver(() => {
    fitColumns()
    options.onMoved()
  })
  sizes.observe(element.parentElement ?? element)

  function fitColumns(): void {
    const available = (element.parentElement ?? element).clientWidth
    const fitted = columnWidths(columns, available - FRAME_WIDTH, needs)
    const total = fitted.reduce((sum, width) => sum + width, FRAME_WIDTH)
    element.style.width = `${Math.min(total, available)}px`
    if (fitted.every((width, index) => width === widths[index]) && fitted.length === widths.length) return
    widths = fitted
    const headers = headerHeights(columns, widths, measures.bold)
    headerHeight = headers.total
    grid.updateGridOptions({
      columnDefs: columnDefs(columns, {
        widthOf: (column) => widths[columns.indexOf(column)] ?? 0,
        isSelected: (entry, column) => isSelected(entry, columns.indexOf(column)),
        noteOf: options.noteOf,
        signOf: options.signOf,
        comparisonOf: options.comparisonOf,
      }),
      headerHeight: headers.column,
      groupHeaderHeight: headers.group,
    })
    grid.resetRowHeights()
  }

  function isSelected(entry: GridRow, column: number): boolean {
    const row = rowIndex.get(entry.row.id)
    return selected !== undefined && row !== undefined && contains(selected, { row, column })
  }

  function updateRows(changed: readonly GridRow[]): void {
    const needed = contentWidths(columns, changed, measures, needs)
    const outgrown = needed.some((width, index) => width > (needs[index] ?? 0))
    needs = needed
    if (outgrown) fitColumns()
    let resized = outgrown
    for (const entry of changed) {
      const node = grid.getRowNode(entry.row.tag)
      if (node === undefined) continue
      node.updateData(entry)
      const height = heightOf(entry)
      if (node.rowHeight === height) continue
      node.setRowHeight(height)
      resized = true
    }
    if (resized) {
      grid.onRowHeightChanged()
      options.onMoved()
    }
  }

  return {
    draw(newColumns, newRows) {
      const sameColumns = columns === newColumns
      const before = rows
      columns = newColumns
      rows = newRows
      if (!sameColumns || !sameOrder(before, rows)) {
        if (!sameColumns) widths = []
        needs = contentWidths(columns, rows, measures)
        fitColumns()
        rowIndex = new Map(rows.map((entry, index) => [entry.row.id, index]))
        grid.setGridOption('rowData', [...rows])
        options.onMoved()
      } else if (before !== rows) {
        updateRows(rows.filter((entry, index) => entry !== before[index]))
      }
    },
    select(area) {
      const repainted = [selected, area].filter((each) => each !== undefined)
      selected = area
      const rowNodes = grid.getRenderedNodes().filter(({ rowIndex: row }) => {
        return row !== null && repainted.some(({ top, bottom }) => row >= top && row <= bottom)
      })
      grid.refreshCells({ rowNodes, force: true, suppressFlash: true })
    },
    reveal({ row, column }) {
      if (row >= rows.length) return
      grid.ensureIndexVisible(row)
      const tag = columns[column]?.tag
      if (tag !== undefined) grid.ensureColumnVisible(tag)
    },
    boxOf({ row, column }) {
      const node = grid.getDisplayedRowAtIndex(row)
      const drawn = grid.getColumn(columns[column]?.tag ?? '')
      if (!node || drawn === null || node.rowTop === null) return undefined
      const frozenCount = frozenColumns(columns).length
      const frozen = widths.slice(0, frozenCount).reduce((sum, width) => sum + width, 0)
      const pinned = drawn.isPinnedLeft()
      const origin = element.offsetLeft + element.clientLeft
      const left = origin + (drawn.getLeft() ?? 0) + (pinned ? 0 : frozen - viewport.scrollLeft)
      const edge = pinned ? 0 : frozen
      return {
        left,
        top: headerHeight + node.rowTop - viewport.scrollTop,
        width: drawn.getActualWidth(),
        height: node.rowHeight ?? 0,
        within: {
          left: origin + edge,
          top: headerHeight,
          width: viewport.clientWidth - edge,
          height: viewport.clientHeight - headerHeight,
        },
      }
    },
    positionAt(target) {
      if (!(target instanceof Element)) return undefined
      const tag = target.closest('.ag-cell')?.getAttribute('col-id')
      const row = target.closest('.ag-row')?.getAttribute('row-index')
      const column = columns.findIndex((each) => each.tag === tag)
      if (row === null || row === undefined || column === -1) return undefined
      return { row: Number(row), column }
    },
    headerAt(target, part) {
      if (!(target instanceof Element)) return undefined
      if (part === 'menu' && target.closest(`.${MENU_BUTTON}`) === null) return undefined
      const tag = target.closest('.ag-header-cell')?.getAttribute('col-id')
      const column = columns.findIndex((each) => each.tag === tag)
      return column === -1 ? undefined : column
    },
    headerPlace(column) {
      const tag = columns[column]?.tag ?? ''
      return element.querySelector(`.ag-header-cell[col-id="${tag}"]`)?.getBoundingClientRect()
    },
    pageRows() {
      return Math.max(1, Math.floor((viewport.clientHeight - headerHeight) / ROW_HEIGHT) - 1)
    },
    destroy() {
      sizes.disconnect()
      grid.destroy()
    },
  }
}

export function isSameBox(a: CellBox | null | undefined, b: CellBox | null | undefined): boolean {
  if (!a || !b) return !a && !b
  return isSameArea(a, b) && isSameArea(a.within, b.within)
}

function isSameArea(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height
}

function sameOrder(before: readonly GridRow[], after: readonly GridRow[]): boolean {
  return before.length === after.length && before.every(({ row }, index) => row.id === after[index]?.row.id)
}
