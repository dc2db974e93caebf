import { describe, expect, it } from 'vitest'
import { gridRows, rememberingGridRows, type GridRow } from '../../../renderer/grid/cells.ts'
import { calculate, recalculate } from '../../../shared/calculate.ts'
import { applyEdits } from '../../../shared/edit.ts'
import type { Report } from '../../../shared/model.ts'
import { build } from '../../shared/building.ts'

const report = build([
  { texts: ['I', 'KINH TẾ'], kind: 'section' },
  { texts: ['1', 'Lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt'], level: 1 },
  { texts: ['2', 'Ngô', 'Ha', '30', '31,7', '105,66', 'Vượt'], level: 1 },
  { texts: ['', 'Ngô lai', 'Ha', '20', '20'], kind: 'item', level: 2, mark: '-' },
])
const computed = calculate(report)
const contentOf = (of: Report) => ({ report: of, computed: calculate(of), drafts: {} })

function edited(of: Report, row: string, column: string, text: string, reason?: string): Report {
  const result = applyEdits(of, [
    { type: 'cell', row, column, text, ...(reason !== undefined && { reason }) },
  ])
  if (!result.ok) throw new Error(result.failure.reason)
  return result.value.report
}

function cellOf(rows: readonly GridRow[], row: string, column: string) {
  return rows.find((entry) => entry.row.id === row)?.cells[column]
}

describe('gridRows', () => {
  const rows = gridRows(contentOf(report))

  it('shows names with their marks and verdicts with their tone', () => {
    expect(cellOf(rows, 'r4', 'c2')).toEqual({ text: '- Ngô lai' })
    expect(cellOf(rows, 'r2', 'c7')).toEqual({ text: 'Không đạt', tone: 'missed' })
  })

  it('marks a stated value that differs from the computed one', () => {
    expect(cellOf(rows, 'r3', 'c6')).toEqual({
      text: '105,66',
      mark: { type: 'differs', stated: '105,66', computed: '105,67' },
    })
  })

  it('marks words where a figure is expected, and an override with its reason', () => {
    const unclear = gridRows(contentOf(edited(report, 'r2', 'c5', 'nhiều')))
    expect(cellOf(unclear, 'r2', 'c5')).toEqual({ text: 'nhiều', mark: { type: 'unclear', text: 'nhiều' } })
    expect(cellOf(unclear, 'r2', 'c6')?.text).toBe('')
    const overruled = gridRows(contentOf(edited(report, 'r2', 'c7', 'Đạt', 'Cơ bản đạt')))
    expect(cellOf(overruled, 'r2', 'c7')).toEqual({
      text: 'Đạt',
      tone: 'met',
      mark: {
        type: 'override',
        text: 'Đạt',
        reason: 'Cơ bản đạt',
        computed: 'Không đạt',
        understood: true,
      },
    })
    const words = gridRows(contentOf(edited(report, 'r2', 'c6', 'Đạt')))
    expect(cellOf(words, 'r2', 'c6')?.mark).toMatchObject({ type: 'override', understood: false })
  })

  it('shows a draft in place of what is on disk', () => {
    const drafts = { r2: { c5: { text: '370', state: 'saving' as const } } }
    const withDraft = gridRows({ report, computed, drafts })
    expect(cellOf(withDraft, 'r2', 'c5')).toEqual({ text: '370', mark: { type: 'saving', text: '370' } })
  })

  it('leaves out hidden rows', () => {
    const hidden = { ...report, rows: report.rows.map((row) => ({ ...row, hidden: row.id === 'r2' })) }
    expect(gridRows(contentOf(hidden)).map(({ row }) => row.id)).toEqual(['r1', 'r3', 'r4'])
  })

  it('keeps the rows that an edit does not concern as the same objects', () => {
    const rowsOf = rememberingGridRows()
    const before = rowsOf({ report, computed, drafts: {} })
    const after = edited(report, 'r2', 'c5', '370')
    const changed = rowsOf({
      report: after,
      computed: recalculate(after, computed, ['r2']),
      drafts: {},
    })
    const kept = changed.map((entry, index) => entry === before[index])
    expect(kept).toEqual([true, false, true, true])
    expect(cellOf(changed, 'r2', 'c6')?.text).toBe('100')
  })

  it('draws the rows below an edited one in the outline again, since they may depend on it', () => {
    const rowsOf = rememberingGridRows()
    const before = rowsOf({ report, computed, drafts: {} })
    const after = edited(report, 'r3', 'c5', '')
    const changed = rowsOf({ report: after, computed: recalculate(after, computed, ['r3']), drafts: {} })
    expect(changed.map((entry, index) => entry === before[index])).toEqual([true, true, false, false])
  })
})
