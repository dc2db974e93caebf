/** Importing in the window: preview, a corrected role, confirmation; files that cannot be read say why. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { xlsx } from '../excel/xlsx.ts'
import { launchApp, type LaunchedApp } from './launch.ts'
import { cellAt, expectCell } from './window.ts'

const WORKBOOK = join(import.meta.dirname, '../fixtures/luc-binh-2023.xlsx')

let app: LaunchedApp
let page: Page
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-import-'))
  app = await launchApp()
  page = app.page
  await page.getByTestId('report-item').first().waitFor()
})

afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function pick(file: string): Promise<void> {
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [file] })
  await page.getByTestId('import').click()
}

test('the preview shows the table with its header, rows and findings', async () => {
  await pick(WORKBOOK)
  const table = page.getByTestId('preview-table')
  await table.waitFor()
  expect(await page.getByTestId('import-title').inputValue()).toBe(
    'BIỂU KẾT QUẢ CÁC CHỈ TIÊU CHỦ YẾU NĂM 2023',
  )
  expect(await page.getByTestId('import-office').inputValue()).toBe('xã Lục Bình')
  const roles = await page
    .getByTestId('column-role')
    .evaluateAll((selects) =>
      selects.map((select) => (select instanceof HTMLSelectElement ? select.value : '')),
    )
  expect(roles).toEqual(['ordinal', 'name', 'unit', 'plan', 'actual', 'ratio', 'assessment'])
  const header = await page.getByTestId('preview-header').first().innerText()
  expect(header.split(/\s*[\t\n]\s*/)).toContain('Kết quả năm 2023')
  expect(await table.locator('tbody tr').count()).toBe(32)
  expect(await table.locator('[data-row-tag="r3"] .preview-found').first().getAttribute('title')).toContain(
    '105,6',
  )
  await page.getByTestId('import-cancel').click()
  expect(await page.getByTestId('report-item').count()).toBe(2)
})

test('the role of every column can be read, whichever is chosen', async () => {
  await pick(WORKBOOK)
  await page.getByTestId('preview-table').waitFor()
  const first = page.getByTestId('column-role').first()
  const cut = await first.evaluate((select) => {
    if (!(select instanceof HTMLSelectElement)) throw new TypeError('The role is no list.')
    const context = document.createElement('canvas').getContext('2d')
    const tooLong: string[] = []
    for (const option of select.options) {
      select.selectedIndex = option.index
      const { font, paddingLeft, paddingRight } = getComputedStyle(select)
      if (context === null) throw new Error('Nothing measures text.')
      context.font = font
      const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
      if (context.measureText(option.text).width > room + 1) tooLong.push(option.text)
    }
    return tooLong
  })
  expect(cut).toEqual([])
  await page.getByTestId('import-cancel').click()
})

test('a corrected role and office hold in the stored report', async () => {
  await pick(WORKBOOK)
  await page.getByTestId('preview-table').waitFor()
  await page.getByTestId('column-role').nth(3).selectOption('previous')
  await page.getByTestId('import-office').fill('xã Thử Nghiệm')
  await page.getByTestId('import-confirm').click()
  await page.getByTestId('report-item').filter({ hasText: 'xã Thử Nghiệm' }).waitFor()
  expect(await page.getByTestId('report-item').count()).toBe(3)
  await expectCell(page, 'r2', 'c4', '370')
  // Against an earlier result the ratio is the index: 371 of 370.
  await cellAt(page, 'r2', 'c5').click()
  await page.keyboard.type('371')
  await page.keyboard.press('Enter')
  await expectCell(page, 'r2', 'c6', '100,27')
})

test('everything is reached by keyboard', async () => {
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [WORKBOOK] })
  await page.getByTestId('import').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('preview-table').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))
  await expect.poll(focused).toBe('import-confirm')
  const reached = new Set<unknown>()
  for (let step = 0; step < 24; step++) {
    await page.keyboard.press('Tab')
    reached.add(await focused())
  }
  expect([...reached]).toEqual(
    expect.arrayContaining(['import-title', 'import-office', 'period-kind', 'column-role', 'import-cancel']),
  )
  await page.keyboard.press('Escape')
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
})

test('a file that is no workbook gets one sentence, and can be tried again', async () => {
  const file = join(folder, 'bieu-hong.xlsx')
  writeFileSync(file, '<html><body>Không phải tệp Excel</body></html>')
  await pick(file)
  const failure = page.getByTestId('import-failure')
  await failure.waitFor()
  expect(await failure.innerText()).toContain('bieu-hong.xlsx')
  await page.getByTestId('import-retry').click()
  await failure.waitFor()
  await page.getByTestId('import-cancel').click()
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
  expect(await page.getByTestId('unexpected').count()).toBe(0)
})

test('closing the picker changes nothing', async () => {
  await app.answerDialog('showOpenDialog', { canceled: true, filePaths: [] })
  await page.getByTestId('import').click()
  await expect
    .poll(() => app.recorded.filter(({ kind }) => kind === 'showOpenDialog').length)
    .toBeGreaterThan(4)
  expect(await page.getByTestId('import-dialog').count()).toBe(0)
  expect(await page.getByTestId('message-failure').count()).toBe(0)
})

test('a figure whose format hides digits becomes what is shown when it is typed anew', async () => {
  const rows = [
    ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ %'],
    ['1', 'Trồng rừng', '30', '31.74', ''],
    ['2', 'Trồng ngô', '20', '21', '105'],
  ]
  const cells = rows.map((row, index) =>
    row
      .map((text, column) => {
        const address = `r="${'ABCDE'.charAt(column)}${String(index + 1)}"`
        if (text === '') return ''
        return /^\d/.test(text)
          ? `<c ${address} s="1"><v>${text}</v></c>`
          : `<c ${address} t="inlineStr"><is><t>${text}</t></is></c>`
      })
      .join(''),
  )
  const file = join(folder, 'giau-so-le.xlsx')
  writeFileSync(
    file,
    xlsx({
      rows: cells.map((row, index) => `<row r="${String(index + 1)}">${row}</row>`).join(''),
      styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="1" applyNumberFormat="1"/></cellXfs>',
    }),
  )
  await pick(file)
  await page.getByTestId('preview-table').waitFor()
  await page.getByTestId('import-confirm').click()
  await expectCell(page, 'r1', 'c4', '32')
  await expectCell(page, 'r1', 'c5', '105,8')

  await cellAt(page, 'r1', 'c4').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  await expectCell(page, 'r1', 'c5', '105,8')
  await cellAt(page, 'r1', 'c4').click()
  await page.keyboard.type('32')
  await page.keyboard.press('Enter')
  await expectCell(page, 'r1', 'c5', '106,67')
})
