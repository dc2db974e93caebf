import { expect, it } from 'vitest'
import { rememberTexts } from '../../shared/rememberTexts.ts'

it('works out each text once, one of nothing too, until there are too many', () => {
  const worked: string[] = []
  const length = rememberTexts((text) => {
    worked.push(text)
    return text === '' ? undefined : text.length
  })
  expect([length('ba'), length(''), length('ba'), length('')]).toEqual([2, undefined, 2, undefined])
  expect(worked).toEqual(['ba', ''])
  for (let text = 0; text < 20_000; text++) length(String(text))
  expect(length('ba')).toBe(2)
  expect(worked.filter((text) => text === 'ba')).toEqual(['ba', 'ba'])
})
