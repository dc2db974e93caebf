import { describe, expect, it } from 'vitest'
import { comparisonOf, metadataText, noteOf } from '../../../renderer/grid/notes.ts'
import { texts } from '../../../renderer/texts.ts'
import type { Finding } from '../../../shared/model.ts'
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

describe('noteOf', () => {
  const finding: Finding = {
    code: 'ratio-truncated',
    severity: 'info',
    row: 'r2',
    column: 'c6',
    params: { stated: '105,66', right: '105,67' },
  }
  const said = texts.t('findings:ratio-truncated', finding.params)

  it('says nothing of a plain cell', () => {
    expect(noteOf({}, texts.t)).toBeUndefined()
  })

  it('tells why a ratio of 100 is no target met', () => {
    const surprises = [{ key: 'not-above', params: { target: '>90', value: '100' } }]
    expect(noteOf({ about: { surprises } }, texts.t)).toBe(
      'Tỷ lệ là 100 nhưng chưa đạt: chỉ tiêu “>90” phải cao hơn mức đó.',
    )
  })

  it('tells what was let stand, with the reason where there is one', () => {
    const note = (settled: string) =>
      noteOf({ mark: { type: 'settled', findings: [{ ...finding, settled }] } }, texts.t)
    expect(note('')).toBe(`Đã xem và giữ: ${said}`)
    expect(note('Đã gửi huyện')).toBe(`Đã xem và bỏ qua (Đã gửi huyện): ${said}`)
  })

  it('tells an override, what is worked out and what is questioned about it', () => {
    const mark = {
      type: 'override',
      text: '105',
      reason: 'Theo huyện',
      computed: '105,67',
      unclear: false,
    } as const
    expect(noteOf({ mark: { ...mark, findings: [] } }, texts.t)).toBe('Sửa tay: Theo huyện. Số tính: 105,67.')
    expect(noteOf({ mark: { ...mark, findings: [finding] } }, texts.t)).toBe(
      `Sửa tay: Theo huyện. Số tính: 105,67.\n${said}`,
    )
    const words = { ...mark, text: 'nhiều', unclear: true, findings: [] }
    expect(noteOf({ mark: words }, texts.t)).toMatch(/^“nhiều” không phải là số\./)
  })

  it('tells every plan with its decision and what is known of a figure, a line each', () => {
    const about = {
      rolledUp: true,
      less: true,
      planValues: [
        { text: '370', decision: '12/QĐ-UBND', date: '2024-01-05' },
        { text: '380', decision: '' },
      ],
      metadata: {
        kind: 'estimate',
        asOf: '2024-06-30',
        source: 'Chi cục Thống kê',
        note: 'chưa gồm xã A',
      },
    } as const
    expect(noteOf({ about }, texts.t)?.split('\n')).toEqual([
      'Tính từ các dòng con.',
      'Chỉ tiêu này càng thấp càng tốt.',
      'Các lần giao kế hoạch: 370 (12/QĐ-UBND, 05/01/2024) → 380.',
      'Số ước.',
      'Tính đến 30/06/2024.',
      'Nguồn: Chi cục Thống kê.',
      'Ghi chú: chưa gồm xã A',
    ])
  })
})

describe('metadataText', () => {
  it('is one line, or nothing', () => {
    expect(metadataText({ kind: 'forecast', asOf: '2024-12-31' }, texts.t)).toBe(
      'Số dự kiến. Tính đến 31/12/2024.',
    )
    expect(metadataText({}, texts.t)).toBeUndefined()
  })
})
