/** What must hold of every quantity and of every text, for as many cases as are asked for: few in the tests, many in the soak. */
import fc from 'fast-check'
import { compare, parseDecimal } from '../../../shared/decimal.ts'
import { areEqual } from '../../../shared/equal.ts'
import type { DecimalText, Operator, Quantity } from '../../../shared/model.ts'
import { formatFigure, formatQuantity, parseQuantity, readings } from '../../../shared/quantity.ts'

const OPERATORS: readonly Operator[] = ['=', '>', '>=', '<', '<=', '~']

const UNITS = [
  '%',
  '‰',
  '%/năm',
  '%KH',
  'ha',
  'm2',
  'km²',
  'tạ/ha',
  'kg/người/năm',
  'triệu đồng',
  'hộ',
  'điểm %',
  'm',
]
/** A plain digit is only a footnote behind a per-cent sign, a superscript never one behind "m". */
const MARKS = ['(*)', '(1)', '(12)', '[3]', '*', '**', '†', '¹', '(a)', '(1)(2)']

const decimal = (least: bigint): fc.Arbitrary<DecimalText> =>
  fc
    .tuple(
      fc.oneof(fc.bigInt({ min: least, max: 100_000n }), fc.bigInt({ min: least, max: 10n ** 18n })),
      fc.nat(6),
    )
    .map(([units, scale]) => canonical(units, scale))

const around = fc.record(
  {
    sense: fc.constantFrom<'decrease' | 'increase'>('decrease', 'increase'),
    unit: fc.constantFrom(...UNITS),
    footnote: fc.constantFrom(...MARKS),
  },
  { requiredKeys: [] },
)
const digitMark = fc.record({ unit: fc.constantFrom('%', '‰'), footnote: fc.constantFrom('1', '5', '12') })

const single: fc.Arbitrary<Quantity> = fc
  .tuple(
    fc.constantFrom(...OPERATORS),
    fc.oneof(
      decimal(0n),
      decimal(1n).map((value) => `-${value}`),
    ),
  )
  .map(([op, value]) => ({ op, value }))
const range: fc.Arbitrary<Quantity> = fc
  .tuple(fc.constantFrom<Operator>('=', '~'), decimal(0n), decimal(0n))
  .filter(([, one, other]) => compare(parseDecimal(one), parseDecimal(other)) !== 0)
  .map(([op, one, other]) => {
    const rises = compare(parseDecimal(one), parseDecimal(other)) < 0
    return { op, low: rises ? one : other, high: rises ? other : one }
  })
const fraction: fc.Arbitrary<Quantity> = fc
  .tuple(fc.constantFrom(...OPERATORS), decimal(0n), decimal(1n))
  .map(([op, part, whole]) => ({ op, value: part, part, whole }))

const quantities = fc
  .tuple(fc.oneof(single, range, fraction), fc.oneof(around, digitMark))
  .map(([figures, rest]): Quantity => ({ ...figures, ...rest }))

/** Pieces of which offices put targets together, and rubbish between them. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('1', '2.225,4', '1.5', '6.969', '0,3', '02', '29.3354', '2024', '31', '12', '34'),
      fc.constantFrom(
        ' ',
        '-',
        '/',
        '.',
        ',',
        ' đến ',
        '%',
        '‰',
        ' ha',
        'm²',
        '5',
        '(1)',
        '*',
        '¹',
        '(',
        '>',
        '≥ ',
        '~',
      ),
      fc.constantFrom(
        'giảm ',
        'từ ',
        'dưới ',
        'trên ',
        ' trở lên',
        'khoảng ',
        'duy trì ',
        ' hộ',
        'tạ/ha',
        '\u00a0',
        'đ',
      ),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((pieces) => pieces.join(''))

/** Each throws with the smallest counterexample where it does not hold. */
export const quantityProperties: Readonly<Record<string, (numRuns: number) => void>> = {
  'reads back what it writes': (numRuns) => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        isSame(parseQuantity(formatQuantity(quantity)), quantity)
      }),
      { numRuns },
    )
  },

  'writes different quantities differently': (numRuns) => {
    // Half of the pairs differ in one thing only.
    const pairs = fc.oneof(
      fc.tuple(quantities, quantities),
      fc
        .tuple(quantities, around)
        .map(([quantity, change]): [Quantity, Quantity] => [quantity, { ...quantity, ...change }])
        .filter(([, changed]) => !/^[1-9]/.test(changed.footnote ?? '') || /^[%‰]$/.test(changed.unit ?? ''))
        .filter(
          ([, { unit, footnote }]) => unit === undefined || footnote === undefined || isTold(unit, footnote),
        ),
    )
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        if ((formatQuantity(one) === formatQuantity(other)) !== areEqual(one, other)) {
          throw new Error(`${JSON.stringify(one)} and ${JSON.stringify(other)}: ${formatQuantity(one)}`)
        }
      }),
      { numRuns },
    )
  },

  'means the same by every text and by what is written of it': (numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const quantity of [parseQuantity(text), ...readings(text)]) {
          if (quantity !== undefined) isSame(parseQuantity(formatQuantity(quantity)), quantity)
        }
      }),
      { numRuns },
    )
  },

  'reads decomposed letters and other spaces alike': (numRuns) => {
    fc.assert(
      fc.property(texts, fc.constantFrom('\u00a0', '\u2009', '\u202f', '  '), (text, space) => {
        isSame(parseQuantity(text.normalize('NFD').replaceAll(' ', space)), parseQuantity(text))
      }),
      { numRuns },
    )
  },

  'reads back every figure': (numRuns) => {
    fc.assert(
      fc.property(decimal(0n), (value) => {
        isSame(parseQuantity(formatFigure(value)), { op: '=', value })
      }),
      { numRuns },
    )
  },
}

function isTold(unit: string, footnote: string): boolean {
  return /^[1-9]/.test(footnote) ? /^[%‰]$/.test(unit) : true
}

function isSame(is: Quantity | undefined, wanted: Quantity | undefined): void {
  if (!areEqual(is, wanted)) throw new Error(`${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`)
}

function canonical(units: bigint, scale: number): DecimalText {
  const digits = units.toString().padStart(scale + 1, '0')
  const point = digits.length - scale
  const decimals = digits.slice(point).replace(/0+$/, '')
  return digits.slice(0, point) + (decimals === '' ? '' : `.${decimals}`)
}
