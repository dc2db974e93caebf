import { describe, expect, it } from 'vitest'
import { matchingVerdicts, toneOf, verdictsOf, verdictWord, type Judged } from '../../renderer/verdict.ts'
import { DEFAULT_POLICY } from '../../shared/policy.ts'
import { HALF_YEAR, YEAR } from '../shared/building.ts'

const year: Judged = { period: YEAR }
const words = verdictsOf(year)

describe('verdict words', () => {
  it('are those of the report and its period first, then every other that is known', () => {
    expect(words).toEqual(['Vượt', 'Đạt', 'Không đạt', 'Chưa đạt', 'Đánh giá cuối năm', 'Dự kiến Đạt'])
    expect(verdictsOf({ period: HALF_YEAR })).toEqual([
      'Vượt',
      'Đạt',
      'Chưa đạt',
      'Đánh giá cuối năm',
      'Không đạt',
      'Dự kiến Đạt',
    ])
  })

  it('follow the policy of the report', () => {
    const wholePeriod = {
      ...DEFAULT_POLICY.wholePeriod,
      exceeded: 'Hoàn thành vượt',
      nearly: 'Cơ bản đạt',
      expected: 'Dự kiến đạt',
    }
    const own: Judged = { period: YEAR, policy: { ...DEFAULT_POLICY, wholePeriod } }
    expect(verdictsOf(own)).toEqual([
      'Hoàn thành vượt',
      'Đạt',
      'Cơ bản đạt',
      'Không đạt',
      'Dự kiến đạt',
      'Vượt',
      'Chưa đạt',
      'Đánh giá cuối năm',
    ])
    expect(toneOf(own, 'Hoàn thành vượt')).toBe('exceeded')
    expect(toneOf(own, 'Cơ bản đạt')).toBe('nearly')
    expect(toneOf(own, 'Dự kiến đạt')).toBe('open')
  })

  it('are found without marks, case and brackets', () => {
    expect(verdictWord('khong dat', words)).toBe('Không đạt')
    expect(verdictWord('(Dự kiến Đạt)', words)).toBe('Dự kiến Đạt')
    expect(verdictWord('gần đạt', words)).toBeUndefined()
  })

  it('have a tone, other texts none', () => {
    expect(toneOf(year, 'Chưa đạt')).toBe('missed')
    expect(toneOf(year, '(Dự kiến Đạt)')).toBe('open')
    expect(toneOf(year, 'Đạ')).toBeUndefined()
    expect(toneOf(year, '')).toBeUndefined()
  })

  it('are offered by the beginning of any of their words', () => {
    expect(matchingVerdicts('dat', words)).toEqual(['Đạt', 'Không đạt', 'Chưa đạt', 'Dự kiến Đạt'])
    expect(matchingVerdicts('v', words)).toEqual(['Vượt'])
    expect(matchingVerdicts('', words)).toHaveLength(6)
    expect(matchingVerdicts('xyz', words)).toEqual([])
  })
})
