/** How a report rates and words, and how its columns compare: set in the window, seen in the table, there after a restart. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { xlsx } from '../excel/xlsx.ts'
import { pdfPages } from '../pdf.ts'
import { launchApp, type LaunchedApp } from './launch.ts'
import { cellAt, expectCell, typeInto, untilSaved } from './window.ts'

const OFFICE = 'xã Hai Kế Hoạch'
const PROVINCE = 'KH tỉnh giao năm 2025'

/** c1 … c9. The ratio and the assessment measure against the district's plan, the nearest on their left. */
const TABLE = [
  ['BIỂU KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2025'],
  [],
  [
    'TT',
    'Chỉ tiêu',
    'Đơn vị tính',
    'Thực hiện năm 2024',
    PROVINCE,
    'KH huyện giao năm 2025',
    'Thực hiện năm 2025',
    'Tỷ lệ %',
    'Đánh giá',
  ],
  ['1', 'Diện tích trồng ngô', 'Ha', '29', '31', '30', '31,7', '105,66', 'Vượt'],
  ['2', 'Diện tích trồng lúa', 'Ha', '360', '370', '380', '368,77', '97,04', 'Không đạt'],
  ['3', 'Tỷ lệ hộ nghèo', '%', '12,50', '10,30', '10,30', '10,09', '', 'Vượt'],
  ['4', 'Đàn bò', 'Con', '60', '50', '55', '54', '', ''],
]

let folder: string
let app: LaunchedApp
/** Of the window as it is since the last start. */
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-policy-'))
  app = await launchApp({ dataFolder: join(folder, 'data'), userData: join(folder, 'program') })
  page = app.page
  const file = join(folder, 'hai-ke-hoach.xlsx')
  writeFileSync(file, xlsx({ rows: TABLE.map(rowXml).join('') }))
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [file] })
  await page.getByTestId('import').click()
  await page.getByTestId('import-office').fill(OFFICE)
  await page.getByTestId('import-confirm').click()
  await cellAt(page, 'r1', 'c8').waitFor()
})

afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

function rowXml(texts: readonly string[], index: number): string {
  const cells = texts.map((text, place) => {
    const address = `${String.fromCharCode(65 + place)}${index + 1}`
    return text === '' ? '' : `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`
  })
  return `<row r="${index + 1}">${cells.join('')}</row>`
}

/** By the keyboard, with the cursor in the column. */
async function openMenu(column: string): Promise<void> {
  await cellAt(page, 'r1', column).click()
  await page.keyboard.press('Shift+F10')
  await page.getByTestId('column-menu').waitFor()
}

async function chooseInMenu(column: string, item: string): Promise<void> {
  await openMenu(column)
  await page.getByTestId(item).click()
}

async function save(dialog: string): Promise<void> {
  await page.getByTestId('settings-save').click()
  await page.getByTestId(dialog).waitFor({ state: 'detached' })
  await untilSaved(page)
}

async function undo(): Promise<void> {
  await page.keyboard.press('Control+z')
  await untilSaved(page)
}

/** All text of the PDF that the window exports. */
async function printed(name: string): Promise<string> {
  const file = join(folder, name)
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: file })
  await page.getByTestId('export-pdf').click()
  await page.getByTestId('message-exported').filter({ hasText: name }).waitFor()
  return (await pdfPages(readFileSync(file))).map(({ text }) => text).join(' ')
}

const textOf = (testId: string) => page.getByTestId(testId).innerText()

async function openAgain(): Promise<void> {
  await app.restart()
  page = app.page
  await page.getByTestId('report-item').filter({ hasText: OFFICE }).click()
  await cellAt(page, 'r1', 'c2').waitFor()
}

test('lower-is-better has no ratio until the report says how, and the change is counted before', async () => {
  await expectCell(page, 'r3', 'c8', '')
  await page.getByTestId('policy').click()
  const ratios = ['none', 'met-is-100', 'plan-by-result', 'two-minus', 'reduction'].map((less) =>
    textOf(`less-ratio-${less}`),
  )
  expect(await Promise.all(ratios)).toEqual(['–', '100', '102,08', '102,04', '109,55'])
  expect(await textOf('effect')).toContain('không đổi ô nào')

  await page.getByTestId('less-reduction').getByRole('radio').check()
  expect(await page.getByTestId('policy-base').locator('option').first().innerText()).toContain('năm 2024')
  await page.getByTestId('less-two-minus').getByRole('radio').check()
  await expect.poll(() => textOf('effect')).toContain('Lưu sẽ đổi 1 ô số.')
  expect(await textOf('effect')).toContain('Tỷ lệ hộ nghèo · Tỷ lệ %: trống → 102,04')
  await save('policy-dialog')
  await expectCell(page, 'r3', 'c8', '102,04')
})

