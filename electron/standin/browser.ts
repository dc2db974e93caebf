/** A Chromium process and the DevTools connection to it, over a pair of pipes: it ends when this process does. */
import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { Commands, EventName, Events, Method } from './devtools.ts'

export interface Connection {
  readonly send: <Name extends Method>(
    name: Name,
    params: Commands[Name]['params'],
  ) => Promise<Commands[Name]['reply']>
  readonly on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) => void
}

export interface Browser extends Connection {
  /** The same connection, speaking to one page. */
  readonly session: (sessionId: string) => Connection
  /** Where other DevTools clients connect; never settles unless `devtools` was asked for. */
  readonly address: Promise<string>
  readonly exited: Promise<void>
  readonly close: () => Promise<void>
}

export interface BrowserStart {
  readonly program: string
  readonly headless: boolean
  /** Lets other DevTools clients, such as Playwright, connect too. */
  readonly devtools: boolean
  /** A folder for this run alone, made and removed again. */
  readonly profile: string
}

const CLOSING_MILLISECONDS = 5_000

export function startBrowser({ program, headless, devtools, profile }: BrowserStart): Browser {
  prepareProfile(profile)
  const chromium = spawn(program, browserArguments(headless, devtools, profile), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  const [, , errors, commands, replies] = chromium.stdio
  if (!isWritable(commands) || !isReadable(replies) || !isReadable(errors)) {
    throw new Error('The pipes to the browser are missing.')
  }
  const exited = once(chromium, 'exit').then(() => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  })
  const link = createLink(commands, replies, exited)
  return {
    ...link(undefined),
    session: link,
    address: addressIn(errors),
    exited,
    close: async () => {
      const tooLong = setTimeout(() => chromium.kill('SIGKILL'), CLOSING_MILLISECONDS)
      // A browser that is already going answers no more.
      link(undefined).send('Browser.close', {}).catch(ignoreGoneBrowser)
      await exited
      clearTimeout(tooLong)
    },
  }
}

class BrowserGone extends Error {}

/** What a page was asked while it was going away needs no answer; every other error is a real one. */
export function ignoreGoneBrowser(error: unknown): void {
  const gone =
    error instanceof BrowserGone ||
    (error instanceof Error && /session|target|context|closed|detached/i.test(error.message))
  if (!gone) throw error
}

function prepareProfile(profile: string): void {
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ translate: { enabled: false }, credentials_enable_service: false }),
  )
}

function browserArguments(headless: boolean, devtools: boolean, profile: string): readonly string[] {
  return [
    '--remote-debugging-pipe',
    ...(devtools ? ['--remote-debugging-port=0'] : []),
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-features=Translate,MediaRouter,OptimizationHints',
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
    '--deny-permission-prompts',
    '--disable-sync',
    '--force-color-profile=srgb',
    '--password-store=basic',
    // Root has no sandbox in Chromium, and `--test-type` takes away the bar that warns of it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    // Only a data: address opens a window without tabs; about:blank does not.
    ...(headless ? ['--headless=new', '--no-startup-window'] : ['--app=data:text/html,']),
  ]
}

interface Waiting {
  readonly resolve: (reply: unknown) => void
  readonly reject: (error: Error) => void
}

/** Messages are JSON, each ended by a NUL. */
function createLink(commands: Writable, replies: Readable, exited: Promise<void>) {
  const waiting = new Map<number, Waiting>()
  const events = new EventEmitter()
  events.setMaxListeners(0)
  let gone = false
  let lastId = 0
  let rest = ''

  replies.setEncoding('utf8')
  replies.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) receive(JSON.parse(message))
  })
  const end = () => {
    gone = true
    for (const { reject } of waiting.values()) reject(new BrowserGone('The browser is gone.'))
    waiting.clear()
  }
  // Writing to a browser that was ended from outside fails before its exit is known.
  commands.on('error', end)
  replies.on('error', end)
  void exited.then(end)

  function receive(message: unknown): void {
    if (!isIncoming(message)) throw new Error('The browser sent something unknown.')
    if (message.id === undefined) {
      events.emit(`${message.sessionId ?? ''} ${message.method ?? ''}`, message.params)
      return
    }
    const waiter = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) waiter?.resolve(message.result)
    else waiter?.reject(new Error(message.error.message))
  }

  return (sessionId: string | undefined): Connection => ({
    send: (name, params) =>
      new Promise((resolve, reject) => {
        if (gone) {
          reject(new BrowserGone('The browser is gone.'))
          return
        }
        const id = ++lastId
        waiting.set(id, {
          resolve: (reply) => {
            if (isReplyTo(name, reply)) resolve(reply)
            else reject(new Error(`The browser gave no reply to ${name}.`))
          },
          reject: (error) => {
            reject(new Error(`${name}: ${error.message}`, { cause: error }))
          },
        })
        commands.write(`${JSON.stringify({ id, method: name, params, sessionId })}\0`)
      }),
    on: (name, listener) => {
      events.on(`${sessionId ?? ''} ${name}`, listener)
    },
  })
}

interface Incoming {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

function isIncoming(message: unknown): message is Incoming {
  return typeof message === 'object' && message !== null && ('id' in message || 'method' in message)
}

/** The browser keeps to its own protocol; its replies are always objects. */
function isReplyTo<Name extends Method>(_: Name, reply: unknown): reply is Commands[Name]['reply'] {
  return typeof reply === 'object' && reply !== null
}

function isWritable(stream: Readable | Writable | null | undefined): stream is Writable {
  return stream !== null && stream !== undefined && 'write' in stream
}

function isReadable(stream: Readable | Writable | null | undefined): stream is Readable {
  return stream !== null && stream !== undefined && 'read' in stream
}

/** Chromium prints "DevTools listening on ws://127.0.0.1:…" once. Its other complaints are of no use here. */
function addressIn(errors: Readable): Promise<string> {
  return new Promise((resolve) => {
    let printed = ''
    errors.setEncoding('utf8')
    errors.on('data', (chunk: string) => {
      printed = (printed + chunk).slice(-10_000)
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (address !== undefined) resolve(address)
    })
  })
}
