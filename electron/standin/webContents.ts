/** Electron's `webContents`: one page, its requests to main, its scripts, its paper and its picture. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { PreventableEvent } from './app.ts'
import { ignoreGoneBrowser, type Connection } from './browser.ts'
import type { Page } from './browsers.ts'
import { codec } from './codec.ts'
import type { RemoteValue } from './devtools.ts'
import { invoke } from './ipcMain.ts'
import { answerRequest } from './pageRequests.ts'
import { fromBrowser, toBrowser } from './schemes.ts'
import {
  PRELOAD_WORLD,
  RECEIVE_FUNCTION,
  SEND_BINDING,
  pageWorldSource,
  preloadWorldSource,
  type FromPage,
  type ToPage,
} from './worlds.ts'

/** Of Electron's options those this program uses; margins are left to the page's own style. */
interface PdfOptions {
  readonly landscape: boolean
  readonly pageSize: 'A4'
  readonly preferCSSPageSize: boolean
  readonly printBackground: boolean
  readonly generateTaggedPDF: boolean
}

const A4_INCHES = { paperWidth: 8.27, paperHeight: 11.69 }

export interface PageOptions {
  readonly preload: string | undefined
  /** Asks main before the person's click on the window's own button closes it. */
  readonly askBeforeLeaving: boolean
}

export class WebContents extends EventEmitter {
  readonly mainFrame = { url: '' }
  readonly #page: Promise<Page>
  #openHandler = (): { action: string } => ({ action: 'deny' })
  /** The address main asked for: going anywhere else is the page's own wish. */
  #wanted = ''
  #preloadContext: number | undefined
  #crashed = false
  /** The document is being left because main said so. */
  #leaving = false
  readonly #unsent: ToPage[] = []

