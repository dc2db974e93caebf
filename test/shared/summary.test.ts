import { expect, it } from 'vitest'
import { calculate } from '../../shared/calculate.ts'
import { countAssessments } from '../../shared/summary.ts'
import { build } from './building.ts'

it('counts the assessments as they are shown', () => {
  const report = build([
    { texts: ['I', 'KINH TẾ'], kind: 'section' },
    ['1', 'A', '', '10', '12'],
    ['2', 'B', '', '10', '12', '', '(Dự kiến Đạt)'],
    ['3', 'C', '', '10', '11'],
    ['4', 'D', '', 'chữ', '11'],
  ])
  expect([...countAssessments(report, calculate(report))]).toEqual([
    ['Vượt', 2],
    ['(Dự kiến Đạt)', 1],
  ])
  expect(countAssessments(build([['A']], { roles: ['name'] }), new Map()).size).toBe(0)
})
