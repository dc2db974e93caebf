/** One program a user-data folder: a lock file with the process in it, and a note that a second one came by. */
import { closeSync, openSync, readFileSync, rmSync, watch, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const LOCK = 'standin.lock'
const NOTE = 'standin.second'

/**
 * False when a living process has the folder; that one is told by `onSecond`, with the arguments of this one.
 * The lock of a process that was killed is taken over.
 */
export function lockInstance(folder: string, onSecond: (argv: readonly string[]) => void): boolean {
  const lock = join(folder, LOCK)
  const note = join(folder, NOTE)
  if (!create(lock)) {
    if (isRunning(Number(readFileSync(lock, 'utf8')))) {
      writeFileSync(note, JSON.stringify(process.argv))
      return false
    }
    rmSync(lock, { force: true })
    if (!create(lock)) return false
  }
  rmSync(note, { force: true })
  const watcher = watch(folder, { persistent: false }, (_, name) => {
    if (name !== NOTE) return
    const argv = readNote(note)
    if (argv.length > 0) onSecond(argv)
  })
  process.on('exit', () => {
    watcher.close()
    rmSync(lock, { force: true })
  })
  return true
}

function create(lock: string): boolean {
  try {
    const descriptor = openSync(lock, 'wx')
    writeSync(descriptor, String(process.pid))
    closeSync(descriptor)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** A process id may have been given to another program since; where the system tells its command, it is looked at. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('standin')
  } catch (error) {
    if (hasCode(error, 'ESRCH') || hasCode(error, 'ENOENT')) return false
    if (hasCode(error, 'EPERM')) return true
    throw error
  }
}

/** Empty while the other process is still writing, and once the note has been read. */
function readNote(note: string): readonly string[] {
  try {
    const text = readFileSync(note, 'utf8')
    if (text === '') return []
    rmSync(note, { force: true })
    const argv: unknown = JSON.parse(text)
    return Array.isArray(argv) ? argv.map(String) : []
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
