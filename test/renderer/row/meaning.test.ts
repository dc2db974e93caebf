import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../../renderer/row/meaning.ts'
import { texts } from '../../../renderer/texts.ts'
import { parseQuantity } from '../../../shared/quantity.ts'

function told(text: string): string | undefined {
  const quantity = parseQuantity(text)
  return quantity === undefined ? undefined : meaningOf(quantity, texts.t)
}

describe('meaningOf', () => {
  it.each([
    ['2.225,4', '2.225,4'],
    ['02', '2'],
    ['>90', 'lớn hơn 90'],
    ['≥ 99', 'từ 99 trở lên'],
    ['từ 90% trở lên', 'từ 90 % trở lên'],
    ['dưới 3%', 'nhỏ hơn 3 %'],
    ['không quá 5', 'không quá 5'],
    ['khoảng 4', 'khoảng 4'],
    ['0,3-0,45‰', 'từ 0,3 đến 0,45 ‰'],
    ['từ 2 đến 5', 'từ 2 đến 5'],
    ['21/34', '21 trên 34 (61,76%)'],
    ['18,6 ha', '18,6 ha'],
    ['giảm 935 hộ', 'giảm 935 hộ'],
    ['Giảm cả 3 tiêu chí', undefined],
    ['Duy trì', undefined],
  ])('%s', (text, meaning) => {
    expect(told(text)).toBe(meaning)
  })
})
