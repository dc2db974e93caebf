/** The sum of the tests overlooks nothing that went wrong. */
import { expect, it } from 'vitest'
import { closingLine, tally } from './tally.ts'

function report(...files: readonly { status: string; tests: readonly string[] }[]) {
  const tests = files.flatMap((file) => file.tests)
  const count = (status: string) => tests.filter((each) => each === status).length
  return {
    numTotalTests: tests.length,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    testResults: files.map((file) => ({
      status: file.status,
      assertionResults: file.tests.map((status) => ({ status })),
    })),
  }
}

const good = { status: 'passed', tests: ['passed', 'passed'] }

it('counts tests that passed, failed and were skipped', () => {
  const mixed = { status: 'failed', tests: ['passed', 'failed', 'skipped', 'todo'] }
  expect(tally(report(good, mixed), 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

it('counts a file that could not be loaded, or whose hook failed, as a failure', () => {
  const notLoaded = { status: 'failed', tests: [] }
  const hookFailed = { status: 'failed', tests: ['skipped'] }
  expect(tally(report(good, notLoaded, hookFailed), 1)).toEqual({ passed: 2, failed: 2, skipped: 1 })
})

it.each([
  ['an error outside of every test', report(good), 1, 2],
  ['a run without tests', report(), 0, 0],
  ['a crash before the report', undefined, 1, 0],
  ['a report of another shape', { passed: 3 }, 0, 0],
])('counts %s as a failure', (_, written, status, passed) => {
  expect(tally(written, status)).toEqual({ passed, failed: 1, skipped: 0 })
})

it('ends with the closing line, skipped tests named only where there are some', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(closingLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped')
})
