/** From the start of the program to a grid that can be typed into, beside the bare browser showing one word. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchApp } from '../e2e/launch.ts'
import { startChromium } from '../print/chromiumEngine.ts'
import { median, type BenchRow } from './bench.ts'

const RUNS = 5

/** The median time in ms until `start` is done; ending what it started is not counted. */
async function timeOfStart(start: () => Promise<{ close: () => Promise<unknown> }>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run <= RUNS; run += 1) {
    const begin = performance.now()
    const started = await start()
    // The first run fills the caches of the disk, and the data folder with the samples.
    if (run > 0) times.push(performance.now() - begin)
    await started.close()
  }
  return median(times)
}

export default async function start(): Promise<readonly BenchRow[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'bieu-start-bench-'))
  try {
    const ours = await timeOfStart(async () => {
      const app = await launchApp({ dataFolder })
      await app.page.locator('.ag-row').first().waitFor()
      return app
    })
    const peer = await timeOfStart(async () => {
      const browser = await startChromium()
      const page = await browser.open('<p>Biểu</p>')
      await page.evaluate('document.body.offsetHeight')
      return browser
    })
    return [{ job: 'start to usable grid', against: 'bare Chromium, one word', ours, peer, unit: 'ms' }]
  } finally {
    rmSync(dataFolder, { recursive: true })
  }
}
