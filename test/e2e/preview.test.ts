/** Correcting what was recognised in the preview of an import: by mouse and by keyboard, remembered for the template. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from './launch.ts'
import { cellAt, expectCell } from './window.ts'
import { writtenWorkbook, type WrittenCell } from './writtenWorkbook.ts'

const HEADER = ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện', 'Ghi chú']

let app: LaunchedApp
let page: Page
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-preview-'))
  app = await launchApp()
  page = app.page
  await page.getByTestId('report-item').first().waitFor()
})

afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** What a failed test left open. */
beforeEach(async () => {
  if ((await page.getByTestId('import-dialog').count()) === 0) return
  await page.reload()
  await page.getByTestId('report-item').first().waitFor()
})

async function preview(name: string, rows: readonly (readonly WrittenCell[])[]): Promise<void> {
  const file = join(folder, name)
  writeFileSync(file, writtenWorkbook(rows))
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [file] })
  await page.getByTestId('import').click()
  await page.getByTestId('preview-table').waitFor()
}

/** The row of the sheet in the preview. */
function row(number: number): Locator {
  return page.locator(`[data-testid="preview-table"] tr[data-sheet-row="${number}"]`)
}

/** Waits until the rows are of these kinds and levels: "Mục · 1". */
async function expectKinds(from: number, kinds: readonly string[]): Promise<void> {
  const shown = () =>
    Promise.all(
      kinds.map(async (_, index) =>
        (
          await row(from + index)
            .locator('.preview-kind')
            .innerText()
        ).replace(/\s*đã sửa$/, ''),
      ),
    )
  await expect.poll(shown, { timeout: 10_000 }).toEqual(kinds)
}

const focusedTestId = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))
const focusedRow = () => page.evaluate(() => document.activeElement?.getAttribute('data-sheet-row'))

const flat = (title: string) => [
  [title],
  HEADER,
  ['1', 'Nông nghiệp', null, 1, 1],
  ['2', 'Trồng ngô', 'Ha', 30, 31, 'tăng vụ'],
  ['3', 'Ngô đồi', 'Ha', 10, 11],
  ['4', 'Trồng lúa', 'Ha', 370, 368],
  ['5', 'Kiểm tra', null, 0, 0],
]

test('rows are made another kind, moved and left out by mouse, a column too, and all of it taken back', async () => {
  await preview('dong.xlsx', flat('BIỂU KẾT QUẢ NĂM 2021'))
  const recognised = Array.from({ length: 5 }, () => 'Chỉ tiêu · 1')
  await expectKinds(3, recognised)

  await row(3).click()
  await page.getByTestId('row-section').click()
  await expectKinds(3, ['Mục · 1', 'Chỉ tiêu · 2', 'Chỉ tiêu · 2', 'Chỉ tiêu · 2', 'Chỉ tiêu · 2'])
  await row(5).click()
  await page.getByTestId('row-item').click()
  await expectKinds(4, ['Chỉ tiêu · 2', 'Chỉ tiêu con · 3', 'Chỉ tiêu · 2'])
  await row(6).click()
  await row(7).click({ modifiers: ['Shift'] })
  await page.getByTestId('row-out').click()
  await expectKinds(6, ['Chỉ tiêu · 1', 'Chỉ tiêu · 1'])
  await row(7).click()
  await page.getByTestId('row-leave-out').click()
  await expectKinds(7, ['Không lấy'])
  await page.getByTestId('column-role').nth(5).selectOption('left-out')
  await expect.poll(() => page.locator('th.preview-left-out').count()).toBe(2)

  await page.getByTestId('import-restore').click()
  await expectKinds(3, recognised)
  expect(await page.locator('.preview-left-out').count()).toBe(0)
  expect(await page.getByTestId('import-remember').count()).toBe(0)
  await page.getByTestId('import-cancel').click()
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
})

