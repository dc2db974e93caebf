/** A table pasted from the clipboard becomes a new report, through the preview; what is no table says so. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '../../electron/db/open.ts'
import { record } from '../../electron/services/reports.ts'
import { creationOf, invert } from '../../shared/change.ts'
import { newFolder, openedDatabase } from '../db/folder.ts'
import { storedSmallReport } from '../services/smallReport.ts'
import { launchApp, type LaunchedApp } from './launch.ts'
import { cellAt, expectCell, openSample } from './window.ts'

const HTML = `<html><body><p><b>BIỂU DÁN CÁC CHỈ TIÊU NĂM 2023</b></p><table>
<tr><td rowspan=2>TT</td><td rowspan=2>Chỉ tiêu</td><td rowspan=2>Đơn vị tính</td><td colspan=2>Năm 2023</td></tr>
<tr><td>Kế hoạch</td><td>Thực hiện</td></tr>
<tr><td>1</td><td>Diện tích lúa</td><td>Ha</td><td>370</td><td>368,77</td></tr>
<tr><td>2</td><td>Trồng rừng</td><td>Ha</td><td>30</td><td>31,7</td></tr></table></body></html>`
const TEXT =
  'TT\tChỉ tiêu\tĐơn vị\tKế hoạch\tThực hiện\r\n1\tĐàn trâu\tCon\t100\t120\r\n2\tĐàn bò\tCon\t50\t60\r\n'

let app: LaunchedApp
let page: Page

beforeAll(async () => {
  app = await launchApp()
  page = app.page
  await page.getByTestId('report-item').first().waitFor()
})

afterAll(async () => {
  await app.close()
})

/** Puts this on the clipboard as another program does, then presses Ctrl+V where the focus is by then. */
async function copyAndPaste(
  content: Readonly<Record<string, string>>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.evaluate((texts) => {
    const onCopy = (event: ClipboardEvent) => {
      for (const [type, text] of Object.entries(texts)) event.clipboardData?.setData(type, text)
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('copy', onCopy, { capture: true, once: true })
  }, content)
  await page.keyboard.press('Control+C')
  await before()
  await page.keyboard.press('Control+V')
}

async function openByKeys(): Promise<void> {
  await page.keyboard.press('Control+Shift+V')
  await page.getByTestId('paste-place').waitFor()
}

test('a table from the clipboard becomes a new report by keyboard, with its title and its ratios', async () => {
  await openSample(page, 'Lục Bình')
  await cellAt(page, 'r2', 'c5').click()
  await copyAndPaste({ 'text/html': HTML, 'text/plain': 'TT' }, openByKeys)
  await page.getByTestId('preview-table').waitFor()
  expect(await page.getByTestId('import-title').inputValue()).toBe('BIỂU DÁN CÁC CHỈ TIÊU NĂM 2023')
  expect(await page.getByTestId('update-offer').count()).toBe(0)
  await page.getByTestId('import-confirm').click()
  await expectCell(page, 'r2', 'c5', '31,7')
  await expectCell(page, 'r2', 'c6', '105,67')
  expect(await page.getByTestId('report-item').count()).toBe(3)
})

test('a text with tabs is taken from the menu', async () => {
  await copyAndPaste({ 'text/plain': TEXT }, async () => {
    await page.getByTestId('import-options').click()
    await page.getByTestId('import-paste').click()
    await page.getByTestId('paste-place').waitFor()
  })
  await page.getByTestId('preview-table').waitFor()
  await page.getByTestId('import-confirm').click()
  await expectCell(page, 'r1', 'c2', 'Đàn trâu')
  await expectCell(page, 'r1', 'c6', '120')
})

test('what is no table is said, and nothing is made of it', async () => {
  await copyAndPaste({ 'text/plain': 'Xin chào' }, openByKeys)
  await page.getByTestId('message-failure').waitFor()
  expect(await page.getByTestId('message-failure').innerText()).toContain('Không có bảng nào để dán')

  await copyAndPaste({ 'text/plain': 'a\tb\r\nc\td\r\n' }, openByKeys)
  await page.getByTestId('import-failure').waitFor()
  expect(await page.getByTestId('import-failure').innerText()).toContain('Không thấy bảng chỉ tiêu')
  await page.getByTestId('import-cancel').click()

  await openByKeys()
  await page.keyboard.press('Escape')
  await page.getByTestId('paste-table-dialog').waitFor({ state: 'hidden' })
  expect(await page.getByTestId('report-item').count()).toBe(4)
})

test('while no report is open, Ctrl+V anywhere is enough', async () => {
  const dataFolder = await folderWithoutReports()
  const empty = await launchApp({ dataFolder })
  try {
    page = empty.page
    await page.locator('.pane-sheet').getByTestId('empty-state').waitFor()
    await copyAndPaste({ 'text/html': HTML })
    await page.getByTestId('preview-table').waitFor()
    await page.getByTestId('import-confirm').click()
    await expectCell(page, 'r1', 'c5', '368,77')
  } finally {
    await empty.close()
  }
})

/** Where something was done once, so that the examples stay away, but no report is left. */
async function folderWithoutReports(): Promise<string> {
  const folder = newFolder()
  const db = await openedDatabase(folder)
  const report = storedSmallReport(db)
  const label = { key: 'several', params: { count: 1 } } as const
  record(db, { author: 'Lan', label, kind: 'do', reports: [invert(creationOf(report))] })
  closeDatabase(db)
  return folder
}