  constructor(page: Promise<Page>, options: PageOptions) {
    super()
    this.#page = page.then(async (opened) => {
      await this.#prepare(opened, options)
      return opened
    })
    // The failure is thrown where the page is used.
    this.#page.catch(() => undefined)
  }

  async load(url: string): Promise<void> {
    const { connection } = await this.#page
    this.#wanted = url
    this.#leaving = true
    const loaded = new Promise<void>((resolve) => {
      this.once('did-finish-load', resolve)
    })
    const { errorText } = await connection.send('Page.navigate', { url: toBrowser(url) })
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isCrashed(): boolean {
    return this.#crashed
  }

  reload(): void {
    this.#crashed = false
    this.#leaving = true
    this.#wanted = this.mainFrame.url
    void this.#connection().then((connection) => connection.send('Page.reload', {}))
  }

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.#openHandler = handler
  }

  send(channel: string, ...values: unknown[]): void {
    this.#toPage({ type: 'event', channel, values })
  }

  async executeJavaScript(script: string): Promise<unknown> {
    const connection = await this.#connection()
    return valueOf(
      await connection.send('Runtime.evaluate', {
        expression: script,
        awaitPromise: true,
        returnByValue: true,
        userGesture: false,
      }),
    )
  }

  async printToPDF(options: PdfOptions): Promise<Buffer> {
    const connection = await this.#connection()
    const { pageSize: _, ...rest } = options
    const { data } = await connection.send('Page.printToPDF', {
      ...rest,
      ...A4_INCHES,
      transferMode: 'ReturnAsBase64',
    })
    return Buffer.from(data, 'base64')
  }

  async capturePage(): Promise<{ readonly toPNG: () => Buffer }> {
    const connection = await this.#connection()
    const { data } = await connection.send('Page.captureScreenshot', { format: 'png' })
    return { toPNG: () => Buffer.from(data, 'base64') }
  }

  async #connection(): Promise<Connection> {
    return (await this.#page).connection
  }

  async #prepare({ browser, connection, targetId }: Page, options: PageOptions): Promise<void> {
    const { send, on } = connection
    on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      this.mainFrame.url = fromBrowser(frame.url)
      this.#preloadContext = undefined
      this.#leaving = false
    })
    on('Page.loadEventFired', () => this.emit('did-finish-load'))
    on('Page.lifecycleEvent', ({ name }) => {
      if (name === 'firstPaint' && this.mainFrame.url === this.#wanted) this.emit('first-paint')
    })
    on('Inspector.targetCrashed', () => {
      this.#crashed = true
      this.#preloadContext = undefined
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    on('Page.javascriptDialogOpening', ({ type }) => {
      if (type === 'beforeunload') this.#leave(connection)
      else void send('Page.handleJavaScriptDialog', { accept: false })
    })
    on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
      console.error(`In the page: ${exception?.description ?? text}`)
    })
    on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === SEND_BINDING) this.#fromPage(codec.decode(payload), executionContextId)
    })
    on('Fetch.requestPaused', (paused) => {
      const ownWish = paused.resourceType === 'Document' && fromBrowser(paused.request.url) !== this.#wanted
      const refused = ownWish && !this.#mayNavigate(paused.request.url)
      answerRequest(connection, paused, refused).catch(ignoreGoneBrowser)
    })
    browser.on('Target.targetCreated', ({ targetInfo }) => {
      if (targetInfo.openerId !== targetId) return
      if (this.#openHandler().action !== 'deny') throw new Error('Stand-in: pages open no windows.')
      browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(ignoreGoneBrowser)
    })
    await Promise.all([
      send('Page.enable', {}),
      send('Runtime.enable', {}),
      send('Page.setLifecycleEventsEnabled', { enabled: true }),
      send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      ...(options.preload === undefined
        ? []
        : preloadScripts(connection, options.preload, options.askBeforeLeaving)),
    ])
  }

  /** The person closes the window by its own button: main decides, as over every other way of closing. */
  #leave({ send }: Connection): void {
    send('Page.handleJavaScriptDialog', { accept: this.#leaving }).catch(ignoreGoneBrowser)
    if (!this.#leaving) this.emit('leaving')
  }

  #mayNavigate(url: string): boolean {
    const event = new PreventableEvent()
    this.emit('will-navigate', event, fromBrowser(url))
    return !event.defaultPrevented
  }

  #fromPage(message: unknown, context: number): void {
    if (!isFromPage(message)) throw new Error('The page sent something unknown.')
    if (message.type === 'ready') {
      this.#preloadContext = context
      for (const unsent of this.#unsent.splice(0)) this.#toPage(unsent)
      return
    }
    const { id, channel, values } = message
    const event = { sender: this, senderFrame: this.mainFrame }
    invoke(channel, event, values).then(
      (value) => this.#toPage({ type: 'reply', id, value }, context),
      (error: unknown) => {
        this.#toPage(
          { type: 'failure', id, message: error instanceof Error ? error.message : String(error) },
          context,
        )
      },
    )
  }

  /** A reply goes to the document that asked, which may be gone; an event waits for the next document. */
  #toPage(message: ToPage, context = this.#preloadContext): void {
    if (context === undefined) {
      this.#unsent.push(message)
      return
    }
    const text = codec.encode(message)
    this.#connection()
      .then((connection) =>
        connection.send('Runtime.callFunctionOn', {
          executionContextId: context,
          functionDeclaration: `(text) => ${RECEIVE_FUNCTION}(text)`,
          arguments: [{ value: text }],
        }),
      )
      .catch(ignoreGoneBrowser)
  }
}

function preloadScripts({ send }: Connection, preload: string, askBeforeLeaving: boolean) {
  return [
    send('Runtime.addBinding', { name: SEND_BINDING, executionContextName: PRELOAD_WORLD }),
    send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldSource() }),
    send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadWorldSource(readFileSync(preload, 'utf8'), askBeforeLeaving),
      worldName: PRELOAD_WORLD,
    }),
  ]
}

function valueOf({ result, exceptionDetails }: RemoteValue): unknown {
  if (exceptionDetails === undefined) return result.value
  throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
}

function isFromPage(message: unknown): message is FromPage {
  return typeof message === 'object' && message !== null && 'type' in message
}
