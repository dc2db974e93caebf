import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sheetName } from '../../electron/excel/sheetName.ts'

it.each([
  ['Biểu kết quả', 'Biểu kết quả'],
  ['BIỂU KẾT QUẢ CÁC CHỈ TIÊU CHỦ YẾU NĂM 2023', 'BIỂU KẾT QUẢ CÁC CHỈ TIÊU CHỦ Y'],
  ['Biểu 01/2024: [kế hoạch]', 'Biểu 01 2024 kế hoạch'],
  ["'Quý I'", 'Quý I'],
  ['dòng\nhai', 'dòng hai'],
  ['', 'Biểu'],
  ['///', 'Biểu'],
  ['History', 'Biểu'],
])('%s → %s', (text, name) => {
  expect(sheetName(text)).toBe(name)
})

it('is always a name that Excel takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const name = sheetName(text)
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name).not.toMatch(/[[\]:*?/\\\p{Cc}]|^'|'$/u)
      expect(name.isWellFormed()).toBe(true)
    }),
  )
})
