/** The panel of a row and the marks in the grid: how texts are understood, how a row is rated, added up, dated and overruled. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from './launch.ts'
import { cellAt, expectCell, openSample, typeInto, untilSaved } from './window.ts'

let app: LaunchedApp

beforeAll(async () => {
  app = await launchApp()
  await openSample(app.page, 'Lục Bình')
  await part('tab-row').click()
})

afterAll(() => app.close())

const part = (testId: string) => app.page.getByTestId(testId)
const textOf = (testId: string) => expect.poll(() => part(testId).innerText(), { timeout: 10_000 })
const classOf = (row: string, column: string) =>
  expect.poll(() => cellAt(app.page, row, column).getAttribute('class'), { timeout: 10_000 })
/** What stands before the figure, which is no part of the cell's text. */
const signOf = (row: string, column: string) =>
  expect.poll(
    () => cellAt(app.page, row, column).evaluate((cell) => getComputedStyle(cell, '::before').content),
    { timeout: 10_000 },
  )

async function undoAll(): Promise<void> {
  await untilSaved(app.page)
  while (await part('undo').isEnabled()) {
    await part('undo').click()
    await untilSaved(app.page)
  }
}

async function choose(row: string, column: string): Promise<void> {
  await cellAt(app.page, row, column).click()
  await part('row-cell-text').waitFor()
}

/** Opens a part of the panel where it is folded. */
async function unfold(section: string): Promise<void> {
  const head = part(`section-${section}`).locator('button').first()
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
}

describe('the texts of targets and results', () => {
  beforeEach(undoAll)

  test.each([
    {
      plan: '2.000',
      result: '2.225,4',
      unit: 'Ha',
      means: '2.225,4',
      at: 'c5',
      ratio: '111,27',
      verdict: 'Vượt',
    },
    { plan: '>90', result: '95', unit: '%', means: 'lớn hơn 90', at: 'c4', ratio: '105,56', verdict: 'Đạt' },
    {
      plan: '≥ 99',
      result: '98',
      unit: '%',
      means: 'từ 99 trở lên',
      at: 'c4',
      ratio: '98,99',
      verdict: 'Không đạt',
    },
    { plan: 'dưới 3%', result: '2,5', unit: '%', means: 'nhỏ hơn 3 %', at: 'c4', ratio: '', verdict: 'Đạt' },
    {
      plan: 'trên 90%',
      result: '90',
      unit: '%',
      means: 'lớn hơn 90 %',
      at: 'c4',
      ratio: '100',
      verdict: 'Không đạt',
    },
    {
      plan: 'từ 90% trở lên',
      result: '90',
      unit: '%',
      means: 'từ 90 % trở lên',
      at: 'c4',
      ratio: '100',
      verdict: 'Đạt',
    },
    {
      plan: '0,3-0,45‰',
      result: '0,4',
      unit: '‰',
      means: 'từ 0,3 đến 0,45 ‰',
      at: 'c4',
      ratio: '',
      verdict: 'Đạt',
    },
    {
      plan: 'từ 2 đến 5',
      result: '6',
      unit: 'Hồ sơ',
      means: 'từ 2 đến 5',
      at: 'c4',
      ratio: '',
      verdict: 'Không đạt',
    },
    {
      plan: '21/34',
      result: '20/34',
      unit: 'Trường',
      means: '21 trên 34 (61,76%)',
      at: 'c4',
      ratio: '95,24',
      verdict: 'Không đạt',
    },
    { plan: '02', result: '02', unit: 'HTX', means: '2', at: 'c5', ratio: '100', verdict: 'Đạt' },
    {
      plan: '19',
      result: '18,6 ha',
      unit: 'Ha',
      means: '18,6 ha',
      at: 'c5',
      ratio: '97,89',
      verdict: 'Không đạt',
    },
  ])(
    '“$plan” and “$result” are kept and understood',
    async ({ plan, result, unit, means, at, ratio, verdict }) => {
      await typeInto(app.page, 'r2', 'c3', unit)
      await typeInto(app.page, 'r2', 'c4', plan)
      await typeInto(app.page, 'r2', 'c5', result)
      await expectCell(app.page, 'r2', 'c4', plan)
      await expectCell(app.page, 'r2', 'c5', result)
      await expectCell(app.page, 'r2', 'c6', ratio)
      await expectCell(app.page, 'r2', 'c7', verdict)
      await choose('r2', at)
      await textOf('row-meaning').toBe(`Hiểu là: ${means}`)
    },
  )

  test.each(['Giảm cả 3 tiêu chí', 'Duy trì'])('“%s” stays and computes to nothing', async (plan) => {
    await typeInto(app.page, 'r2', 'c4', plan)
    await expectCell(app.page, 'r2', 'c4', plan)
    await expectCell(app.page, 'r2', 'c6', '')
    await expectCell(app.page, 'r2', 'c7', '')
    await choose('r2', 'c6')
    await expect.poll(() => part('row-why').innerText()).not.toBe('')
  })
})

