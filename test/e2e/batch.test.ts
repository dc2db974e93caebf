/** Many files at once in the window: picked, dropped, stopped, tried again, and opened from their list. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { communeWorkbook, type Commune } from '../excel/communes.ts'
import { launchApp, type LaunchedApp } from './launch.ts'

const LUC_BINH = join(import.meta.dirname, '../fixtures/luc-binh-2023.xlsx')

let app: LaunchedApp
let page: Page
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-batch-'))
  app = await launchApp({ language: 'vi' })
  page = app.page
  await page.getByTestId('report-item').first().waitFor()
})

afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

function write(name: string, commune: Commune): string {
  const path = join(folder, name)
  writeFileSync(path, communeWorkbook(commune))
  return path
}

/** Four files: two that are imported, one without a period, one cut off. */
function someFiles(): string[] {
  const cut = join(folder, 'hong.xlsx')
  writeFileSync(cut, readFileSync(LUC_BINH).subarray(0, 1_000))
  return [
    write('xa-mot.xlsx', { office: 'xã Một' }),
    cut,
    write('xa-khong-ky.xlsx', { office: 'xã Ba', period: '' }),
    write('xa-hai.xlsx', { office: 'xã Hai' }),
  ]
}

function communes(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    write(`xa-${index + 1}.xlsx`, { office: `xã Số ${index + 1}`, plan: 100 + index, rows: 30 }),
  )
}

async function pick(files: readonly string[]): Promise<void> {
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: files })
  await page.getByTestId('import').click()
}

async function untilOver(): Promise<void> {
  await page.locator('[data-testid="batch-dialog"][data-progress="over"]').waitFor({ timeout: 60_000 })
}

function outcomes(): Promise<string[]> {
  return page
    .getByTestId('batch-row')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          `${row.querySelector('.batch-name')?.textContent ?? ''} ${row.getAttribute('data-outcome') ?? ''}`,
      ),
    )
}

function row(name: string) {
  return page.getByTestId('batch-row').filter({ hasText: name })
}

function reportCount(): Promise<number> {
  return page.getByTestId('report-item').count()
}

interface Dropped {
  readonly name: string
  readonly bytes: Uint8Array
  /** So many zeros more. */
  readonly padding?: number
}

/** Drops files as the page itself sees them. */
async function drop(files: readonly Dropped[]): Promise<void> {
  const encoded = files.map(({ name, bytes, padding = 0 }) => ({
    name,
    text: Buffer.from(bytes).toString('base64'),
    padding,
  }))
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer()
    for (const { name, text, padding } of given) {
      const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
      dataTransfer.items.add(new File([bytes, new Uint8Array(padding)], name))
    }
    const target = document.querySelector('[data-pane="report"]') ?? document.body
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }
  }, encoded)
}

/** Drops files and folders as the system does. */
async function dropPaths(paths: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data })
  }
  await devtools.detach()
}

test('several picked files: each with what came of it, counted, filtered, and the report opened from the list', async () => {
  await pick(someFiles())
  await untilOver()
  expect(await outcomes()).toEqual([
    'xa-mot.xlsx imported',
    'hong.xlsx refused',
    'xa-khong-ky.xlsx look',
    'xa-hai.xlsx imported',
  ])
  expect(await page.getByTestId('batch-progress').innerText()).toBe(
    'Đã nhập 2 tệp · cần xem 1 · không nhập được 1',
  )
  expect(await row('hong.xlsx').innerText()).toContain('bị cụt')
  expect(await row('xa-khong-ky').innerText()).toContain('Không rõ kỳ báo cáo')
  expect(await page.getByTestId('batch-filter-all').innerText()).toContain('4')

  await page.getByTestId('batch-filter-imported').click()
  expect(await outcomes()).toEqual(['xa-mot.xlsx imported', 'xa-hai.xlsx imported'])
  await row('xa-hai').getByTestId('batch-action').click()
  await page.getByTestId('batch-dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => page.title()).toContain('xã Hai')
  expect(await reportCount()).toBe(4)

  await page.getByTestId('import-options').click()
  await page.getByTestId('import-list').click()
  expect(await outcomes()).toEqual(['xa-mot.xlsx imported', 'xa-hai.xlsx imported'])
  await page.getByTestId('batch-close').click()
  await page.getByTestId('batch-dialog').waitFor({ state: 'hidden' })
})

test('a file that needs a look opens in the preview, and confirming it makes it imported', async () => {
  await pick(someFiles())
  await untilOver()
  await row('xa-khong-ky').getByTestId('batch-action').click()
  await page.getByTestId('preview-table').waitFor()
  await page.getByTestId('import-cancel').click()
  expect(await row('xa-khong-ky').getAttribute('data-outcome')).toBe('look')

  await row('xa-khong-ky').dblclick()
  await page.getByTestId('preview-table').waitFor()
  await page.getByTestId('import-title').fill('BIỂU ĐÃ XEM')
  await page.getByTestId('import-confirm').click()
  await page.locator('[data-testid="batch-row"][data-outcome="imported"]').nth(2).waitFor()
  expect(await row('xa-khong-ky').innerText()).toContain('BIỂU ĐÃ XEM')
  expect(await page.getByTestId('batch-filter-look').innerText()).toContain('(0)')
})

test('refused files are tried again once they can be read', async () => {
  const files = someFiles()
  await pick(files)
  await untilOver()
  writeFileSync(files[1] ?? '', readFileSync(LUC_BINH))
  await page.getByTestId('batch-retry').click()
  await expect
    .poll(outcomes, { timeout: 20_000 })
    .toEqual(['xa-mot.xlsx imported', 'hong.xlsx imported', 'xa-khong-ky.xlsx look', 'xa-hai.xlsx imported'])
  expect(await page.getByTestId('batch-retry').count()).toBe(0)
})

test('stopped, what is stored stays; the rest waits and can be imported after all', async () => {
  communes(60)
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [folder] })
  await page.getByTestId('import-options').click()
  await page.getByTestId('import-folder').click()
  const progress = page.getByTestId('batch-progress')
  const done = async () => Number(await progress.getAttribute('data-done'))
  await expect.poll(done, { timeout: 20_000, interval: 20 }).toBeGreaterThan(3)
  await page.getByTestId('batch-stop').click()
  await untilOver()
  const stored = await done()
  expect(stored).toBeLessThan(60)
  await page.getByTestId('batch-close').click()
  expect(await reportCount()).toBe(2 + stored)

  await page.getByTestId('import-options').click()
  await page.getByTestId('import-list').click()
  await page.getByTestId('batch-continue').click()
  await expect.poll(done, { timeout: 60_000 }).toBe(60)
  await untilOver()
  await page.getByTestId('batch-close').click()
  expect(await reportCount()).toBe(62)
})

