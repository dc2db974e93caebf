/** Electron's `utilityProcess` over a child process of Node; values cross by structured clone. */
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'

/** Tells the stand-in in the child that it is in one. */
export const UTILITY_MARK = 'BIEU_STANDIN_UTILITY'

interface ForkOptions {
  readonly execArgv: readonly string[]
  readonly serviceName: string
  readonly stdio: 'ignore' | 'inherit'
}

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(child: ChildProcess) {
    super()
    this.#child = child
    child.on('message', (message) => this.emit('message', message))
    child.on('exit', (code, signal) => this.emit('exit', code ?? (signal === null ? 0 : 1)))
    child.on('error', (error) => this.emit('error', 'FatalError', '', error.message))
  }

  postMessage(message: unknown): void {
    if (!this.#child.connected) return
    this.#child.send({ message })
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL')
  }
}

/** `register` is this stand-in's own bundle, which gives the child its `parentPort`. */
export function createUtilityProcess(register: string) {
  return {
    fork: (module: string, values: readonly string[], { execArgv, stdio }: ForkOptions) =>
      new UtilityProcess(
        fork(module, values, {
          execArgv: ['--require', register, ...execArgv],
          env: { ...process.env, [UTILITY_MARK]: '1' },
          serialization: 'advanced',
          stdio: ['ignore', stdio, stdio, 'ipc'],
        }),
      ),
  }
}
