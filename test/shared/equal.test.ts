import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areEqual } from '../../shared/equal.ts'

describe('areEqual', () => {
  it('holds for every value and its copy, and not after a change', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        expect(areEqual(value, structuredClone(value))).toBe(true)
        expect(areEqual({ value, text }, { value, text: `${text}.` })).toBe(false)
        expect(areEqual([value], [value, value])).toBe(false)
      }),
    )
  })

  it('takes an undefined field for an absent one, and nothing else', () => {
    expect(areEqual({ a: undefined }, {})).toBe(true)
    expect(areEqual({ a: null }, {})).toBe(false)
    expect(areEqual([], {})).toBe(false)
    expect(areEqual('1', 1)).toBe(false)
    expect(areEqual(null, {})).toBe(false)
  })
})