test('a doubtful figure is marked and read as the person chooses; the text stays', async () => {
  const { page } = app
  await undoAll()
  await typeInto(page, 'r6', 'c5', '1.5')
  await classOf('r6', 'c5').toContain('cell-doubtful')
  await expectCell(page, 'r6', 'c6', '75')
  await choose('r6', 'c5')
  await part('readings').getByRole('radio', { name: '15', exact: true }).click()
  await expectCell(page, 'r6', 'c6', '750')
  await expectCell(page, 'r6', 'c5', '1.5')
  await textOf('row-meaning').toBe('Hiểu là: 15')
  await classOf('r6', 'c5').not.toContain('cell-doubtful')
})

test('a doubtful figure is read as chosen on its line of the list', async () => {
  const { page } = app
  await undoAll()
  await typeInto(page, 'r6', 'c5', '1.5')
  await expectCell(page, 'r6', 'c6', '75')
  await part('tab-findings').click()
  const doubt = (testId: string) => page.locator(`[data-testid="${testId}"][data-code="separator-unclear"]`)
  await doubt('finding-group').waitFor()
  if ((await doubt('finding-group').getAttribute('aria-expanded')) === 'false')
    await doubt('finding-group').click()
  await page.locator('[data-testid="finding-group"]').first().focus()
  await expect.poll(() => doubt('finding').getByTestId('finding-replace').count()).toBe(2)
  await doubt('finding')
    .getByTestId('finding-replace')
    .filter({ hasText: /Đọc là 15(?!\d)/ })
    .click()
  await expectCell(page, 'r6', 'c6', '750')
  await expectCell(page, 'r6', 'c5', '1.5')
  await part('tab-row').click()
})

test('the direction is proposed with its reason, set, and taken back', async () => {
  const { page } = app
  await undoAll()
  await choose('r2', 'c7')
  await expect
    .poll(() => part('direction').locator('option:checked').innerText())
    .toBe('Đề xuất: càng cao càng tốt')
  expect(await part('direction-why').innerText()).not.toBe('')
  await part('direction').selectOption('less')
  await expectCell(page, 'r2', 'c7', 'Vượt')
  await signOf('r2', 'c4').toContain('↓')
  await part('direction').selectOption('')
  await expectCell(page, 'r2', 'c7', 'Không đạt')
  await signOf('r2', 'c4').toBe('none')
})

test('a verdict half typed is marked as none, and the reason can be mended later', async () => {
  const { page } = app
  await undoAll()
  await typeInto(page, 'r2', 'c7', 'Đạ')
  await part('reason-none').click()
  await classOf('r2', 'c7').toContain('cell-unclear')
  await choose('r2', 'c7')
  await expect.poll(() => part('row-note').innerText()).toContain('“Đạ”')
  await part('row-reason').fill('Chờ số liệu chính thức')
  await page.keyboard.press('Enter')
  await expect.poll(() => part('row-note').innerText()).toContain('Sửa tay: Chờ số liệu chính thức.')
  await part('use-computed').click()
  await expectCell(page, 'r2', 'c7', 'Không đạt')
  await classOf('r2', 'c7').not.toContain('cell-override')
})

