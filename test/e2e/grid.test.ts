/** The sheet as a spreadsheet: typing as Vietnamese keyboards send it, keys as in Excel, undo, overrides, marks. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from './launch.ts'
import { cellAt, expectCell, openSample, typeInto, untilSaved } from './window.ts'

let app: LaunchedApp
let page: Page

beforeAll(async () => {
  app = await launchApp()
  page = app.page
  await openSample(page, 'Lục Bình')
})

afterAll(() => app.close())

/** Every test leaves the report as it found it. */
beforeEach(async () => {
  await untilSaved(page)
  const undo = page.getByTestId('undo')
  while (await undo.isEnabled()) {
    await undo.click()
    await untilSaved(page)
  }
  await expectCell(page, 'r2', 'c4', '370')
})

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** The cell with the cursor, as the live input tells it to a screen reader. */
const cursor = () => page.getByTestId('cell-input').getAttribute('aria-label')

const note = () => page.getByTestId('selection-info').innerText()

test('d, Backspace, đ without a pause give đ, as keyboard drivers send them', async () => {
  await cellAt(page, 'r2', 'c2').click()
  // One batch of key events, none waiting for the page.
  await Promise.all([
    page.keyboard.press('d'),
    page.keyboard.press('Backspace'),
    page.keyboard.insertText('đ'),
    page.keyboard.insertText('ậu'),
  ])
  expect(await page.getByTestId('cell-input').inputValue()).toBe('đậu')
  await press('Enter')
  await expectCell(page, 'r2', 'c2', 'đậu')
})

