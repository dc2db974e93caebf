import { describe, expect, it } from 'vitest'
import { alike } from '../../shared/comparable.ts'
import type { Quantity } from '../../shared/model.ts'
import { formatQuantity, parseQuantity } from '../../shared/quantity.ts'

function quantity(text: string): Quantity {
  const read = parseQuantity(text)
  if (read === undefined) throw new Error(text)
  return read
}

/** "result : target" as they are compared, or why they are not. */
function compared(result: string, target: string, unit: string): string {
  const pair = alike(quantity(result), quantity(target), unit)
  if ('refused' in pair) return pair.refused
  return `${formatQuantity(pair.result)} : ${formatQuantity(pair.target)}`
}

describe('alike', () => {
  it.each([
    ['368,77', '370', 'Ha', '368,77 : 370'],
    ['18,6 ha', '19', 'Ha', '18,6 ha : 19'],
    ['1,5 tỷ', '1.200', 'Triệu đồng', '1.500 : 1.200'],
    ['1.480 triệu đồng', '1,5 tỷ đồng', '', '1,48 tỷ đồng : 1,5 tỷ đồng'],
    ['1,5 nghìn', '1.200', 'Con', '1.500 : 1.200'],
    ['1.250 con', '1,2', 'Nghìn con', '1,25 : 1,2'],
    ['2 nghìn lượt', '1.800 lượt', 'Người', '2.000 lượt : 1.800 lượt'],
    ['1,5 nghìn', '1.200 con', '', '1.500 con : 1.200 con'],
    ['1.200 con', '1,5 nghìn', '', '1,2 nghìn : 1,5 nghìn'],
    ['1,5 tỷ', '1.480 triệu', '', '1.500 triệu : 1.480 triệu'],
    ['1,5 nghìn khách', '1,2', 'Nghìn lượt', '1,5 nghìn khách : 1,2'],
    ['32 giường', '30', 'Giường/vạn dân', '32 giường : 30'],
    ['3 giường/1.000 dân', '25', 'Giường/vạn dân', '30 : 25'],
    ['18,6 ha', '19', '', '18,6 ha : 19'],
    ['35 hộ', '30', '', '35 hộ : 30'],
    ['12,5‰', '1,2%', '%', '1,25 : 1,2%'],
    ['1,5 điểm %', '>1', '%', '1,5 điểm % : >1'],
    ['5,4 tấn/ha', '55', 'Tạ/ha', '54 : 55'],
    ['54 tạ', '55', 'Tạ/ha', '54 tạ : 55'],
    ['1.500 kg', '2', 'Tấn', '1,5 : 2'],
    ['3 km', '2.500', 'm', '3.000 : 2.500'],
    ['20.000 m2', '1,5 ha', '', '2 ha : 1,5 ha'],
    ['1 km²', '90', 'Ha', '100 : 90'],
    ['1-2 tấn', '1.500', 'Kg', '1.000-2.000 : 1.500'],
    ['1.500 lít', '≥1 m3', '', '1,5 m3 : ≥1 m3'],
    ['2.000 lao động', '1.900', 'Người', '2.000 lao động : 1.900'],
    ['21/34', '25', 'Trường', '21/34 : 25'],
    ['giảm 5 hộ', 'giảm 4', 'Hộ', 'giảm 5 hộ : giảm 4'],
    ['giảm 5', '4', 'Hộ', 'sense'],
    ['giảm 5', 'tăng 4', 'Hộ', 'sense'],
    ['21/34', '60%', 'Trường', 'form'],
    ['21/34', '60', '%', 'form'],
    ['20%', '5', 'Hộ', 'unit'],
    ['20%', '5', '', 'unit'],
    ['18,6 ha', '19', 'Con', 'unit'],
    ['18,6 ha', '19 tấn', '', 'unit'],
    ['1,5 tỷ', '19', '%', 'unit'],
    ['5 tạ/ha', '5 tạ', '', 'unit'],
    ['32,5 giường', '30', 'Giường bệnh/vạn dân', 'unit'],
    ['9 người', '8', 'Bác sỹ/vạn dân', 'unit'],
    ['2 nghìn lượt', '1.800', 'Người', 'unit'],
    ['12 khách', '10', 'Nghìn lượt', 'unit'],
    ['1,5 nghìn', '1.200', '', 'unit'],
    ['1.200', '1,5 nghìn', '', 'unit'],
    ['1,5 tỷ đồng', '1.200', '', 'unit'],
    ['1,5 nghìn', '20%', '', 'unit'],
  ])('"%s" against "%s" in "%s": %s', (result, target, unit, wanted) => {
    expect(compared(result, target, unit)).toBe(wanted)
  })

  it('leaves what needs no conversion as it is', () => {
    const result = quantity('18,6 ha')
    const target = quantity('19')
    const pair = alike(result, target, 'Ha')
    expect('refused' in pair ? undefined : [pair.result, pair.target]).toEqual([result, target])
    expect('result' in pair && pair.result === result && pair.target === target).toBe(true)
  })

  it('keeps operator, footnote and the other figures when it converts', () => {
    expect(compared('21/34 nghìn con(1)', '20', 'Con')).toBe('21.000/34.000(1) : 20')
    expect(compared('khoảng 1,5 tỷ', '1.200', 'Triệu đồng')).toBe('khoảng 1.500 : 1.200')
  })
})