test('an assessment is left empty on purpose, with its reason, and Delete brings the computed one back', async () => {
  const { page } = app
  await undoAll()
  await choose('r2', 'c7')
  await page.keyboard.press('F2')
  await part('cell-choices').getByText('Để trống', { exact: true }).click()
  await expect.poll(() => part('reason').innerText()).toContain('Không đạt → Để trống')
  await part('reason-text').fill('Chưa tính trong năm')
  await part('reason-save').click()
  await expectCell(page, 'r2', 'c7', '')
  await classOf('r2', 'c7').toContain('cell-override')
  await choose('r2', 'c7')
  await part('row-reason').fill('Không tính trong năm')
  await page.keyboard.press('Enter')
  await textOf('row-note').toContain('Sửa tay: Không tính trong năm.')
  await expectCell(page, 'r2', 'c7', '')
  await cellAt(page, 'r2', 'c7').click()
  await page.keyboard.press('Delete')
  await expectCell(page, 'r2', 'c7', 'Không đạt')
})

test('what the file says is kept or replaced cell by cell', async () => {
  const { page } = app
  await undoAll()
  await choose('r3', 'c6')
  await textOf('row-why').toContain('31,7')
  await part('cell-use-computed').click()
  await expectCell(page, 'r3', 'c6', '105,67')
  await part('cell-keep-stated').click()
  await expectCell(page, 'r3', 'c6', '105,66')
  await classOf('r3', 'c6').toContain('cell-differs')
  await part('cell-keep-stated').click()
  await classOf('r3', 'c6').toContain('cell-settled')
  await expectCell(page, 'r3', 'c6', '105,66')
  await part('ask-again').click()
  await classOf('r3', 'c6').toContain('cell-differs')
})

test('a plan keeps every value with its decision; the last one counts, and removing it brings the one before back', async () => {
  const { page } = app
  await undoAll()
  await choose('r2', 'c4')
  await unfold('plans')
  await part('plan-add').click()
  await part('plan-new-decision').fill('45/QĐ-UBND')
  await part('plan-new-text').fill('368')
  await page.keyboard.press('Enter')
  await expectCell(page, 'r2', 'c4', '368')
  await expectCell(page, 'r2', 'c7', 'Vượt')
  await part('plan-2-date').fill('30/6')
  await page.keyboard.press('Enter')
  await expect.poll(() => part('plan-2-date').inputValue()).toBe('30/06/2023')
  expect(await part('plan-1-text').inputValue()).toBe('370')
  expect(await part('plan-2-decision').inputValue()).toBe('45/QĐ-UBND')
  await textOf('plan-counts').toContain('điều chỉnh mới nhất')
  await part('plan-2-remove').click()
  await expectCell(page, 'r2', 'c4', '370')
})

test('a new plan is typed from left to right, by Tab and by mouse, and its fields keep the focus', async () => {
  const { page } = app
  await undoAll()
  await choose('r2', 'c4')
  await unfold('plans')
  await part('plan-add').click()
  await page.keyboard.type('368')
  await page.keyboard.press('Tab')
  await page.keyboard.type('45/QĐ-UBND')
  await page.keyboard.press('Tab')
  await page.keyboard.type('30/6')
  await page.keyboard.press('Tab')
  await expectCell(page, 'r2', 'c4', '368')
  expect(await part('plan-2-decision').inputValue()).toBe('45/QĐ-UBND')
  await expect.poll(() => part('plan-2-date').inputValue()).toBe('30/06/2023')
  expect(await part('plan-1-text').inputValue()).toBe('370')

  await part('plan-add').click()
  await part('plan-new-text').fill('367')
  await part('plan-new-decision').click()
  await page.keyboard.type('46/QĐ-UBND')
  await part('plan-3-date').click()
  await page.keyboard.type('1/9')
  await page.keyboard.press('Tab')
  await expectCell(page, 'r2', 'c4', '367')
  expect(await part('plan-3-decision').inputValue()).toBe('46/QĐ-UBND')
  await expect.poll(() => part('plan-3-date').inputValue()).toBe('01/09/2023')
  await expectCell(page, 'r2', 'c5', '368,77')
  await untilSaved(page)
})

test('keys reach no cell when the field that had them is gone', async () => {
  const { page } = app
  await undoAll()
  await choose('r2', 'c4')
  await unfold('plans')
  await part('plan-add').click()
  await part('plan-new-remove').click()
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await untilSaved(page)
  expect(await part('cell-input').inputValue()).toBe('')
  await expectCell(page, 'r2', 'c4', '370')
  await cellAt(page, 'r2', 'c5').click()
  await page.keyboard.press('ArrowRight')
  await textOf('row-cell-text').toBe('99,67')
})

