/** Remembered templates in the window: a corrected role is asked about once, and templates are looked after by keyboard. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { xlsx } from '../excel/xlsx.ts'
import { launchApp, type LaunchedApp } from './launch.ts'

let app: LaunchedApp
let page: Page
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-profiles-'))
  app = await launchApp()
  page = app.page
  await page.getByTestId('report-item').first().waitFor()
})

afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** A workbook of one sheet, from its first cell on; figures are numbers. */
function workbook(name: string, rows: readonly (readonly (string | number)[])[]): string {
  const xml = rows.map((cells, row) => {
    const written = cells.map((cell, column) => {
      const address = `r="${'ABCDEFGH'.charAt(column)}${String(row + 1)}"`
      return typeof cell === 'number'
        ? `<c ${address}><v>${String(cell)}</v></c>`
        : `<c ${address} t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    return `<row r="${String(row + 1)}">${written.join('')}</row>`
  })
  const file = join(folder, name)
  writeFileSync(file, xlsx({ rows: xml.join('') }))
  return file
}

async function preview(file: string): Promise<void> {
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [file] })
  await page.getByTestId('import').click()
  await page.getByTestId('preview-table').waitFor()
}

async function roles(): Promise<readonly string[]> {
  return await page
    .getByTestId('column-role')
    .evaluateAll((selects) =>
      selects.map((select) => (select instanceof HTMLSelectElement ? select.value : '')),
    )
}

async function confirm(reports: number): Promise<void> {
  await page.getByTestId('import-confirm').click()
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => page.getByTestId('report-item').count()).toBe(reports)
}

const thisYear = [
  ['BIỂU CHỈ TIÊU NÔNG NGHIỆP NĂM 2023'],
  ['TT', 'Chỉ tiêu', 'ĐVT', 'Giao năm 2023', 'Số liệu rà soát', 'Tỷ lệ %'],
  ['1', 'Trồng lúa', 'Ha', 100, 90, 90],
  ['2', 'Trồng ngô', 'Ha', 50, 60, 120],
]
const nextYear = [
  ['BIỂU CHỈ TIÊU NÔNG NGHIỆP NĂM 2024'],
  ['TT', 'Chỉ tiêu', 'ĐVT', 'Giao năm 2024', 'Diện tích kiểm kê', 'Số liệu rà soát', 'Tỷ lệ %'],
  ['1', 'Trồng lúa', 'Ha', 110, 3, 99, 90],
  ['2', 'Trồng ngô', 'Ha', 60, 4, 72, 120],
]

test('a corrected role is remembered, and next year only the added column is asked about', async () => {
  await preview(workbook('nam-2023.xlsx', thisYear))
  expect(await roles()).toEqual(['ordinal', 'name', 'unit', 'plan', 'number', 'ratio'])
  await page.getByTestId('column-role').nth(4).selectOption('actual')
  await page.getByTestId('remember-name').fill('Nông nghiệp xã')
  await confirm(3)

  await preview(workbook('nam-2024.xlsx', nextYear))
  const question = page.getByTestId('import-question')
  await question.waitFor()
  expect(await question.getAttribute('data-letter')).toBe('E')
  expect((await roles()).filter((_, place) => place !== 4)).toEqual([
    'ordinal',
    'name',
    'unit',
    'plan',
    'actual',
    'ratio',
  ])
  await page.getByTestId('question-role').selectOption('note')
  await question.waitFor({ state: 'hidden' })
  expect(await page.getByTestId('remember-name').inputValue()).toBe('Nông nghiệp xã')
  await confirm(4)

  const yearAfter = nextYear.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.replace('2024', '2025') : cell)),
  )
  await preview(workbook('nam-2025.xlsx', yearAfter))
  expect(await roles()).toEqual(['ordinal', 'name', 'unit', 'plan', 'note', 'actual', 'ratio'])
  expect(await page.getByTestId('import-question').count()).toBe(0)
  expect(await page.getByTestId('import-remember').count()).toBe(0)
})

test('from the preview the template is changed, and the preview follows', async () => {
  await page.getByTestId('import-profiles').click()
  const dialog = page.getByTestId('profiles-dialog')
  await dialog.waitFor()
  expect(await page.getByTestId('profile-name').inputValue()).toBe('Nông nghiệp xã')
  expect(await page.getByTestId('profile-column').count()).toBe(7)
  await page.getByTestId('profile-role').nth(5).selectOption('estimate')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(async () => (await roles())[5]).toBe('estimate')
  await page.getByTestId('import-cancel').click()
  await page.getByTestId('import-dialog').waitFor({ state: 'hidden' })
})

test('templates are renamed, exported, deleted and brought back by keyboard', async () => {
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))
  const tabTo = async (testId: string) => {
    for (let step = 0; step < 30 && (await focused()) !== testId; step++) await page.keyboard.press('Tab')
    expect(await focused()).toBe(testId)
  }
  await page.getByTestId('import-options').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('profiles').focus()
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('profile-list')

  await tabTo('profile-name')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Biểu lúa')
  await page.keyboard.press('Enter')
  const item = page.getByTestId('profile-item')
  await expect.poll(() => item.allInnerTexts()).toEqual(['Biểu lúa'])

  const file = join(folder, 'mau.json')
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: file })
  await tabTo('profile-export')
  await page.keyboard.press('Enter')
  await page.getByTestId('profiles-exported').waitFor()
  expect(existsSync(file)).toBe(true)
  expect(readFileSync(file, 'utf8')).toContain('"name": "Biểu lúa"')

  await tabTo('profile-delete')
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('profile-delete-confirm')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('profile-delete')
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('profile-delete-confirm')
  await page.keyboard.press('Enter')
  await expect.poll(() => item.count()).toBe(0)
  await expect.poll(focused).toBe('profiles-close')

  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [file] })
  await page.getByTestId('profile-import').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => item.allInnerTexts()).toEqual(['Biểu lúa'])
  expect(await page.getByTestId('profile-column').count()).toBe(7)

  const foreign = join(folder, 'khac.json')
  writeFileSync(foreign, '{"name":"Biểu lúa"}')
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [foreign] })
  await page.getByTestId('profile-import').click()
  const failure = page.getByTestId('profiles-failure')
  await failure.waitFor()
  expect(await failure.innerText()).toContain('khac.json')
  await page.keyboard.press('Escape')
  await page.getByTestId('profiles-dialog').waitFor({ state: 'hidden' })
  expect(await page.getByTestId('unexpected').count()).toBe(0)
})
