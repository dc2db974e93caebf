/** Starts the process that reads workbooks: dist/reader.cjs, with its own memory limit, away from the database. */
import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { READING } from './excel/limits.ts'
import type { ReaderChild } from './excel/readerHost.ts'

/** `programFolder` holds the bundles of the program. */
export function startReader(programFolder: string): ReaderChild {
  const child = utilityProcess.fork(join(programFolder, 'reader.cjs'), [], {
    execArgv: [`--max-old-space-size=${READING.heapMegabytes}`],
    serviceName: 'Workbook reader',
    // What a library says of a damaged file, or a dying process of itself, is no message for a person.
    stdio: 'ignore',
  })
  return {
    send: (message) => {
      child.postMessage(message)
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.on('exit', listener)
    },
    kill: () => {
      child.kill()
    },
  }
}
