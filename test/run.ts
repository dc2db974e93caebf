/**
 * `npm test`: the checks, the unit tests, the end-to-end tests, and as the very last line the sum of them:
 * `N passed, N failed` or `N passed, N failed, N skipped`. The exit status is 0 only if all is well.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.ts'
import { closingLine, tally, type Tally } from './tally.ts'
import { runTool } from './tool.ts'

const folder = mkdtempSync(join(tmpdir(), 'bieu-test-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
// What tests put into the temporary folder goes with the run, also what one that was ended left behind.
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder

async function runTests(project: 'unit' | 'e2e'): Promise<Tally> {
  console.log(`\n${project} tests`)
  const file = join(folder, `${project}.json`)
  const status = await runTool('vitest/vitest.mjs', [
    ...['run', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ])
  const result = tally(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, status)
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${project}: ${closingLine(result)}`)
  return result
}

const tallies = [await check(), await runTests('unit'), await runTests('e2e')]
const total = (count: keyof Tally) => tallies.reduce((sum, each) => sum + each[count], 0)
const all = { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
console.log(`\n${closingLine(all)}`)
process.exitCode = all.failed === 0 ? 0 : 1