test('the list is worked through by keyboard alone', async () => {
  await pick(someFiles())
  await untilOver()
  const chosen = () => page.locator('[data-testid="batch-row"][aria-selected="true"] .batch-name').innerText()
  expect(await chosen()).toBe('xa-mot.xlsx')
  await page.keyboard.press('ArrowDown')
  expect(await chosen()).toBe('hong.xlsx')
  expect(await page.getByTestId('batch-detail').innerText()).toContain('bị cụt')
  await page.keyboard.press('End')
  expect(await chosen()).toBe('xa-hai.xlsx')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByTestId('preview-table').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('batch-dialog').waitFor()
  expect(await chosen()).toBe('xa-khong-ky.xlsx')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(outcomes).toEqual(['xa-mot.xlsx imported', 'xa-hai.xlsx imported'])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByTestId('batch-dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => page.title()).toContain('xã Một')
})

test('one dropped file leads to the preview', async () => {
  await drop([{ name: 'tha.xlsx', bytes: communeWorkbook({ office: 'xã Thả' }) }])
  await page.getByTestId('preview-table').waitFor()
  expect(await page.getByTestId('import-office').inputValue()).toBe('xã Thả')
  await page.getByTestId('import-confirm').click()
  await page.getByTestId('report-item').filter({ hasText: 'xã Thả' }).waitFor()
})

test('several dropped files are imported; a strange one and one that is too big are refused with the reason', async () => {
  await drop([
    { name: 'a.xlsx', bytes: communeWorkbook({ office: 'xã A' }) },
    { name: 'anh.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3) },
    { name: 'to.xlsx', bytes: new Uint8Array(), padding: 20_000_001 },
    { name: 'b.xlsx', bytes: communeWorkbook({ office: 'xã B', period: '' }) },
  ])
  await untilOver()
  expect(await outcomes()).toEqual(['a.xlsx imported', 'anh.png refused', 'to.xlsx refused', 'b.xlsx look'])
  expect(await row('anh.png').innerText()).toContain('không phải')
  expect(await row('to.xlsx').innerText()).toContain('giới hạn 20 MB')
  await row('b.xlsx').getByTestId('batch-action').click()
  await page.getByTestId('preview-table').waitFor()
  await page.getByTestId('import-confirm').click()
  await expect.poll(outcomes).toContain('b.xlsx imported')
})

test('of a dropped folder the workbooks in it and below are imported, the rest is listed', async () => {
  const root = join(folder, 'Huyện A')
  mkdirSync(join(root, 'Xã 10'), { recursive: true })
  mkdirSync(join(root, 'Xã 2'))
  writeFileSync(join(root, 'Xã 10', 'bieu.xlsx'), communeWorkbook({ office: 'xã Mười' }))
  writeFileSync(join(root, 'Xã 2', 'bieu.xlsx'), communeWorkbook({ office: 'xã Hai' }))
  writeFileSync(join(root, 'Xã 2', '~$bieu.xlsx'), 'khóa')
  writeFileSync(join(root, 'công văn.docx'), 'văn bản')
  await dropPaths([root])
  await untilOver()
  expect(await outcomes()).toEqual(['bieu.xlsx imported', 'bieu.xlsx imported'])
  expect(await page.getByTestId('batch-row').first().innerText()).toContain('Huyện A/Xã 2')
  expect(await page.getByTestId('batch-skipped').innerText()).toContain('1 tệp')
  await page.getByTestId('batch-skipped').click()
  expect(await page.getByTestId('batch-dialog').innerText()).toContain('Huyện A/công văn.docx')
  await page.keyboard.press('Escape')
  await page.getByTestId('batch-dialog').waitFor({ state: 'hidden' })

  mkdirSync(join(folder, 'rỗng'))
  await dropPaths([join(folder, 'rỗng')])
  const message = page.getByTestId('message-failure')
  await message.waitFor()
  expect(await message.innerText()).toContain('rỗng')
})

test('the import goes on behind, with its progress in the status bar', async () => {
  await pick(communes(40))
  await page.getByTestId('batch-close').click()
  const status = page.getByTestId('status-batch')
  await status.waitFor()
  await status.click()
  await untilOver()
  expect(await page.getByTestId('batch-progress').innerText()).toContain('Đã nhập 40 tệp')
})
