/**
 * A report as a spreadsheet. AG Grid draws it (table.ts); the cursor, the selection and all typing are here: one live
 * input that always has the focus lies over the cell with the cursor, so that a keyboard driver which sends a letter,
 * Backspace and another letter without a pause never finds it missing.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useBeforeClosing } from '../beforeClosing.ts'
import type { Id } from '../../shared/model.ts'
import { headedColumns } from '../../shared/paper.ts'
import { isTextField } from '../ui/panes.ts'
import { verdictsOf } from '../verdict.ts'
import { positionsOf, type Area } from './area.ts'
import { rememberingGridRows, visibleColumns, type GridContent } from './cells.ts'
import { Choices } from './Choices.tsx'
import { formatTable, parseTable } from './clipboard.ts'
import './grid.css'
import { commandOf, type Command } from './keys.ts'
import { describeCell, placeInput } from './liveInput.ts'
import { moved, walked, type Move, type Position } from './movement.ts'
import { comparisonOf, noteOf } from './notes.ts'
import { planPaste, type PastePlan } from './paste.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { ReasonPopover } from './ReasonPopover.tsx'
import { signText } from './signs.ts'
import { createSheet, singleCell, type Cell, type CellAddress, type Selection } from './sheet.ts'
import { isSameBox, type CellBox, type Table } from './table.ts'
import { isOverruled, useEditing, type CellEdit } from './useEditing.ts'
import { useTable } from './useTable.ts'

/** Fluent's keyboard navigation takes every Tab before the page sees it, but for elements that say this. */
const OWN_TAB_KEY = JSON.stringify({ focusable: { ignoreKeydown: { Tab: true } } })

export interface ReportGridProps extends GridContent {
  readonly selection: Selection | null
  readonly onSelect: (selection: Selection) => void
  /** One call is one step to undo. */
  readonly onEdit: (edits: readonly CellEdit[]) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onNothingToPaste: () => void
  /** A computed cell was overruled by going on elsewhere, without a reason. */
  readonly onUnexplained: () => void
  /** The menu of a column is asked for, at this place of the window. */
  readonly onColumnMenu: (column: Id, place: { readonly x: number; readonly y: number }) => void
}

