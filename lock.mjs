/** A lock between processes: a file that names the one holding it. What a killed process left is thrown away. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/** Waits for whoever holds the lock, then runs the work. */
export function withLock(lock, work) {
  while (!takeLock(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  work()
  rmSync(lock)
}

function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  // Under a lock of its own: whoever looked earlier must not throw away what another has taken since.
  const throwAway = () => isLeftBehind(lock) && rmSync(lock)
  if (isLeftBehind(lock)) withLock(`${lock}-left`, throwAway)
  return false
}

/** Whether the lock is there and its process is not. */
function isLeftBehind(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'))
    // A process holds a lock once: this one's number was that of an earlier process.
    return holder === process.pid || !process.kill(holder, 0)
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
