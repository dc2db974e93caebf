import { expect, it } from 'vitest'
import { lessExamples } from '../../../renderer/policy/lessExamples.ts'
import { DEFAULT_POLICY } from '../../../shared/policy.ts'
import { build } from '../../shared/building.ts'

const ROLES = ['ordinal', 'name', 'unit', 'previous', 'plan', 'actual', 'ratio'] as const

it('works the five ways out for figures of a real report where the report has no such row', () => {
  expect(lessExamples(build([]), DEFAULT_POLICY)).toEqual({
    name: undefined,
    result: '10,09',
    target: '10,30',
    base: '12,50',
    ratios: {
      none: '',
      'met-is-100': '100',
      'plan-by-result': '102,08',
      'two-minus': '102,04',
      reduction: '109,55',
    },
  })
})

it('takes the first row of the report that can show them, with its decimals', () => {
  const report = build(
    [
      ['1', 'Diện tích trồng lúa', 'Ha', '', '370', '368,77'],
      // By every way 100: this would show nothing.
      ['2', 'Tỷ lệ tăng dân số tự nhiên', '%', '', '1', '1'],
      ['3', 'Tỷ lệ hộ nghèo', '%', '20', 'dưới 15', '16'],
    ],
    { roles: ROLES },
  )
  const example = lessExamples(report, { ...DEFAULT_POLICY, digits: 0 })
  expect(example).toMatchObject({ name: 'Tỷ lệ hộ nghèo', result: '16', target: 'dưới 15', base: '20' })
  expect(example.ratios).toEqual({
    none: '',
    'met-is-100': '',
    'plan-by-result': '94',
    'two-minus': '93',
    reduction: '80',
  })
})

it('has no reduction for a row without a base year', () => {
  const report = build([['1', 'Tỷ lệ hộ nghèo', '%', '', '15', '16']], { roles: ROLES })
  expect(lessExamples(report, DEFAULT_POLICY)).toMatchObject({ base: '', ratios: { reduction: '' } })
})
