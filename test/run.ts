/**
 * `npm test`: the checks, the unit tests, the end-to-end tests, and as the very last line the sum of them:
 * `N passed, N failed` or `N passed, N failed, N skipped`. The exit status is 0 only if all is well.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { check } from './check.ts'
import { runTool } from './tool.ts'

interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What vitest's JSON reporter writes, as far as it is read here. */
const vitestReport = z.object({
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

/** Runs one vitest project. A file that could not even be loaded, or a run that ended badly, counts as failed. */
async function runTests(project: string, reportFile: string): Promise<Tally> {
  console.log(`\n${project} tests`)
  const status = await runTool('vitest/vitest.mjs', [
    ...['run', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
  ])
  const { passed, failed, skipped } = tally(reportFile)
  const explained = failed > 0 || (status === 0 && passed > 0)
  if (!explained) console.log(`✗ ${project}: vitest ended with ${status} after ${passed} tests`)
  return { passed, failed: explained ? failed : 1, skipped }
}

function tally(reportFile: string): Tally {
  const report = vitestReport.safeParse(readReport(reportFile))
  if (!report.success) return nothing
  const { numTotalTests, numPassedTests, numFailedTests, testResults } = report.data
  const failedToLoad = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + failedToLoad.length,
    skipped: numTotalTests - numPassedTests - numFailedTests,
  }
}

/** Undefined when vitest wrote no report: it crashed, which its exit status tells too. */
function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bieu-test-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const tallies: readonly Tally[] = [
  { ...(await check()), skipped: 0 },
  await runTests('unit', join(folder, 'unit.json')),
  await runTests('e2e', join(folder, 'e2e.json')),
]
const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0)
const passed = sum((tally) => tally.passed)
const failed = sum((tally) => tally.failed)
const skipped = sum((tally) => tally.skipped)

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed === 0 ? 0 : 1
