/** A report is settled with its findings: gone through by keyboard, kept, replaced, set aside; and it is summed up. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from './launch.ts'
import { cellAt, expectCell, openSample, untilSaved } from './window.ts'

const LUC_BINH = 'xã Lục Bình'
const BAC_KAN = 'UBND thành phố'
const REASON = 'Đã đối chiếu với sổ theo dõi'

let app: LaunchedApp

beforeAll(async () => {
  app = await launchApp({ language: 'vi' })
})

afterAll(() => app.close())

const group = (code: string) => app.page.locator(`[data-testid="finding-group"][data-code="${code}"]`)
const findings = (code: string) => app.page.locator(`[data-testid="finding"][data-code="${code}"]`)
const settled = () => app.page.getByTestId('settled-finding')
const press = (key: string) => app.page.keyboard.press(key)

/** How many wait for a decision, as the tab, the command and the status bar all say. */
async function waiting(): Promise<number> {
  const numberIn = async (testId: string) => {
    const element = app.page.getByTestId(testId)
    const text = (await element.count()) === 0 ? '' : await element.innerText()
    return Number(/\d+/.exec(text)?.[0] ?? 0)
  }
  const n = await numberIn('tab-findings')
  expect([await numberIn('check'), await numberIn('status-findings')]).toEqual([n, n])
  return n
}

async function untilWaiting(n: number): Promise<void> {
  await expect.poll(waiting, { timeout: 10_000 }).toBe(n)
}

/** What has the focus: the key of a line of the list, the cell with the cursor in the table, or where else it is. */
function focus(): Promise<string> {
  return app.page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    if (element.classList.contains('live-input')) return `table: ${element.getAttribute('aria-label') ?? ''}`
    return element.dataset.key ?? element.dataset.testid ?? element.tagName
  })
}

/** The line with the cursor of the list, wherever the focus is. */
const current = () => app.page.locator('.finding-line.current')

async function unfold(code: string): Promise<void> {
  if ((await group(code).getAttribute('aria-expanded')) === 'false') await group(code).click()
}

async function openList(office: string): Promise<void> {
  await openSample(app.page, office)
  await app.page.getByTestId('tab-findings').click()
  await app.page.getByTestId('finding-group').first().waitFor()
}

test('the list says what it is, opens at the gravest group, and tells how grave in words', async () => {
  await openList(LUC_BINH)
  const text = await app.page.getByTestId('side-panel').innerText()
  expect(text).toContain('người đọc kỹ sẽ hỏi lại')
  expect(text).toContain('chưa sửa gì trong biểu')
  expect(text).toContain('Cần xem')
  expect(text).toContain('Lưu ý')
  const first = app.page.getByTestId('finding-group').first()
  expect(await first.getAttribute('aria-expanded')).toBe('true')
  expect(await app.page.getByTestId('finding').count()).toBeGreaterThan(0)
  expect(await waiting()).toBeGreaterThan(5)
})

test('the keyboard alone goes from the table to the list, from a finding to its cell and back', async () => {
  await cellAt(app.page, 'r2', 'c4').click()
  await press('F8')
  const start = await focus()
  expect(start).toMatch(/^unit-unlikely /)
  await press('End')
  await press('Home')
  expect(await focus()).toBe('group unit-unlikely')
  await press('ArrowDown')
  expect(await focus()).toBe(start)

  const name = await current().locator('.finding-where').innerText()
  await press('Enter')
  const row = name.replace(/^\d+\. /, '').split(' · ')[0] ?? ''
  await expect.poll(focus).toContain(`table: ${row}`)
  expect(await focus()).toContain('Đơn vị')
  await press('F8')
  expect(await focus()).toBe(start)
})

test('a figure typed on a finding goes into its cell', async () => {
  await unfold('unit-in-figure')
  await findings('unit-in-figure').click()
  await app.page.keyboard.type('18')
  expect(await app.page.getByTestId('cell-input').inputValue()).toBe('18')
  await press('Escape')
  await expectCell(app.page, 'r20', 'c5', '18,6 ha')
})

