/** What a key means in the rows of the preview. Levels move as Excel groups rows: Alt+Shift+arrow. */
import type { RowKind } from '../../shared/model.ts'
import type { RowMove } from './rowSelection.ts'

export type RowCommand =
  | { readonly type: 'move'; readonly move: RowMove; readonly extend: boolean }
  | { readonly type: 'kind'; readonly kind: RowKind }
  | { readonly type: 'level'; readonly step: -1 | 1 }
  | { readonly type: 'leave-out' | 'select-all' | 'undo' }

/** The part of a keyboard event that says which key was pressed. */
export interface RowKey {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
}

/** The digit that makes rows of a kind, in the order of the buttons. */
export const KIND_KEYS: Readonly<Record<RowKind, string>> = {
  section: '1',
  indicator: '2',
  item: '3',
  total: '4',
}

const MOVES: Readonly<Record<string, RowMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
}

/** Undefined: not ours. */
export function rowCommandOf({ key, code, shiftKey, ctrlKey, altKey }: RowKey): RowCommand | undefined {
  if (altKey) {
    if (!shiftKey || ctrlKey) return undefined
    if (key === 'ArrowLeft') return { type: 'level', step: -1 }
    return key === 'ArrowRight' ? { type: 'level', step: 1 } : undefined
  }
  const move = MOVES[key]
  if (move !== undefined) return { type: 'move', move, extend: shiftKey }
  // By its place on the keyboard, since a Vietnamese layout may give another character.
  if (ctrlKey && code === 'KeyA') return { type: 'select-all' }
  if (ctrlKey && code === 'KeyZ') return { type: 'undo' }
  if (ctrlKey) return undefined
  if (key === 'Delete') return { type: 'leave-out' }
  for (const kind of ['section', 'indicator', 'item', 'total'] as const) {
    if (key === KIND_KEYS[kind]) return { type: 'kind', kind }
  }
  return undefined
}
