import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quantity } from '../../shared/model.ts'
import { formatFigure, parseQuantity, readings } from '../../shared/quantity.ts'

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
  '0,24‰5',
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
  'Duy trì 98,5%',
  'còn 14,79%/15,30%',
  '10,09%/10,30%',
  '26 con/26 hộ',
  '368,77ha/370ha',
  '98,9% so với cùng kỳ',
  '100%KH',
  '02 xã chưa đạt',
  'từ 5',
  'trên 5 trở lên',
  'trên 45-47',
  '5-3',
  'hoàn thành tốt nhiệm vụ trở lên',
  'Có 01 mô hình HTX kiểu mới',
  '5 trong số 7',
  '#DIV/0!',
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

  it('reads back whatever formatFigure writes', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.integer({ min: 0, max: 6 }),
        (units, scale) => {
          const value = canonical(units, scale)
          expect(parseQuantity(formatFigure(value))).toEqual({ op: '=', value })
        },
      ),
    )
  })

  it('reads back bounds, ranges and fractions around such figures', () => {
    const figures = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 3 }))
    const forms = fc.constantFrom<(figure: string) => string>(
      (figure) => `>${figure}`,
      (figure) => `> ${figure} %`,
      (figure) => `trên ${figure}%`,
    )
    fc.assert(
      fc.property(figures, forms, ([units, scale], form) => {
        const value = canonical(units, scale)
        expect(parseQuantity(form(formatFigure(value)))).toMatchObject({ op: '>', value })
      }),
    )
    fc.assert(
      fc.property(figures, fc.bigInt({ min: 1n, max: 1000n }), ([units, scale], more) => {
        const low = canonical(units, scale)
        const high = canonical(units + more * 10n ** BigInt(scale), scale)
        fc.pre(!/^(?:19|20|21)\d\d$/.test(high))
        const text = `${formatFigure(low)} - ${formatFigure(high)} ha`
        expect(parseQuantity(text)).toEqual({ op: '=', low, high, unit: 'ha' })
      }),
    )
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

describe('readings', () => {
  it('tells what else the separators may mean', () => {
    expect(readings('6.969')).toEqual([{ text: '6.969', value: '6969', other: '6.969', customary: true }])
    expect(readings('24.16%')).toEqual([{ text: '24.16', value: '24.16', other: '2416', customary: false }])
    expect(readings('35, 27 triệu')).toEqual([{ text: '35, 27', other: '35.27', customary: false }])
    expect(readings('2.225,4')).toEqual([{ text: '2.225,4', value: '2225.4', customary: true }])
    expect(readings('29.3354')).toMatchObject([{ customary: false }])
    expect(readings('chưa có')).toEqual([])
  })
})

function canonical(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const point = digits.length - scale
  const decimals = digits.slice(point).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${decimals === '' ? '' : `.${decimals}`}`
}