test('a group of roundings is accepted once, and one undo brings all of them back', async () => {
  const before = await waiting()
  const line = group('ratio-rounded')
  const n = Number(/\d+/.exec(await line.innerText())?.[0])
  expect(n).toBeGreaterThan(1)
  await line.click()
  await expect.poll(() => findings('ratio-rounded').count()).toBe(n)
  expect(await current().innerText()).toContain(`Giữ cả ${n}`)
  await press('g')

  await untilWaiting(before - n)
  expect(await line.count()).toBe(0)
  expect(await app.page.getByTestId('settled-group').innerText()).toContain(`Đã xem (${n})`)
  expect(await focus()).toMatch(/^group /)

  // The same key once more settles nothing that was not looked at.
  expect(await current().innerText()).toContain('trước khi quyết định')
  await press('g')
  await press('ArrowDown')
  await press('ArrowUp')
  await untilWaiting(before - n)
  await expect.poll(() => current().innerText()).toContain('Giữ')

  await press('Control+z')
  await untilWaiting(before)
  await press('Control+y')
  await untilWaiting(before - n)
})

test('T replaces: the cell has the right figure, the next finding has the focus, undo brings the finding back', async () => {
  const before = await waiting()
  await expectCell(app.page, 'r3', 'c6', '105,66')
  await group('ratio-truncated').click()
  await press('ArrowDown')
  expect(await current().innerText()).toMatch(/105,66.*105,67/s)
  expect(await current().innerText()).toContain('Thay bằng 105,67')
  const line = await focus()
  await press('ArrowDown')
  const next = await focus()
  await press('ArrowUp')
  await press('t')

  await expectCell(app.page, 'r3', 'c6', '105,67')
  await untilWaiting(before - 1)
  expect(await focus()).toBe(next)
  expect(await app.page.locator(`[data-key="${line}"]`).count()).toBe(0)

  await press('Control+z')
  await expectCell(app.page, 'r3', 'c6', '105,66')
  await untilWaiting(before)
  expect(await app.page.locator(`[data-key="${line}"]`).count()).toBe(1)
  await press('Control+y')
  await expectCell(app.page, 'r3', 'c6', '105,67')
  await untilWaiting(before - 1)
})

test('B asks for a reason, which may come from the list, be typed, or stay away', async () => {
  const before = await waiting()
  await findings('ratio-truncated').first().click()
  await press('b')
  await expect.poll(focus).toBe('set-aside-reason')
  await press('ArrowDown')
  expect(await app.page.getByTestId('set-aside-reason').inputValue()).toBe('Đã đối chiếu, số liệu đúng')
  await press('Escape')
  expect(await focus()).toMatch(/^ratio-truncated /)
  expect(await waiting()).toBe(before)

  await press('b')
  await app.page.getByRole('button', { name: 'Chờ số liệu chính thức' }).click()
  expect(await focus()).toBe('set-aside-reason')
  await cellAt(app.page, 'r5', 'c4').click()
  await app.page.getByTestId('set-aside-reason').waitFor({ state: 'hidden' })
  expect(await waiting()).toBe(before)

  await press('F8')
  await press('b')
  await app.page.getByTestId('set-aside-reason').fill(REASON)
  await press('Enter')
  await untilWaiting(before - 1)
  await unfold('unit-unlikely')
  await findings('unit-unlikely').first().click()
  await app.page.getByTestId('finding-set-aside').click()
  await app.page.getByTestId('set-aside-save').click()
  await untilWaiting(before - 2)
})

