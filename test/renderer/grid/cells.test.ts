import { describe, expect, it } from 'vitest'
import { gridRows, rememberingGridRows, type GridRow } from '../../../renderer/grid/cells.ts'
import { calculate, recalculateAfter } from '../../../shared/calculate.ts'
import { signsOf } from '../../../renderer/grid/signs.ts'
import { check } from '../../../shared/check/index.ts'
import { applyEdits } from '../../../shared/edit.ts'
import type { Edit, Finding, Report } from '../../../shared/model.ts'
import { DEFAULT_POLICY } from '../../../shared/policy.ts'
import { build, HALF_YEAR } from '../../shared/building.ts'

const report = build([
  { texts: ['I', 'KINH TẾ'], kind: 'section' },
  { texts: ['1', 'Lúa', 'Ha', '370', '368,77', '99,67', 'Không đạt'], level: 1 },
  { texts: ['2', 'Ngô', 'Ha', '30', '31,7', '105,66', 'Vượt'], level: 1 },
  { texts: ['', 'Ngô lai', 'Ha', '20', '20'], kind: 'item', level: 2, mark: '-' },
])
const computed = calculate(report)
const contentOf = (of: Report) => ({ report: of, computed: calculate(of), drafts: {}, findings: [] })

function applied(of: Report, ...edits: readonly Edit[]) {
  const result = applyEdits(of, edits)
  if (!result.ok) throw new Error(result.failure.reason)
  return result.value
}

function edited(of: Report, row: string, column: string, text: string, reason?: string): Report {
  return applied(of, { type: 'cell', row, column, text, ...(reason !== undefined && { reason }) }).report
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

  it('marks a stated value that differs exactly where the check says so', () => {
    const found = check(report, computed)
    expect(found.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['ratio-truncated', 'r3', 'c6'],
    ])
    expect(cellOf(gridRows({ ...contentOf(report), findings: found }), 'r3', 'c6')).toEqual({
      text: '105,66',
      mark: { type: 'differs', stated: '105,66', computed: '105,67' },
    })
    expect(cellOf(rows, 'r3', 'c6')).toEqual({ text: '105,66' })
  })

  it('does not mark a forecast that has come true, nor ratios with more digits than are wanted now', () => {
    const forecast = build([['1', 'Lúa', 'Ha', '10', '10', '100', '(Dự kiến Đạt)']], { period: HALF_YEAR })
    const policy = { ...DEFAULT_POLICY, digits: 1 }
    const fewer = applied(report, { type: 'properties', properties: { policy } }).report
    for (const [of, row, column] of [
      [forecast, 'r1', 'c7'],
      [fewer, 'r2', 'c6'],
    ] as const) {
      const content = contentOf(of)
      const view = cellOf(gridRows({ ...content, findings: check(of, content.computed) }), row, column)
      expect(view?.text).not.toBe('')
      expect(view?.mark).toBeUndefined()
    }
  })

  it('knows why a ratio of 100 stands beside a target that is not met', () => {
    const aboutRatio = (target: string, result: string) =>
      cellOf(gridRows(contentOf(build([['1', 'A', '', target, result]]))), 'r1', 'c6')?.about
    expect(aboutRatio('trên 90', '90')?.surprises?.map(({ key }) => key)).toEqual(['not-above'])
    expect(aboutRatio('1.000.000', '999.960')?.surprises?.map(({ key }) => key)).toEqual(['rounded'])
    expect(aboutRatio('90', '90')).toBeUndefined()
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
        unclear: false,
        findings: [],
      },
    })
    const words = gridRows(contentOf(edited(report, 'r2', 'c6', 'Đạt')))
    expect(cellOf(words, 'r2', 'c6')?.mark).toMatchObject({ type: 'override', unclear: true })
  })

  it('shows a draft in place of what is on disk', () => {
    const drafts = { r2: { c5: { text: '370', state: 'saving' as const } } }
    const withDraft = gridRows({ report, computed, drafts, findings: [] })
    expect(cellOf(withDraft, 'r2', 'c5')).toEqual({ text: '370', mark: { type: 'saving', text: '370' } })
  })

  it('leaves out hidden rows', () => {
    const hidden = { ...report, rows: report.rows.map((row) => ({ ...row, hidden: row.id === 'r2' })) }
    expect(gridRows(contentOf(hidden)).map(({ row }) => row.id)).toEqual(['r1', 'r3', 'r4'])
  })

  it('keeps the rows that an edit does not concern as the same objects', () => {
    const rowsOf = rememberingGridRows()
    const before = rowsOf({ report, computed, drafts: {}, findings: [] })
    const { report: after, change } = applied(report, { type: 'cell', row: 'r2', column: 'c5', text: '370' })
    const changed = rowsOf({
      report: after,
      computed: recalculateAfter(after, computed, change),
      drafts: {},
      findings: [],
    })
    const kept = changed.map((entry, index) => entry === before[index])
    expect(kept).toEqual([true, false, true, true])
    expect(cellOf(changed, 'r2', 'c6')?.text).toBe('100')
  })

  it('draws the rows below an edited one in the outline again, since they may depend on it', () => {
    const rowsOf = rememberingGridRows()
    const before = rowsOf({ report, computed, drafts: {}, findings: [] })
    const { report: after, change } = applied(report, { type: 'cell', row: 'r3', column: 'c5', text: '' })
    const changed = rowsOf({
      report: after,
      computed: recalculateAfter(after, computed, change),
      drafts: {},
      findings: [],
    })
    expect(changed.map((entry, index) => entry === before[index])).toEqual([true, true, false, false])
  })
})

