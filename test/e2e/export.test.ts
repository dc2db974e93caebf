/** Files out of the window: the workbook and the PDF that a person hands in, and what happens when that fails. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printPdf } from '../../electron/printProcess.ts'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { calculate } from '../../shared/calculate.ts'
import { planImport } from '../../shared/layout/planImport.ts'
import { reportFromTable } from '../../shared/layout/toReport.ts'
import type { Report } from '../../shared/model.ts'
import { shown } from '../../shared/shown.ts'
import { pdfFonts, pdfPages, type PdfPage } from '../pdf.ts'
import { importFixture } from '../shared/importing.ts'
import { launchApp, type LaunchedApp } from './launch.ts'

let folder: string
let app: LaunchedApp

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-export-'))
  app = await launchApp({ language: 'vi' })
  await app.page.getByTestId('report-item').filter({ hasText: 'Lục Bình' }).click()
  await app.page.locator('.ag-row[row-id="r2"]').first().waitFor()
})

afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function exportTo(format: 'xlsx' | 'pdf', file: string): Promise<Buffer> {
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: file })
  await app.page.getByTestId(`export-${format}`).click()
  await app.page
    .getByTestId('message-exported')
    .filter({ hasText: basename(file) })
    .waitFor()
  return readFileSync(file)
}

function texts(report: Report): string[][] {
  const computed = calculate(report)
  return report.rows.map((row) => report.columns.map((column) => shown(report, row, column, computed).text))
}

/** Every row with all its words, in the order of the rows, and the header on every page. */
function expectWhole(pages: readonly PdfPage[], report: Report): void {
  const words = pages.flatMap((page) => page.words.map((word) => word.text))
  for (const text of texts(report).flat()) {
    for (const word of text.split(/\s+/)) if (word !== '') expect(words).toContain(word)
  }
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page.text).toContain('Chỉ tiêu')
  pages.forEach((page, index) => {
    const above = page.words.filter((word) => word.top < 19).map((word) => word.text)
    expect(above).toEqual(index === 0 ? [] : [String(index + 1)])
  })
}

test('a workbook that holds what the window shows', async () => {
  const bytes = await exportTo('xlsx', join(folder, 'biểu.xlsx'))
  const read = readWorkbook(bytes)
  const [table] = read.ok ? planImport(read.value).tables : []
  if (table === undefined) throw new Error('no table in the exported workbook')
  const again = reportFromTable(table, {}, { file: '', hash: '' }, () => crypto.randomUUID(), '')
  expect(again.rows).toHaveLength(32)
  expect(texts(again)).toEqual(texts(importFixture('luc-binh-2023')))
})

test('a PDF with all 32 rows, the header again on the next page, in Times New Roman', async () => {
  const pdf = await exportTo('pdf', join(folder, 'biểu.pdf'))
  expectWhole(await pdfPages(pdf), importFixture('luc-binh-2023'))
  for (const font of await pdfFonts(pdf)) expect(font.name).toMatch(/TimesNewRoman|LiberationSerif/)
  expect(pdf.length).toBeLessThan(60_000)
})

test('a name is offered, and a new one where that file exists', async () => {
  const offered = () =>
    JSON.stringify(app.recorded.findLast(({ kind }) => kind === 'showSaveDialog')?.argument)
  await exportTo('xlsx', join(folder, 'BieuChiTieu_XaLucBinh_Nam2023_ban1.xlsx'))
  expect(offered()).toContain('BieuChiTieu_XaLucBinh_Nam2023_ban1.xlsx')
  await exportTo('xlsx', join(folder, 'BieuChiTieu_XaLucBinh_Nam2023_ban2.xlsx'))
  expect(offered()).toContain(join(folder, 'BieuChiTieu_XaLucBinh_Nam2023_ban2.xlsx'))
})

test('a closed dialog writes nothing', async () => {
  const before = readdirSync(folder)
  const dialogs = () => app.recorded.filter(({ kind }) => kind === 'showSaveDialog').length
  const asked = dialogs()
  await app.answerDialog('showSaveDialog', { canceled: true, filePath: '' })
  await app.page.getByTestId('export-pdf').click()
  await expect.poll(dialogs).toBe(asked + 1)
  await app.page.locator('[data-testid="export-pdf"]:not([disabled])').waitFor()
  expect(readdirSync(folder)).toEqual(before)
})

test('a folder that is gone is said in words, and the next export works', async () => {
  const gone = join(folder, 'đã xóa')
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: join(gone, 'a.xlsx') })
  await app.page.getByTestId('export-xlsx').click()
  await app.page.getByText('không thấy thư mục').first().waitFor()
  expect(existsSync(gone)).toBe(false)
  mkdirSync(gone)
  expect((await exportTo('xlsx', join(gone, 'a.xlsx'))).length).toBeGreaterThan(1000)
  expect(readdirSync(gone)).toEqual(['a.xlsx'])
})

test('the printing mode of the command line makes the same pages', async () => {
  const report = importFixture('bac-kan-6-thang-2024')
  const printed = await printPdf(report, resolve(import.meta.dirname, '../../dist'))
  if (!printed.ok) throw new Error(printed.failure.reason)
  expectWhole(await pdfPages(printed.value), report)
})
