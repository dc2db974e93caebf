/**
 * The program as a person has it, for end-to-end tests: on Electron where its binary is there, else on the stand-in.
 *
 *   const app = await launchApp({ viewport: { width: 1366, height: 768 } })   // own temporary data, no screen needed
 *   await app.page.getByRole('button', { name: '…' }).click()                 // a Playwright page
 *   await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [file] }) // before it opens or just after
 *   await app.evaluateMain(({ app }, name) => app.getPath(name), 'userData')  // runs in the main process
 *   await app.restart()                                                       // same data, a new `app.page`
 *   expect(await app.close()).toBe(0)                                         // quits, waits, removes temporary folders
 *
 * `app.recorded` lists what was asked of the system: dialogs with their options, openPath, showItemInFolder. `app.kill()`
 * ends the program at once; `restart()` works after it too. `runToEnd` is for starts that end without a window.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type * as Electron from 'electron'
import type { Page } from 'playwright-core'
// For `window.api` in what tests run in the page.
import type {} from '../../renderer/api.ts'
import { electronProgram, startOnElectron } from './launchElectron.ts'
import { startOnStandin } from './launchStandin.ts'
import type { DialogAnswer, DialogKind, Recorded, Running, Start } from './running.ts'

export interface LaunchOptions {
  /** By default a temporary folder, removed by `close`. A given one is left in place. */
  readonly dataFolder?: string
  /** Where the program keeps its settings, log and lock; likewise. */
  readonly userData?: string
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly language?: 'vi' | 'en'
  /** Shows the window on the screen that DISPLAY names. */
  readonly headed?: boolean
  /** For dialogs shown before there is a window. */
  readonly answers?: readonly DialogAnswer[]
  readonly env?: Readonly<Record<string, string>>
  /** Where main.cjs, preload.cjs and renderer/ are; by default the project's dist/. */
  readonly programFolder?: string
}

type InMain<Argument, Value> = (electron: typeof Electron, argument: Argument) => Value | Promise<Value>

export interface LaunchedApp {
  /** The window's page; another one after each restart. */
  readonly page: Page
  readonly dataFolder: string
  readonly userData: string
  /** Of the process that runs main. */
  readonly pid: number
  readonly recorded: readonly Recorded[]
  /** What the program wrote to standard output and error. */
  readonly output: () => string
  /** `value` is what Electron's function of that name resolves to. A dialog nobody answers in 10 s is an error. */
  readonly answerDialog: (kind: DialogKind, value: unknown) => Promise<void>
  /** `run` crosses as source text: it sees nothing but its two arguments. */
  readonly evaluateMain: <Argument, Value>(run: InMain<Argument, Value>, argument: Argument) => Promise<Value>
  /** Quits, where the program still runs, and starts it again on the same folders. */
  readonly restart: () => Promise<void>
  /** Quits as by closing the window and gives the exit status. Removes the temporary folders. */
  readonly close: () => Promise<number | null>
  /** Ends the program by SIGKILL and waits until it is gone. */
  readonly kill: () => Promise<void>
}

/** Closing waits for what is still being written; more than that is a program that hangs. */
const QUIT_MILLISECONDS = 45_000
const DEFAULT_VIEWPORT = { width: 1366, height: 768 }

export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const folders = prepareFolders(options)
  const recorded: Recorded[] = []
  const viewport = options.viewport ?? DEFAULT_VIEWPORT
  let running: Running
  let page: Page
  let over = false

  const begin = async () => {
    running = await start(options, folders, recorded)
    over = false
    void running.exited.then(() => (over = true))
    try {
      page = await running.page()
      await page.setViewportSize(viewport)
    } catch (error) {
      running.kill()
      await running.exited
      throw error
    }
  }
  const end = async () => {
    if (!over) await running.quit()
    return await exitStatus(running)
  }
  try {
    await begin()
  } catch (error) {
    folders.remove()
    throw error
  }
  return {
    get page() {
      return page
    },
    get pid() {
      return running.pid
    },
    dataFolder: folders.data,
    userData: folders.userData,
    recorded,
    output: () => running.output(),
    answerDialog: (kind, value) => running.answerDialog({ kind, value }),
    evaluateMain: (run, argument) => evaluateMain(running, run, argument),
    restart: async () => {
      await end()
      await begin()
    },
    close: async () => {
      try {
        return await end()
      } finally {
        folders.remove()
      }
    },
    kill: async () => {
      running.kill()
      await running.exited
    },
  }
}

export interface Ended {
  readonly status: number | null
  readonly recorded: readonly Recorded[]
  readonly output: string
}

/** Starts the program where it ends by itself, such as beside a running one. */
export async function runToEnd(options: LaunchOptions): Promise<Ended> {
  const folders = prepareFolders(options)
  const recorded: Recorded[] = []
  try {
    const running = await start(options, folders, recorded)
    return { status: await exitStatus(running), recorded, output: running.output() }
  } finally {
    folders.remove()
  }
}

interface Folders {
  readonly data: string
  readonly userData: string
  /** For whatever the program and its browser leave behind when they are killed. */
  readonly temporary: string
  readonly remove: () => void
}

function prepareFolders({ dataFolder, userData, language }: LaunchOptions): Folders {
  const root = mkdtempSync(join(tmpdir(), 'bieu-e2e-'))
  const folders = {
    data: dataFolder ?? join(root, 'data'),
    userData: userData ?? join(root, 'program'),
    temporary: join(root, 'tmp'),
  }
  mkdirSync(folders.temporary)
  mkdirSync(folders.userData, { recursive: true })
  const settings = join(folders.userData, 'settings.json')
  if (language !== undefined && !existsSync(settings)) writeFileSync(settings, JSON.stringify({ language }))
  return {
    ...folders,
    remove: () => {
      rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

async function start(options: LaunchOptions, folders: Folders, recorded: Recorded[]): Promise<Running> {
  const begin: Start = {
    programFolder: options.programFolder ?? resolve(import.meta.dirname, '../../dist'),
    args: [`--user-data-dir=${folders.userData}`, '--data', folders.data],
    env: { ...process.env, TMPDIR: folders.temporary, ...options.env },
    headed: options.headed ?? false,
    answers: options.answers ?? [],
    recorded,
    temporary: folders.temporary,
  }
  const electron = electronProgram()
  return electron === undefined ? await startOnStandin(begin) : await startOnElectron(electron, begin)
}

async function evaluateMain<Argument, Value>(
  running: Running,
  run: InMain<Argument, Value>,
  argument: Argument,
): Promise<Value> {
  const value = await running.evaluate(String(run), argument)
  // What the function gave has crossed as plain data, so its type still holds.
  const isResult = (result: unknown): result is Value => result === value
  if (!isResult(value)) throw new Error('The result changed on the way.')
  return value
}

/** A program that does not come to its end is ended, and the test fails with what it wrote. */
async function exitStatus(running: Running): Promise<number | null> {
  const status = await Promise.race([
    running.exited,
    sleep(QUIT_MILLISECONDS, 'late' as const, { ref: false }),
  ])
  if (status !== 'late') return status
  running.kill()
  throw new Error(`The program did not end:\n${running.output()}`)
}