describe('the marks of what was found', () => {
  const separator: Finding = {
    code: 'separator-unclear',
    severity: 'warning',
    row: 'r2',
    column: 'c5',
    params: { text: '1.5', readings: '1,5 / 15' },
  }
  const withFindings = (of: Report, ...findings: readonly Finding[]) =>
    gridRows({ ...contentOf(of), findings })

  it('tells a doubtful reading, any other question and one that was let stand apart', () => {
    const markOf = (finding: Finding) => cellOf(withFindings(report, finding), 'r2', 'c5')?.mark
    expect(markOf(separator)).toEqual({ type: 'doubtful', findings: [separator] })
    const unit: Finding = { ...separator, code: 'unit-in-figure' }
    expect(markOf(unit)).toEqual({ type: 'questioned', findings: [unit] })
    const settled = { ...separator, settled: '' }
    expect(markOf(settled)).toEqual({ type: 'settled', findings: [settled] })
    expect(markOf({ ...separator, severity: 'info' })).toBeUndefined()
    expect(markOf({ ...separator, column: 'c4' })).toBeUndefined()
  })

  it('leaves a stated value that differs in peace once that was let stand', () => {
    const found: Finding = {
      ...separator,
      code: 'ratio-truncated',
      row: 'r3',
      column: 'c6',
      severity: 'info',
    }
    expect(cellOf(withFindings(report, found), 'r3', 'c6')?.mark?.type).toBe('differs')
    expect(cellOf(withFindings(report, { ...found, settled: 'Đã gửi' }), 'r3', 'c6')?.mark?.type).toBe(
      'settled',
    )
  })

  it('draws only the rows anew whose findings changed', () => {
    const rowsOf = rememberingGridRows()
    const content = contentOf(report)
    const before = rowsOf({ ...content, findings: [separator] })
    const same = rowsOf({ ...content, findings: [{ ...separator }] })
    expect(same.map((entry, index) => entry === before[index])).toEqual([true, true, true, true])
    const gone = rowsOf({ ...content, findings: [] })
    expect(gone.map((entry, index) => entry === before[index])).toEqual([true, false, true, true])
  })
})

