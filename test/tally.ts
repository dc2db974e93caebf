/** What a run of vitest came to, from its JSON report and its exit status: nothing that went wrong is overlooked. */
import { z } from 'zod'

export interface Tally {
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
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

/**
 * `report` is undefined or of another shape where vitest wrote none: it crashed. A file that failed without a
 * failed test (its import or a hook), a bad exit status without any failure, and a run without tests count as one.
 */
export function tally(report: unknown, exitStatus: number): Tally {
  const parsed = vitestReport.safeParse(report)
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0 }
  const { numTotalTests, numPassedTests: passed, numFailedTests, testResults } = parsed.data
  const failedFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  const failed = numFailedTests + failedFiles.length
  const unexplained = failed === 0 && (exitStatus !== 0 || passed === 0)
  return { passed, failed: unexplained ? 1 : failed, skipped: numTotalTests - passed - numFailedTests }
}

/** The closing line of `npm test`. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
