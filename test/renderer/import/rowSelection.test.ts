/** Selecting rows of the preview by keys and clicks. */
import { describe, expect, it } from 'vitest'
import { rowCommandOf } from '../../../renderer/import/rowKeys.ts'
import {
  allOf,
  extendedTo,
  keptWithin,
  movedBy,
  singleRow,
  toggled,
  type RowMove,
} from '../../../renderer/import/rowSelection.ts'

/** Rows of a sheet, with a gap. */
const ALL = [9, 10, 11, 14, 15]

describe('steps', () => {
  it.each<readonly [from: number, move: RowMove, to: number]>([
    [9, 'down', 10],
    [11, 'down', 14],
    [15, 'down', 15],
    [9, 'up', 9],
    [14, 'up', 11],
    [10, 'page-down', 15],
    [14, 'page-up', 9],
    [11, 'first', 9],
    [11, 'last', 15],
  ])('from row %i %s to row %i', (from, move, to) => {
    expect(movedBy(ALL, singleRow(from), move, false)).toEqual(singleRow(to))
  })

  it('extend from where selecting began, and back', () => {
    const down = movedBy(ALL, movedBy(ALL, singleRow(10), 'down', true), 'down', true)
    expect([...down.rows]).toEqual([10, 11, 14])
    expect([...movedBy(ALL, down, 'first', true).rows]).toEqual([9, 10])
  })
})

describe('clicks', () => {
  it('with Shift select all in between, with Ctrl one more or one less', () => {
    expect([...extendedTo(ALL, singleRow(15), 10).rows]).toEqual([10, 11, 14, 15])
    const two = toggled(singleRow(9), 14)
    expect([...two.rows]).toEqual([9, 14])
    expect([...toggled(two, 9).rows]).toEqual([14])
    expect([...toggled(singleRow(9), 9).rows]).toEqual([9])
  })
})

describe('a table that changes', () => {
  it('keeps what is still there', () => {
    const selection = allOf(ALL, singleRow(11))
    expect(selection).toEqual({ active: 11, anchor: 9, rows: new Set(ALL) })
    expect(keptWithin(ALL, selection)).toBe(selection)
    expect(keptWithin([10, 11], selection)).toEqual({ active: 11, anchor: 11, rows: new Set([10, 11]) })
    expect(keptWithin([10], selection)).toEqual(singleRow(10))
    expect(keptWithin(ALL, undefined)).toEqual(singleRow(9))
    expect(keptWithin([], selection)).toBeUndefined()
  })
})

describe('keys', () => {
  const key = (key: string, held: { shift?: true; ctrl?: true; alt?: true; code?: string } = {}) =>
    rowCommandOf({
      key,
      code: held.code ?? '',
      shiftKey: held.shift === true,
      ctrlKey: held.ctrl === true,
      altKey: held.alt === true,
    })

  it.each([
    [key('ArrowDown'), { type: 'move', move: 'down', extend: false }],
    [key('End', { shift: true }), { type: 'move', move: 'last', extend: true }],
    [key('1'), { type: 'kind', kind: 'section' }],
    [key('4'), { type: 'kind', kind: 'total' }],
    [key('ArrowLeft', { alt: true, shift: true }), { type: 'level', step: -1 }],
    [key('ArrowRight', { alt: true, shift: true }), { type: 'level', step: 1 }],
    [key('Delete'), { type: 'leave-out' }],
    [key('ă', { ctrl: true, code: 'KeyA' }), { type: 'select-all' }],
    [key('z', { ctrl: true, code: 'KeyZ' }), { type: 'undo' }],
    // These are not ours: the browser and the dialog do what they always do.
    [key('Enter'), undefined],
    [key('Tab'), undefined],
    [key('Escape'), undefined],
    [key('ArrowLeft', { alt: true }), undefined],
    [key('1', { ctrl: true }), undefined],
  ])('%#', (command, expected) => {
    expect(command).toEqual(expected)
  })
})