test('what was settled lies folded with its reason, is still there after a restart, and can be questioned again', async () => {
  await untilSaved(app.page)
  const before = await waiting()
  await app.restart()
  await openList(LUC_BINH)
  await untilWaiting(before)
  await expectCell(app.page, 'r3', 'c6', '105,67')

  expect(await settled().count()).toBe(0)
  await app.page.getByTestId('settled-group').click()
  const one = settled().filter({ hasText: REASON })
  expect(await one.innerText()).toContain(`Đã bỏ qua: ${REASON}`)
  await expect.poll(() => settled().filter({ hasText: 'Đã giữ nguyên' }).count()).toBeGreaterThan(4)

  await one.click()
  await app.page.getByTestId('finding-again').click()
  await untilWaiting(before + 1)
  await expect.poll(focus).toMatch(/^ratio-truncated /)
  expect(await one.count()).toBe(0)
  await press('Control+z')
  await untilWaiting(before)
  expect(await one.count()).toBe(1)
})

test('the other sample is settled to the last finding', async () => {
  await openList(BAC_KAN)
  const codes = await app.page
    .getByTestId('finding-group')
    .evaluateAll((lines) => lines.map((line) => line.dataset.code ?? ''))
  expect(codes).toContain('verdict-missing')
  const all = await waiting()
  for (let left = codes.length; left > 0; left--) {
    await expect.poll(() => app.page.getByTestId('finding-group').count(), { timeout: 10_000 }).toBe(left)
    await app.page.getByTestId('finding-group').first().click()
    await press('g')
  }
  await untilWaiting(0)
  expect(await app.page.getByTestId('side-panel').innerText()).toContain('không còn chỗ nào')
  expect(await app.page.getByTestId('settled-group').innerText()).toContain(`(${all})`)
})

test('the summary counts verdicts and bands, and its lists lead to their rows', async () => {
  await openSample(app.page, LUC_BINH)
  await app.page.getByTestId('tab-summary').click()
  const summary = app.page.getByTestId('summary-panel')
  const share = (label: string) => summary.getByTestId('summary-share').filter({ hasText: label }).first()
  await summary.waitFor()
  expect(await share('Không đạt').innerText()).toMatch(/11\s+39,29%/)
  expect(await share('Từ 100% trở lên').innerText()).toMatch(/17\s+60,71%/)
  expect(await summary.getByTestId('summary-section').count()).toBe(4)

  await share('Không đạt').focus()
  await press('Enter')
  expect(await summary.getByTestId('summary-row').count()).toBe(11)
  await press('ArrowDown')
  await press('Enter')
  await expect.poll(focus).toMatch(/^table: .*Diện tích trồng lúa cả năm.*Không đạt/)

  const sentence = await summary.getByTestId('summary-sentence').innerText()
  expect(sentence).toMatch(
    /^17\/28 chỉ tiêu đạt từ 100% trở lên, chiếm 60,71%; 11 chỉ tiêu chưa đạt, gồm: \(1\) Diện tích trồng lúa cả năm; .*\.$/,
  )
  await summary.getByTestId('summary-copy').click()
  await expect.poll(() => summary.getByTestId('summary-copy').innerText()).toContain('Đã chép')
})

test('the table keeps its 20 rows beside the list, and every tab can be read', async () => {
  await openList(LUC_BINH)
  const visible = await app.page.evaluate(() => {
    const top = document.querySelector('.ag-header')?.getBoundingClientRect().bottom ?? Infinity
    const bottom = document.querySelector('.grid-table')?.getBoundingClientRect().bottom ?? 0
    const seen = [...document.querySelectorAll('.ag-row')].filter((row) => {
      const box = row.getBoundingClientRect()
      return box.top >= top - 1 && box.bottom <= bottom + 1
    })
    return new Set(seen.map((row) => row.getAttribute('row-id'))).size
  })
  expect(visible).toBeGreaterThanOrEqual(20)
  const clipped = await app.page.evaluate(() => {
    const panel = document.querySelector('[data-pane="side-panel"]')?.getBoundingClientRect()
    const tabs = [...document.querySelectorAll('[data-pane="side-panel"] [role="tab"]')]
    return tabs.filter((tab) => tab.getBoundingClientRect().right > (panel?.right ?? 0)).length
  })
  expect(clipped).toBe(0)
})
