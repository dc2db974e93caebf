/** Another program that has the data open, until it is killed. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const IMPORT = `
  import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, '../../electron/db/open.ts'))}`

const PROGRAM = `${IMPORT}
  const opened = await openDatabase(process.argv[1], { create: true })
  process.stdout.write(opened.ok ? 'open' : opened.failure.reason)
  process.stdin.on('data', () => {
    opened.value.exec("INSERT INTO tag VALUES ('report', 'r1', 'row')")
    process.stdout.write('written')
  })`

const SHORT_PROGRAM = `${IMPORT}
  const { value: db } = await openDatabase(process.argv[1], { create: false })
  db.exec("INSERT INTO tag VALUES ('other', 'other', 'other')")
  process.kill(process.pid, 'SIGKILL')`

/** Another program that opens the data, writes the tag "other" and is killed before it could close them. */
export function writeAndDie(folder: string): void {
  const { signal, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', SHORT_PROGRAM, folder],
    { encoding: 'utf8' },
  )
  if (signal !== 'SIGKILL') throw new Error(stderr)
}

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
