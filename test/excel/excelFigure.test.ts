import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excelFigure } from '../../electron/excel/excelFigure.ts'

describe('a shown figure as a number of a sheet', () => {
  it.each([
    ['370', 370, '0'],
    ['02', 2, '00'],
    ['007', 7, '000'],
    ['0', 0, '0'],
    ['2.225,4', 2225.4, '#,##0.0'],
    ['2.352,97', 2352.97, '#,##0.00'],
    ['1478', 1478, '0'],
    ['130.000.000', 130_000_000, '#,##0'],
    ['65,50', 65.5, '0.00'],
    ['-0,25', -0.25, '0.00'],
    ['-1.200', -1200, '#,##0'],
    ['99,67%', 0.9967, '0.00%'],
  ])('%s', (text, value, format) => {
    expect(excelFigure(text)).toEqual({ value, format })
  })

  it.each([
    '',
    '-',
    '>90',
    '18,6 ha',
    '1478.5',
    '24.16',
    '0.123',
    '1.2345',
    '12.34.567',
    '-0',
    '1,2,3',
    '51,3 %',
  ])('is none where only text shows the same: "%s"', (text) => {
    expect(excelFigure(text)).toBeUndefined()
  })

  it('keeps the digits that the text hides', () => {
    expect(excelFigure('99,7', '99.67')).toEqual({ value: 99.67, format: '0.0' })
    expect(excelFigure('67%', '66.6667')).toEqual({ value: 0.666667, format: '0%' })
  })

  it('is none where the figure is known to mean something else', () => {
    expect(excelFigure('1.478', '1.478')).toBeUndefined()
    expect(excelFigure('99,7', '99.8')).toBeUndefined()
  })

  it('is none beyond the 15 digits that a sheet keeps', () => {
    expect(excelFigure('123.456.789.012.345')).toEqual({ value: 123_456_789_012_345, format: '#,##0' })
    expect(excelFigure('1.234.567.890.123.456')).toBeUndefined()
  })

  it('is exactly the decimal that is shown', () => {
    const decimals = fc.record({
      whole: fc.integer({ min: 0, max: 999_999_999 }),
      fraction: fc.stringMatching(/^\d{0,5}$/),
    })
    fc.assert(
      fc.property(decimals, ({ whole, fraction }) => {
        const text = fraction === '' ? String(whole) : `${whole},${fraction}`
        const figure = excelFigure(text)
        expect(figure?.value.toFixed(fraction.length)).toBe(text.replace(',', '.'))
      }),
    )
  })
})
