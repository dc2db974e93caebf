import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arranged, keysBetween, orderBetween, orderKeys } from '../../shared/order.ts'

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

describe('keysBetween', () => {
  it('gives so many ascending keys between two, short ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.constantFrom(null, '4i'),
        fc.constantFrom(null, '4j'),
        (count, before, after) => {
          const keys = keysBetween(before, after, count)
          expect(keys).toHaveLength(count)
          expect(keys.every((key, place) => (keys[place - 1] ?? before ?? '') < key)).toBe(true)
          expect(after === null || (keys.at(-1) ?? '') < after).toBe(true)
          expect(Math.max(0, ...keys.map(({ length }) => length))).toBeLessThan(20)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('arranged', () => {
  const thing = (id: string, order?: string) => ({ id, ...(order !== undefined && { order }) })

  it.each<readonly [string, readonly ReturnType<typeof thing>[], readonly string[]]>([
    ['nothing', [], []],
    ['things in their order', [thing('a', '1i'), thing('b', '2i')], ['a', 'b']],
    [
      'new things everywhere',
      [thing('x'), thing('a', '1i'), thing('y'), thing('b', '2i'), thing('z')],
      ['a', 'b'],
    ],
    ['one that moved up', [thing('c', '3i'), thing('a', '1i'), thing('b', '2i')], ['a', 'b']],
    ['one that moved down', [thing('b', '2i'), thing('c', '3i'), thing('a', '1i')], ['b', 'c']],
    ['only new things', [thing('x'), thing('y')], []],
  ])('puts %s in order, and as many as possible keep their keys', (_, things, kept) => {
    const result = arranged(things)
    expect(result.map(({ id }) => id)).toEqual(things.map(({ id }) => id))
    expect(result.map(({ order }) => order)).toEqual([...result.map(({ order }) => order)].sort())
    const same = result.filter(({ id, order }) =>
      things.some((each) => each.id === id && each.order === order),
    )
    expect(same.map(({ id }) => id)).toEqual(kept)
  })

  it('gives distinct ascending keys to any order of things, known and new', () => {
    const lists = fc.shuffledSubarray(orderKeys(40).map((order, id) => ({ id, order })))
    const fresh = fc.array(fc.nat(40), { maxLength: 20 })
    fc.assert(
      fc.property(lists, fresh, (list, places) => {
        const things: { readonly id: number; readonly order?: string }[] = [...list]
        places.forEach((place, index) => things.splice(place, 0, { id: 100 + index }))
        const keys = arranged(things).map(({ order }) => order)
        expect(keys.every((key, place) => place === 0 || (keys[place - 1] ?? '') < key)).toBe(true)
      }),
    )
  })
})
