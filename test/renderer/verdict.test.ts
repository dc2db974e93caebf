import { describe, expect, it } from 'vitest'
import { matchingVerdicts, rankOf, toneOf, verdictWord } from '../../renderer/verdict.ts'

describe('verdict words', () => {
  it('are found without marks, case and brackets', () => {
    expect(verdictWord('khong dat')).toBe('Không đạt')
    expect(verdictWord('(Dự kiến Đạt)')).toBe('Dự kiến Đạt')
    expect(verdictWord('gần đạt')).toBeUndefined()
    expect(toneOf('Chưa đạt')).toBe('missed')
    expect(toneOf('')).toBeUndefined()
  })

  it('are offered by the beginning of any of their words', () => {
    expect(matchingVerdicts('dat')).toEqual(['Đạt', 'Không đạt', 'Chưa đạt', 'Dự kiến Đạt'])
    expect(matchingVerdicts('v')).toEqual(['Vượt'])
    expect(matchingVerdicts('')).toHaveLength(6)
    expect(matchingVerdicts('xyz')).toEqual([])
  })

  it('are sorted from best to worst, other texts last', () => {
    expect(['Khác', 'Không đạt', 'Vượt', 'Đạt'].sort((a, b) => rankOf(a) - rankOf(b))).toEqual([
      'Vượt',
      'Đạt',
      'Không đạt',
      'Khác',
    ])
  })
})
