import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codec, createCodec, type Codec } from '../../electron/standin/codec.ts'

const cross = (value: unknown) => codec.decode(codec.encode(value))

test.each<[string, unknown]>([
  ['what JSON keeps', { a: [1, 'hai', true, null, { b: -0.5 }], '': [] }],
  ['undefined, as a value, in a list and under a name', { a: undefined, b: [undefined, 1] }],
  ['nothing at all', undefined],
  ['numbers JSON loses', [NaN, Infinity, -Infinity, -0]],
  ['a bigint', 12345678901234567890n],
  ['dates, also invalid ones', [new Date(86_400_000), new Date(NaN)]],
  ['maps and sets of anything', new Map<unknown, unknown>([[{ k: 1 }, new Set([1n, undefined])]])],
  ['bytes', new Uint8Array([0, 1, 127, 128, 255])],
  ['more bytes than arguments of a call', new Uint8Array(200_000).fill(7)],
  ['names the wire uses itself', { $: 'undefined', content: { $: 1 } }],
  ['text of every kind', 'tiếng Việt "’” \0 \u2028 𝄞 \ud800'],
])('%s', (_, value) => {
  const crossed = cross(value)
  expect(crossed).toStrictEqual(value)
})

test('an error keeps its name, message and stack', () => {
  const error = new RangeError('quá lớn')
  const crossed = cross({ error })
  expect(crossed).toMatchObject({ error: { name: 'RangeError', message: 'quá lớn', stack: error.stack } })
})

test.each<[string, unknown]>([
  ['a function', () => 1],
  ['a function inside', { a: [{ f: () => 1 }] }],
  ['a symbol', Symbol('s')],
  ['something of a kind structured clone knows and the program does not use', /x/],
])('%s is refused in the words of Electron', (_, value) => {
  expect(() => codec.encode(value)).toThrow('An object could not be cloned.')
})

test('whatever plain value crosses is the same afterwards', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true })
  fc.assert(
    fc.property(anything, (value) => {
      // An object without a prototype comes out as a usual one, as by structured clone.
      expect(cross(value)).toEqual(value)
    }),
    { numRuns: 300 },
  )
})

test('works from its source text alone, as it does in the page', () => {
  const source = `(${String(createCodec)})()`
  const inPage: unknown = (0, eval)(source)
  const value = { a: [undefined, 1n, new Date(5)] }
  if (!isCodec(inPage)) throw new Error('The source text gives no codec.')
  expect(inPage.encode(value)).toBe(codec.encode(value))
  expect(inPage.decode(inPage.encode(value))).toEqual(value)
})

function isCodec(value: unknown): value is Codec {
  return typeof value === 'object' && value !== null && 'encode' in value && 'decode' in value
}
