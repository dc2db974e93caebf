/** Random workbooks, by two libraries and as other programs write them, read the same here as in SheetJS. */
import { afterAll, expect, test } from 'vitest'
import { differences, Oracle } from './oracle.ts'
import { randomWorkbook } from './randomWorkbooks.ts'

const COUNT = 100

const oracle = new Oracle()
afterAll(() => {
  oracle.end()
})

test('addresses, types and stored values are the same, but for what has a name', async () => {
  const kinds = new Set<string>()
  for (let seed = 0; seed < COUNT; seed++) {
    const found = await differences(oracle, await randomWorkbook(seed))
    expect(
      found.filter(({ kind }) => kind === 'unknown'),
      `workbook ${seed}`,
    ).toEqual([])
    for (const { kind } of found) kinds.add(kind)
  }
  expect([...kinds].sort()).toEqual(['per cent', 'white space'])
})

test('a difference is noticed', async () => {
  const cells = [{ address: 'Biểu!A1', type: 'n', value: 1 }]
  const changed = { cellsOf: () => Promise.resolve(cells) }
  expect((await differences(changed, await randomWorkbook(0))).some(({ kind }) => kind === 'unknown')).toBe(
    true,
  )
})
