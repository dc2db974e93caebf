import { describe, expect, it } from 'vitest'
import { comparisonOf } from '../../../renderer/grid/notes.ts'
import { texts } from '../../../renderer/texts.ts'
import { build } from '../../shared/building.ts'

describe('comparisonOf', () => {
  const roles = ['ordinal', 'name', 'unit', 'plan', 'plan', 'actual', 'ratio', 'assessment'] as const
  const { columns } = build([], { roles })
  const headers = [['TT'], ['Chỉ tiêu'], ['Đơn vị'], ['Kế hoạch', 'Huyện giao'], ['Kế hoạch', 'Xã giao']]
  const named = columns.map((column, index) => ({ ...column, header: headers[index] ?? column.header }))
  const told = (index: number, among = named) => {
    const column = among[index]
    return column === undefined ? undefined : comparisonOf(column, among, texts.t)
  }

  it('names the plan that ratio and assessment are measured against', () => {
    expect(told(6)).toBe('Cột 6 so với Kế hoạch – Xã giao')
    const other = named.map((column) => (column.role === 'ratio' ? { ...column, to: 'c4' } : column))
    expect(told(6, other)).toBe('Cột 6 so với Kế hoạch – Huyện giao')
    expect(told(7, other)).toBe('Cột 6 so với Kế hoạch – Xã giao')
  })

  it('says nothing of a column that compares nothing', () => {
    expect(told(4)).toBeUndefined()
  })
})
