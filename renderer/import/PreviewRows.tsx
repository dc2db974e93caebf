/** A part of the rows of the preview: drawn while it is in view or holds the row with the keyboard, else room of its height. */
import {
  memo,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/model.ts'
import { alignment } from '../../shared/paper.ts'
import { cellView } from '../grid/cells.ts'
import { KIND_NAMES } from './kinds.ts'
import { cellKey, type Preview, type PreviewColumn, type PreviewRow } from './previewReport.ts'
import type { RowSelection } from './rowSelection.ts'

export interface PreviewRowsProps {
  readonly rows: readonly PreviewRow[]
  readonly preview: Preview
  readonly selection: RowSelection | undefined
  /** What the rows scroll in. */
  readonly scroll: RefObject<HTMLElement | null>
  readonly drawnAtFirst: boolean
  readonly onMouseDown: (event: MouseEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** In pixels, of a row that was never drawn. */
const USUAL_HEIGHT = 24
/** Drawn so far before they come into view. */
const AHEAD = '400px'
/** Pixels by which each level of the outline moves a name to the right. */
const INDENT = 14

export function PreviewRows(props: PreviewRowsProps) {
  const { rows, preview, selection, scroll, drawnAtFirst, onMouseDown, onKeyDown } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const [{ inView, height }, setView] = useState({
    inView: drawnAtFirst,
    height: rows.length * USUAL_HEIGHT,
  })
  useLayoutEffect(() => {
    const observed = body.current
    if (observed === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.at(-1)?.isIntersecting === true
        // Before it gives way to empty room, that room gets its height.
        setView((before) => ({
          inView: seen,
          height: !seen && before.inView ? observed.offsetHeight : before.height,
        }))
      },
      { root: scroll.current, rootMargin: AHEAD },
    )
    observer.observe(observed)
    return () => observer.disconnect()
  }, [scroll])

  const holdsActive = rows.some(({ row }) => row.row === selection?.active)
  if (!inView && !holdsActive) {
    return (
      <tbody ref={body} aria-hidden>
        <tr style={{ height }}>
          <td colSpan={preview.columns.length + 2} />
        </tr>
      </tbody>
    )
  }
  return (
    <tbody ref={body} onKeyDown={onKeyDown} onMouseDown={onMouseDown}>
      {rows.map((row) => (
        <SheetRow
          key={row.row.row}
          row={row}
          preview={preview}
          selected={selection?.rows.has(row.row.row) === true}
          active={selection?.active === row.row.row}
        />
      ))}
    </tbody>
  )
}

interface SheetRowProps {
  readonly row: PreviewRow
  readonly preview: Preview
  readonly selected: boolean
  readonly active: boolean
}

/** Drawn again only where something about the row changed: a step of the cursor is two rows. */
const SheetRow = memo(function SheetRow({ row: line, preview, selected, active }: SheetRowProps) {
  const { t } = useTranslation(['import', 'findings'])
  const { row, leftOut, level, stored, corrected } = line
  const looks = [`preview-${row.kind}`, leftOut && 'preview-left-out', selected && 'preview-selected']
  const kind = t(`import:${KIND_NAMES[row.kind]}`)
  const noteOf = ({ code, params }: Finding) => t(`findings:${code}`, params)
  return (
    <tr
      className={looks.filter(Boolean).join(' ')}
      data-row-tag={stored?.tag}
      data-sheet-row={row.row}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
    >
      <td className="preview-number">{row.row}</td>
      <td className={corrected ? 'preview-kind preview-corrected' : 'preview-kind'}>
        {leftOut ? t('import:leftOut') : t('import:kindAtLevel', { kind, level: level + 1 })}
        {corrected && <span className="visually-hidden"> {t('import:corrected')}</span>}
      </td>
      {preview.columns.map((column) => (
        <SheetCell key={column.column.id} line={line} column={column} preview={preview} noteOf={noteOf} />
      ))}
    </tr>
  )
})

interface SheetCellProps {
  readonly line: PreviewRow
  readonly column: PreviewColumn
  readonly preview: Preview
  readonly noteOf: (finding: Finding) => string
}

function SheetCell({ line, column: { column, source, leftOut }, preview, noteOf }: SheetCellProps) {
  const { row, stored, level } = line
  const { report, computed, findingsAt } = preview
  const findings = stored === undefined ? [] : (findingsAt.get(cellKey(stored.id, column.id)) ?? [])
  const note = findings.map(noteOf).join('\n')
  const text =
    stored === undefined || leftOut
      ? row.cells[source?.column ?? 0]?.text
      : cellView(report, stored, column, computed).text
  const looks = [
    `preview-${alignment(column.role)}`,
    note !== '' && 'preview-found',
    findings.some(({ severity }) => severity !== 'info') && 'preview-grave',
    leftOut && 'preview-left-out',
  ]
  return (
    <td
      className={looks.filter(Boolean).join(' ')}
      title={note === '' ? undefined : note}
      {...(column.role === 'name' && { style: { paddingLeft: 6 + level * INDENT } })}
    >
      {text}
      {note !== '' && <span className="visually-hidden">{note}</span>}
    </td>
  )
}
