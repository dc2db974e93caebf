/** AG Grid's table, kept up with what it shows, what is selected and where the cursor is. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Column } from '../../shared/model.ts'
import type { Area } from './area.ts'
import type { CellView, GridRow } from './cells.ts'
import type { Position } from './movement.ts'
import { createTable, type Table, type TableOptions } from './table.ts'

export interface TableContent {
  readonly columns: readonly Column[]
  readonly rows: readonly GridRow[]
  readonly area: Area | undefined
  readonly cursor: Position | undefined
}

export interface TableUse extends Omit<TableOptions, 'onMoved'> {
  /** Boxes asked for before no longer hold: something was drawn, scrolled or changed its size. */
  readonly onMoved: (table: Table) => void
}

/** The table is drawn into `host`, null until then. Whatever `options` are by then is what is asked for. */
export function useTable(
  { columns, rows, area, cursor }: TableContent,
  options: TableUse,
): { readonly host: RefObject<HTMLDivElement | null>; readonly table: Table | null } {
  const host = useRef<HTMLDivElement>(null)
  const [table, setTable] = useState<Table | null>(null)
  const noteOf = useEffectEvent((view: CellView) => options.noteOf(view))
  const signOf = useEffectEvent((view: CellView) => options.signOf(view))
  const comparisonOf = useEffectEvent((column: Column) => options.comparisonOf(column))
  const onMoved = useEffectEvent(() => {
    if (table !== null) options.onMoved(table)
  })

  useEffect(() => {
    if (host.current === null) return
    const created = createTable(host.current, {
      noteOf: (view) => noteOf(view),
      signOf: (view) => signOf(view),
      comparisonOf: (column) => comparisonOf(column),
      onMoved: () => onMoved(),
    })
    setTable(created)
    return () => created.destroy()
  }, [])
  useLayoutEffect(() => table?.draw(columns, rows), [table, columns, rows])
  // By their numbers, not as objects: an edit makes new objects, and must neither repaint nor scroll.
  const { top, bottom, left, right } = area ?? {}
  useLayoutEffect(() => {
    if (top === undefined || bottom === undefined || left === undefined || right === undefined) return
    const single = top === bottom && left === right
    table?.select(single ? undefined : { top, bottom, left, right })
  }, [table, top, bottom, left, right])
  const { row, column } = cursor ?? {}
  useLayoutEffect(() => {
    if (row === undefined || column === undefined) return
    table?.reveal({ row, column })
  }, [table, row, column])
  useLayoutEffect(() => onMoved())
  return { host, table }
}