test('what was corrected by keyboard alone is stored, and remembered: only a new column is asked about', async () => {
  await preview('mau-2021.xlsx', flat('BIỂU KẾT QUẢ XÃ THỬ NĂM 2021'))
  await expect.poll(focusedTestId).toBe('import-confirm')
  // From the confirmation back to the rows: the cancel button, the fold and the rows stand before it in the order.
  for (let step = 0; step < 12 && (await focusedRow()) !== '3'; step++) await page.keyboard.press('Shift+Tab')
  expect(await focusedRow()).toBe('3')
  await page.keyboard.press('1')
  await expectKinds(3, ['Mục · 1', 'Chỉ tiêu · 2'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await focusedRow()).toBe('5')
  await page.keyboard.press('3')
  await expectKinds(5, ['Chỉ tiêu con · 3'])
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expectKinds(5, ['Chỉ tiêu con · 2'])
  await page.keyboard.press('Control+z')
  await expectKinds(5, ['Chỉ tiêu con · 3'])
  await page.keyboard.press('End')
  await page.keyboard.press('Delete')
  await expectKinds(7, ['Không lấy'])

  expect(await page.getByTestId('remember-name').inputValue()).toBe('BIỂU KẾT QUẢ XÃ THỬ NĂM 2021')
  await page.getByTestId('remember-name').fill('Mẫu xã Thử')
  await page.keyboard.press('Enter')
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
  await expectCell(page, 'r3', 'c2', 'Ngô đồi')
  await expect.poll(() => cellAt(page, 'r5', 'c2').count()).toBe(0)

  const next = flat('BIỂU KẾT QUẢ XÃ THỬ NĂM 2022').map((cells, index) =>
    index === 0 ? cells : [...cells, ...(index === 1 ? ['Mã theo dõi'] : [`M${index}`])],
  )
  await preview('mau-2022.xlsx', next)
  const question = page.getByTestId('import-question')
  await question.waitFor()
  expect(await question.getAttribute('data-letter')).toBe('G')
  expect(await question.innerText()).toContain('Mẫu xã Thử')
  await expectKinds(3, ['Mục · 1', 'Chỉ tiêu · 2', 'Chỉ tiêu con · 3', 'Chỉ tiêu · 2', 'Không lấy'])
  // The question has the keyboard, then the confirmation: "Đúng là …", "Không lấy cột này".
  await expect.poll(focusedTestId).toBe('question-role')
  expect(await page.locator('.preview-asked').count()).toBe(2)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await question.waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('.preview-asked').count()).toBe(0)
  await expect.poll(focusedTestId).toBe('import-confirm')
  await page.keyboard.press('Enter')
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })

  await preview('mau-2023.xlsx', next)
  await expectKinds(3, ['Mục · 1', 'Chỉ tiêu · 2', 'Chỉ tiêu con · 3', 'Chỉ tiêu · 2', 'Không lấy'])
  expect(await question.count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
})

test('header rows and the last row are placed anew, and the table is read again with them', async () => {
  await preview('tieu-de.xlsx', [
    ['BIỂU KẾT QUẢ NĂM 2020'],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch', 'Thực hiện'],
    ['A', 'Nông nghiệp'],
    ['1', 'Trồng ngô', 'Ha', 30, 31],
    ['2', 'Trồng lúa', 'Ha', 370, 368],
    ['3', 'Trồng sắn', 'Ha', 20, 21],
  ])
  await expectKinds(3, ['Mục · 1'])
  const type = async (field: string, value: string) => {
    await page.getByTestId(field).fill(value)
    await page.keyboard.press('Enter')
  }
  await type('header-last', '3')
  await row(3).waitFor({ state: 'detached' })
  await expectKinds(4, ['Chỉ tiêu · 1'])
  const headerRows = page.getByTestId('preview-header').first().locator('.preview-number')
  await expect.poll(() => headerRows.innerText()).toBe('2–3')

  await type('last-row', '5')
  await row(6).waitFor({ state: 'detached' })
  await expect.poll(() => page.getByTestId('preview-around').last().innerText()).toContain('Trồng sắn')
  // No table is there: it stays as it was.
  await type('header-last', '9')
  expect(await page.getByTestId('header-last').inputValue()).toBe('3')

  await page.getByTestId('import-restore').click()
  await expectKinds(3, ['Mục · 1', 'Chỉ tiêu · 2'])
  await row(6).waitFor()
})

