/** The window while 500 workbooks of a folder are imported: how long its page is busy at a stretch. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchApp } from '../e2e/launch.ts'
import { communeWorkbook } from '../excel/communes.ts'
import type { BenchRow } from './bench.ts'

const FILES = 500
const ROWS = 100
/** What a person does not notice. */
const SMOOTH = 100
/** The browser tells of no shorter ones. */
const SHORTEST_TOLD = 50

export default async function batch(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bieu-batch-bench-'))
  for (let file = 1; file <= FILES; file += 1) {
    const commune = { office: `xã Số ${file}`, plan: 100 + file, rows: ROWS }
    writeFileSync(join(folder, `xa-${file}.xlsx`), communeWorkbook(commune))
  }
  const app = await launchApp()
  try {
    const { page } = app
    await page.locator('.ag-row').first().waitFor()
    await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [folder] })
    await page.getByTestId('import-options').click()
    const longest = page.evaluate(async () => {
      let longest = 0
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
      }).observe({ type: 'longtask' })
      const over = '[data-testid="batch-dialog"][data-progress="over"]'
      const newest = () => document.querySelectorAll('[data-testid="report-item"]').length
      do await new Promise((resolve) => setTimeout(resolve, 500))
      while (document.querySelector(over) === null || newest() < 500)
      return longest
    })
    await page.getByTestId('import-folder').click()
    const ours = Math.max(await longest, SHORTEST_TOLD)
    const job = `longest stretch of the window's page, ${FILES} files imported`
    return [{ job, against: 'what is not noticed', ours, peer: SMOOTH, unit: 'ms', budget: 1 }]
  } finally {
    await app.close()
    rmSync(folder, { recursive: true })
  }
}
