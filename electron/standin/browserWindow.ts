/** Electron's `BrowserWindow`: the one window with the program's page, and hidden ones that make paper. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EventEmitter } from 'node:events'
import { PreventableEvent, type App } from './app.ts'
import { ignoreGoneBrowser } from './browser.ts'
import type { Browsers, Page } from './browsers.ts'
import type { Mode } from './mode.ts'
import { WebContents } from './webContents.ts'

export interface WindowOptions {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly show?: boolean
  readonly webPreferences: {
    readonly preload?: string
    readonly sandbox: boolean
    readonly contextIsolation: boolean
    readonly nodeIntegration: boolean
  }
}

interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface WindowParts {
  readonly app: App
  readonly browsers: Browsers
  readonly mode: Mode
}

/** A window without a preload script has nobody to talk to and is never seen. */
export class StandinWindow extends EventEmitter {
  readonly webContents: WebContents
  readonly #page: Promise<Page>
  readonly #seen: boolean
  readonly #app: App
  readonly #headless: boolean
  #bounds: Bounds
  #maximised = false
  #destroyed = false

  constructor(
    { app, browsers, mode }: WindowParts,
    { x = 0, y = 0, width = 800, height = 600, webPreferences }: WindowOptions,
  ) {
    super()
    this.#app = app
    this.#headless = mode.headless
    const { preload, sandbox, contextIsolation, nodeIntegration } = webPreferences
    if (!sandbox || !contextIsolation || nodeIntegration) {
      throw new Error('Stand-in: only sandboxed windows with context isolation.')
    }
    this.#bounds = { x, y, width, height }
    this.#seen = preload !== undefined
    const opened = this.#seen ? browsers.windowPage() : browsers.hiddenPage()
    this.#page = opened.then((page) => this.#prepare(page))
    this.webContents = new WebContents(this.#page, {
      preload,
      askBeforeLeaving: !mode.headless,
    })
    this.webContents.once('first-paint', () => this.emit('ready-to-show'))
    this.webContents.on('leaving', () => {
      this.close()
    })
    app.windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url)
  }

  async loadFile(path: string): Promise<void> {
    await this.webContents.load(pathToFileURL(resolve(path)).href)
  }

  /** Chromium shows its window from the start. */
  show(): void {
    this.emit('show')
  }

  focus(): void {
    void this.#page.then(({ connection }) => connection.send('Page.bringToFront', {}))
  }

  maximize(): void {
    this.#maximised = true
    if (!this.#headless) void this.#page.then((page) => setBounds(page, { windowState: 'maximized' }))
  }

  isMaximized(): boolean {
    return this.#maximised
  }

  /** The browser does not tell. */
  isMinimized(): boolean {
    return false
  }

  getNormalBounds(): Bounds {
    return this.#bounds
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  close(): void {
    void this.askToClose()
  }

  /** True when nobody objected and the window is gone. */
  async askToClose(): Promise<boolean> {
    if (this.#destroyed) return true
    await this.#readBounds()
    const event = new PreventableEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
    return !event.defaultPrevented
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#gone()
    this.#page
      .then(({ browser, targetId }) => browser.send('Target.closeTarget', { targetId }))
      .catch(ignoreGoneBrowser)
  }

  async #prepare(page: Page): Promise<Page> {
    const { x, y, width, height } = this.#bounds
    page.browser.on('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === page.targetId) this.#gone()
    })
    if (this.#headless || !this.#seen) {
      await page.connection.send('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: false,
      })
    } else {
      await setBounds(page, { left: x, top: y, width, height })
    }
    return page
  }

  /** A person may have moved the window; only the browser knows. */
  async #readBounds(): Promise<void> {
    if (this.#headless || !this.#seen) return
    const { browser, targetId } = await this.#page
    const { bounds } = await browser.send('Browser.getWindowForTarget', { targetId })
    this.#maximised = bounds.windowState === 'maximized'
    if (this.#maximised) return
    const { x, y, width, height } = this.#bounds
    this.#bounds = {
      x: bounds.left ?? x,
      y: bounds.top ?? y,
      width: bounds.width ?? width,
      height: bounds.height ?? height,
    }
  }

  #gone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.emit('closed')
    this.#app.windowClosed(this)
  }
}

/** Electron's class takes the options alone; the rest belongs to this run. */
export function createBrowserWindowClass(parts: WindowParts): new (options: WindowOptions) => StandinWindow {
  return class BrowserWindow extends StandinWindow {
    constructor(options: WindowOptions) {
      super(parts, options)
    }
  }
}

async function setBounds(
  { browser, targetId }: Page,
  bounds: { left?: number; top?: number; width?: number; height?: number; windowState?: string },
): Promise<void> {
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId })
  await browser.send('Browser.setWindowBounds', { windowId, bounds })
}
