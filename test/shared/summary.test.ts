import { describe, expect, it } from 'vitest'
import { calculate } from '../../shared/calculate.ts'
import type { Report } from '../../shared/model.ts'
import { summarise, type Tally } from '../../shared/summary.ts'
import { build, HALF_YEAR } from './building.ts'
import { importFixture } from './importing.ts'

const summaryOf = (report: Report) => summarise(report, calculate(report))
const words = ({ verdicts }: Tally) =>
  verdicts.map(({ word, outcome, count, share, rows }) => [word, outcome, count, share, rows.join(' ')])
const bands = (tally: Tally) => tally.bands.map(({ band, count, share }) => [band, count, share])

describe('summarise', () => {
  it('counts words and ratios as they are shown, with the rows behind each count', () => {
    const report = build([
      { texts: ['I', 'KINH TẾ'], kind: 'section' },
      { texts: ['1', 'A', '', '10', '12'], level: 1 },
      { texts: ['2', 'B', '', '10', '12', '79,99', '(Dự kiến Đạt)'], level: 1 },
      { texts: ['3', 'C', '', '10', '8'], level: 1 },
      { texts: ['II', 'XÃ HỘI'], kind: 'section' },
      { texts: ['4', 'D', '', 'chữ', '11', '', 'dự kiến đạt'], level: 1 },
      { texts: ['5', 'E', '', '100', '49,99', '', 'Vượt bậc'], level: 1 },
      { texts: ['6', 'F', '', '100', '50', '', 'VƯỢT'], level: 1 },
      { texts: ['7', 'G', '', '', ''], level: 1 },
    ])
    const summary = summaryOf(report)
    expect([summary.assessment, summary.ratio, summary.indicators]).toEqual(['c7', 'c6', 7])
    expect(words(summary)).toEqual([
      ['Vượt', 'exceeded', 2, '28.57', 'r2 r8'],
      ['(Dự kiến Đạt)', 'expected', 2, '28.57', 'r3 r6'],
      ['Không đạt', 'missed', 1, '14.29', 'r4'],
    ])
    expect(summary.withoutVerdict).toEqual({ count: 2, share: '28.57', rows: ['r7', 'r9'] })
    expect(summary.unclear).toEqual([{ text: 'Vượt bậc', count: 1, share: '14.29', rows: ['r7'] }])
    expect(bands(summary)).toEqual([
      ['>=100', 1, '14.29'],
      ['80-<100', 1, '14.29'],
      ['50-<80', 2, '28.57'],
      ['<50', 1, '14.29'],
    ])
    expect(summary.withoutRatio.rows).toEqual(['r6', 'r9'])
    const [first, second] = summary.sections
    expect([first?.row, first?.indicators, second?.row, second?.indicators]).toEqual(['r1', 3, 'r5', 4])
    expect(words(first ?? summary)).toEqual([
      ['Vượt', 'exceeded', 1, '33.33', 'r2'],
      ['(Dự kiến Đạt)', 'expected', 1, '33.33', 'r3'],
      ['Không đạt', 'missed', 1, '33.33', 'r4'],
    ])
    expect(second?.withoutRatio).toEqual({ count: 2, share: '50', rows: ['r6', 'r9'] })
  })

  it('counts items only where the row above them is not assessed, and not what only heads them', () => {
    const report = build([
      { texts: ['1', 'Có số', '', '10', '12'] },
      { texts: ['', 'a', '', '5', '6'], kind: 'item', level: 1, mark: '-' },
      { texts: ['2', 'Chỉ là đầu mục'] },
      { texts: ['', 'b', '', '5', '6'], kind: 'item', level: 1, mark: '-' },
      { texts: ['', 'c', '', '5', '4'], kind: 'item', level: 1, mark: '-' },
      { texts: ['', 'ghi chú dài'], kind: 'item', level: 1, mark: '-' },
      { texts: ['3', 'Mục con có đánh giá của tệp', '', '10', '12'] },
      { texts: ['', 'd', '', '5', '6', '', 'Đạt'], kind: 'item', level: 1, mark: '-' },
      { texts: ['', 'Tổng cộng', '', '20', '24'], kind: 'total' },
    ])
    const summary = summaryOf(report)
    const counted = [...summary.verdicts.flatMap(({ rows }) => rows), ...summary.withoutVerdict.rows].sort()
    expect(counted).toEqual(['r1', 'r4', 'r5', 'r7'])
    expect(summary.indicators).toBe(4)
  })

  it('counts hidden rows, and words in brackets, other case or without a word as what they are', () => {
    const report = build(
      [
        ['1', 'A', '', '10', '', '', 'Đánh giá cuối năm'],
        ['2', 'B', '', '10', '', '', '-'],
      ],
      { period: HALF_YEAR },
    )
    const rows = report.rows.map((row) => ({ ...row, hidden: true }))
    expect(words(summaryOf({ ...report, rows }))).toEqual([['Đánh giá cuối năm', 'pending', 1, '50', 'r1']])
  })

  it('counts no word that is no verdict, and one that is cut short as what it surely begins', () => {
    const report = build(
      ['Đạ', 'Đánh giá', 'đánh giá cuối năm', 'Chưa', 'ĐẠ', 'Chưa đạt, do hạn hán', 'do hạn hán', '-'].map(
        (verdict, index) => [String(index + 1), 'A', '', 'chữ', '5', '', verdict],
      ),
      { period: HALF_YEAR },
    )
    const summary = summaryOf(report)
    expect(words(summary)).toEqual([
      ['Chưa đạt', 'missed', 1, '12.5', 'r6'],
      ['Đánh giá cuối năm', 'pending', 2, '25', 'r2 r3'],
    ])
    expect(summary.withoutVerdict.rows).toEqual(['r1', 'r4', 'r5', 'r7', 'r8'])
    expect(summary.unclear.map(({ text, rows }) => [text, rows.join(' ')])).toEqual([
      ['Đạ', 'r1 r5'],
      ['Chưa', 'r4'],
      ['do hạn hán', 'r7'],
    ])
  })

  it('puts a ratio into its band before it is rounded, a stated one as it stands', () => {
    const report = build([
      ['1', 'A', '', '100000', '99996'],
      ['2', 'B', '', '100000', '99996', '100', 'Không đạt'],
      ['3', 'C', '', '100000', '99996', '100,1'],
      ['4', 'D', '', '100000', '79999', '80'],
      ['5', 'E', '', '>90', '>90', '100'],
    ])
    const bandOf = (row: string) => summaryOf(report).bands.find(({ rows }) => rows.includes(row))?.band
    expect(['r1', 'r2', 'r3', 'r4', 'r5'].map(bandOf)).toEqual([
      '80-<100',
      '80-<100',
      '>=100',
      '50-<80',
      '>=100',
    ])
  })

  it('has nothing to count in a table without figures or assessments', () => {
    expect(summaryOf(build([], { roles: ['name'] }))).toEqual({
      indicators: 0,
      verdicts: [],
      withoutVerdict: { count: 0, share: '0', rows: [] },
      unclear: [],
      bands: [],
      withoutRatio: { count: 0, share: '0', rows: [] },
      sections: [],
    })
  })

  it('counts the ratio to the plan of the year, wherever it stands', () => {
    const report = build([['A', '80', '100', '50', '90', '112,5', '90', '180']], {
      roles: ['name', 'previous', 'plan', 'plan', 'actual', 'ratio', 'ratio', 'ratio'],
    })
    const compared: Record<string, object> = {
      c2: {},
      c3: { term: true },
      c6: { to: 'c2' },
      c7: { to: 'c3' },
      c8: { to: 'c4' },
    }
    const columns = report.columns.map((column) => ({ ...column, ...compared[column.id] }))
    expect(summaryOf({ ...report, columns }).ratio).toBe('c8')
    const withoutYear = columns.filter(({ id }) => id !== 'c8')
    expect(summaryOf({ ...report, columns: withoutYear }).ratio).toBe('c7')
  })
})

it('comes to what is printed in the two real reports', () => {
  const lucBinh = summaryOf(importFixture('luc-binh-2023'))
  expect(words(lucBinh).map(([word, , count]) => [word, count])).toEqual([
    ['Vượt', 10],
    ['Đạt', 4],
    ['(Dự kiến Đạt)', 3],
    ['Không đạt', 11],
  ])
  const bacKan = summaryOf(importFixture('bac-kan-6-thang-2024'))
  const counted = bacKan.verdicts.reduce((sum, { count }) => sum + count, bacKan.withoutVerdict.count)
  expect(counted).toBe(bacKan.indicators)
  expect(words(bacKan).filter(([word]) => word === 'Đánh giá')).toEqual([])
  expect(bacKan.unclear).toEqual([])
})
