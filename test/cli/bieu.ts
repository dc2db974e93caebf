/** Runs `bieu` as a person or a scheduled job does: the built program, in a process of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const top = join(import.meta.dirname, '..', '..')
const program = join(top, 'dist', 'cli.cjs')

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export function fixture(name: string): string {
  return join(top, 'test', 'fixtures', name)
}

/** The status and all that was said. `env` is added to this process's own. */
export async function bieu(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  if (!existsSync(program)) throw new Error('The programs are not built: npm run build')
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  await once(child, 'close')
  return { status: child.exitCode, stdout, stderr }
}

/** The JSON document of a call that must end well. */
export async function answer(...args: string[]): Promise<unknown> {
  const ended = await bieu([...args, '--json'])
  if (ended.status !== 0)
    throw new Error(`bieu ${args.join(' ')} ended with ${ended.status}: ${ended.stderr}`)
  return JSON.parse(ended.stdout)
}
