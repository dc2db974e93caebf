/** Another program that has the data open, until it is killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const PROGRAM = `
  import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, '../../electron/db/open.ts'))}
  const opened = await openDatabase(process.argv[1], { create: true })
  process.stdout.write(opened.ok ? 'open' : opened.failure.reason)
  process.stdin.on('data', () => {
    opened.value.exec("INSERT INTO tag VALUES ('report', 'r1', 'row')")
    process.stdout.write('written')
  })`

export interface OtherProgram {
  /** Writes one tag, "r1". */
  write(): Promise<void>
  kill(): Promise<void>
}

export async function otherProgram(folder: string): Promise<OtherProgram> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const says = async (wanted: string) => {
    const said = String(await once(child.stdout, 'data'))
    if (said !== wanted) throw new Error(`The other program says ${said}`)
  }
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'close')
  }
  onTestFinished(kill)
  await says('open')
  return {
    write: async () => {
      const written = says('written')
      child.stdin.write('go')
      await written
    },
    kill,
  }
}
