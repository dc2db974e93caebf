/** What a key means in the grid, as in Excel. Keys that are not listed are typed into the live input. */
import type { Move } from './movement.ts'

/**
 * `ready`: a cell has the focus and nothing is typed yet. `typing`: typing began in a ready cell, so arrows leave it.
 * `editing`: the existing text is edited (F2, double click), so arrows move within it.
 */
export type Mode = 'ready' | 'typing' | 'editing'

export type Command =
  | { readonly type: 'move'; readonly move: Move; readonly extend: boolean }
  /** Takes the typed text over, then moves. */
  | { readonly type: 'commit'; readonly move: Move }
  | { readonly type: 'insert'; readonly text: string }
  /** Begins to type in place of what is there, with nothing yet. */
  | { readonly type: 'replace' }
  | {
      readonly type: 'cancel' | 'edit' | 'clear' | 'undo' | 'redo' | 'select-all' | 'choices' | 'column-menu'
    }

/** The part of a keyboard event that says which key was pressed. */
export interface Key {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

const ARROWS: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Undefined: not ours, the browser and the live input do what they always do. */
export function commandOf(key: Key, mode: Mode): Command | undefined {
  if (key.metaKey) return undefined
  if (key.code === 'NumpadDecimal' && key.key === '.' && !key.ctrlKey && !key.altKey) {
    return { type: 'insert', text: ',' }
  }
  if (key.altKey) return withAlt(key, mode)
  if (key.key === 'Enter') {
    return key.ctrlKey ? undefined : { type: 'commit', move: key.shiftKey ? 'enter-back' : 'enter' }
  }
  if (key.key === 'Tab') {
    return key.ctrlKey ? undefined : { type: 'commit', move: key.shiftKey ? 'previous' : 'next' }
  }
  if (key.key === 'Escape') return { type: 'cancel' }
  if (key.key === 'F2') return { type: 'edit' }
  if (mode === 'editing') return undefined
  return mode === 'typing' ? whileTyping(key) : whenReady(key)
}

function withAlt(key: Key, mode: Mode): Command | undefined {
  if (key.ctrlKey) return undefined
  if (key.key === 'Enter') return mode === 'ready' ? { type: 'edit' } : { type: 'insert', text: '\n' }
  return key.key === 'ArrowDown' ? { type: 'choices' } : undefined
}

function whileTyping(key: Key): Command | undefined {
  if (key.ctrlKey || key.shiftKey) return undefined
  const arrow = ARROWS[key.key]
  if (arrow !== undefined) return { type: 'commit', move: arrow }
  if (key.key === 'PageUp') return { type: 'commit', move: 'page-up' }
  return key.key === 'PageDown' ? { type: 'commit', move: 'page-down' } : undefined
}

function whenReady(key: Key): Command | undefined {
  const move = moveOf(key)
  if (move !== undefined) return { type: 'move', move, extend: key.shiftKey }
  if (key.ctrlKey) {
    // The letter by its place on the keyboard, since a Vietnamese layout may give another character.
    if (key.code === 'KeyZ') return { type: key.shiftKey ? 'redo' : 'undo' }
    if (key.code === 'KeyY') return { type: 'redo' }
    if (key.code === 'KeyA') return { type: 'select-all' }
    return undefined
  }
  if (key.key === 'ContextMenu' || (key.key === 'F10' && key.shiftKey)) return { type: 'column-menu' }
  if (key.key === 'Backspace') return { type: 'replace' }
  return key.key === 'Delete' ? { type: 'clear' } : undefined
}

function moveOf(key: Key): Move | undefined {
  const arrow = ARROWS[key.key]
  if (arrow !== undefined) return key.ctrlKey ? `edge-${arrow}` : arrow
  switch (key.key) {
    case 'Home':
      return key.ctrlKey ? 'table-start' : 'row-start'
    case 'End':
      return key.ctrlKey ? 'table-end' : 'row-end'
    case 'PageUp':
      return 'page-up'
    case 'PageDown':
      return 'page-down'
    default:
      return undefined
  }
}
