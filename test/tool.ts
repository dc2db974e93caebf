/** Runs the tools of the project (compiler, linter, test runner) on the Node that runs this. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const top = join(import.meta.dirname, '..')

/** Runs a script under node_modules from the project's folder, its output shown. Gives its exit status. */
export function runTool(script: string, args: readonly string[] = []): Promise<number> {
  const child = spawn(process.execPath, [join(top, 'node_modules', script), ...args], {
    cwd: top,
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (status) => resolve(status ?? 1))
  })
}
