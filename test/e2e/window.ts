/** What end-to-end tests of the window do again and again: find a cell by its tags, type into it, read it. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** `row` and `column` are the short names of the command line ("r2", "c5"). */
export function cellAt(page: Page, row: string, column: string): Locator {
  return page.locator(`.ag-row[row-id="${row}"] .ag-cell[col-id="${column}"]`)
}

/** Opens the sample report of that office. */
export async function openSample(page: Page, office: string): Promise<void> {
  await page.getByTestId('report-item').filter({ hasText: office }).click()
  await cellAt(page, 'r2', 'c2').waitFor()
}

/** Selects the cell, types and presses Enter, without a pause between the keys. */
export async function typeInto(page: Page, row: string, column: string, text: string): Promise<void> {
  await cellAt(page, row, column).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** Waits until the cell shows exactly this. */
export async function expectCell(page: Page, row: string, column: string, text: string): Promise<void> {
  await expect.poll(() => cellAt(page, row, column).innerText(), { timeout: 10_000 }).toBe(text)
}

/** Waits until the program says that everything is on disk. */
export async function untilSaved(page: Page): Promise<void> {
  await page.locator('[data-testid="saved"][data-saved="true"]').waitFor()
}
