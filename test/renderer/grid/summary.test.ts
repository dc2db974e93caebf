import { describe, expect, it } from 'vitest'
import { summaryOf } from '../../../renderer/grid/summary.ts'

const summaryOfHectares = (texts: readonly string[]) => summaryOf(texts.map((text) => ({ text, unit: 'Ha' })))

describe('summaryOf', () => {
  it('adds figures exactly', () => {
    expect(summaryOfHectares(['0,1', '0,2'])).toEqual({ figures: 2, total: { sum: '0.3', average: '0.15' } })
    expect(summaryOfHectares(['2.225,4', '370'])?.total).toEqual({ sum: '2595.4', average: '1297.7' })
    expect(summaryOfHectares(['1', '1', '0'])?.total).toEqual({ sum: '2', average: '0.67' })
  })

  it('leaves out words, bounds, ranges and fractions, which cannot be added up', () => {
    expect(summaryOfHectares(['Đạt', '>90', '0,3-0,45', '21/34', '', '5'])).toEqual({
      figures: 1,
      total: { sum: '5', average: '5' },
    })
    expect(summaryOfHectares(['', 'Vượt'])).toBeUndefined()
  })

  it('leaves out increases and decreases, whose figures have no sign', () => {
    expect(summaryOfHectares(['giảm 935 hộ', 'tăng 2', '5'])?.figures).toBe(1)
    expect(summaryOfHectares(['giảm 935 hộ'])).toBeUndefined()
  })

  it('counts figures of different units without adding them up', () => {
    const ha = { text: '370', unit: 'Ha' }
    expect(summaryOf([ha, { text: '99,67', unit: '%' }])).toEqual({ figures: 2 })
    expect(summaryOf([ha, { text: '51,3 %', unit: 'Ha' }])).toEqual({ figures: 2 })
    expect(summaryOf([ha, { text: '3', unit: '' }])).toEqual({ figures: 2 })
    expect(summaryOf([ha, { text: '1 ha', unit: '' }, { text: '2', unit: 'héc ta' }])?.total?.sum).toBe('373')
  })
})
