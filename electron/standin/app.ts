/** Electron's `app`: paths, readiness, one instance, and the way a program quits. */
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { lockInstance } from './instanceLock.ts'
import type { Mode } from './mode.ts'
import { record } from './recorded.ts'

/** What a listener may prevent. */
export class PreventableEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

/** What `quit` has to close; false when a window wants to stay. */
export interface ClosableWindow {
  readonly askToClose: () => Promise<boolean>
}

export class App extends EventEmitter {
  readonly windows = new Set<ClosableWindow>()
  readonly #mode: Mode
  readonly #closeBrowsers: () => Promise<void>
  readonly #ready = new Promise<void>((settle) => setImmediate(settle))
  readonly #paths = new Map([['documents', join(homedir(), 'Documents')]])
  #state: 'running' | 'asking' | 'ending' = 'running'

  constructor(mode: Mode, closeBrowsers: () => Promise<void>) {
    super()
    this.#mode = mode
    this.#closeBrowsers = closeBrowsers
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        this.quit()
      })
    }
  }

  whenReady(): Promise<void> {
    return this.#ready
  }

  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, resolve(path))
  }

  requestSingleInstanceLock(): boolean {
    return lockInstance(this.getPath('userData'), (argv) => {
      this.emit('second-instance', {}, argv, process.cwd())
    })
  }

  /** The stand-in's windows are sandboxed as far as the browser's own sandbox goes. */
  enableSandbox(): void {
    // Nothing else is offered.
  }

  /** In a test the program is not started again: the test could not end it. */
  relaunch(): void {
    record('relaunch', process.argv)
    if (this.#mode.underTest) return
    process.on('exit', () => {
      const [program = process.execPath, ...rest] = process.argv
      spawn(program, [...process.execArgv, ...rest], { detached: true, stdio: 'inherit' }).unref()
    })
  }

  quit(): void {
    if (this.#state !== 'running') return
    this.#state = 'asking'
    void this.#quit()
  }

  exit(code = 0): void {
    this.#state = 'ending'
    void this.#end(code)
  }

  windowClosed(window: ClosableWindow): void {
    this.windows.delete(window)
    if (this.windows.size > 0 || this.#state !== 'running') return
    if (!this.emit('window-all-closed')) this.quit()
  }

  async #quit(): Promise<void> {
    if (!(await this.#mayQuit())) {
      this.#state = 'running'
      return
    }
    this.#state = 'ending'
    this.emit('quit', {}, 0)
    await this.#end(0)
  }

  async #mayQuit(): Promise<boolean> {
    for (const window of [...this.windows]) if (!(await window.askToClose())) return false
    const event = new PreventableEvent()
    this.emit('will-quit', event)
    return !event.defaultPrevented
  }

  async #end(code: number): Promise<void> {
    await this.#closeBrowsers()
    process.exit(code)
  }
}