export function ReportGrid(props: ReportGridProps) {
  const { report, selection, onSelect, onEdit } = props
  const { t } = useTranslation()
  const dragging = useRef(false)
  /** The column where a series of Tabs began and the cell that it reached. */
  const tabs = useRef<{ readonly column: number; readonly reached: Position } | null>(null)
  const [cursorBox, setCursorBox] = useState<CellBox | null>(null)
  const [pasting, setPasting] = useState<PastePlan | null>(null)
  const [rowsOf] = useState(rememberingGridRows)
  const rows = rowsOf(props)
  const headed = headedColumns(report)
  const columns = useMemo(() => visibleColumns(headed), [headed])
  const sheet = useMemo(() => createSheet(columns, rows), [columns, rows])
  const verdicts = useMemo(() => verdictsOf(report), [report])
  const editing = useEditing(verdicts, onEdit, props.onUnexplained)
  const { input } = editing
  useBeforeClosing(() => editing.commitWithoutReason())

  const cursor = selection === null ? undefined : sheet.positionOf(selection.cursor)
  const cell = cursor === undefined ? undefined : sheet.cellAt(cursor)
  const end = selection === null ? undefined : sheet.positionOf(selection.end)
  const area = selection === null ? undefined : sheet.areaOf(selection)

  /** Brings the live input over its cell again; typing grows it to the text. */
  function place(drawn: Table): void {
    if (input.current === null) return
    const box = cursor === undefined ? undefined : drawn.boxOf(cursor)
    placeInput(input.current, box, editing.mode !== 'ready')
    // Only what is offered below the cell is drawn by its box: scrolling draws nothing else anew.
    const wanted = editing.choices.length > 0 ? (box ?? null) : null
    setCursorBox((before) => (isSameBox(before, wanted) ? before : wanted))
  }

  const { host, table } = useTable(
    { columns, rows, area, cursor },
    {
      noteOf: (view) => noteOf(view, t),
      signOf: (view) => signText(view, t),
      comparisonOf: (column) => comparisonOf(column, report.columns, t),
      onMoved: place,
    },
  )
  useEffect(() => {
    // Whoever is typing elsewhere, such as into the search, goes on there.
    if (!isTextField(document.activeElement)) input.current?.focus()
  }, [input, report.id])

  /** Moves the cursor, or with `extend` the far end of the selection; `column` is where to count from instead. */
  function go(move: Move, { extend = false, column }: { extend?: boolean; column?: number } = {}) {
    const start = extend ? end : cursor
    if (start === undefined) return undefined
    const from = { row: start.row, column: column ?? start.column }
    const isEmpty = (at: Position) => (sheet.cellAt(at)?.view.text ?? '') === ''
    const page = table?.pageRows() ?? 1
    const to = moved(from, move, { rows: rows.length, columns: columns.length, page, isEmpty })
    selectPosition(to, extend)
    return to
  }

  /** Where Enter and Tab go on, in a selection of several cells within it. */
  function advance(move: Move): void {
    const several = area !== undefined && !isSingle(area)
    const to = several && cursor !== undefined ? walked(cursor, move, area) : undefined
    const target = to === undefined ? undefined : sheet.cellAt(to)
    if (target !== undefined && selection !== null) onSelect({ ...selection, cursor: addressOf(target) })
    else if (move === 'next' || move === 'previous') goByTab(move)
    else go(move, move === 'enter' && isAtTabsEnd() ? { column: tabs.current?.column } : {})
  }

  /** Remembers where a series of Tabs began: Enter goes on below its beginning. */
  function goByTab(move: Move): void {
    const column = isAtTabsEnd() ? tabs.current?.column : cursor?.column
    const reached = go(move)
    tabs.current = column === undefined || reached === undefined ? null : { column, reached }
  }

  function isAtTabsEnd(): boolean {
    const reached = tabs.current?.reached
    return reached !== undefined && reached.row === cursor?.row && reached.column === cursor.column
  }

  function selectPosition(position: Position, extend: boolean): void {
    const target = sheet.cellAt(position)
    if (target === undefined) return
    const address = addressOf(target)
    if (!extend || selection === null) {
      onSelect(singleCell(address))
      return
    }
    onSelect({ ...selection, end: address })
    table?.reveal(position)
  }

  function run(command: Command): void {
    switch (command.type) {
      case 'move':
        go(command.move, { extend: command.extend })
        return
      case 'commit':
        if (editing.commit(command.move)) advance(command.move)
        return
      case 'replace':
        return editing.typed(cell)
      case 'insert':
        return editing.insert(cell, command.text)
      case 'cancel':
        if (editing.mode !== 'ready') editing.discard()
        else if (cursor !== undefined) selectPosition(cursor, false)
        return
      case 'choices':
        // Where there are no words to choose from, the key opens the column's menu.
        if (editing.mode === 'ready' && cell?.definition.role !== 'assessment')
          return openMenu(cursor?.column)
        return run({ type: 'edit' })
      case 'edit':
        if (cell !== undefined)
          editing.begin(cell, editing.mode === 'ready' ? undefined : input.current?.value)
        return
      case 'clear':
        return clear()
      case 'undo':
        return props.onUndo()
      case 'redo':
        return props.onRedo()
      case 'select-all':
        return selectAll()
      case 'column-menu':
        return openMenu(cursor?.column)
    }
  }

  /** Below the header, unless the mouse says where. */
  function openMenu(column: number | undefined, place?: { readonly x: number; readonly y: number }): void {
    const id = columns[column ?? -1]?.id
    const header = column === undefined ? undefined : table?.headerPlace(column)
    if (id === undefined || header === undefined) return
    editing.commitWithoutReason()
    props.onColumnMenu(id, place ?? { x: header.left, y: header.bottom })
  }

  function onContextMenu(event: MouseEvent): void {
    const column = table?.headerAt(event.target)
    if (column === undefined) return
    event.preventDefault()
    openMenu(column, { x: event.clientX, y: event.clientY })
  }

  function selectAll(): void {
    const first = sheet.cellAt({ row: 0, column: 0 })
    const last = sheet.cellAt({ row: rows.length - 1, column: columns.length - 1 })
    if (first === undefined || last === undefined) return
    onSelect({
      cursor: selection?.cursor ?? addressOf(first),
      anchor: addressOf(first),
      end: addressOf(last),
    })
  }

  /** Empties the selected cells; an overruled one goes back to the computed value. */
  function clear(): void {
    const edits = cellsIn(area)
      .filter((each) => (each.computed ? isOverruled(each) : each.view.text !== ''))
      .map(({ row, column }) => ({ type: 'cell' as const, row, column, text: '' }))
    if (edits.length > 0) onEdit(edits)
  }

  function cellsIn(within: Area | undefined): Cell[] {
    return within === undefined ? [] : positionsOf(within).flatMap((at) => sheet.cellAt(at) ?? [])
  }

  function onKeyDown(event: KeyboardEvent): void {
    // While an input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return
    if (editing.choices.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      editing.highlight(event.key === 'ArrowDown' ? 1 : -1)
      return
    }
    const command = commandOf(event, editing.mode)
    if (command === undefined) return
    event.preventDefault()
    run(command)
  }

  function onMouseDown(event: MouseEvent): void {
    if (!(event.target instanceof Node) || host.current?.contains(event.target) !== true) return
    event.preventDefault()
    input.current?.focus()
    const at = table?.positionAt(event.target)
    if (event.button !== 0 || at === undefined) return
    editing.commitWithoutReason()
    dragging.current = true
    selectPosition(at, event.shiftKey)
  }

  function onMouseMove(event: MouseEvent): void {
    if (event.buttons !== 1) dragging.current = false
    const at = dragging.current ? table?.positionAt(event.target) : undefined
    if (at !== undefined && (at.row !== end?.row || at.column !== end.column)) selectPosition(at, true)
  }

  function onDoubleClick(event: MouseEvent): void {
    if (cell !== undefined && table?.positionAt(event.target) !== undefined) editing.begin(cell)
  }

  function onCopy(event: ClipboardEvent): void {
    if (editing.mode !== 'ready' || area === undefined) return
    event.preventDefault()
    const width = area.right - area.left + 1
    const texts = cellsIn(area).map(({ view }) => view.text)
    const lines = Array.from({ length: texts.length / width }, (_, row) =>
      texts.slice(row * width, (row + 1) * width),
    )
    event.clipboardData.setData('text/plain', formatTable(lines))
    if (event.type === 'cut') clear()
  }

  function onPaste(event: ClipboardEvent): void {
    if (editing.mode !== 'ready' || area === undefined || cell === undefined) return
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    if (text === '') {
      // A picture or files, say.
      props.onNothingToPaste()
      return
    }
    const block = parseTable(text)
    const [single] = block.length === 1 && block[0]?.length === 1 ? block[0] : []
    if (single !== undefined && isSingle(area) && cell.computed) {
      editing.begin(cell, single)
      return
    }
    const plan = planPaste(block, area, {
      rows: rows.map(({ row }) => row),
      columns: columns.map(({ id }, column) => ({
        id,
        computed: sheet.cellAt({ row: 0, column })?.computed === true,
      })),
      textAt: (at) => sheet.cellAt(at)?.view.text ?? '',
    })
    if (plan.outside > 0 || plan.computed > 0) setPasting(plan)
    else applyPaste(plan)
  }

  function applyPaste({ cells, covered }: PastePlan): void {
    setPasting(null)
    if (cells.length > 0) onEdit(cells.map((each) => ({ type: 'cell', ...each })))
    const anchor = sheet.cellAt({ row: covered.top, column: covered.left })
    const last = sheet.cellAt({ row: covered.bottom, column: covered.right })
    if (anchor !== undefined && last !== undefined) {
      onSelect({ cursor: addressOf(anchor), anchor: addressOf(anchor), end: addressOf(last) })
    }
    input.current?.focus()
  }

  function giveReason(reason: string | null): void {
    const { overruling } = editing
    editing.giveReason(reason)
    input.current?.focus()
    if (reason !== null && overruling?.move !== undefined) advance(overruling.move)
  }

  const choicesId = editing.choices.length > 0 ? 'cell-choices' : undefined
  return (
    <div
      className="grid-frame"
      data-testid="grid"
      onMouseDown={onMouseDown}
      onMouseMove={onMouseMove}
      onDoubleClick={onDoubleClick}
      onClick={({ target }) => openMenu(table?.headerAt(target, 'menu'))}
      onContextMenu={onContextMenu}
    >
      <div className="grid-host">
        <div ref={host} className="grid-table" />
        <textarea
          ref={input}
          className={`live-input cell-${editing.cell?.definition.role === 'name' ? 'left' : 'any'}`}
          data-testid="cell-input"
          data-mode={editing.mode}
          data-tabster={OWN_TAB_KEY}
          aria-label={cell === undefined ? t('table') : describeCell(cell, t)}
          aria-controls={choicesId}
          aria-activedescendant={editing.choice === null ? undefined : `cell-choice-${editing.choice}`}
          spellCheck={false}
          autoComplete="off"
          rows={1}
          onInput={() => editing.typed(cell)}
          onKeyDown={onKeyDown}
          onCopy={onCopy}
          onCut={onCopy}
          onPaste={onPaste}
          onBlur={() => {
            // What was typed counts, unless only another program came to the front.
            if (document.hasFocus()) editing.commitWithoutReason()
          }}
        />
        {choicesId !== undefined && cursorBox !== null && (
          <Choices
            id={choicesId}
            words={editing.choices}
            highlighted={editing.choice}
            box={cursorBox}
            onChoose={(index) => editing.choose(index)}
          />
        )}
      </div>
      {editing.overruling !== null && (
        <ReasonPopover
          overruling={editing.overruling}
          verdicts={verdicts}
          anchor={input}
          onDone={giveReason}
          onLeave={(reason) => {
            editing.giveReason(reason)
            if (reason === '') props.onUnexplained()
          }}
        />
      )}
      {pasting !== null && (
        <PasteDialog
          plan={pasting}
          onPaste={() => applyPaste(pasting)}
          onCancel={() => {
            setPasting(null)
            input.current?.focus()
          }}
        />
      )}
    </div>
  )
}

function addressOf({ row, column }: CellAddress): CellAddress {
  return { row, column }
}

function isSingle(area: Area | undefined): boolean {
  return area === undefined || (area.top === area.bottom && area.left === area.right)
}