describe('what is known of a figure', () => {
  const rowsAfter = (...edits: readonly Edit[]) => gridRows(contentOf(applied(report, ...edits).report))

  it('is told by quiet signs: less is better at a plain target, an estimate, a forecast', () => {
    const less = rowsAfter({ type: 'row', row: 'r2', set: { direction: 'less' } })
    expect(signsOf(cellOf(less, 'r2', 'c4'))).toEqual(['less'])
    expect(signsOf(cellOf(less, 'r2', 'c5'))).toEqual([])
    const bounded = rowsAfter({ type: 'cell', row: 'r2', column: 'c4', text: '< 12' })
    expect(signsOf(cellOf(bounded, 'r2', 'c4'))).toEqual([])
    const kind = (set: 'actual' | 'estimate' | 'forecast') =>
      signsOf(
        cellOf(rowsAfter({ type: 'metadata', row: 'r2', column: 'c5', set: { kind: set } }), 'r2', 'c5'),
      )
    expect(kind('estimate')).toEqual(['estimate'])
    expect(kind('forecast')).toEqual(['forecast'])
    expect(kind('actual')).toEqual([])
  })

  it('is told of a figure that follows its parts, until one is typed', () => {
    const parts = build([
      { texts: ['1', 'Gia súc', 'con', '', ''] },
      { texts: ['', 'Trâu', 'con', '10', '12'], kind: 'item', level: 1, mark: '-' },
      { texts: ['', 'Bò', 'con', '20', '21'], kind: 'item', level: 1, mark: '-' },
    ])
    const followed = applied(parts, { type: 'row', row: 'r1', set: { rollUp: 'sum' } }).report
    const sum = cellOf(gridRows(contentOf(followed)), 'r1', 'c5')
    expect(sum?.text).toBe('33')
    expect(signsOf(sum)).toEqual(['rolledUp'])
    const typed = cellOf(gridRows(contentOf(edited(followed, 'r1', 'c5', '40'))), 'r1', 'c5')
    expect(signsOf(typed)).toEqual([])
  })

  it('does not call words unclear where a person said that words are all there is, nor a dash', () => {
    const words: Edit = { type: 'cell', row: 'r2', column: 'c4', text: 'Hoàn thành tốt' }
    expect(cellOf(rowsAfter(words), 'r2', 'c4')?.mark?.type).toBe('unclear')
    const said = rowsAfter(words, { type: 'row', row: 'r2', set: { direction: 'words' } })
    expect(cellOf(said, 'r2', 'c4')?.mark).toBeUndefined()
    const dash = rowsAfter({ type: 'cell', row: 'r2', column: 'c5', text: '-' })
    expect(cellOf(dash, 'r2', 'c5')?.mark).toBeUndefined()
  })

  it('marks an overruling text that is no figure or nearly a verdict, and tells what is questioned', () => {
    const half = edited(report, 'r2', 'c7', 'Đạ')
    const found: Finding = {
      code: 'verdict-unclear',
      severity: 'warning',
      row: 'r2',
      column: 'c7',
      params: { text: 'Đạ' },
    }
    const marked = gridRows({ ...contentOf(half), findings: [found] })
    expect(cellOf(marked, 'r2', 'c7')?.mark).toMatchObject({
      type: 'override',
      unclear: true,
      findings: [found],
    })
    const remark = gridRows(contentOf(edited(report, 'r2', 'c7', 'Không tính trong năm')))
    expect(cellOf(remark, 'r2', 'c7')?.mark).toMatchObject({ type: 'override', unclear: false })
  })

  it('is told of an assessment left empty on purpose', () => {
    const blank = rowsAfter({
      type: 'cell',
      row: 'r2',
      column: 'c7',
      text: '',
      reason: 'Chưa tính',
      blank: true,
    })
    expect(cellOf(blank, 'r2', 'c7')).toMatchObject({
      text: '',
      mark: { type: 'override', unclear: false, reason: 'Chưa tính', computed: 'Không đạt' },
    })
  })
})