test('an input method composes its letters in the cell that has the cursor', async () => {
  const client = await page.context().newCDPSession(page)
  await cellAt(page, 'r2', 'c2').click()
  for (const text of ['l', 'lu', 'lua', 'lúa']) {
    await client.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
  await client.send('Input.insertText', { text: 'lúa' })
  await press('Enter')
  await expectCell(page, 'r2', 'c2', 'lúa')
})

test('values typed one after the other all arrive, each in its row', async () => {
  await cellAt(page, 'r2', 'c5').click()
  for (const figure of ['1', '22', '3,5', '4.000', '55']) {
    await page.keyboard.type(figure)
    await press('Enter')
  }
  await untilSaved(page)
  for (const [row, figure] of [
    ['r2', '1'],
    ['r3', '22'],
    ['r4', '3,5'],
    ['r5', '4.000'],
    ['r6', '55'],
  ] as const) {
    await expectCell(page, row, 'c5', figure)
  }
})

test('typing replaces, F2 edits, Esc takes back, Tab wraps, Delete empties', async () => {
  await cellAt(page, 'r2', 'c5').click()
  await press('F2', 'ArrowLeft')
  await page.keyboard.type('0')
  await press('Tab')
  await expectCell(page, 'r2', 'c5', '368,707')
  expect(await cursor()).toContain('Tỷ lệ')

  await cellAt(page, 'r2', 'c5').click()
  await page.keyboard.type('999')
  await press('Escape')
  await expectCell(page, 'r2', 'c5', '368,707')

  await cellAt(page, 'r2', 'c7').click()
  await press('Tab')
  expect(await cursor()).toContain('Diện tích trồng ngô')
  await press('Shift+Tab')
  expect(await cursor()).toContain('Diện tích trồng lúa')

  await cellAt(page, 'r2', 'c5').click()
  await press('Delete')
  await expectCell(page, 'r2', 'c5', '')
  await expectCell(page, 'r2', 'c6', '')
})

test('arrows, Home, End and Ctrl move through the table', async () => {
  await cellAt(page, 'r2', 'c4').click()
  await press('Control+Home')
  expect(await cursor()).toContain('CHỈ TIÊU KINH TẾ')
  await press('ArrowDown', 'ArrowDown', 'End')
  expect(await cursor()).toMatch(/trồng ngô.*Ghi chú/)
  await press('Home', 'Control+ArrowRight')
  expect(await cursor()).toMatch(/trồng ngô.*Ghi chú/)
  await press('Control+End')
  expect(await cursor()).toContain('Ghi chú')
  await expect.poll(() => cellAt(page, 'r32', 'c7').isVisible()).toBe(true)
})

test('the decimal key of the numeric pad writes a comma', async () => {
  await cellAt(page, 'r2', 'c5').click()
  await page.keyboard.type('12')
  const client = await page.context().newCDPSession(page)
  const key = { key: '.', code: 'NumpadDecimal', windowsVirtualKeyCode: 110, location: 3, text: '.' }
  await client.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
  await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  await page.keyboard.type('5')
  await press('Enter')
  await expectCell(page, 'r2', 'c5', '12,5')
})

test('an edit changes ratio and assessment, undo and redo go back and forth', async () => {
  await typeInto(page, 'r2', 'c5', '370')
  await expectCell(page, 'r2', 'c6', '100')
  await expectCell(page, 'r2', 'c7', 'Đạt')
  await press('Control+z')
  await expectCell(page, 'r2', 'c5', '368,77')
  await expectCell(page, 'r2', 'c6', '99,67')
  await expectCell(page, 'r2', 'c7', 'Không đạt')
  await press('Control+y')
  await expectCell(page, 'r2', 'c6', '100')
})

test('an assessment is overruled by keyboard with a reason, and given back to the computed one', async () => {
  await cellAt(page, 'r2', 'c7').click()
  await page.keyboard.type('danh')
  await expect.poll(() => page.getByTestId('cell-choices').innerText()).toBe('Đánh giá cuối năm')
  await press('ArrowDown', 'Enter')
  await page.getByTestId('reason-text').waitFor()
  await page.keyboard.type('Chờ số liệu của huyện')
  await press('Enter')
  await expectCell(page, 'r2', 'c7', 'Đánh giá cuối năm')
  await expect.poll(cursor).toContain('Diện tích trồng ngô')
  await press('ArrowUp')
  await expect.poll(note).toBe('Sửa tay: Chờ số liệu của huyện. Số tính: Không đạt.')

  await page.getByTestId('tab-row').click()
  await page.getByTestId('use-computed').click()
  await expectCell(page, 'r2', 'c7', 'Không đạt')
  await page.getByTestId('tab-findings').click()
})

test('Esc in the reason leaves the cell as it was', async () => {
  await typeInto(page, 'r2', 'c6', '98')
  await page.getByTestId('reason-text').waitFor()
  await press('Escape')
  await page.getByTestId('reason').waitFor({ state: 'hidden' })
  expect(await page.getByTestId('cell-input').inputValue()).toBe('')
  await cellAt(page, 'r3', 'c4').click()
  await expectCell(page, 'r2', 'c6', '99,67')
  expect(await page.getByTestId('undo').isEnabled()).toBe(false)
})

test('a verdict typed on for the next row is not taken as the reason of this one', async () => {
  await typeInto(page, 'r4', 'c7', 'Đạt')
  await page.getByTestId('reason-text').waitFor()
  await page.keyboard.type('Vượt')
  await press('Enter')
  await expect.poll(() => page.getByTestId('reason').innerText()).toContain('hơn là lý do')
  await press('Escape')
  await expectCell(page, 'r4', 'c7', 'Vượt')
  expect(await page.getByTestId('undo').isEnabled()).toBe(false)
})

test('whatever stands in the reason when it is left by a click is kept', async () => {
  await typeInto(page, 'r4', 'c7', 'Đạt')
  await page.getByTestId('reason-text').fill('2024')
  await cellAt(page, 'r6', 'c4').click()
  await expectCell(page, 'r4', 'c7', 'Đạt')
  await cellAt(page, 'r4', 'c7').click()
  await page.getByTestId('tab-row').click()
  await expect.poll(() => page.getByTestId('row-panel').innerHTML()).toContain('2024')
  await page.getByTestId('tab-findings').click()
})

test('Enter after Tab goes on below the cell where the Tabs began', async () => {
  await cellAt(page, 'r2', 'c4').click()
  await page.keyboard.type('371')
  await press('Tab')
  await page.keyboard.type('372')
  await press('Enter')
  await page.keyboard.type('31')
  await press('Tab', 'ArrowDown', 'Enter')
  await page.keyboard.type('36')
  await press('Enter')
  await expectCell(page, 'r2', 'c4', '371')
  await expectCell(page, 'r2', 'c5', '372')
  await expectCell(page, 'r3', 'c4', '31')
  await expectCell(page, 'r5', 'c5', '36')
})

test('a click while a computed cell is typed into goes where it went, and the reason is given afterwards', async () => {
  await cellAt(page, 'r2', 'c7').click()
  await page.keyboard.type('Đạt')
  await cellAt(page, 'r3', 'c4').click()
  await page.keyboard.type('12')
  await press('Enter')
  await expectCell(page, 'r2', 'c7', 'Đạt')
  await expectCell(page, 'r3', 'c4', '12')

  await cellAt(page, 'r2', 'c7').click()
  await expect.poll(note).toBe('Sửa tay, không ghi lý do. Số tính: Không đạt.')
  await page.getByTestId('tab-row').click()
  await page.getByTestId('row-reason').fill('Chờ số liệu của huyện')
  await press('Enter')
  await expect.poll(note).toBe('Sửa tay: Chờ số liệu của huyện. Số tính: Không đạt.')
  await page.keyboard.type('12')
  expect(await page.getByTestId('cell-input').inputValue()).toBe('12')
  await press('Escape')
  await page.getByTestId('tab-findings').click()
})

test('a click past the reason says for a moment that none was given, and takes the overruling back', async () => {
  await cellAt(page, 'r4', 'c7').click()
  const before = await cellAt(page, 'r4', 'c7').innerText()
  await page.keyboard.type('Đánh giá cuối năm')
  await press('Enter')
  await page.getByTestId('reason-text').waitFor()
  await cellAt(page, 'r2', 'c4').click()
  await expectCell(page, 'r4', 'c7', 'Đánh giá cuối năm')
  expect(await page.getByTestId('unexplained').innerText()).toContain('chưa ghi lý do')
  await page.getByTestId('undo-unexplained').click()
  await expectCell(page, 'r4', 'c7', before)
  expect(await page.getByTestId('unexplained').count()).toBe(0)
})

test('a click while the reason is asked selects the clicked cell, and the reason is kept as far as it was given', async () => {
  await typeInto(page, 'r2', 'c6', '98')
  await page.getByTestId('reason-text').fill('Chờ')
  await cellAt(page, 'r1', 'c5').click()
  await expect.poll(cursor).toMatch(/^CHỈ TIÊU KINH TẾ.*Thực hiện/)
  await page.keyboard.type('23')
  await press('Enter')
  await expectCell(page, 'r1', 'c5', '23')
  await expectCell(page, 'r2', 'c6', '98')
  await expectCell(page, 'r2', 'c5', '368,77')
  await cellAt(page, 'r2', 'c6').click()
  await expect.poll(note).toBe('Sửa tay: Chờ. Số tính: 99,67.')
})

test('words in place of a ratio are kept and marked as no figure', async () => {
  await cellAt(page, 'r2', 'c6').click()
  await page.keyboard.type('Đạt')
  await cellAt(page, 'r3', 'c4').click()
  await expectCell(page, 'r2', 'c6', 'Đạt')
  expect(await cellAt(page, 'r2', 'c6').getAttribute('class')).toMatch(/cell-override.*cell-unclear/)
  await cellAt(page, 'r2', 'c6').click()
  await expect.poll(note).toBe('“Đạt” không phải là số. Sửa tay, không ghi lý do. Số tính: 99,67.')
})

test('a selection keeps the cursor where it began, and Enter and Tab go round in it', async () => {
  const last = await cellAt(page, 'r4', 'c4').innerText()
  await cellAt(page, 'r2', 'c4').click()
  await press('Shift+ArrowDown', 'Shift+ArrowDown')
  await page.keyboard.type('5')
  await press('Enter')
  await expectCell(page, 'r2', 'c4', '5')
  await expectCell(page, 'r4', 'c4', last)
  await expect.poll(cursor).toContain('Diện tích trồng ngô')
  await expect.poll(note).toContain('Đang chọn 3 ô')
  await press('Tab', 'Tab')
  await expect.poll(cursor).toContain('Diện tích trồng lúa')
  await press('ArrowRight')
  await expect.poll(cursor).toMatch(/trồng lúa.*Thực hiện/)
  await expect.poll(note).toBe('')
})

test('Backspace empties the cell, and Enter takes that over', async () => {
  await cellAt(page, 'r2', 'c5').click()
  await press('Backspace')
  await expectCell(page, 'r2', 'c5', '368,77')
  await press('Enter')
  await expectCell(page, 'r2', 'c5', '')
})

test('undo puts the cursor on the cell that changed back', async () => {
  await typeInto(page, 'r2', 'c2', 'Diện tích lúa')
  await cellAt(page, 'r5', 'c5').click()
  await press('Control+z')
  await expectCell(page, 'r2', 'c2', 'Diện tích trồng lúa cả năm')
  await expect.poll(cursor).toMatch(/^Diện tích trồng lúa cả năm; cột Chỉ tiêu/)
})

test('the table and the frame of its cursor follow the size of the window, also after a tooltip', async () => {
  const layout = () =>
    page.evaluate(() => {
      const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
      const cell = boxOf('.ag-row[row-id="r2"] .ag-cell[col-id="c5"]')
      const frame = boxOf('[data-testid="cell-input"]')
      const last = boxOf('.ag-row[row-id="r2"] .ag-cell[col-id="c7"]')
      const room = boxOf('.grid-host')
      if (!cell || !frame || !last || !room) return undefined
      return {
        framed: Math.abs(cell.left - frame.left) <= 1 && Math.abs(cell.width - frame.width) <= 2,
        whole: last.right <= room.right && last.left > cell.left,
      }
    })
  // What shows tooltips watches sizes too.
  await page.getByTestId('toggle-panel').click()
  await page.getByRole('tooltip').waitFor()
  await openSample(page, 'NGHỊ QUYẾT 6 THÁNG')
  await openSample(page, 'Lục Bình')
  await cellAt(page, 'r2', 'c5').click()
  for (const width of [1024, 1920, 1040, 1366]) {
    await page.setViewportSize({ width, height: 768 })
    await expect.poll(layout).toEqual({ framed: true, whole: true })
  }
  await page.getByTestId('toggle-panel').click()
  await expect.poll(layout).toEqual({ framed: true, whole: true })
})

test('the side panel folds in a narrow window until the person opens it', async () => {
  const panel = page.getByTestId('side-panel')
  await page.setViewportSize({ width: 1024, height: 640 })
  await panel.waitFor({ state: 'hidden' })
  await page.getByTestId('check').click()
  await panel.waitFor()
  await page.getByTestId('toggle-panel').click()
  await panel.waitFor({ state: 'hidden' })
  await page.setViewportSize({ width: 1366, height: 768 })
  await panel.waitFor()
})

test('a stated value that differs and words in place of a figure are marked and explained', async () => {
  await cellAt(page, 'r3', 'c6').click()
  expect(await cellAt(page, 'r3', 'c6').getAttribute('class')).toContain('cell-differs')
  await expect.poll(note).toBe('Trong tệp 105,66; tính lại 105,67.')

  await typeInto(page, 'r2', 'c4', 'nhiều hơn')
  await press('ArrowUp')
  await expect.poll(note).toBe('Chưa hiểu “nhiều hơn”; giữ nguyên chữ, không tính tỷ lệ.')
  await expectCell(page, 'r2', 'c6', '')
})

test('a selection shows its sum, and a block is copied and pasted in one step', async () => {
  await cellAt(page, 'r2', 'c4').click()
  await press('Shift+ArrowDown', 'Shift+ArrowRight')
  await expect.poll(note).toBe('Đang chọn 4 ô: tổng 800,47 · TB 200,1175 · 4 số')

  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '1\t2\r\n3\t4\r\n')
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(paste)
  })
  await expectCell(page, 'r2', 'c4', '1')
  await expectCell(page, 'r3', 'c5', '4')
  await press('Control+z')
  await expectCell(page, 'r2', 'c4', '370')
  await expectCell(page, 'r3', 'c5', '31,7')
})

