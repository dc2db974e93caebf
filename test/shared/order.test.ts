import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderBetween, orderKeys } from '../../shared/order.ts'

describe('orderKeys', () => {
  it('gives ascending keys with room before, between and after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (count) => {
        const keys = orderKeys(count)
        expect(keys).toHaveLength(count)
        const [first, second] = keys
        if (first === undefined) return
        expect(orderBetween(null, first) < first).toBe(true)
        expect(orderBetween(keys.at(-1) ?? null, null) > (keys.at(-1) ?? '')).toBe(true)
        if (second !== undefined) expect(orderBetween(first, second) > first).toBe(true)
        expect([...keys].sort()).toEqual(keys)
      }),
      { numRuns: 30 },
    )
  })
})

describe('orderBetween', () => {
  it('keeps any sequence of insertions sorted and distinct', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 200 }), (places) => {
        const keys = orderKeys(2)
        for (const place of places) {
          const index = place % (keys.length + 1)
          keys.splice(index, 0, orderBetween(keys[index - 1] ?? null, keys[index] ?? null))
        }
        expect(keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)).toBe(true)
      }),
    )
  })

  it('stays short when rows are added at the end one after another', () => {
    let key = orderBetween(null, null)
    for (let count = 0; count < 1000; count++) key = orderBetween(key, null)
    expect(key.length).toBeLessThan(40)
  })

  it('refuses bounds in the wrong order', () => {
    expect(() => orderBetween('b', 'a')).toThrow(RangeError)
    expect(() => orderBetween('a', 'a')).toThrow(RangeError)
  })
})
