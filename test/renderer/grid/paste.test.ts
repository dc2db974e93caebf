import { describe, expect, it } from 'vitest'
import { planPaste, type PasteTarget } from '../../../renderer/grid/paste.ts'

/** Three rows; plan, actual and a computed ratio. */
const target: PasteTarget = {
  rows: [{ id: 'r1' }, { id: 'r2' }, { id: 'r3' }],
  columns: [
    { id: 'plan', computed: false },
    { id: 'actual', computed: false },
    { id: 'ratio', computed: true },
  ],
  textAt: ({ row, column }) => `${row}${column}`,
}
const cell = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column })

describe('planPaste', () => {
  it('puts a block from the selected cell on, leaving out cells that say the same already', () => {
    const plan = planPaste(
      [
        ['1', '01'],
        ['2', '3'],
      ],
      cell(0, 0),
      target,
    )
    expect(plan).toEqual({
      cells: [
        { row: 'r1', column: 'plan', text: '1' },
        { row: 'r2', column: 'plan', text: '2' },
        { row: 'r2', column: 'actual', text: '3' },
      ],
      covered: { top: 0, bottom: 1, left: 0, right: 1 },
      outside: 0,
      computed: 0,
    })
  })

  it('fills the whole selection with a single text', () => {
    const { cells, outside } = planPaste([['5']], { top: 0, bottom: 2, left: 1, right: 1 }, target)
    expect(cells.map(({ row, text }) => `${row}=${text}`)).toEqual(['r1=5', 'r2=5', 'r3=5'])
    expect(outside).toBe(0)
  })

  it('counts what lies outside the table and what would overrule computed cells', () => {
    const plan = planPaste(
      [
        ['1', '2', '9'],
        ['3', '4', '9'],
      ],
      cell(2, 1),
      target,
    )
    expect(plan.cells).toEqual([{ row: 'r3', column: 'actual', text: '1' }])
    expect(plan.computed).toBe(1)
    expect(plan.outside).toBe(4)
  })
})