test('pasting beyond the table says so before anything is lost', async () => {
  await cellAt(page, 'r2', 'c4').click()
  await press('Control+End', 'ArrowLeft', 'ArrowLeft')
  const before = await cursor()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '7\r\n8\r\n9')
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(paste)
  })
  const dialog = page.getByTestId('paste-dialog')
  await expect.poll(() => dialog.innerText()).toContain('2 ô nằm ngoài bảng')
  await dialog.getByRole('button', { name: 'Thôi' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await cursor()).toBe(before)
  expect(await page.getByTestId('undo').isEnabled()).toBe(false)
})

test('findings lead to their cells', async () => {
  await page.getByTestId('finding-group').filter({ hasText: 'tỷ lệ bị cắt' }).click()
  await page.getByTestId('finding').filter({ hasText: 'trồng ngô' }).click()
  await expect.poll(cursor).toMatch(/trồng ngô.*Tỷ lệ%.*105,66/)
  await page.keyboard.type('5')
  expect(await page.getByTestId('cell-input').inputValue()).toBe('5')
  await press('Escape')
})

test('F6 goes round the parts of the window, and typing goes on where the cursor was', async () => {
  await cellAt(page, 'r2', 'c4').click()
  const pane = () =>
    page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'))
  const visited: unknown[] = []
  for (let step = 0; step < 5; step++) {
    await press('F6')
    visited.push(await pane())
  }
  expect(visited).toEqual(['side-panel', 'status-bar', 'commands', 'report-list', 'report'])
  await page.keyboard.type('371')
  await press('Enter')
  await expectCell(page, 'r2', 'c4', '371')
})