test('the printed table says how it rates', async () => {
  const text = await printed('ra.pdf')
  expect(text).toContain('102,04')
  expect(text).toContain('2 − thực hiện/kế hoạch')
})

test('contradictions are explained where they are set', async () => {
  await page.getByTestId('policy').click()
  await page.getByTestId('nearly-from').fill('gần')
  expect(await textOf('nearly-problem')).toContain('“gần” không phải là số phần trăm; vẫn dùng 95')
  await page.getByTestId('nearly-from').fill('120')
  expect(await textOf('nearly-problem')).toContain('từ 120 %')
  await page.getByTestId('word-wholePeriod-exceeded').fill('Đạt')
  expect(await textOf('problem-wholePeriod-met')).toContain('“Đạt” dùng cho hai kết quả')
  await page.keyboard.press('Escape')
  await page.getByTestId('policy-dialog').waitFor({ state: 'detached' })
  await expectCell(page, 'r3', 'c9', 'Vượt')
})

test('the words of a year and those within a year are two sets', async () => {
  await page.getByTestId('policy').click()
  await page.getByTestId('word-wholePeriod-nearly').fill('Cơ bản đạt')
  await page.getByTestId('word-withinYear-missed').fill('Chưa hoàn thành')
  await page.getByTestId('nearly-from').fill('97,5')
  await save('policy-dialog')
  // 54 of 55 is 98,18 %; the file says nothing there.
  await expectCell(page, 'r4', 'c9', 'Cơ bản đạt')

  await page.getByTestId('report-period').click()
  await page.getByTestId('period-kind').selectOption('nine-months')
  await page.getByTestId('period-save').click()
  await expectCell(page, 'r4', 'c9', 'Chưa hoàn thành')
  await undo()
  await expectCell(page, 'r4', 'c9', 'Cơ bản đạt')
})

test('a second ratio measures against the other plan, with its own decimals', async () => {
  await chooseInMenu('c8', 'menu-add-ratio')
  expect(await page.getByTestId('set-header').inputValue()).toBe('% so với KH tỉnh giao')
  expect(await page.getByTestId('set-to').locator('option:checked').innerText()).toBe(PROVINCE)
  await page.getByTestId('set-digits').selectOption('1')
  expect(await textOf('effect')).toContain('4 ô tính được')
  await save('add-column-dialog')
  await expectCell(page, 'r1', 'c10', '102,3')
  await expectCell(page, 'r4', 'c10', '108')
  await expectCell(page, 'r4', 'c8', '98,18')

  await chooseInMenu('c10', 'menu-settings')
  await page.getByTestId('set-digits').selectOption('0')
  await save('column-dialog')
  await expectCell(page, 'r1', 'c10', '102')
})

test('a whole column takes the computed values in one step, and an override stays', async () => {
  await typeInto(page, 'r2', 'c8', '97')
  await page.getByTestId('reason-none').click()
  await expectCell(page, 'r2', 'c8', '97')
  await chooseInMenu('c8', 'menu-computed')
  const dialog = await textOf('whole-column-dialog')
  expect(dialog).toContain('1 ô đang hiện chữ trong tệp')
  expect(dialog).toContain('1 ô sửa tay giữ nguyên')
  await save('whole-column-dialog')
  await expectCell(page, 'r1', 'c8', '105,67')
  await expectCell(page, 'r2', 'c8', '97')
  await undo()
  await expectCell(page, 'r1', 'c8', '105,66')
  await undo()
  await expectCell(page, 'r2', 'c8', '97,04')
})

