import { describe, expect, it } from 'vitest'
import { groupFindings } from '../../shared/check/groups.ts'
import { groupByYear, matchingReports } from '../../renderer/reports/groups.ts'
import type { ReportSummary } from '../../shared/api.ts'
import type { Finding, FindingCode, Period } from '../../shared/model.ts'

function summary(title: string, period: Period, office = ''): ReportSummary {
  return { id: title, title, period, office, state: 'draft', sample: false, rows: 1, updatedAt: '' }
}

describe('the list of reports', () => {
  it('has the newest year first, in it the latest period first, and unknown periods last', () => {
    const groups = groupByYear([
      summary('tháng 6', { kind: 'month', index: 6, year: 2024 }),
      summary('không rõ', { kind: 'unknown' }),
      summary('cả năm 2023', { kind: 'year', year: 2023 }),
      summary('quý IV', { kind: 'quarter', index: 4, year: 2023 }),
      summary('nhiệm kỳ', { kind: 'term', from: 2021, to: 2025 }),
      summary('9 tháng', { kind: 'nine-months', year: 2024 }),
    ])
    expect(groups.map(({ year, reports }) => [year, reports.map(({ title }) => title)])).toEqual([
      [2025, ['nhiệm kỳ']],
      [2024, ['9 tháng', 'tháng 6']],
      [2023, ['cả năm 2023', 'quý IV']],
      [null, ['không rõ']],
    ])
  })

  it('has reports of the same title in the order of their offices', () => {
    const offices = ['xã Số 10', 'xã Số 2', 'xã An']
    const [group] = groupByYear(
      offices.map((office) => summary('Biểu', { kind: 'year', year: 2024 }, office)),
    )
    expect(group?.reports.map(({ office }) => office)).toEqual(['xã An', 'xã Số 2', 'xã Số 10'])
  })

  it('finds reports by all typed words, with or without their marks', () => {
    const reports = [
      summary('BIỂU KẾT QUẢ', { kind: 'year', year: 2023 }, 'xã Lục Bình'),
      summary('BIỂU TIẾN ĐỘ', { kind: 'half-year', index: 1, year: 2024 }, 'thành phố Bắc Kạn'),
    ]
    const found = (typed: string) =>
      matchingReports(reports, typed, (period) => ('year' in period ? String(period.year) : '')).map(
        ({ title }) => title,
      )
    expect(found('')).toHaveLength(2)
    expect(found('luc binh')).toEqual(['BIỂU KẾT QUẢ'])
    expect(found('biểu 2024')).toEqual(['BIỂU TIẾN ĐỘ'])
    expect(found('lục 2024')).toEqual([])
  })
})

describe('groupFindings', () => {
  it('puts alike findings together, the grave first', () => {
    const finding = (code: FindingCode, severity: Finding['severity'], row: string): Finding => ({
      code,
      severity,
      row,
      params: {},
    })
    const groups = groupFindings([
      finding('ratio-rounded', 'info', 'r1'),
      finding('unit-missing', 'warning', 'r2'),
      finding('ratio-rounded', 'info', 'r3'),
      finding('ratio-wrong', 'error', 'r4'),
    ])
    expect(groups.map(({ code, findings }) => [code, findings.map(({ row }) => row)])).toEqual([
      ['ratio-wrong', ['r4']],
      ['unit-missing', ['r2']],
      ['ratio-rounded', ['r1', 'r3']],
    ])
  })
})