test('a report is opened from the list by keyboard, without the key going on into the table', async () => {
  await page.getByTestId('report-item').filter({ hasText: 'NGHỊ QUYẾT 6 THÁNG' }).focus()
  await press('Enter')
  await expectCell(page, 'r2', 'c2', 'Thu ngân sách nhà nước trên địa bàn')
  expect(await page.getByTestId('cell-input').inputValue()).toBe('')
  expect(await page.getByTestId('undo').isEnabled()).toBe(false)
  await openSample(page, 'Lục Bình')
  await expectCell(page, 'r2', 'c2', 'Diện tích trồng lúa cả năm')
})

test('the title is edited in place', async () => {
  const title = page.getByTestId('report-title')
  await title.fill('BIỂU KẾT QUẢ NĂM 2023')
  await press('Enter')
  await untilSaved(page)
  await expect
    .poll(() => page.getByTestId('report-item').filter({ hasText: 'Lục Bình' }).innerText())
    .toContain('BIỂU KẾT QUẢ NĂM 2023')
})

test('office and period are edited in place, and undone', async () => {
  const listed = () => page.getByTestId('report-item').filter({ hasText: 'CHỦ YẾU NĂM 2023' }).innerText()
  await page.getByTestId('report-office').fill('xã Vân Tùng')
  await press('Enter')
  await expect.poll(listed).toContain('xã Vân Tùng')

  const period = page.getByTestId('report-period')
  await period.click()
  await page.getByTestId('period-kind').selectOption('quarter')
  const numbers = page.getByTestId('period-popover').getByRole('spinbutton')
  // Of quarters there are four: anything else is not taken.
  await numbers.first().fill('7')
  await numbers.first().fill('3')
  await numbers.last().fill('2024')
  await press('Enter')
  await expect.poll(() => period.innerText()).toBe('Quý III năm 2024')
  await untilSaved(page)
  await page.getByTestId('undo').click()
  await expect.poll(() => period.innerText()).toBe('Năm 2023')
  await page.getByTestId('undo').click()
  await expect.poll(listed).toContain('xã Lục Bình')
})

