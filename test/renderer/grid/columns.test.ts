import { describe, expect, it } from 'vitest'
import { columnWidths } from '../../../renderer/grid/columnWidths.ts'
import { contentWidths } from '../../../renderer/grid/contentWidths.ts'
import { gridRows } from '../../../renderer/grid/cells.ts'
import { frozenColumns } from '../../../renderer/grid/columnDefs.ts'
import { headerGroups, type HeaderNode } from '../../../renderer/grid/headerGroups.ts'
import { calculate } from '../../../shared/calculate.ts'
import type { Column } from '../../../shared/model.ts'
import { build } from '../../shared/building.ts'

const { columns } = build([])
const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0)

describe('columnWidths', () => {
  /** TT | Chỉ tiêu | Đơn vị | Kế hoạch | Thực hiện | Tỷ lệ | Đánh giá. */
  const needs = [30, 90, 40, 80, 80, 55, 95]

  it('takes room from figures before it takes any from the names, and never less than contents need', () => {
    const [, nameAt900, , planAt900] = columnWidths(columns, 900, needs)
    const [, nameAt720, , planAt720] = columnWidths(columns, 720, needs)
    expect(nameAt720).toBe(nameAt900)
    expect(planAt720).toBeLessThan(planAt900 ?? 0)
    const tight = columnWidths(columns, total(needs) - 90 + 250, needs)
    expect(total(tight)).toBeLessThanOrEqual(total(needs) - 90 + 250)
    expect(tight.toSpliced(1, 1)).toEqual(needs.toSpliced(1, 1))
    expect(tight[1]).toBeGreaterThan(245)
    const least = columnWidths(columns, 100, needs)
    expect(least).toEqual(needs.with(1, 180))
  })

  it('fits two plans, ratio and assessment beside the list of reports of a window 1024 pixels wide', () => {
    const roles = ['ordinal', 'name', 'unit', 'plan', 'plan', 'actual', 'ratio', 'assessment'] as const
    const eight = build([], { roles }).columns.map((column) => ({ ...column, width: 30 }))
    const widths = columnWidths(eight, 764, [34, 70, 45, 85, 85, 85, 62, 100])
    expect(total(widths)).toBeLessThanOrEqual(764)
    expect(widths[1]).toBeGreaterThan(180)
  })

  it('gives a column the width that its figures need, whatever the file says', () => {
    expect(columnWidths(columns, 10_000, needs.with(4, 222))[4]).toBe(222)
  })

  it('gives room that is left to the names alone, within measure', () => {
    const [, nameAt1000, ...othersAt1000] = columnWidths(columns, 1000, needs)
    const [, nameAt3000, ...othersAt3000] = columnWidths(columns, 3000, needs)
    expect(othersAt3000).toEqual(othersAt1000)
    expect(nameAt3000).toBeGreaterThan(nameAt1000 ?? 0)
    expect(columnWidths(columns, 9000, needs)).toEqual(columnWidths(columns, 3000, needs))
  })
})

describe('contentWidths', () => {
  // Every character 10 pixels wide, bold ones 11.
  const measures = { regular: (text: string) => text.length * 10, bold: (text: string) => text.length * 11 }
  const widthsOf = (rows: readonly (readonly string[])[], atLeast?: readonly number[]) => {
    const report = build(rows)
    const content = { report, computed: calculate(report), drafts: {}, findings: [] }
    return contentWidths(report.columns, gridRows(content), measures, atLeast)
  }
  const margin = 14
  const sign = 16

  it('keeps figures and verdicts whole and breaks names and headers between words', () => {
    const [, name, , plan, , ratio, verdict] = widthsOf([
      ['1', 'Thu ngân sách', 'đồng', '163 248 704', '1', '12,5', 'Không đạt'],
    ])
    expect(name).toBe(4 * 10 + margin)
    expect(plan).toBe('163 248 704'.length * 10 + margin)
    expect(ratio).toBe(4 * 10 + margin)
    expect(verdict).toBe('Không đạt'.length * 10 + margin + sign)
  })

  it('only grows with rows that changed', () => {
    const before = widthsOf([['1', 'Lúa', 'Ha', '163.248.704', '1', '', '']])
    expect(widthsOf([['1', 'Lúa', 'Ha', '3', '', '', '']], before)).toEqual(before)
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
