import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
let started: ChildProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-lock-'))
  started = []
})

afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** A program that locks the folder, says whether it got it and who came by, and stays until its input ends. */
function startProgram() {
  const module = resolve(import.meta.dirname, '../../electron/standin/instanceLock.ts')
  const source = `
    import { lockInstance } from ${JSON.stringify(module)}
    console.log(lockInstance(${JSON.stringify(folder)}, (argv) => console.log('second', argv.at(-1))))
    process.stdin.resume().on('end', () => process.exit())`
  const child = spawn(
    process.execPath,
    ['--input-type=module-typescript', '-e', source, 'standin', 'hello'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  started.push(child)
  const lines: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(...text.trim().split('\n')))
  return { child, lines }
}

test('the first program has the folder, the second is refused and announced', async () => {
  const first = startProgram()
  await expect.poll(() => first.lines).toEqual(['true'])
  const second = startProgram()
  await expect.poll(() => second.lines).toEqual(['false'])
  await expect.poll(() => first.lines).toEqual(['true', 'second hello'])
})

test('a program that ended or was killed leaves the folder free', async () => {
  const ended = startProgram()
  await expect.poll(() => ended.lines).toEqual(['true'])
  ended.child.stdin.end()
  await once(ended.child, 'exit')
  expect(existsSync(join(folder, 'standin.lock'))).toBe(false)

  const killed = startProgram()
  await expect.poll(() => killed.lines).toEqual(['true'])
  killed.child.kill('SIGKILL')
  await once(killed.child, 'exit')
  expect(readFileSync(join(folder, 'standin.lock'), 'utf8')).toBe(String(killed.child.pid))

  const next = startProgram()
  await expect.poll(() => next.lines).toEqual(['true'])
})

test('the number of a process that is another program does not count', async () => {
  writeFileSync(join(folder, 'standin.lock'), '1')
  const program = startProgram()
  await expect.poll(() => program.lines).toEqual([process.platform === 'linux' ? 'true' : 'false'])
})
