/** Printing for tests: the system's Chromium through playwright, the same engine that Electron has inside. */
import { chromium } from 'playwright-core'
import type { PageEngine } from '../../electron/print/engine.ts'

export interface ChromiumEngine extends PageEngine {
  close(): Promise<void>
}

export async function startChromium(): Promise<ChromiumEngine> {
  const browser = await chromium.launch({
    executablePath: process.env.BIEU_CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  return {
    async open(html) {
      const page = await browser.newPage()
      await page.setContent(html, { waitUntil: 'load' })
      return {
        evaluate: (script) => page.evaluate<unknown>(script),
        pdf: async () => new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })),
        close: () => page.close(),
      }
    },
    close: () => browser.close(),
  }
}
