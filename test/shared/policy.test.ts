import { describe, expect, it } from 'vitest'
import { OUTCOMES, type Policy } from '../../shared/model.ts'
import {
  DEFAULT_POLICY,
  outcomeBegunBy,
  outcomeOf,
  policyOf,
  verdictIn,
  wordsFor,
} from '../../shared/policy.ts'
import { HALF_YEAR, YEAR } from './building.ts'

const report = { period: YEAR }

describe('the words of a report', () => {
  it('are the defaults of its period, else its own', () => {
    expect(wordsFor({ period: YEAR })).toEqual(DEFAULT_POLICY.wholePeriod)
    expect(wordsFor({ period: HALF_YEAR })).toEqual(DEFAULT_POLICY.withinYear)
    const policy: Policy = {
      ...DEFAULT_POLICY,
      wholePeriod: { ...DEFAULT_POLICY.wholePeriod, met: 'Hoàn thành' },
    }
    expect(wordsFor({ period: YEAR, policy }).met).toBe('Hoàn thành')
    expect(policyOf({ policy })).toBe(policy)
    expect(policyOf({})).toBe(DEFAULT_POLICY)
  })
})

describe('what a word means', () => {
  it.each([
    ['Vượt', 'exceeded'],
    ['VƯỢT KẾ HOẠCH', 'exceeded'],
    ['(Đạt)', 'met'],
    ['dat', 'met'],
    ['Đạt.', 'met'],
    [' Không  đạt ', 'missed'],
    ['Chưa đạt', 'missed'],
    ['Cơ bản đạt', 'nearly'],
    ['(Dự kiến Đạt)', 'expected'],
    ['[Đánh giá cuối năm]', 'pending'],
    ['Đánh giá', undefined],
    ['đạt và vượt', undefined],
    ['do hạn hán', undefined],
    ['()', undefined],
    ['', undefined],
  ] as const)('"%s" is %s', (word, outcome) => {
    expect(outcomeOf(report, word)).toBe(outcome)
  })

  it('is the policy’s before what is customary', () => {
    const policy: Policy = {
      ...DEFAULT_POLICY,
      wholePeriod: { ...DEFAULT_POLICY.wholePeriod, exceeded: 'Xuất sắc', nearly: 'Đạt', met: 'Hoàn thành' },
    }
    expect(outcomeOf({ period: YEAR, policy }, 'xuất sắc')).toBe('exceeded')
    expect(outcomeOf({ period: YEAR, policy }, 'Đạt')).toBe('nearly')
    // Of the other periods, as a file may say it.
    expect(outcomeOf({ period: YEAR, policy }, 'Vượt')).toBe('exceeded')
  })

  it('is the customary one where a policy does not tell two outcomes apart', () => {
    const words = { ...DEFAULT_POLICY.wholePeriod, exceeded: 'Đạt', nearly: 'Không đạt' }
    const policy = { ...DEFAULT_POLICY, wholePeriod: words }
    expect(outcomeOf({ period: YEAR, policy }, 'Đạt')).toBe('met')
    expect(outcomeOf({ period: YEAR, policy }, 'Không đạt')).toBe('missed')
  })

  it('is found again for every word of the defaults', () => {
    for (const period of [YEAR, HALF_YEAR]) {
      const words = wordsFor({ period })
      for (const outcome of OUTCOMES) {
        if (words[outcome] !== '') expect(outcomeOf({ period }, words[outcome])).toBe(outcome)
      }
    }
  })
})

describe('a text around a word', () => {
  it.each([
    ['Đánh giá', 'pending'],
    ['dự kiến', 'expected'],
    ['Không', 'missed'],
    ['Chưa', undefined],
    ['Đạ', undefined],
    ['Đánh giá cuối năm', undefined],
    ['', undefined],
  ] as const)('"%s" is cut short of a word for %s', (text, outcome) => {
    expect(outcomeBegunBy({}, text)).toBe(outcome)
  })

  it.each([
    ['Không đạt, do hạn hán', 'Không đạt', 'missed'],
    ['Vượt (cả hai đợt)', 'Vượt', 'exceeded'],
    ['  Chưa  đạt do mưa', 'Chưa đạt', 'missed'],
    ['(Dự kiến Đạt)', '(Dự kiến Đạt)', 'expected'],
  ] as const)('"%s" is "%s" and a remark', (text, word, outcome) => {
    expect(verdictIn(report, text)).toEqual({ word, outcome })
  })

  it.each(['do hạn hán', 'Đạt 83% kế hoạch', ''])('"%s" is a mere remark', (text) => {
    expect(verdictIn(report, text)).toBeUndefined()
  })
})
