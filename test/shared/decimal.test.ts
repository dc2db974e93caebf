import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  compareTexts,
  divide,
  formatDecimal,
  isZero,
  multiply,
  parseDecimal,
  subtract,
} from '../../shared/decimal.ts'

/** The oracle: a fraction of whole numbers, worked out with nothing but their definition. */
interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
    const point = digits.length - scale
    const text = `${units < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`
    return { text, fraction: { over: units, under: 10n ** BigInt(scale) } }
  })

function isSame(text: string, { over, under }: Fraction): boolean {
  const [whole = '', decimal = ''] = text.split('.')
  return BigInt(whole + decimal) * under === over * 10n ** BigInt(decimal.length)
}

describe('decimals', () => {
  it('add, subtract and multiply exactly', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [parseDecimal(a.text), parseDecimal(b.text)]
        const under = a.fraction.under * b.fraction.under
        const left = a.fraction.over * b.fraction.under
        const right = b.fraction.over * a.fraction.under
        expect(isSame(formatDecimal(add(x, y)), { over: left + right, under })).toBe(true)
        expect(isSame(formatDecimal(subtract(x, y)), { over: left - right, under })).toBe(true)
        const product = { over: a.fraction.over * b.fraction.over, under }
        expect(isSame(formatDecimal(multiply(x, y)), product)).toBe(true)
        expect(compare(x, y)).toBe(left < right ? -1 : left > right ? 1 : 0)
      }),
    )
  })

  it('divide half away from zero: no value with as many digits is nearer, and of two as near the larger', () => {
    fc.assert(
      fc.property(decimals, decimals, fc.integer({ min: 0, max: 6 }), (a, b, digits) => {
        const divisor = parseDecimal(b.text)
        fc.pre(!isZero(divisor))
        const quotient = divide(parseDecimal(a.text), divisor, digits)
        // |quotient·b − a| against half a unit of the last digit times |b|, all as whole numbers.
        const step = 10n ** BigInt(digits)
        const exactOver = a.fraction.over * b.fraction.under * step
        const exactUnder = a.fraction.under * b.fraction.over
        const rest = magnitude(quotient.units * exactUnder - exactOver) * 2n
        expect(rest <= magnitude(exactUnder)).toBe(true)
        if (rest === magnitude(exactUnder)) {
          expect(magnitude(quotient.units * exactUnder) > magnitude(exactOver)).toBe(true)
        }
      }),
    )
  })

  it('cut towards zero', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const divisor = parseDecimal(b.text)
        fc.pre(!isZero(divisor))
        const { units } = divide(parseDecimal(a.text), divisor, 2, 'cut')
        const over = a.fraction.over * b.fraction.under * 100n
        expect(units).toBe(over / (a.fraction.under * b.fraction.over))
      }),
    )
  })

  it('come back canonical from their text', () => {
    fc.assert(
      fc.property(decimals, ({ text, fraction }) => {
        const canonical = formatDecimal(parseDecimal(text))
        expect(isSame(canonical, fraction)).toBe(true)
        expect(canonical).toMatch(/^(?:0|-?(?:0\.\d*[1-9]|[1-9]\d*(?:\.\d*[1-9])?))$/)
        expect(formatDecimal(parseDecimal(canonical))).toBe(canonical)
      }),
    )
  })

  it.each([
    ['31.7', '30', '105.67'],
    ['-31.7', '30', '-105.67'],
    ['1', '800', '0.13'],
    ['-1', '800', '-0.13'],
    ['368.77', '370', '99.67'],
    ['0', '7', '0'],
  ])('%s of %s is %s per cent', (part, whole, expected) => {
    const hundred = parseDecimal('100')
    expect(formatDecimal(divide(multiply(parseDecimal(part), hundred), parseDecimal(whole), 2))).toBe(
      expected,
    )
  })

  it('are in the same order as texts, however long', () => {
    const near = fc
      .tuple(fc.integer({ min: -300, max: 300 }), fc.constantFrom('', '00', '000000000000'))
      .map(([units, zeros]) => `${units}.${zeros}${Math.abs(units)}`)
    const texts = fc.oneof(
      near,
      decimals.map(({ text }) => text),
    )
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(compareTexts(a, b)).toBe(compare(parseDecimal(a), parseDecimal(b)))
      }),
      { numRuns: 2_000 },
    )
    expect(compareTexts('999999999999999', '1000000000000000')).toBe(-1)
    expect(compareTexts('9007199254740993', '9007199254740992')).toBe(1)
    expect(compareTexts('02', '2.00')).toBe(0)
    expect(() => compareTexts('zwei', '2')).toThrow(RangeError)
  })

  it('refuse what is no decimal, and division by zero', () => {
    for (const text of ['', '1,5', '.5', '5.', '1e3', '+1', 'NaN', '1 000']) {
      expect(() => parseDecimal(text)).toThrow(RangeError)
    }
    expect(() => divide(parseDecimal('1'), parseDecimal('0.00'), 2)).toThrow(RangeError)
  })

  it('0.1 + 0.2 is 0.3', () => {
    expect(formatDecimal(add(parseDecimal('0.1'), parseDecimal('0.2')))).toBe('0.3')
  })
})

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}
