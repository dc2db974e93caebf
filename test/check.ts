/** `npm run check`: compiler, linter, formatter and the search for unused code, each reported. */
import type { Tally } from './tally.ts'
import { runTool } from './tool.ts'

const checks = [
  { name: 'tsc', script: 'typescript/bin/tsc', args: ['-b'] },
  { name: 'eslint', script: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] },
  { name: 'prettier', script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'knip', script: 'knip/bin/knip.js', args: [] },
]

/** Runs every check, also after one failed. Gives how many passed and failed. */
export async function check(): Promise<Tally> {
  let failed = 0
  for (const { name, script, args } of checks) {
    const status = await runTool(script, args)
    console.log(`${status === 0 ? '✓' : '✗'} ${name}`)
    if (status !== 0) failed += 1
  }
  return { passed: checks.length - failed, failed, skipped: 0 }
}

if (import.meta.main) {
  const { failed } = await check()
  process.exitCode = failed === 0 ? 0 : 1
}