test('why cells were overruled is printed on request', async () => {
  await typeInto(page, 'r2', 'c8', '97')
  await page.getByTestId('reason-text').fill('Theo báo cáo của huyện')
  await page.getByTestId('reason-save').click()
  await expectCell(page, 'r2', 'c8', '97')
  expect(await printed('khong-ly-do.pdf')).not.toContain('Theo báo cáo của huyện')
  await page.getByTestId('export-options').click()
  await page.getByTestId('export-reasons').click()
  await page.keyboard.press('Escape')
  expect(await printed('co-ly-do.pdf')).toContain('Theo báo cáo của huyện')
  await cellAt(page, 'r2', 'c8').click()
  await undo()
})

test('a whole column keeps the file’s texts, and nothing about them is questioned any more', async () => {
  const cutOff = page.getByTestId('finding-group').filter({ hasText: 'tỷ lệ bị cắt' })
  await page.getByTestId('check').click()
  await cutOff.waitFor()
  await chooseInMenu('c8', 'menu-file')
  expect(await textOf('whole-column-dialog')).toContain('điểm kiểm tra')
  await save('whole-column-dialog')
  await expect.poll(() => cutOff.count()).toBe(0)
  await expectCell(page, 'r1', 'c8', '105,66')
})

test('of an adjusted plan the first or the latest counts', async () => {
  await cellAt(page, 'r4', 'c6').click()
  await page.getByTestId('tab-row').click()
  await page.getByTestId('section-plans').click()
  await page.getByTestId('plan-add').click()
  await page.getByTestId('plan-new-text').fill('50')
  await page.keyboard.press('Enter')
  await expectCell(page, 'r4', 'c8', '108')

  await chooseInMenu('c6', 'menu-settings')
  await page.getByTestId('set-counts').selectOption('first')
  await expect.poll(() => textOf('effect')).toContain('Đàn bò · Tỷ lệ %: 108 → 98,18')
  await save('column-dialog')
  await expectCell(page, 'r4', 'c8', '98,18')
})

test('a column is hidden and shown again; an added one goes', async () => {
  await openMenu('c5')
  await page.getByTestId('menu-hide').click()
  await expect.poll(() => cellAt(page, 'r1', 'c5').count()).toBe(0)
  await openMenu('c6')
  await page.getByTestId('menu-hidden').click()
  await page.getByTestId('menu-show').filter({ hasText: PROVINCE }).click()
  await expectCell(page, 'r1', 'c5', '31')
  await openMenu('c6')
  expect(await page.getByTestId('menu-remove').count()).toBe(0)
  await page.keyboard.press('Escape')
  await chooseInMenu('c10', 'menu-remove')
  await expect.poll(() => cellAt(page, 'r1', 'c10').count()).toBe(0)
  await undo()
  await expectCell(page, 'r1', 'c10', '102')
})

test('the menu of a column opens at its header, by the mouse', async () => {
  const header = page.locator('.ag-header-cell[col-id="c8"]')
  await header.click({ button: 'right' })
  expect(await textOf('column-menu')).toContain('Tỷ lệ %')
  await page.keyboard.press('Escape')
  await page.getByTestId('column-menu').waitFor({ state: 'detached' })
  await header.hover()
  await header.locator('.header-menu').click()
  await page.getByTestId('column-menu').waitFor()
  await page.keyboard.press('Escape')
  // The keyboard is back in the table.
  await page.getByTestId('column-menu').waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('live-input')
})

test('Alt+Down opens the words of an assessment, and the menu of any other column', async () => {
  await cellAt(page, 'r1', 'c7').click()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByTestId('column-menu').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('column-menu').waitFor({ state: 'detached' })
  await cellAt(page, 'r1', 'c9').click()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByTestId('cell-choices').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.getByTestId('column-menu').count()).toBe(0)
})

test('all of it is there after a restart', async () => {
  await openAgain()
  await expectCell(page, 'r3', 'c8', '102,04')
  await expectCell(page, 'r1', 'c10', '102')
  await expectCell(page, 'r4', 'c8', '98,18')
  await expectCell(page, 'r1', 'c8', '105,66')
  await page.getByTestId('policy').click()
  expect(await page.getByTestId('less-two-minus').getByRole('radio').isChecked()).toBe(true)
  expect(await page.getByTestId('nearly-from').inputValue()).toBe('97,5')
  await page.getByTestId('policy-default').click()
  await expect.poll(() => textOf('effect')).toContain('Tỷ lệ hộ nghèo · Tỷ lệ %: 102,04 → trống')
  await save('policy-dialog')
  await expectCell(page, 'r3', 'c8', '')
})
