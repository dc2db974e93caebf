/** Closing the window: what is being typed is saved, wherever the focus is; what cannot be saved is asked about. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from './launch.ts'
import { cellAt, expectCell, openSample, typeInto } from './window.ts'

let app: LaunchedApp

beforeEach(async () => {
  app = await launchApp()
  await openSample(app.page, 'Lục Bình')
})

afterEach(async () => {
  await app.close()
})

/** As when the taskbar's preview closes a window that another one covers: no field hears a "blur" then. */
async function loseFocus({ page, evaluateMain }: LaunchedApp): Promise<void> {
  const browser = page.context().browser()
  if (browser === null) {
    await evaluateMain(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.blur(), null)
  } else {
    // Playwright lets its pages believe that they have the focus.
    const own = await page.context().newCDPSession(page)
    await own.send('Emulation.setFocusEmulationEnabled', { enabled: false })
    const client = await browser.newBrowserCDPSession()
    const { targetId } = await client.send('Target.createTarget', { url: 'about:blank' })
    await client.send('Target.activateTarget', { targetId })
  }
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false)
}

async function reopen(): Promise<Page> {
  await app.restart()
  await openSample(app.page, 'Lục Bình')
  return app.page
}

describe.each([{ focused: true }, { focused: false }])('with the focus: $focused', ({ focused }) => {
  const settle = async () => {
    if (!focused) await loseFocus(app)
  }

  test('the text of a cell is saved', async () => {
    await cellAt(app.page, 'r2', 'c5').click()
    await app.page.keyboard.type('369,5')
    await settle()
    await expectCell(await reopen(), 'r2', 'c5', '369,5')
  })

  test('the title is saved', async () => {
    await app.page.getByTestId('report-title').click()
    await app.page.keyboard.press('Control+a')
    await app.page.keyboard.type('BIỂU ĐANG GÕ')
    await settle()
    const page = await reopen()
    expect(await page.getByTestId('report-title').inputValue()).toBe('BIỂU ĐANG GÕ')
  })

  test('a computed cell is overruled with the reason as far as it was typed', async () => {
    await typeInto(app.page, 'r2', 'c7', 'dat')
    await app.page.getByTestId('reason-text').waitFor()
    await app.page.keyboard.type('Chờ số liệu')
    await settle()
    const page = await reopen()
    await expectCell(page, 'r2', 'c7', 'Đạt')
    await cellAt(page, 'r2', 'c7').click()
    await expect.poll(() => page.getByTestId('selection-info').innerText()).toContain('Sửa tay: Chờ số liệu.')
  })

  test('a computed cell is overruled without a reason while its text is being typed', async () => {
    await cellAt(app.page, 'r2', 'c7').click()
    await app.page.keyboard.type('dat')
    await settle()
    await expectCell(await reopen(), 'r2', 'c7', 'Đạt')
  })

  test('a period that is being chosen is saved', async () => {
    await app.page.getByTestId('report-period').click()
    await app.page.getByTestId('period-popover').getByRole('spinbutton').fill('2024')
    await settle()
    const page = await reopen()
    expect(await page.getByTestId('report-period').innerText()).toBe('Năm 2024')
  })
})

describe('what cannot be saved', () => {
  const question = () =>
    app.recorded.filter(({ kind }) => kind === 'showMessageBox').map(({ argument }) => argument)

  /** The answers of the dialog, by their place. */
  const answer = (response: 0 | 1 | 2) => app.answerDialog('showMessageBox', { response })
  const askToClose = () =>
    app.evaluateMain(({ app: program }) => {
      program.quit()
    }, null)

  test('is asked about before it is lost; staying keeps it, trying again saves it', async () => {
    await breakDisk(app)
    await typeInto(app.page, 'r2', 'c5', '371')
    await app.page.getByTestId('message-not-saved').waitFor()
    await cellAt(app.page, 'r3', 'c5').click()
    await app.page.keyboard.type('33')

    await answer(2)
    await askToClose()
    await expect.poll(question).toMatchObject([
      {
        message: '2 lần sửa chưa lưu được',
        buttons: ['Thử lại', 'Đóng, bỏ phần chưa lưu', 'Ở lại'],
      },
    ])
    await expectCell(app.page, 'r2', 'c5', '371')
    await expectCell(app.page, 'r3', 'c5', '33')

    await mendDisk(app)
    await answer(0)
    const page = await reopen()
    await expectCell(page, 'r2', 'c5', '371')
    await expectCell(page, 'r3', 'c5', '33')
    expect(question()).toHaveLength(2)
  })

  test('is given up when the person closes all the same', async () => {
    await breakDisk(app)
    await cellAt(app.page, 'r2', 'c5').click()
    await app.page.keyboard.type('371')
    await answer(1)
    await expectCell(await reopen(), 'r2', 'c5', '368,77')
  })
})

test('the window closes and loses nothing where its place cannot be remembered', async () => {
  const settings = join(app.userData, 'settings.json')
  // The settings are written beside themselves first: a folder is in the way.
  mkdirSync(`${settings}.new`)
  await cellAt(app.page, 'r2', 'c5').click()
  await app.page.keyboard.type('369,5')
  const page = await reopen()
  await expectCell(page, 'r2', 'c5', '369,5')
  expect(existsSync(settings)).toBe(false)
  expect(readFileSync(join(app.userData, 'logs', 'bieu-chi-tieu.log'), 'utf8')).toContain(
    "The window's place is not remembered",
  )
})

/** From now on every transaction fails as on a full disk. */
async function breakDisk(program: LaunchedApp): Promise<void> {
  await program.evaluateMain(
    (_, file) => {
      const load = process.getBuiltinModule('node:module').createRequire(file)
      const Database: unknown = load('better-sqlite3')
      if (typeof Database !== 'function') throw new TypeError('better-sqlite3 is no class')
      const DatabaseError: unknown = Reflect.get(Database, 'SqliteError')
      if (typeof DatabaseError !== 'function') throw new TypeError('SqliteError is no class')
      const error: unknown = Reflect.construct(DatabaseError, ['database or disk is full', 'SQLITE_FULL'])
      Reflect.set(globalThis, 'transaction', Reflect.get(Database.prototype, 'transaction'))
      Reflect.set(Database.prototype, 'transaction', () => {
        throw error
      })
    },
    import.meta.filename,
  )
}

async function mendDisk(program: LaunchedApp): Promise<void> {
  await program.evaluateMain(
    (_, file) => {
      const load = process.getBuiltinModule('node:module').createRequire(file)
      const Database: unknown = load('better-sqlite3')
      if (typeof Database !== 'function') throw new TypeError('better-sqlite3 is no class')
      Reflect.set(Database.prototype, 'transaction', Reflect.get(globalThis, 'transaction'))
    },
    import.meta.filename,
  )
}
