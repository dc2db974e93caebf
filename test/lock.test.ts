/** Two commands at once: one sets up, the other waits, also behind a lock that a killed command left. */
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from './db/folder.ts'

/** The number of no process. */
const NOBODY = 2 ** 22 + 1

/**
 * Takes the lock while its surroundings do as told: `killed` runs when somebody asks whether the process NOBODY lives,
 * `waits` whenever this process has to wait. Prints what the lock holds at each wait, then "taken".
 */
const PROGRAM = `
  import fs from 'node:fs'
  import { withLock } from ${JSON.stringify(join(import.meta.dirname, '../lock.mjs'))}
  const [lock, surroundings] = process.argv.slice(1)
  const kill = process.kill
  process.kill = (pid, signal) => {
    if (pid === ${NOBODY} && surroundings === 'another is faster') {
      fs.writeFileSync(lock, String(process.ppid))
    }
    return kill.call(process, pid, signal)
  }
  Atomics.wait = () => {
    const held = fs.existsSync(lock) && fs.readFileSync(lock, 'utf8')
    console.log(held === String(process.ppid) ? 'held by another' : 'free')
    if (held) fs.rmSync(lock)
  }
  withLock(lock, () => console.log('taken'))`

function take(lock: string, surroundings = ''): string[] {
  const args = ['--input-type=module', '-e', PROGRAM, lock, surroundings]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect([existsSync(lock), existsSync(`${lock}-left`)]).toEqual([false, false])
  return stdout.trim().split('\n')
}

test('a lock that nobody holds is taken and given back', () => {
  expect(take(join(newFolder(), 'lock'))).toEqual(['taken'])
})

test('a lock is waited for while its process runs', () => {
  const lock = join(newFolder(), 'lock')
  writeFileSync(lock, String(process.pid))
  expect(take(lock)).toEqual(['held by another', 'taken'])
})

test('a lock that a killed process left is thrown away', () => {
  const lock = join(newFolder(), 'lock')
  writeFileSync(lock, String(NOBODY))
  expect(take(lock)).toEqual(['free', 'taken'])
})

test('a lock that another process took over first is left to it', () => {
  const lock = join(newFolder(), 'lock')
  writeFileSync(lock, String(NOBODY))
  expect(take(lock, 'another is faster')).toEqual(['held by another', 'taken'])
})