test('a heading without figures offers no sum', async () => {
  await undoAll()
  await choose('r1', 'c5')
  await part('section-values').waitFor()
  expect(await part('section-rollUp').count()).toBe(0)
})

test('a day that is none is told and stays for the person to mend', async () => {
  const { page } = app
  await undoAll()
  await choose('r2', 'c5')
  await unfold('metadata')
  await part('metadata-as-of').fill('31/2')
  await page.keyboard.press('Enter')
  await textOf('section-metadata').toContain('Ngày viết như 30/6/2024.')
  expect(await part('metadata-as-of').inputValue()).toBe('31/2')
  expect(await part('undo').isEnabled()).toBe(false)
  await page.keyboard.press('Escape')
  expect(await part('metadata-as-of').inputValue()).toBe('')
})

test('the keyboard reaches the panel and comes back', async () => {
  const { page } = app
  await undoAll()
  await choose('r2', 'c5')
  await part('direction').focus()
  await page.keyboard.press('Tab')
  expect(await part('year-end-only').evaluate((box) => box === document.activeElement)).toBe(true)
  await page.keyboard.press('Escape')
  expect(await part('cell-input').evaluate((input) => input === document.activeElement)).toBe(true)
  await part('row-value').filter({ hasText: 'Tỷ lệ' }).focus()
  await page.keyboard.press('Enter')
  await textOf('row-cell-text').toBe('99,67')
})

test('everything said about a row outlives a restart, and undo takes it back', async () => {
  await undoAll()
  await openSample(app.page, 'UBND thành phố')
  await part('tab-row').click()

  await rollUp()
  await choose('r4', 'c6')
  await part('year-end-only').click()
  await expectCell(app.page, 'r4', 'c6', 'Đánh giá cuối năm')
  await choose('r3', 'c5')
  await unfold('metadata')
  await part('metadata-kind').selectOption('estimate')
  await part('metadata-as-of').fill('30/6')
  await part('metadata-source').fill('Chi cục Thống kê')
  await app.page.keyboard.press('Enter')
  await signOf('r3', 'c5').toContain('ước')
  await untilSaved(app.page)

  await app.restart()
  await openSample(app.page, 'UBND thành phố')
  await part('tab-row').click()
  await expectCell(app.page, 'r6', 'c5', '221.160')
  await signOf('r6', 'c5').toContain('Σ')
  await expectCell(app.page, 'r4', 'c6', 'Đánh giá cuối năm')
  await choose('r4', 'c6')
  expect(await part('year-end-only').isChecked()).toBe(true)
  await choose('r3', 'c5')
  await unfold('metadata')
  expect(await part('metadata-as-of').inputValue()).toBe('30/06/2024')
  expect(await part('metadata-source').inputValue()).toBe('Chi cục Thống kê')
  expect(await part('metadata-kind').inputValue()).toBe('estimate')

  await undoAll()
  await expectCell(app.page, 'r6', 'c5', '220.879')
  await expectCell(app.page, 'r4', 'c6', 'Đạt')
  await signOf('r3', 'c5').toBe('none')

  /** The sum of the herds follows an edit of one of them; a figure typed over it is told, and the sum comes back. */
  async function rollUp(): Promise<void> {
    const { page } = app
    await choose('r6', 'c5')
    await part('roll-up').selectOption('sum')
    await signOf('r6', 'c5').toContain('Σ')
    await typeInto(page, 'r7', 'c5', '16.000')
    await expectCell(page, 'r6', 'c5', '221.160')
    await typeInto(page, 'r6', 'c5', '5')
    await signOf('r6', 'c5').toBe('none')
    await choose('r6', 'c5')
    await textOf('roll-up-typed').toContain('ghi 5, tính từ các dòng con là 221.160')
    await part('use-rolled-up').click()
    await expectCell(page, 'r6', 'c5', '221.160')
    await typeInto(page, 'r8', 'c5', ' ')
    await expectCell(page, 'r6', 'c5', '')
    await choose('r6', 'c5')
    await textOf('roll-up-missing').toContain('Đàn gia cầm')
    await page.keyboard.press('Control+z')
    await expectCell(page, 'r6', 'c5', '221.160')
  }
})
