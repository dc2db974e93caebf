import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phraseFinder } from '../../shared/phrases.ts'
import { plainWords } from '../../shared/text.ts'

const PHRASES = ['ho ngheo', 'ho', 'can ngheo', 'sinh con thu 3']
const finder = phraseFinder(PHRASES)

describe('phraseFinder', () => {
  it.each([
    ['Tỷ lệ hộ nghèo', 'hộ nghèo'],
    ['TỶ LỆ HỘ NGHÈO', 'HỘ NGHÈO'],
    ['Tỷ lệ hô\u0323 nghe\u0300o', 'hô\u0323 nghe\u0300o'],
    ['hộ, nghèo', 'hộ, nghèo'],
    ['hộ\u00a0 nghèo.', 'hộ\u00a0 nghèo'],
    ['hộ nghèochung', 'hộ'],
    ['hộ khá', 'hộ'],
    ['cận nghèo và hộ', 'cận nghèo'],
    ['Tỷ lệ sinh con thứ 3+', 'sinh con thứ 3'],
    ['sinh con thứ 30', undefined],
    ['hội', undefined],
    ['thộ', undefined],
    ['', undefined],
  ])('finds first in "%s": %s', (text, phrase) => {
    const found = finder.first(text)
    expect(found && text.slice(found.start, found.end)).toBe(phrase)
  })

  it('finds what a text opens with, and nothing further on', () => {
    expect(finder.opening('  Hộ nghèo cuối năm')).toEqual({ start: 2, end: 10 })
    expect(finder.opening('Số hộ nghèo')).toBeUndefined()
    expect(finder.opening('')).toBeUndefined()
  })

  it('finds a phrase wherever it stands as words in the plain text', () => {
    const words = fc.constantFrom(
      'hộ',
      'nghèo',
      'cận',
      'Sinh',
      'con',
      'thứ',
      '3',
      'hội',
      'Tỷ lệ',
      'nghe\u0300o',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (list) => {
        const text = list.join(' ')
        const plain = ` ${plainWords(text)} `
        const stands = PHRASES.some((phrase) => plain.includes(` ${phrase} `))
        expect(finder.first(text) !== undefined).toBe(stands)
      }),
      { numRuns: 1_000 },
    )
  })
})
