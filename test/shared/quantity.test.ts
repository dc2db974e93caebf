import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quantity } from '../../shared/model.ts'
import { formatFigure, formatQuantity, isCustomary, parseQuantity, readings } from '../../shared/quantity.ts'
import { quantityProperties } from './properties/quantities.ts'

const understood: readonly (readonly [text: string, quantity: Quantity])[] = [
  ['370', { op: '=', value: '370' }],
  ['368,77', { op: '=', value: '368.77' }],
  ['2.225,4', { op: '=', value: '2225.4' }],
  ['130.000.000', { op: '=', value: '130000000' }],
  ['02', { op: '=', value: '2' }],
  ['0', { op: '=', value: '0' }],
  ['98,50', { op: '=', value: '98.5' }],
  ['-5,2', { op: '=', value: '-5.2' }],
  ['−5,2', { op: '=', value: '-5.2' }],
  ['–5,2', { op: '=', value: '-5.2' }],
  ['- 7,4', { op: '=', value: '-7.4' }],
  ['-0', { op: '=', value: '0' }],
  ['+5,2%', { op: '=', value: '5.2', unit: '%' }],
  ['51,3 %', { op: '=', value: '51.3', unit: '%' }],
  ['18,6 ha', { op: '=', value: '18.6', unit: 'ha' }],
  ['31,7ha', { op: '=', value: '31.7', unit: 'ha' }],
  ['54 tạ/ha', { op: '=', value: '54', unit: 'tạ/ha' }],
  ['5 kg/người/năm', { op: '=', value: '5', unit: 'kg/người/năm' }],
  ['20 m2', { op: '=', value: '20', unit: 'm2' }],
  ['１２,５', { op: '=', value: '12.5' }],
  ['1\u00a0234,5', { op: '=', value: '1234.5' }],
  ['124 801', { op: '=', value: '124801' }],
  ['1.5', { op: '=', value: '1.5' }],
  ['24.16%', { op: '=', value: '24.16', unit: '%' }],
  ['0.360', { op: '=', value: '0.36' }],
  ['1,234.5', { op: '=', value: '1234.5' }],
  ['1,234,567', { op: '=', value: '1234567' }],
  ['>90', { op: '>', value: '90' }],
  ['>4.000', { op: '>', value: '4000' }],
  ['≥ 99', { op: '>=', value: '99' }],
  ['>= 99', { op: '>=', value: '99' }],
  ['<12', { op: '<', value: '12' }],
  ['≤ 0,3%', { op: '<=', value: '0.3', unit: '%' }],
  ['dưới 3%', { op: '<', value: '3', unit: '%' }],
  ['Dưới 10 %', { op: '<', value: '10', unit: '%' }],
  ['trên 90%', { op: '>', value: '90', unit: '%' }],
  ['hơn 2.000 lao động', { op: '>', value: '2000', unit: 'lao động' }],
  ['từ 90 % trở lên', { op: '>=', value: '90', unit: '%' }],
  ['98,9% trở lên', { op: '>=', value: '98.9', unit: '%' }],
  ['35 ha trở lên', { op: '>=', value: '35', unit: 'ha' }],
  ['3 % trở xuống', { op: '<=', value: '3', unit: '%' }],
  ['tối thiểu 5 sản phẩm', { op: '>=', value: '5', unit: 'sản phẩm' }],
  ['tối đa 5', { op: '<=', value: '5' }],
  ['không quá 5', { op: '<=', value: '5' }],
  ['ít nhất từ 05 hội viên trở lên', { op: '>=', value: '5', unit: 'hội viên' }],
  ['khoảng 4', { op: '~', value: '4' }],
  ['ước đạt 90', { op: '=', value: '90' }],
  ['Khoảng 45-47', { op: '~', low: '45', high: '47' }],
  ['0,3-0,45‰', { op: '=', low: '0.3', high: '0.45', unit: '‰' }],
  ['5% – 7%', { op: '=', low: '5', high: '7', unit: '%' }],
  ['từ 2 đến 5 hồ sơ', { op: '=', low: '2', high: '5', unit: 'hồ sơ' }],
  ['1-2 hợp tác xã', { op: '=', low: '1', high: '2', unit: 'hợp tác xã' }],
  ['1 - 1,5 điểm %', { op: '=', low: '1', high: '1.5', unit: 'điểm %' }],
  ['Tăng 11-12%', { op: '=', low: '11', high: '12', unit: '%', sense: 'increase' }],
  ['21/34', { op: '=', value: '21', part: '21', whole: '34' }],
  ['04/06', { op: '=', value: '4', part: '4', whole: '6' }],
  ['21/34 trường', { op: '=', value: '21', part: '21', whole: '34', unit: 'trường' }],
  ['105/104 làng', { op: '=', value: '105', part: '105', whole: '104', unit: 'làng' }],
  ['giảm 935 hộ', { op: '=', value: '935', unit: 'hộ', sense: 'decrease' }],
  ['giảm trên 1,5%', { op: '>', value: '1.5', unit: '%', sense: 'decrease' }],
  ['tăng bình quân 6-7%/năm', { op: '=', low: '6', high: '7', unit: '%/năm', sense: 'increase' }],
  ['không quá 5%', { op: '<=', value: '5', unit: '%' }],
  ['không vượt 5', { op: '<=', value: '5' }],
  ['trên hoặc bằng 90%', { op: '>=', value: '90', unit: '%' }],
  ['trên dưới 50 hộ', { op: '~', value: '50', unit: 'hộ' }],
  ['phấn đấu đạt trên 90%', { op: '>', value: '90', unit: '%' }],
  ['Duy trì 98,5%', { op: '=', value: '98.5', unit: '%' }],
  ['Giữ vững 19/19 tiêu chí', { op: '=', value: '19', part: '19', whole: '19', unit: 'tiêu chí' }],
  ['giảm còn dưới 3%', { op: '<', value: '3', unit: '%' }],
  ['còn 45 hộ', { op: '=', value: '45', unit: 'hộ' }],
  ['6,6-6,8', { op: '=', low: '6.6', high: '6.8' }],
  ['6,6~6,8', { op: '=', low: '6.6', high: '6.8' }],
  ['5 ha đến 7 ha', { op: '=', low: '5', high: '7', unit: 'ha' }],
  ['từ 2.021 tới 2.025', { op: '=', low: '2021', high: '2025' }],
  ['7/5 xã', { op: '=', value: '7', part: '7', whole: '5', unit: 'xã' }],
  ['7 / 5', { op: '=', value: '7', part: '7', whole: '5' }],
  ['0,24‰5', { op: '=', value: '0.24', unit: '‰', footnote: '5' }],
  ['1,06%4', { op: '=', value: '1.06', unit: '%', footnote: '4' }],
  ['98,5%12', { op: '=', value: '98.5', unit: '%', footnote: '12' }],
  ['1.250(*)', { op: '=', value: '1250', footnote: '(*)' }],
  ['1.234*', { op: '=', value: '1234', footnote: '*' }],
  ['100¹', { op: '=', value: '100', footnote: '¹' }],
  ['100%²', { op: '=', value: '100', unit: '%', footnote: '²' }],
  ['25 (1)', { op: '=', value: '25', footnote: '(1)' }],
  ['25 (1) (2)', { op: '=', value: '25', footnote: '(1)(2)' }],
  ['18,6 ha(1)', { op: '=', value: '18.6', unit: 'ha', footnote: '(1)' }],
  ['35 ha trở lên (*)', { op: '>=', value: '35', unit: 'ha', footnote: '(*)' }],
  ['0,3-0,45‰3', { op: '=', low: '0.3', high: '0.45', unit: '‰', footnote: '3' }],
  ['20 m²', { op: '=', value: '20', unit: 'm²' }],
  ['20 km²¹', { op: '=', value: '20', unit: 'km²', footnote: '¹' }],
  ['20 điểm²', { op: '=', value: '20', unit: 'điểm', footnote: '²' }],
  ['20252', { op: '=', value: '20252' }],
  ['100%KH', { op: '=', value: '100', unit: '%KH' }],
  ['94,5 \\%', { op: '=', value: '94.5', unit: '%' }],
  ['9,5 bác sỹ/10.000 dân', { op: '=', value: '9.5', unit: 'bác sỹ/10.000 dân' }],
  ['\u202a1\u2009234,5\u00ad', { op: '=', value: '1234.5' }],
]

