/** The main job from end to end, as a person in an office does it: a table in, an edit, out again and on paper. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../electron/db/open.ts'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { listReports, openReport } from '../../electron/services/reports.ts'
import { calculate } from '../../shared/calculate.ts'
import { planImport } from '../../shared/layout/planImport.ts'
import { reportFromTable } from '../../shared/layout/toReport.ts'
import type { Report } from '../../shared/model.ts'
import type { Result } from '../../shared/result.ts'
import { shown } from '../../shared/shown.ts'
import { valuesOf } from '../libreOffice.ts'
import { pdfPages } from '../pdf.ts'
import { launchApp, type LaunchedApp } from './launch.ts'

const WORKBOOK = join(import.meta.dirname, '../fixtures/luc-binh-2023.xlsx')
const OFFICE = 'xã Lục Bình (nhập tay)'
const REASON = 'Theo kết luận của Ban Thường vụ'

let folder: string
let app: LaunchedApp

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-story-'))
  app = await launchApp({ dataFolder: join(folder, 'data'), userData: join(folder, 'program') })
})

afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const cell = (row: string, column: string) =>
  app.page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`)

async function expectText(row: string, column: string, text: string): Promise<void> {
  await expect.poll(() => cell(row, column).innerText(), { timeout: 10_000 }).toContain(text)
}

/** "Đã lưu" as the person sees it. */
async function saved(): Promise<void> {
  await app.page.locator('[data-testid="saved"][data-saved="true"]').waitFor()
}

async function openImported(): Promise<void> {
  await app.page.getByTestId('report-item').filter({ hasText: OFFICE }).click()
  await expectText('r2', 'c2', 'Diện tích trồng lúa cả năm')
}

/** What is on disk; the program must not be running. */
async function stored(): Promise<Report> {
  const db = given(await openDatabase(join(folder, 'data'), { create: false }))
  try {
    const summary = given(listReports(db)).find(({ office }) => office === OFFICE)
    return given(openReport(db, summary?.id ?? '')).report
  } finally {
    closeDatabase(db)
  }
}

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.reason}`)
  return result.value
}

/** Every text of a report as shown, row by row. */
function texts(report: Report): string[][] {
  const computed = calculate(report)
  return report.rows.map((row) => report.columns.map((column) => shown(report, row, column, computed).text))
}

async function exportTo(button: 'export-xlsx' | 'export-pdf', file: string): Promise<Buffer> {
  await app.answerDialog('showSaveDialog', { canceled: false, filePath: file })
  await app.page.getByTestId(button).click()
  await app.page
    .getByTestId('message-exported')
    .filter({ hasText: file.split(/[\\/]/).at(-1) ?? '' })
    .waitFor()
  return readFileSync(file)
}

test('a workbook is imported through the preview', async () => {
  await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [WORKBOOK] })
  await app.page.getByTestId('import').click()
  await app.page.getByTestId('preview-table').waitFor()
  await app.page.getByTestId('import-office').fill(OFFICE)
  await app.page.getByTestId('import-confirm').click()
  await openImported()

  await expectText('r2', 'c6', '99,67')
  await expectText('r2', 'c7', 'Không đạt')
})

test('a typed result changes ratio and assessment at once, on the screen and on disk', async () => {
  await cell('r2', 'c5').click()
  await app.page.keyboard.type('370')
  await app.page.keyboard.press('Enter')

  await expectText('r2', 'c5', '370')
  await expectText('r2', 'c6', '100')
  await expectText('r2', 'c7', 'Đạt')
  expect(await cell('r2', 'c7').innerText()).not.toContain('Không')
  await saved()

  await app.kill()
  expect(texts(await stored())[1]).toEqual([
    '1',
    'Diện tích trồng lúa cả năm',
    'Ha',
    '370',
    '370',
    '100',
    'Đạt',
  ])
  await app.restart()
  await openImported()
  await expectText('r2', 'c6', '100')
})

test('undo, quit, start, redo', async () => {
  await app.page.keyboard.press('Control+z')
  await expectText('r2', 'c5', '368,77')
  await expectText('r2', 'c6', '99,67')
  await expectText('r2', 'c7', 'Không đạt')
  await saved()

  await app.restart()
  await openImported()
  await expectText('r2', 'c5', '368,77')
  await app.page.keyboard.press('Control+y')
  await expectText('r2', 'c5', '370')
  await expectText('r2', 'c6', '100')
  await saved()
})

test('an assessment is overruled with a reason and seen to be', async () => {
  await cell('r4', 'c7').click()
  await app.page.keyboard.type('Đạt')
  await app.page.keyboard.press('Enter')
  await app.page.getByTestId('reason-text').fill(REASON)
  await app.page.getByTestId('reason-save').click()

  await expectText('r4', 'c7', 'Đạt')
  await cell('r4', 'c7').click()
  await app.page.getByTestId('tab-row').click()
  await expect.poll(() => app.page.getByTestId('row-panel').innerText()).toContain(REASON)
  await saved()
})

test('the exported workbook holds what the screen shows, for this program and for LibreOffice', async () => {
  const file = join(folder, 'ra.xlsx')
  const bytes = await exportTo('export-xlsx', file)
  const [table] = planImport(given(readWorkbook(bytes))).tables
  if (table === undefined) throw new Error('no table in the exported workbook')
  const again = reportFromTable(table, {}, { file: 'ra.xlsx', hash: '' }, () => crypto.randomUUID(), '')

  await app.kill()
  const report = await stored()
  expect(texts(again)).toEqual(texts(report))
  expect(again.title).toBe(report.title)

  const values = await valuesOf(bytes)
  const figures = valuesByName(values).get('Diện tích trồng lúa cả năm')
  expect(figures?.slice(2)).toEqual(['Ha', '370', '370', '100', 'Đạt'])
  expect(valuesByName(values).get('Thu ngân sách')?.slice(3, 6)).toEqual(['130000000', '163248704', '125.58'])
  await app.restart()
  await openImported()
})

test('the PDF has all rows, and the header again on each page that has rows', async () => {
  const pages = await pdfPages(await exportTo('export-pdf', join(folder, 'ra.pdf')))
  const all = pages.map((page) => page.text).join(' ')
  for (const row of (await rowsShown()).filter((name) => name !== '')) expect(all).toContain(row)
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page.text).toContain('Chỉ tiêu Đơn vị')
  expect(all).toContain('PHÓ BÍ THƯ')
})

function valuesByName(values: string[][]): ReadonlyMap<string, readonly string[]> {
  return new Map(values.map((row) => [row[1] ?? '', row]))
}

/** The first words of every row's name: a long name breaks over lines on paper. */
async function rowsShown(): Promise<string[]> {
  const summary = await app.page.evaluate(async (office) => {
    const reports = await window.api.listReports()
    const found = reports.ok ? reports.value.find((report) => report.office === office) : undefined
    const opened = found && (await window.api.openReport({ report: found.id }))
    return opened?.ok ? opened.value.report.rows.map((row) => row.name) : []
  }, OFFICE)
  expect(summary).toHaveLength(32)
  return summary.map((name) => name.split(' ').slice(0, 3).join(' '))
}
