import { describe, expect, it } from 'vitest'
import { commandOf, type Key, type Mode } from '../../../renderer/grid/keys.ts'

function press(key: string, mode: Mode, more: Partial<Key> = {}) {
  const plain = { code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }
  return commandOf({ key, ...plain, ...more }, mode)
}

describe('commandOf', () => {
  it('leaves letters and digits to the live input in every mode', () => {
    for (const mode of ['ready', 'typing', 'editing'] as const) {
      for (const key of ['d', 'đ', '7', 'Process', 'Unidentified']) {
        expect(press(key, mode)).toBeUndefined()
      }
    }
  })

  it('begins with an empty text by Backspace in a ready cell, and leaves it to the text being typed', () => {
    expect(press('Backspace', 'ready')).toEqual({ type: 'replace' })
    expect(press('Backspace', 'typing')).toBeUndefined()
    expect(press('Backspace', 'editing')).toBeUndefined()
  })

  it('moves with arrows when ready, leaves the cell while typing, stays in the text while editing', () => {
    expect(press('ArrowLeft', 'ready')).toEqual({ type: 'move', move: 'left', extend: false })
    expect(press('ArrowLeft', 'ready', { shiftKey: true })).toEqual({
      type: 'move',
      move: 'left',
      extend: true,
    })
    expect(press('ArrowLeft', 'ready', { ctrlKey: true })).toEqual({
      type: 'move',
      move: 'edge-left',
      extend: false,
    })
    expect(press('ArrowLeft', 'typing')).toEqual({ type: 'commit', move: 'left' })
    expect(press('ArrowLeft', 'editing')).toBeUndefined()
  })

  it('commits with Enter and Tab in each direction', () => {
    expect(press('Enter', 'typing')).toEqual({ type: 'commit', move: 'enter' })
    expect(press('Enter', 'editing', { shiftKey: true })).toEqual({ type: 'commit', move: 'enter-back' })
    expect(press('Tab', 'editing')).toEqual({ type: 'commit', move: 'next' })
    expect(press('Tab', 'ready', { shiftKey: true })).toEqual({ type: 'commit', move: 'previous' })
  })

  it('breaks the line with Alt+Enter and writes a comma for the decimal key of the numeric pad', () => {
    expect(press('Enter', 'typing', { altKey: true })).toEqual({ type: 'insert', text: '\n' })
    expect(press('.', 'ready', { code: 'NumpadDecimal' })).toEqual({ type: 'insert', text: ',' })
    expect(press('Delete', 'ready', { code: 'NumpadDecimal' })).toEqual({ type: 'clear' })
    expect(press('.', 'ready', { code: 'Period' })).toBeUndefined()
  })

  it('opens the menu of the column by Shift+F10 and the menu key of a ready cell only', () => {
    expect(press('F10', 'ready', { shiftKey: true })).toEqual({ type: 'column-menu' })
    expect(press('ContextMenu', 'ready')).toEqual({ type: 'column-menu' })
    expect(press('F10', 'ready')).toBeUndefined()
    expect(press('F10', 'typing', { shiftKey: true })).toBeUndefined()
    expect(press('ContextMenu', 'editing')).toBeUndefined()
  })

  it('undoes the report when ready and the typed text while typing', () => {
    expect(press('z', 'ready', { code: 'KeyZ', ctrlKey: true })).toEqual({ type: 'undo' })
    expect(press('Z', 'ready', { code: 'KeyZ', ctrlKey: true, shiftKey: true })).toEqual({ type: 'redo' })
    expect(press('z', 'typing', { code: 'KeyZ', ctrlKey: true })).toBeUndefined()
  })
})