test('leaving asks before it throws corrections away', async () => {
  await preview('bo.xlsx', flat('BIỂU KẾT QUẢ NĂM 2019'))
  await row(3).click()
  await page.keyboard.press('4')
  await expectKinds(3, ['Dòng tổng · 1'])
  await page.keyboard.press('Escape')
  await page.getByTestId('leave-question').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('leave-question').waitFor({ state: 'hidden' })
  await expectKinds(3, ['Dòng tổng · 1'])
  await page.getByTestId('import-cancel').click()
  await page.getByTestId('leave-leave').click()
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
})

test('several tables of a file are imported together, or all at once', async () => {
  const tables = ['BIỂU MỘT NĂM 2018', 'BIỂU HAI NĂM 2018', 'BIỂU BA NĂM 2018'].flatMap((title) => [
    [title],
    HEADER,
    ['1', `Trồng ngô ${title}`, 'Ha', 30, 31],
    ['2', `Trồng lúa ${title}`, 'Ha', 370, 368],
    [],
  ])
  const reports = page.getByTestId('report-item')
  const before = await reports.count()
  await preview('ba-bang.xlsx', tables)
  expect(await page.getByTestId('import-table').count()).toBe(3)
  expect(await page.getByTestId('import-confirm').innerText()).toBe('Nhập bảng này')

  // By keyboard: the list of tables, the second and third ticked.
  await page.getByTestId('import-tables').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.getByTestId('import-title').inputValue()).toBe('BIỂU HAI NĂM 2018')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect.poll(() => page.getByTestId('import-confirm').innerText()).toBe('Nhập 2 bảng đã chọn')
  await page.keyboard.press('Enter')
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => reports.count()).toBe(before + 2)

  // The third one is not forgotten.
  await page.getByTestId('go-on-importing').click()
  await expect.poll(() => page.getByTestId('import-title').inputValue()).toBe('BIỂU MỘT NĂM 2018')
  expect(await page.getByTestId('import-tables').innerText()).toContain('Đã nhập')
  expect(await page.getByTestId('import-all').count()).toBe(0)
  await page.getByTestId('import-confirm').click()
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => reports.count()).toBe(before + 3)
  expect(await page.getByTestId('message-more-tables').count()).toBe(0)

  await preview('ba-bang.xlsx', tables)
  await page.getByTestId('import-all').click()
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => reports.count()).toBe(before + 6)
})

test('a table without a period is imported, and the button says that it has none', async () => {
  await preview('khong-ky.xlsx', flat('BIỂU KẾT QUẢ'))
  expect(await page.getByTestId('import-confirm').innerText()).toContain('chưa có kỳ báo cáo')
  await page.getByTestId('period-kind').selectOption('year')
  await expect.poll(() => page.getByTestId('import-confirm').innerText()).toBe('Nhập')
  await page.keyboard.press('Escape')
  await page.getByTestId('leave-leave').click()
})

test('of a long table only what is in view is drawn, and its last row is reached', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => [
    `${index + 1}`,
    `Chỉ tiêu thứ ${index + 1}`,
    'Ha',
    10,
    11,
  ])
  await preview('dai.xlsx', [['BIỂU DÀI NĂM 2017'], HEADER.slice(0, 5), ...rows])
  const drawn = page.locator('[data-testid="preview-table"] tr[data-sheet-row]')
  await row(3).click()
  await page.keyboard.press('End')
  await expect.poll(focusedRow).toBe('1002')
  expect(await row(1002).isVisible()).toBe(true)
  await page.keyboard.press('4')
  await expectKinds(1002, ['Dòng tổng · 1'])
  await expect.poll(() => drawn.count()).toBeLessThan(300)
})
