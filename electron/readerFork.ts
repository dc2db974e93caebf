/** The process that reads workbooks, started by the command line: plain Node, with a memory limit of its own. */
import { fork } from 'node:child_process'
import { READING } from './excel/limits.ts'
import type { ReaderChild } from './excel/readerHost.ts'

/** `program` is the reader's bundle, or its source from a checkout. */
export function forkReader(program: string): ReaderChild {
  const child = fork(program, [], {
    execArgv: [`--max-old-space-size=${READING.heapMegabytes}`],
    // Bytes cross as bytes.
    serialization: 'advanced',
    // What a dying process says of itself is no result and no message for a person.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    send: (message) => {
      child.send(message)
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.on('exit', listener)
      // It could not be started, or ended while something was being sent to it.
      child.on('error', listener)
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
