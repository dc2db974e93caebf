import { describe, expect, it } from 'vitest'
import { progressOf } from '../../../renderer/row/progress.ts'
import { texts } from '../../../renderer/texts.ts'
import { calculate } from '../../../shared/calculate.ts'
import type { Column, Report } from '../../../shared/model.ts'
import { build } from '../../shared/building.ts'

const ROLES = ['ordinal', 'name', 'unit', 'plan', 'plan', 'actual', 'ratio', 'ratio'] as const
const built = build([['1', 'Trường chuẩn quốc gia', 'trường', '10', '21', '10']], { roles: ROLES })

function report(settings: Readonly<Record<string, Partial<Column>>>): Report {
  const columns = built.columns.map((column) => ({
    ...column,
    ...(column.id === 'c7' && { to: 'c4' }),
    ...(column.id === 'c8' && { to: 'c5' }),
    ...settings[column.id],
  }))
  return { ...built, columns }
}

function told(of: Report): string | undefined {
  const [row] = of.rows
  return row === undefined ? undefined : progressOf(of, row, calculate(of), texts.t)
}

describe('progressOf', () => {
  it('names the year and the term', () => {
    expect(told(report({ c5: { term: true } }))).toBe('Đạt 100% năm, 47,62% nhiệm kỳ')
  })

  it('names who assigned the plans', () => {
    expect(told(report({ c4: { assignedBy: 'province' }, c5: { assignedBy: 'district' } }))).toBe(
      'Đạt 100% kế hoạch tỉnh giao, 47,62% kế hoạch huyện giao',
    )
  })

  it('falls back to the headers where that does not tell them apart', () => {
    const both = report({ c4: { assignedBy: 'province' }, c5: { assignedBy: 'province' } })
    expect(told(both)).toBe('Đạt 100% Cột 4, 47,62% Cột 5')
  })

  it('says nothing where there is one plan', () => {
    expect(told(report({ c8: { to: 'c4' } }))).toBeUndefined()
  })
})
