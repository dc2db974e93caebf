import { describe, expect, it } from 'vitest'
import { folded, normalLines, normalText } from '../../shared/text.ts'

describe('texts', () => {
  it('are composed and closed up', () => {
    expect(normalText(' Diện\u00a0 tích\n lúa '.normalize('NFD'))).toBe('Diện tích lúa')
  })

  it('keep the line breaks of a cell, whatever they are made of', () => {
    expect(normalLines(' Kế  hoạch \r\n 2024\n\rước ')).toBe('Kế hoạch\n2024\n\nước')
  })

  it('are compared in lower case', () => {
    expect(folded('ĐẠT  Ộ')).toBe(folded('đạt ộ'.normalize('NFD')))
  })
})