/** Words, dates, several figures, figures that could be two things: a wrong figure is worse than none. */
const words = [
  '',
  '-',
  '…',
  'x',
  'Đạt',
  'I',
  '12a',
  '(5)',
  '370.',
  '1e5',
  '29.3354',
  '1.23.456',
  '35, 27 triệu',
  '01/12/2023',
  '31/5',
  '12/2023',
  '2021-2025',
  '7-2024',
  '1/2000',
  'mức độ 2/3',
  'mức độ 1',
  'Giảm cả 3 tiêu chí',
  'giảm 02 người chết, giảm 04 người bị thương so với cùng kỳ',
  'giảm 935 hộ, tỷ lệ giảm 6,31%',
  'giảm 218 hộ, trong đó 162 hộ DTTS',
  'giảm từ 5 đến 3',
  'còn 14,79%/15,30%',
  '10,09%/10,30%',
  '26 con/26 hộ',
  '368,77ha/370ha',
  '98,9% so với cùng kỳ',
  '02 xã chưa đạt',
  'từ 5',
  'trên 5 trở lên',
  'trên 45-47',
  '5-3',
  'hoàn thành tốt nhiệm vụ trở lên',
  'Có 01 mô hình HTX kiểu mới',
  '5 trong số 7',
  '#DIV/0!',
  '26 (02)',
  '12 (5 nữ)',
  '120 (50%)',
  '282-BC/ĐU',
  '45/QĐ-UBND',
  '1.250 (20 m)',
  'Duy trì',
  'Duy trì mức sinh thay thế',
  '5 ha đến 7 tấn',
]

