import { describe, expect, it } from 'vitest'
import { lineCount } from '../../../renderer/grid/wrapping.ts'

/** A font in which every character is 10 pixels wide. */
const measure = (text: string) => text.length * 10

describe('lineCount', () => {
  it.each([
    ['', 100, 1],
    ['một hai ba', 100, 1],
    ['một hai ba', 99, 2],
    ['một hai ba', 30, 3],
    ['một\nhai', 100, 2],
    ['abcdefghijkl', 50, 3],
    ['ab cdefghijkl mn', 50, 4],
  ])('breaks %j in %i pixels into %i lines', (text, width, lines) => {
    expect(lineCount(text, width, measure)).toBe(lines)
  })
})
