/** Three hundred damaged workbooks, read by the real process: each a result in time, and no error of the program. */
import { expect, test } from 'vitest'
import { READING } from '../../electron/excel/limits.ts'
import { isUnexpected, readMutants } from './readMutants.ts'

const CODES = /^(read$|not-a-workbook |unreadable |limit |encrypted )/

test('each ends in a result', async () => {
  const outcomes = new Map<string, number>()
  for await (const result of readMutants(300)) {
    const { mutant, outcome, milliseconds } = result
    expect(outcome, mutant.name).toMatch(CODES)
    expect(isUnexpected(result), `${mutant.name}: ${outcome}`).toBe(false)
    // The watch, and what starting the process anew takes.
    expect(milliseconds, mutant.name).toBeLessThan(READING.milliseconds + 5_000)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  // The changes reach all the way in: many are harmless, and many different things are found wrong.
  expect(outcomes.get('read')).toBeGreaterThan(30)
  expect(outcomes.size).toBeGreaterThan(8)
}, 120_000)
