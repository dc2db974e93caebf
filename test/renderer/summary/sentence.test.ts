import { describe, expect, it } from 'vitest'
import { measureOf, standingOf, summarySentence } from '../../../renderer/summary/sentence.ts'
import { texts } from '../../../renderer/texts.ts'
import { calculate } from '../../../shared/calculate.ts'
import type { Report } from '../../../shared/model.ts'
import { shareOf, summarise } from '../../../shared/summary.ts'
import { build, HALF_YEAR } from '../../shared/building.ts'

const t = texts.getFixedT('vi', ['common', 'summary'])

function sentence(report: Report): string {
  return summarySentence(report, summarise(report, calculate(report)), t)
}

describe('the sentence of a summary', () => {
  it('counts by ratios where every indicator has one, and names what is below 100%', () => {
    const report = build([
      ['1', 'Trồng lúa', 'Ha', '100', '120', '', ''],
      ['2', 'Trồng  ngô', 'Ha', '100', '99', '', ''],
      ['3', 'Đàn bò', 'Con', '100', '100', '', ''],
      ['4', 'Đàn lợn', 'Con', '100', '50', '', ''],
    ])
    expect(sentence(report)).toBe(
      '02/04 chỉ tiêu đạt từ 100% trở lên, chiếm 50%; 02 chỉ tiêu chưa đạt, gồm: (1) Trồng ngô; (2) Đàn lợn.',
    )
  })

  it('counts by verdicts where a target gives no ratio, and what is not assessed last', () => {
    const report = build(
      [
        ['1', 'Trồng lúa', 'Ha', '100', '120', '', ''],
        ['2', 'Tỷ lệ che phủ', '%', '60', '', '', ''],
        ['3', 'Đàn bò', 'Con', '100', '80', '', ''],
      ],
      { period: HALF_YEAR },
    )
    expect(sentence(report)).toBe(
      '01/03 chỉ tiêu đạt và vượt kế hoạch, chiếm 33,33%; 01 chỉ tiêu chưa đạt, gồm: Đàn bò; 01 chỉ tiêu chưa đánh giá.',
    )
  })

  it('says nothing of what there is none of', () => {
    const report = build([['1', 'Trồng lúa', 'Ha', '100', '120', '', '']])
    expect(sentence(report)).toBe('01/01 chỉ tiêu đạt từ 100% trở lên, chiếm 100%.')
  })
})

describe('the standing of indicators', () => {
  const report = build([
    ['1', 'Trồng lúa', 'Ha', '100', '120', '120', 'Vượt'],
    ['2', 'Trồng ngô', 'Ha', '100', '100', '100', '(Dự kiến Đạt)'],
    ['3', 'Đàn bò', 'Con', '100', '90', '90', 'Không đạt'],
    ['4', 'Đàn lợn', 'Con', '100', '90', '90', 'còn xem xét'],
  ])
  const tally = summarise(report, calculate(report))

  it('puts every indicator in one list, by either measure', () => {
    expect(measureOf(tally)).toBe('ratio')
    expect(standingOf(tally, 'ratio')).toEqual({ reached: ['r1', 'r2'], missed: ['r3', 'r4'], open: [] })
    expect(standingOf(tally, 'verdict')).toEqual({ reached: ['r1'], missed: ['r3'], open: ['r2', 'r4'] })
  })

  it.each([
    [0, 0, '0'],
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [3, 3, '100'],
  ])('%s of %s is %s per cent', (count, all, share) => {
    expect(shareOf(count, all)).toBe(share)
  })
})
