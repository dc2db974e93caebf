import { describe, expect, it } from 'vitest'
import { columnWidths } from '../../../renderer/grid/columnWidths.ts'
import { frozenColumns } from '../../../renderer/grid/columnDefs.ts'
import { headerGroups, type HeaderNode } from '../../../renderer/grid/headerGroups.ts'
import type { Column } from '../../../shared/model.ts'
import { build } from '../../shared/building.ts'

const { columns } = build([])
const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0)

describe('columnWidths', () => {
  it('fits the columns into less room as long as they can be read', () => {
    const wanted = total(columnWidths(columns, 10_000))
    expect(total(columnWidths(columns, 760))).toBeLessThanOrEqual(760)
    expect(total(columnWidths(columns, 760))).toBeGreaterThan(740)
    const least = columnWidths(columns, 100)
    expect(least).toEqual(columnWidths(columns, 200))
    expect(total(least)).toBeLessThan(wanted)
  })

  it('gives room that is left to the names alone, within measure', () => {
    const [, nameAt1000, ...othersAt1000] = columnWidths(columns, 1000)
    const [, nameAt3000, ...othersAt3000] = columnWidths(columns, 3000)
    expect(othersAt3000).toEqual(othersAt1000)
    expect(nameAt3000).toBeGreaterThan(nameAt1000 ?? 0)
    expect(columnWidths(columns, 9000)).toEqual(columnWidths(columns, 3000))
  })
})

describe('headerGroups', () => {
  const headers = [
    ['TT'],
    ['Kết quả', 'Thực hiện'],
    ['Kết quả', 'Tỷ lệ%'],
    ['Kế hoạch', 'Tỉnh', 'Năm'],
    ['Kế hoạch', 'Xã'],
  ]
  const withHeaders = headers.map((header, index): Column => ({ ...columnAt(index), header }))

  function columnAt(index: number): Column {
    const column = columns[index]
    if (column === undefined) throw new Error(`No column ${index}`)
    return column
  }
  const outline = (node: HeaderNode): unknown =>
    node.type === 'column' ? node.text : { [node.text]: node.children.map(outline) }

  it('puts neighbours with the same group under one node, however deep', () => {
    expect(headerGroups(withHeaders).map(outline)).toEqual([
      'TT',
      { 'Kết quả': ['Thực hiện', 'Tỷ lệ%'] },
      { 'Kế hoạch': [{ Tỉnh: ['Năm'] }, 'Xã'] },
    ])
  })

  it('keeps groups apart where another column stands between them', () => {
    const [, first, second] = withHeaders
    const plain = withHeaders[0]
    if (first === undefined || second === undefined || plain === undefined) throw new Error('Too few columns')
    expect(headerGroups([first, plain, second]).map(outline)).toEqual([
      { 'Kết quả': ['Thực hiện'] },
      'TT',
      { 'Kết quả': ['Tỷ lệ%'] },
    ])
  })
})

describe('frozenColumns', () => {
  it('freezes ordinal and name, and nothing where the name comes late', () => {
    expect(frozenColumns(columns).map(({ role }) => role)).toEqual(['ordinal', 'name'])
    const late = build([], { roles: ['plan', 'actual', 'unit', 'name'] })
    expect(frozenColumns(late.columns)).toEqual([])
  })
})
