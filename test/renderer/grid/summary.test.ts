import { describe, expect, it } from 'vitest'
import { summaryOf } from '../../../renderer/grid/summary.ts'

describe('summaryOf', () => {
  it('adds figures exactly', () => {
    expect(summaryOf(['0,1', '0,2'])).toEqual({ figures: 2, sum: '0.3', average: '0.15' })
    expect(summaryOf(['2.225,4', '370'])).toEqual({ figures: 2, sum: '2595.4', average: '1297.7' })
    expect(summaryOf(['1', '1', '0'])).toEqual({ figures: 3, sum: '2', average: '0.67' })
  })

  it('leaves out words, bounds, ranges and fractions, which cannot be added up', () => {
    expect(summaryOf(['Đạt', '>90', '0,3-0,45', '21/34', '', '5'])).toEqual({
      figures: 1,
      sum: '5',
      average: '5',
    })
    expect(summaryOf(['', 'Vượt'])).toBeUndefined()
  })
})