test('Esc leaves the period as it was', async () => {
  await page.getByTestId('report-period').click()
  await page.getByTestId('period-kind').selectOption('month')
  await press('Escape')
  await page.getByTestId('period-popover').waitFor({ state: 'hidden' })
  expect(await page.getByTestId('report-period').innerText()).toBe('Năm 2023')
  expect(await page.getByTestId('undo').isEnabled()).toBe(false)
})

test('a selection of different units shows how many figures it has, and no sum', async () => {
  await cellAt(page, 'r2', 'c5').click()
  await press('Shift+ArrowRight')
  await expect.poll(note).toBe('Đang chọn 2 ô: 2 số, không cùng đơn vị tính')
})

test('a picture on the clipboard empties no cell, and a line says why nothing was pasted', async () => {
  await cellAt(page, 'r2', 'c4').click()
  await press('Shift+ArrowDown')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['picture'], 'picture.png', { type: 'image/png' }))
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(paste)
  })
  const line = page.getByTestId('message-failure')
  await expect.poll(() => line.innerText()).toContain('Không có gì để dán')
  await line.getByRole('button').click()
  expect(await page.getByTestId('undo').isEnabled()).toBe(false)
  await expectCell(page, 'r2', 'c4', '370')
})

test('after a title Ctrl+Z works in the table and in the untouched field; an empty title is refused', async () => {
  const title = page.getByTestId('report-title')
  const before = await title.inputValue()
  await title.fill('BIỂU KẾT QUẢ NĂM 2023')
  await press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('cell-input')
  await expect.poll(() => title.inputValue()).toBe('BIỂU KẾT QUẢ NĂM 2023')
  await press('Control+z')
  await expect.poll(() => title.inputValue()).toBe(before)
  await title.focus()
  await press('Control+y')
  await expect.poll(() => title.inputValue()).toBe('BIỂU KẾT QUẢ NĂM 2023')
  await press('Control+z')
  await expect.poll(() => title.inputValue()).toBe(before)

  await title.fill(' ')
  await press('Enter')
  await expect.poll(() => title.inputValue()).toBe(before)
  const message = page.getByTestId('message-failure')
  await expect.poll(() => message.innerText()).toContain('Tên biểu không được để trống')
  await message.getByRole('button').click()
})

test('in English the window speaks English and keeps the words of the document', async () => {
  await page.getByTestId('language').selectOption('en')
  await expect.poll(() => page.getByTestId('import').innerText()).toBe('Import from Excel')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await expectCell(page, 'r2', 'c7', 'Không đạt')
  await page.getByTestId('language').selectOption('vi')
  await expect.poll(() => page.getByTestId('import').innerText()).toBe('Nhập từ Excel')
})
