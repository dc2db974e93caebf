/** The recognised table as it stands in its sheet, with what was recognised to correct: roles above, kinds and levels left. */
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { PlannedTable } from '../../shared/layout/plan.ts'
import { columnWidths } from '../grid/columnWidths.ts'
import { ROLE_NAMES } from '../ui/roles.ts'
import { PreviewHead } from './PreviewHead.tsx'
import type { Preview } from './previewReport.ts'
import { PreviewRows } from './PreviewRows.tsx'
import { rowCommandOf, type RowCommand } from './rowKeys.ts'
import { SheetLines } from './SheetLines.tsx'
import { extendedTo, singleRow, toggled, type RowSelection } from './rowSelection.ts'

export interface PreviewTableProps {
  readonly table: PlannedTable
  readonly preview: Preview
  readonly selection: RowSelection | undefined
  readonly onSelect: (selection: RowSelection) => void
  readonly onCommand: (command: RowCommand) => void
}

/** In pixels: the number of the row, and its kind. */
const GUTTER = [44, 112] as const
/** In pixels: a character of a role's name, and what stands around the name. */
const ROLE_CHARACTER = 7
const ROLE_ROOM = 56
/** A table of more rows is drawn in parts of so many, those that are in view. */
const PART = 50

export function PreviewTable({ table, preview, selection, onSelect, onCommand }: PreviewTableProps) {
  const { t } = useTranslation(['import', 'common'])
  const scroll = useRef<HTMLDivElement>(null)
  const width = useWidth(scroll)
  const { columns, rows } = preview
  const widths = useMemo(
    () =>
      columnWidths(
        columns.map(({ column }) => column),
        width - GUTTER[0] - GUTTER[1] - 20,
        columns.map(
          ({ column }) => t(`common:${ROLE_NAMES[column.role]}`).length * ROLE_CHARACTER + ROLE_ROOM,
        ),
      ),
    [columns, width, t],
  )
  const parts = useMemo(
    () =>
      Array.from({ length: Math.ceil(rows.length / PART) }, (_, part) =>
        rows.slice(part * PART, (part + 1) * PART),
      ),
    [rows],
  )
  const all = useMemo(() => rows.map(({ row }) => row.row), [rows])
  useShownRow(scroll, selection?.active)

  const onMouseDown = ({ target, shiftKey, ctrlKey }: MouseEvent) => {
    const place = target instanceof Element ? target.closest<HTMLElement>('[data-sheet-row]') : null
    if (place === null) return
    const row = Number(place.dataset.sheetRow)
    if (selection !== undefined && shiftKey) onSelect(extendedTo(all, selection, row))
    else if (selection !== undefined && ctrlKey) onSelect(toggled(selection, row))
    else onSelect(singleRow(row))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const command = rowCommandOf(event)
    if (command === undefined) return
    event.preventDefault()
    onCommand(command)
  }
  return (
    <div className="preview-scroll" ref={scroll} role="region" aria-label={t('import:recognisedTable')}>
      <table
        className="preview-table"
        data-testid="preview-table"
        role="grid"
        aria-multiselectable
        aria-label={t('import:recognisedTable')}
        style={{ minWidth: sum([...GUTTER, ...widths]) }}
      >
        <colgroup>
          {[...GUTTER, ...widths].map((each, index) => (
            <col key={index} style={{ width: each }} />
          ))}
        </colgroup>
        <PreviewHead table={table} columns={columns} />
        {parts.map((part, index) => (
          <PreviewRows
            key={index}
            rows={part}
            preview={preview}
            selection={selection}
            scroll={scroll}
            drawnAtFirst={index < 3}
            onMouseDown={onMouseDown}
            onKeyDown={onKeyDown}
          />
        ))}
        <tfoot>
          <SheetLines lines={table.surroundings.below} columns={columns} />
        </tfoot>
      </table>
    </div>
  )
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1_180)
  useLayoutEffect(() => {
    const observed = element.current
    if (observed === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(observed)
    return () => observer.disconnect()
  }, [element])
  return width
}

/** Keeps the row with the keyboard in view, below the header, and takes the focus along where a row has it. */
function useShownRow(scroll: RefObject<HTMLElement | null>, active: number | undefined): void {
  const before = useRef(active)
  useEffect(() => {
    if (active === before.current) return
    before.current = active
    const row = scroll.current?.querySelector<HTMLElement>(`[data-sheet-row="${active}"]`)
    if (scroll.current === null || row === undefined || row === null) return
    const region = scroll.current.getBoundingClientRect()
    const top = scroll.current.querySelector('thead')?.getBoundingClientRect().bottom ?? region.top
    const place = row.getBoundingClientRect()
    if (place.top < top) scroll.current.scrollBy({ top: place.top - top })
    else if (place.bottom > region.bottom) scroll.current.scrollBy({ top: place.bottom - region.bottom + 20 })
    if (scroll.current.contains(document.activeElement)) row.focus({ preventScroll: true })
  })
}
