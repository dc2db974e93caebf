/** `npm run screenshots`: the main screens, in Vietnamese, at both common sizes, into resources/pictures. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchApp, type LaunchedApp } from './launch.ts'

const top = join(import.meta.dirname, '../..')
const pictures = join(top, 'resources/pictures')
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

function cell(page: Page, row: string, column: string) {
  return page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`)
}

/** The screens in the order of a first visit; each goes on where the one before it stopped. */
const screens: Readonly<Record<string, (app: LaunchedApp) => Promise<void>>> = {
  report: async ({ page }) => {
    await page.getByTestId('report-item').filter({ hasText: 'Lục Bình' }).click()
    await cell(page, 'r3', 'c6').click()
    await page.getByTestId('finding-group').filter({ hasText: 'tỷ lệ bị cắt' }).click()
    await page.getByTestId('finding').first().waitFor()
  },
  override: async ({ page }) => {
    await cell(page, 'r2', 'c7').click()
    await page.keyboard.type('Đạt')
    await page.keyboard.press('Enter')
    await page.getByTestId('reason-text').fill('Theo kết luận của Ban Thường vụ')
  },
  import: async ({ page, answerDialog }) => {
    await page.getByTestId('reason-save').click()
    const file = join(top, 'resources/samples/bac-kan-6-thang-2024.xlsx')
    await answerDialog('showOpenDialog', { canceled: false, filePaths: [file] })
    await page.getByTestId('import').click()
    await page.getByTestId('preview-table').waitFor()
  },
}

mkdirSync(pictures, { recursive: true })
for (const viewport of sizes) {
  const app = await launchApp({ viewport, language: 'vi' })
  try {
    for (const [name, show] of Object.entries(screens)) {
      await show(app)
      // Where the pointer rests, something would be highlighted.
      await app.page.mouse.move(0, 0)
      const path = join(pictures, `${name}-${viewport.width}x${viewport.height}.png`)
      await app.page.screenshot({ path, animations: 'disabled' })
      console.log(path)
    }
  } finally {
    await app.close()
  }
}