describe('parseQuantity', () => {
  it.each(understood)('understands "%s"', (text, quantity) => {
    expect(parseQuantity(text)).toEqual(quantity)
  })

  it.each(words)('leaves "%s" as text', (text) => {
    expect(parseQuantity(text)).toBeUndefined()
  })

  it('reads decomposed letters like composed ones', () => {
    for (const [text, quantity] of understood) {
      const read = parseQuantity(text.normalize('NFD'))
      expect(read).toEqual(quantity)
    }
  })

  it('never throws and never takes more than a moment, whatever the text', () => {
    const pieces = fc.constantFrom(
      '1',
      '.',
      ',',
      ' ',
      '-',
      '/',
      '%',
      'ha',
      'giảm ',
      'từ ',
      ' trở lên',
      '>',
      '000',
      'đ',
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.array(pieces, { maxLength: 60 })), (text) => {
        parseQuantity(typeof text === 'string' ? text : text.join(''))
      }),
      { numRuns: 2000 },
    )
    const start = performance.now()
    parseQuantity('1'.repeat(100) + ' m'.repeat(9))
    parseQuantity('1 '.repeat(30_000))
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('formatFigure', () => {
  it.each([
    ['2225.4', '2.225,4'],
    ['-1234567.891', '-1.234.567,891'],
    ['0.5', '0,5'],
    ['999', '999'],
    ['-100', '-100'],
  ])('writes %s as %s', (value, text) => {
    expect(formatFigure(value)).toBe(text)
  })
})

describe('formatQuantity', () => {
  it.each<readonly [Quantity, string]>([
    [{ op: '=', value: '2225.4' }, '2.225,4'],
    [{ op: '>', value: '90', unit: '%' }, '>90%'],
    [{ op: '>=', value: '35', unit: 'ha' }, '≥35 ha'],
    [{ op: '~', low: '45', high: '47' }, 'khoảng 45-47'],
    [{ op: '=', low: '0.3', high: '0.45', unit: '‰', footnote: '5' }, '0,3-0,45‰5'],
    [{ op: '=', value: '21', part: '21', whole: '34', unit: 'trường' }, '21/34 trường'],
    [{ op: '=', value: '31', part: '31', whole: '5' }, '31 / 5'],
    [{ op: '=', value: '7', part: '7', whole: '2024' }, '7/2.024'],
    [{ op: '>', value: '1.5', unit: '%', sense: 'decrease' }, 'giảm >1,5%'],
    [{ op: '=', value: '1250', footnote: '(*)' }, '1.250(*)'],
  ])('writes %o as %s', (quantity, text) => {
    expect(formatQuantity(quantity)).toBe(text)
    expect(parseQuantity(text)).toEqual(quantity)
  })

  it.each(Object.entries(quantityProperties))('%s', (_property, check) => {
    check(10_000)
  })
})

describe('readings', () => {
  it.each<readonly [string, readonly string[]]>([
    ['6.969', ['6.969', '6,969']],
    ['1,500', ['1,5', '1.500']],
    ['24.16%', ['24,16%', '2.416%']],
    ['≥ 1.5 ha', ['≥1,5 ha', '≥15 ha']],
    ['-1.5', ['-1,5', '-15']],
    ['giảm 1.5%', ['giảm 1,5%', 'giảm 15%']],
    ['1,234.5', ['1.234,5', '1,2345']],
    ['1,234,567', ['1.234.567']],
    ['29.3354', ['29,3354', '293.354']],
    ['1234.567', ['1.234,567', '1.234.567']],
    ['2.225.4', ['2.225,4', '22.254']],
    ['1.23.456', ['123.456']],
    ['35, 27 triệu', ['35,27 triệu']],
    ['0.36', ['0,36']],
    ['0.3-0.45‰', ['0,3-0,45‰']],
    ['6.969/6 ha', ['6.969/6 ha', '6,969/6 ha']],
    ['2.225,4', ['2.225,4']],
    ['chưa có', []],
    ['giảm 24.16% so với cùng kỳ', []],
  ])('of "%s" are %o', (text, figures) => {
    expect(readings(text).map(formatQuantity)).toEqual(figures)
  })

  it('begin with the one that is used, if one is', () => {
    for (const text of ['6.969', '1,500', '24.16%', '1,234.5', '370', '>90']) {
      expect(readings(text)[0]).toEqual(parseQuantity(text))
    }
    for (const text of ['29.3354', '2.225.4', '35, 27 triệu']) expect(parseQuantity(text)).toBeUndefined()
  })
})

describe('isCustomary', () => {
  it.each([
    ['2.225,4', true],
    ['6.969', true],
    ['≥ 99', true],
    ['124 801', true],
    ['Đạt', true],
    ['1.5', false],
    ['0.36 ha', false],
    ['29.3354', false],
    ['1,234.5', false],
    ['35, 27', false],
    ['0,3-0.45', false],
  ])('"%s": %s', (text, customary) => {
    expect(isCustomary(text)).toBe(customary)
  })
})
