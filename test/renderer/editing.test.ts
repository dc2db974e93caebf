/** Edits on their way to disk: in order, shown as drafts, never lost when they fail. */
import { beforeEach, describe, expect, it } from 'vitest'
import { singleCell } from '../../renderer/grid/sheet.ts'
import { build } from '../shared/building.ts'
import { memoryApi } from './memoryApi.ts'

const report = build([
  ['1', 'Lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt'],
  ['2', 'Ngô', 'Ha', '30', '31,7', '105,66', 'Vượt'],
])
const memory = memoryApi(report)
// The window's modules take `window.api` when they are loaded.
Object.assign(globalThis, { window: { api: memory.api } })
const { useStore } = await import('../../renderer/store.ts')
const { dropUnsaved, edit, redo, retryUnsaved, undo, unsavedSteps } =
  await import('../../renderer/actions/editing.ts')
const { reload } = await import('../../renderer/actions/reports.ts')

const type = (row: string, column: string, text: string) => edit([{ type: 'cell', row, column, text }])
const state = () => useStore.getState()
const textOf = (row: string, column: string) =>
  state().open?.report.rows.find(({ id }) => id === row)?.cells[column]?.text

beforeEach(async () => {
  memory.fail = null
  memory.delays = []
  memory.store(report)
  useStore.setState({ drafts: {}, messages: [], open: null, pending: 0 })
  await reload(report.id)
})

describe('edit', () => {
  it('shows the texts as drafts until the answer is there, then the change', async () => {
    memory.delays = [10]
    const saving = type('r1', 'c5', '370')
    expect(state().drafts).toEqual({ r1: { c5: { text: '370', state: 'saving' } } })
    expect(state().pending).toBe(1)
    expect(textOf('r1', 'c5')).toBe('368,77')
    await saving
    expect(state().drafts).toEqual({})
    expect(state().pending).toBe(0)
    expect(textOf('r1', 'c5')).toBe('370')
    expect(state().open?.computed.get('r1')).toEqual({ c6: '100', c7: 'Đạt' })
    expect(state().savedAt).toBe('2024-01-02T00:00:00.000Z')
  })

  it('keeps the order of fast typing, however long each edit takes', async () => {
    memory.delays = [20, 1, 5]
    await Promise.all([type('r1', 'c5', '1'), type('r1', 'c5', '2'), type('r1', 'c5', '3')])
    expect(textOf('r1', 'c5')).toBe('3')
    expect(memory.stored().rows[0]?.cells.c5?.text).toBe('3')
    expect(state().drafts).toEqual({})
  })

  it('keeps the rows that did not change as the same objects', async () => {
    const before = state().open?.report.rows[1]
    await type('r1', 'c5', '370')
    expect(state().open?.report.rows[1]).toBe(before)
  })
})

describe('an edit that fails', () => {
  it('keeps the typed text and says why; trying again saves it', async () => {
    memory.fail = 'full'
    await type('r1', 'c5', '370')
    await type('r2', 'c5', '33')
    expect(state().drafts).toEqual({
      r1: { c5: { text: '370', state: 'failed' } },
      r2: { c5: { text: '33', state: 'failed' } },
    })
    expect(state().messages.map((message) => 'failure' in message && message.failure.reason)).toEqual([
      'disk-full',
    ])
    memory.fail = null
    await retryUnsaved()
    expect([textOf('r1', 'c5'), textOf('r2', 'c5')]).toEqual(['370', '33'])
    expect(state().drafts).toEqual({})
  })

  it('is not tried again where the cell was typed anew since', async () => {
    memory.fail = 'full'
    await type('r1', 'c5', '1')
    expect(unsavedSteps()).toHaveLength(1)
    memory.fail = null
    await type('r1', 'c5', '2')
    expect(unsavedSteps()).toEqual([])
    await retryUnsaved()
    expect(textOf('r1', 'c5')).toBe('2')
  })

  it('can be given up', async () => {
    memory.fail = 'full'
    await type('r1', 'c5', '370')
    dropUnsaved()
    expect(state().messages).toEqual([])
    expect(state().drafts).toEqual({})
    expect(textOf('r1', 'c5')).toBe('368,77')
  })

  it('keeps the text when nothing answers, and hands the error on', async () => {
    memory.fail = 'broken'
    await expect(type('r1', 'c5', '370')).rejects.toThrow('gone')
    expect(state().drafts.r1?.c5).toEqual({ text: '370', state: 'failed' })
    expect(state().pending).toBe(0)
    memory.fail = null
    await type('r2', 'c5', '33')
    expect(textOf('r2', 'c5')).toBe('33')
  })
})

describe('undo and redo', () => {
  it('wait for edits on their way and move the cursor to what changed', async () => {
    memory.delays = [10]
    useStore.setState({ selection: singleCell({ row: 'r2', column: 'c2' }) })
    await Promise.all([type('r1', 'c5', '370'), undo()])
    expect(textOf('r1', 'c5')).toBe('368,77')
    expect(state().selection).toEqual(singleCell({ row: 'r1', column: 'c5' }))
    await redo()
    expect(textOf('r1', 'c5')).toBe('370')
  })

  it.each([
    ['c1', '7'],
    ['c2', 'Lúa xuân'],
    ['c3', 'Tạ'],
    ['c7', 'Đạt'],
  ])('move the cursor to %s when that is what changed', async (column, text) => {
    await type('r1', column, text)
    useStore.setState({ selection: singleCell({ row: 'r2', column: 'c5' }) })
    await undo()
    expect(state().selection).toEqual(singleCell({ row: 'r1', column }))
  })

  it('select the cells of a step that changed several', async () => {
    await edit([
      { type: 'cell', row: 'r1', column: 'c5', text: '1' },
      { type: 'cell', row: 'r2', column: 'c4', text: '2' },
    ])
    await undo()
    expect(state().selection).toEqual({
      cursor: { row: 'r1', column: 'c5' },
      anchor: { row: 'r1', column: 'c4' },
      end: { row: 'r2', column: 'c5' },
    })
  })

  it('leave the cursor where it is when no cell changed', async () => {
    await edit([{ type: 'properties', properties: { title: 'Biểu khác' } }])
    useStore.setState({ selection: singleCell({ row: 'r2', column: 'c5' }) })
    await undo()
    expect(state().selection).toEqual(singleCell({ row: 'r2', column: 'c5' }))
  })
})

describe('a window that is behind the disk', () => {
  it('reads the report anew when a change does not fit', async () => {
    const other = build([
      ['1', 'Lúa', 'Ha', '400', '1', '', ''],
      ['2', 'Ngô', 'Ha', '30', '31,7', '105,66', 'Vượt'],
    ])
    memory.store(other)
    await type('r1', 'c5', '370')
    expect(state().open?.report.rows[0]?.cells.c4?.text).toBe('400')
    expect(textOf('r1', 'c5')).toBe('370')
  })
})
