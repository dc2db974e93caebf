/**
 * What is being typed into a cell, from the first letter to the edit that is asked for. The text itself lives in the
 * live input, which has the focus all the time, so no letter waits for anything to be drawn.
 */
import { useRef, useState, type RefObject } from 'react'
import { matchingVerdicts, verdictWord } from '../verdict.ts'
import type { Mode } from './keys.ts'
import type { Move } from './movement.ts'
import type { CellText } from './paste.ts'
import type { Cell } from './sheet.ts'

export interface CellEdit extends CellText {
  readonly type: 'cell'
  readonly reason?: string
  /** A computed cell is to stay empty. */
  readonly blank?: true
}

interface Session {
  readonly mode: Exclude<Mode, 'ready'>
  readonly cell: Cell
  readonly typed: string
  /** The highlighted verdict word, by its index in `choices`. */
  readonly choice: number | null
}

/** A computed cell that is about to be overruled: only the reason is still to be asked for. */
export interface Overruling {
  readonly cell: Cell
  readonly text: string
  readonly blank: boolean
  /** Where the cursor goes afterwards. */
  readonly move: Move | undefined
}

export interface Editing {
  /** To be put on the live input. */
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly mode: Mode
  /** The cell being edited. */
  readonly cell: Cell | undefined
  /** The words offered below the cell, "" for leaving it empty; no words where none are offered. */
  readonly choices: readonly string[]
  readonly choice: number | null
  readonly overruling: Overruling | null
  /** The input's text has changed; typing in a ready cell begins to replace its content. */
  typed(cell: Cell | undefined): void
  /** Begins to edit the existing text of the cell, or another text in its place. */
  begin(cell: Cell, text?: string): void
  insert(cell: Cell | undefined, text: string): void
  highlight(step: 1 | -1): void
  choose(index: number): void
  discard(): void
  /** Takes the typed text over. True when the cursor may go on, false when a reason is to be given first. */
  commit(move: Move | undefined): boolean
  /**
   * Takes the typed text over at once, as when another cell is clicked or the window closes: a computed cell is
   * overruled without a reason.
   */
  commitWithoutReason(): void
  /** Overrules with this reason ("" for none), or with `null` leaves the cell as it was. */
  giveReason(reason: string | null): void
}

/** Among the choices: leaves the assessment empty on purpose, where an empty text only takes back what overruled it. */
export const BLANK = ''

interface Taken {
  readonly text: string
  readonly blank: boolean
}

/** `verdicts` are the words to choose from in an assessment. `onUnexplained`: a cell was overruled without a reason. */
export function useEditing(
  verdicts: readonly string[],
  onEdit: (edits: readonly CellEdit[]) => void,
  onUnexplained: () => void,
): Editing {
  const input = useRef<HTMLTextAreaElement>(null)
  const [session, setSession] = useState<Session | null>(null)
  const [overruling, setOverruling] = useState<Overruling | null>(null)
  const choices = session?.cell.definition.role === 'assessment' ? choicesFor(session, verdicts) : []

  function write(text: string): void {
    if (input.current !== null) input.current.value = text
  }

  const editing: Editing = {
    input,
    mode: session?.mode ?? 'ready',
    cell: session?.cell,
    choices,
    choice: session?.choice ?? null,
    overruling,
    typed(cell) {
      const typed = input.current?.value ?? ''
      if (session !== null) setSession({ ...session, typed, choice: null })
      else if (cell === undefined) write('')
      else setSession({ mode: 'typing', cell, typed, choice: null })
    },
    begin(cell, text = cell.view.text) {
      write(text)
      input.current?.setSelectionRange(text.length, text.length)
      setSession({ mode: 'editing', cell, typed: text, choice: null })
    },
    insert(cell, text) {
      const area = input.current
      if (area === null) return
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
      editing.typed(cell)
    },
    highlight(step) {
      if (session === null || choices.length === 0) return
      const from = session.choice ?? (step === 1 ? -1 : choices.length)
      setSession({ ...session, choice: (from + step + choices.length) % choices.length })
    },
    choose(index) {
      const word = choices[index]
      if (word !== undefined) takeOver({ text: word, blank: word === BLANK }, undefined)
    },
    discard() {
      write('')
      setSession(null)
    },
    commit(move) {
      return takeOver(taken(), move)
    },
    commitWithoutReason() {
      const overruled = finish(taken())
      if (overruled === undefined) return
      send(overruled.cell, overruled)
      onUnexplained()
    },
    giveReason(reason) {
      if (overruling === null) return
      setOverruling(null)
      if (reason !== null) send(overruling.cell, overruling, reason)
    },
  }
  return editing

  function taken(): Taken {
    const word = choices[session?.choice ?? -1]
    return { text: word ?? input.current?.value ?? '', blank: word === BLANK }
  }

  function takeOver(what: Taken, move: Move | undefined): boolean {
    const overruled = finish(what)
    if (overruled !== undefined) setOverruling({ ...overruled, move })
    return overruled === undefined
  }

  /** Ends typing and sends the edit; what overrules a computed cell is not sent but handed back. */
  function finish({ text: typed, blank }: Taken): (Taken & { readonly cell: Cell }) | undefined {
    if (session === null) return undefined
    const { cell, mode } = session
    write('')
    setSession(null)
    const text = cell.definition.role === 'assessment' ? (verdictWord(typed, verdicts) ?? typed) : typed
    // Typed anew, a figure with hidden digits becomes what is shown.
    const isFlagged = mode === 'typing' && cell.entry.row.cells[cell.column]?.flags !== undefined
    if (text === cell.view.text && !isFlagged) return undefined
    if (!cell.computed) send(cell, { text, blank })
    else if (blank || text.trim() !== '') return { cell, text, blank }
    else if (isOverruled(cell)) send(cell, { text: '', blank })
    return undefined
  }

  function send({ row, column }: Cell, { text, blank }: Taken, reason?: string): void {
    const edit = { type: 'cell' as const, row, column, text }
    onEdit([{ ...edit, ...(reason !== undefined && { reason }), ...(blank && { blank }) }])
  }
}

/** The words that go on as was typed; all of them, and leaving it empty, where nothing is typed yet. */
function choicesFor({ cell, typed }: Session, verdicts: readonly string[]): readonly string[] {
  const before = cell.view.text
  if (typed !== before && typed !== '') return matchingVerdicts(typed, verdicts)
  return before === '' ? verdicts : [...verdicts, BLANK]
}

export function isOverruled({ entry, column }: Cell): boolean {
  return entry.row.overrides[column] !== undefined
}
