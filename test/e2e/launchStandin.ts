/** Starts the program on the stand-in and drives it over the channel between parent and child process. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { ControlReply, ControlRequest } from '../../electron/standin/control.ts'
import type { Recorded, Running, Start } from './running.ts'

/** As the stand-in maps app://bundle. */
const PAGE_ORIGIN = 'http://bundle.app.localhost/'

export async function startOnStandin({
  programFolder,
  args,
  env,
  headed,
  answers,
  recorded,
}: Start): Promise<Running> {
  const child = fork(join(programFolder, 'main.cjs'), args, {
    execArgv: ['--require', join(programFolder, 'standin.cjs')],
    env: { ...env, BIEU_STANDIN: 'test', BIEU_HEADED: headed ? '1' : '' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const exited = once(child, 'exit').then(([status]: (number | null)[]) => status ?? null)
  const output = collectOutput(child)
  const ask = createChannel(child, exited, output, recorded)
  for (const answer of answers) await ask({ type: 'answerDialog', ...answer })

  let browser: Browser | undefined
  void exited.then(() => browser?.close())
  return {
    pid: child.pid ?? 0,
    exited,
    output,
    page: async () => {
      const address = String(await ask({ type: 'address' }))
      browser = await chromium.connectOverCDP(address)
      return await ownPage(browser, exited, output)
    },
    answerDialog: async (answer) => {
      await ask({ type: 'answerDialog', ...answer })
    },
    evaluate: (source, argument) => ask({ type: 'evaluate', source, argument }),
    quit: async () => {
      await ask({ type: 'evaluate', source: '({ app }) => app.quit()', argument: null })
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}

/** Playwright sees the page as soon as the browser has it; the program may still be loading it. */
async function ownPage(browser: Browser, exited: Promise<unknown>, output: () => string): Promise<Page> {
  const ended = exited.then(() => true)
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages())
    const page = pages.find((candidate) => candidate.url().startsWith(PAGE_ORIGIN))
    if (page !== undefined) {
      await page.waitForLoadState('load')
      return page
    }
    if (await Promise.race([ended, sleep(20, false)])) {
      throw new Error(`The program ended without a window:\n${output()}`)
    }
  }
}

function collectOutput(child: ChildProcess): () => string {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8')
    stream?.on('data', (text: string) => (output += text))
  }
  return () => output
}

/** Questions to the program; they all fail when it ends. */
function createChannel(
  child: ChildProcess,
  exited: Promise<unknown>,
  output: () => string,
  recorded: Recorded[],
) {
  const waiting = new Map<number, (reply: ControlReply) => void>()
  let last = 0
  child.on('message', (message: ControlReply | { readonly recorded: Recorded }) => {
    if ('recorded' in message) {
      recorded.push(message.recorded)
      return
    }
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  void exited.then(() => {
    for (const [id, settle] of waiting) settle({ id, error: `The program has ended:\n${output()}` })
  })
  return (request: ControlRequest): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, ({ value, error }) => {
        if (error === undefined) resolve(value)
        else reject(new Error(error))
      })
      child.send({ id, request }, (error) => {
        if (error !== null) reject(error)
      })
    })
}
