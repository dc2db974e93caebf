import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../renderer/row/day.ts'

describe('parseDay', () => {
  it.each([
    ['30/6/2024', '2024-06-30'],
    [' 05-01-2024 ', '2024-01-05'],
    ['1.12.2023', '2023-12-01'],
    ['29/2/2024', '2024-02-29'],
    ['30/6', '2025-06-30'],
  ])('reads %s', (text, day) => {
    expect(parseDay(text, 2025)).toBe(day)
  })

  it.each(['29/2/2023', '31/4/2024', '0/1/2024', '6/2024', '30/6/24', '30 tháng 6', ''])(
    'takes "%s" for no day',
    (text) => {
      expect(parseDay(text, 2025)).toBeUndefined()
    },
  )

  it('needs the year where nobody else knows it', () => {
    expect(parseDay('30/6')).toBeUndefined()
  })
})
