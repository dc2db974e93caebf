/** A corrected workbook over its report: what differs is shown, taken or left out, overrides stay, undo brings all back. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from './launch.ts'
import { cellAt, expectCell, typeInto, untilSaved } from './window.ts'

const HEADER = [
  'TT',
  'Chỉ tiêu',
  'Đơn vị tính',
  'Kế hoạch năm 2023',
  'Thực hiện năm 2023',
  'Tỷ lệ %',
  'Đánh giá',
]
const FIRST = [
  ['1', 'Diện tích lúa', 'Ha', 370, 368, 99.46, 'Không đạt'],
  ['2', 'Sản lượng lương thực', 'Tấn', 2225, 2352, 105.71, 'Vượt'],
  ['3', 'Trồng rừng mới', 'Ha', 30, 31, 103.33, 'Vượt'],
  ['4', 'Hộ nghèo giảm', 'Hộ', 100, 120, 120, 'Vượt'],
]
/** The first with another figure, a corrected name, one row less and one more. */
const SECOND = [
  ['1', 'Diện tích lúa', 'Ha', 370, 371, 100.27, 'Vượt'],
  ['2', 'Sản lượng lương thực có hạt', 'Tấn', 2225, 2352, 105.71, 'Vượt'],
  ['3', 'Trồng rừng mới', 'Ha', 30, 31, 103.33, 'Vượt'],
  ['4', 'Số thuê bao', 'Máy', 50, 60, 120, 'Vượt'],
]

let app: LaunchedApp
let page: Page
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-reimport-'))
  app = await launchApp()
  page = app.page
  await page.getByTestId('report-item').first().waitFor()
})

afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The same file name each time, as an office keeps its file. */
async function pick(rows: readonly (readonly (string | number)[])[]): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Biểu')
  sheet.addRows([['UBND XÃ THỬ NGHIỆM'], ['BIỂU KẾT QUẢ CÁC CHỈ TIÊU NĂM 2023'], [], HEADER, ...rows])
  const file = join(folder, 'bieu-2023.xlsx')
  await workbook.xlsx.writeFile(file)
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [file] })
  await page.getByTestId('import').click()
  await page.getByTestId('preview-table').waitFor()
}

async function compare(): Promise<void> {
  await page.getByTestId('update-compare').click()
  await page.getByTestId('update-dialog').waitFor()
}

/** "r1 changed figure 368 → 371" for each line that is shown. */
async function told(): Promise<string[]> {
  return await page.getByTestId('difference').evaluateAll((lines) =>
    lines.map((line) => {
      const group = line.closest('[data-testid="difference-row"]')
      const texts = [...line.querySelectorAll('td')].slice(1).map(({ textContent }) => textContent)
      const words = [group?.getAttribute('data-row-tag'), group?.getAttribute('data-state')]
      return [...words, line.getAttribute('data-kind'), ...texts].join(' ')
    }),
  )
}

test('nothing is offered for a table that is not there yet', async () => {
  await pick(FIRST)
  await expect.poll(() => page.getByTestId('import-confirm').innerText()).toContain('Nhập')
  expect(await page.getByTestId('update-offer').count()).toBe(0)
  await page.getByTestId('import-confirm').click()
  await expectCell(page, 'r1', 'c5', '368')
})

test('the same file again differs in nothing', async () => {
  await pick(FIRST)
  await page.getByTestId('update-offer').waitFor()
  expect(await page.getByTestId('import-confirm').innerText()).toBe('Nhập thành biểu mới')
  await compare()
  expect(await page.getByTestId('update-dialog').innerText()).toContain('Tệp và biểu giống nhau')
  expect(await page.getByTestId('update-confirm').count()).toBe(0)
  await page.getByTestId('update-back').click()
  await page.getByTestId('import-cancel').click()
})

test('a corrected file is compared cell by cell, taken in one step with the overrides kept, and undone', async () => {
  await typeInto(page, 'r1', 'c7', 'Đạt')
  await page.getByTestId('reason-text').fill('Theo kết luận của Ban Thường vụ')
  await page.getByTestId('reason-save').click()
  await untilSaved(page)

  await pick(SECOND)
  await compare()
  expect(await told()).toEqual([
    'r1 changed figure 368 → 371',
    'r1 changed stated 99,46 → 100,27',
    'r1 changed stated Không đạt → Vượt',
    'r2 changed text Sản lượng lương thực → Sản lượng lương thực có hạt',
    'r4 gone goneRow 100 → –',
    'r4 gone goneRow 120 → –',
    'r4 gone goneRow 120 → –',
    'r4 gone goneRow Vượt → –',
    'r5 new newRow – → 50',
    'r5 new newRow – → 60',
    'r5 new newRow – → 120',
    'r5 new newRow – → Vượt',
  ])
  const first = page.getByTestId('difference-row').first()
  expect(await first.innerText()).toContain('Theo kết luận của Ban Thường vụ')

  await page.getByTestId('update-filter-figures').click()
  expect((await told()).every((line) => !/text|stated/.test(line))).toBe(true)
  await page.getByTestId('update-filter-all').click()

  await page.getByTestId('update-confirm').click()
  await page.getByTestId('update-dialog').waitFor({ state: 'hidden' })
  await expectCell(page, 'r1', 'c5', '371')
  await expectCell(page, 'r1', 'c7', 'Đạt')
  await expectCell(page, 'r2', 'c2', 'Sản lượng lương thực có hạt')
  await expectCell(page, 'r5', 'c2', 'Số thuê bao')
  expect(await cellAt(page, 'r4', 'c2').count()).toBe(0)
  expect(await page.getByTestId('import-dialog').count()).toBe(0)
  expect(await page.getByTestId('report-item').count()).toBe(3)

  await page.getByTestId('undo').click()
  await expectCell(page, 'r1', 'c5', '368')
  await expectCell(page, 'r1', 'c7', 'Đạt')
  await expectCell(page, 'r4', 'c2', 'Hộ nghèo giảm')
  expect(await cellAt(page, 'r5', 'c2').count()).toBe(0)
})

test('rows are left out and taken by keyboard alone', async () => {
  await pick(SECOND)
  await page.getByTestId('update-compare').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('update-dialog').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))
  for (let step = 0; step < 12 && (await focused()) !== 'difference-take'; step++) {
    await page.keyboard.press('Tab')
  }
  // The last two rows, the one that is gone and the new one, are left out.
  for (const key of ['ArrowDown', 'ArrowDown', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
  expect(await page.getByTestId('update-confirm').innerText()).toBe('Cập nhật 2 dòng')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('update-confirm')
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('update-dialog').waitFor({ state: 'hidden' })
  await expectCell(page, 'r1', 'c5', '371')
  await expectCell(page, 'r4', 'c2', 'Hộ nghèo giảm')
  expect(await page.locator('.ag-row').filter({ hasText: 'Số thuê bao' }).count()).toBe(0)
})

test('the back button and Escape take nothing', async () => {
  await pick(SECOND)
  await compare()
  await page.getByTestId('update-leave-all').click()
  expect(await page.getByTestId('update-confirm').isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByTestId('preview-table').waitFor()
  await page.getByTestId('import-cancel').click()
  await expectCell(page, 'r4', 'c2', 'Hộ nghèo giảm')
})
