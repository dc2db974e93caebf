/** The browsers of this run, started when first needed: one for the window, and one nobody sees for paper. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBrowser, type Browser, type Connection } from './browser.ts'
import type { Mode } from './mode.ts'

export interface Page {
  readonly browser: Browser
  readonly targetId: string
  readonly connection: Connection
}

export interface Browsers {
  /** The window's page; the same one for dialogs shown before there is a window. */
  readonly windowPage: () => Promise<Page>
  readonly hiddenPage: () => Promise<Page>
  /** Where Playwright connects to see the window. */
  readonly address: () => Promise<string>
  readonly closeAll: () => Promise<void>
}

export function createBrowsers({ browser: program, headless, underTest }: Mode): Browsers {
  let forWindow: Browser | undefined
  let forPaper: Browser | undefined
  let shownPage: Promise<Page> | undefined

  const start = (withoutScreen: boolean) =>
    startBrowser({
      program,
      headless: withoutScreen,
      devtools: underTest,
      profile: mkdtempSync(join(tmpdir(), 'bieu-browser-')),
    })
  const windowBrowser = () => (forWindow ??= start(headless))
  const paperBrowser = () => (headless ? windowBrowser() : (forPaper ??= start(true)))

  return {
    windowPage: () => (shownPage ??= headless ? newPage(windowBrowser()) : firstPage(windowBrowser())),
    hiddenPage: () => newPage(paperBrowser()),
    address: () => windowBrowser().address,
    closeAll: async () => {
      await Promise.all([forWindow?.close(), forPaper?.close()])
    },
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true })
  return await attach(browser, targetId)
}

/** With a screen the browser opens its window itself; only that one has neither tabs nor an address bar. */
async function firstPage(browser: Browser): Promise<Page> {
  for (;;) {
    const { targetInfos } = await browser.send('Target.getTargets', {})
    const target = targetInfos.find(({ type }) => type === 'page')
    if (target !== undefined) return await attach(browser, target.targetId)
    await sleep(20)
  }
}

async function attach(browser: Browser, targetId: string): Promise<Page> {
  await browser.send('Target.setDiscoverTargets', { discover: true })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  return { browser, targetId, connection: browser.session(sessionId) }
}
