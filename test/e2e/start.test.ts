/** The program starts, shows its page behind its walls, refuses a second start, and ends without losing anything. */
import { createServer, type Server } from 'node:http'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { requests } from '../../shared/api.ts'
import { launchApp, runToEnd, type LaunchedApp } from './launch.ts'

let app: LaunchedApp | undefined

async function launched(): Promise<LaunchedApp> {
  app = await launchApp()
  return app
}

let server: Server | undefined

/** A page of another origin that would let itself be read and shown; `asked` are the addresses somebody asked for. */
async function startServer(): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = []
  const started = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Content-Type', 'image/svg+xml')
    response.end('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
  })
  server = started
  await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening))
  const address = started.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${String(address.port)}/`, asked }
}

afterEach(async () => {
  await app?.close()
  app = undefined
  server?.close()
  server = undefined
})

describe('the page', () => {
  test('has the declared API, frozen, and nothing of Node or Electron', async () => {
    const { page } = await launched()
    const seen = await page.evaluate(() => ({
      title: document.title,
      functions: Object.keys(window.api),
      frozen: Object.isFrozen(window.api),
      ofNode: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    }))
    expect(seen.title).toContain('Biểu Chỉ tiêu')
    expect(seen.functions).toEqual([...Object.keys(requests), 'on'])
    expect(seen.frozen).toBe(true)
    expect(seen.ofNode).toEqual([])
  })

  test('can neither evaluate text nor reach a network nor go or open elsewhere', async () => {
    const { page } = await launched()
    const address = page.url()
    const elsewhere = await startServer()
    const outcome = await page.evaluate(async (url) => {
      const attempts = {
        evaluate: (): unknown => window.eval('1 + 1'),
        fetchElsewhere: () => fetch(url),
        loadImage: () =>
          new Promise((resolve, reject) => {
            const image = new Image()
            image.onload = resolve
            image.onerror = () => {
              reject(new Error('not loaded'))
            }
            image.src = `${url}picture.svg`
          }),
      }
      const failed: string[] = []
      // What DevTools run at once may evaluate text; a later turn is the page's own.
      await new Promise((resolve) => setTimeout(resolve, 0))
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await attempt()
        } catch {
          failed.push(name)
        }
      }
      return { failed, opened: window.open(url) !== null }
    }, elsewhere.url)
    expect(outcome).toEqual({ failed: ['evaluate', 'fetchElsewhere', 'loadImage'], opened: false })

    await page.evaluate((url) => {
      location.href = url
    }, elsewhere.url)
    await page.waitForTimeout(300)
    expect(page.url()).toBe(address)
    expect(elsewhere.asked).toEqual([])
  })

  test('gets a rejected promise for input that does not fit, with the reason in the log', async () => {
    const { page } = await launched()
    const message = await page.evaluate(async () => {
      const wrong: unknown = { report: 'not an id' }
      return await Promise.resolve(Reflect.apply(window.api.openReport, undefined, [wrong])).then(
        () => 'no error',
        (error: unknown) => String(error),
      )
    })
    expect(message).toContain("Error invoking remote method 'openReport'")
    expect(readLog()).toContain('The request "openReport" failed')
  })

  test('hears of an unexpected error in main, and the program goes on', async () => {
    const { page, evaluateMain } = await launched()
    await page.evaluate(() => {
      const heard = new Promise<string>((resolve) => {
        window.api.on('unexpectedError', ({ message }) => {
          resolve(message)
        })
      })
      Object.assign(window, { heard })
    })
    await evaluateMain(() => {
      setTimeout(() => {
        throw new Error('a part of main broke')
      }, 0)
    }, null)
    const heard = await page.evaluate((): unknown => Reflect.get(window, 'heard'))
    expect(heard).toBe('a part of main broke')
    expect(readLog()).toMatch(/Error: a part of main broke\n\s+at /)
    const status = await page.evaluate(() => window.api.status())
    expect(status.ok).toBe(true)
  })

  test('is loaded again after its process crashed', async () => {
    const { page, pid } = await launched()
    const devtools = await page.context().newCDPSession(page)
    // The crash is the only answer.
    devtools.send('Page.crash').catch(() => undefined)
    await expect.poll(readLog).toContain("The window's page was loaded again")
    expect(isRunning(pid)).toBe(true)
  })
})

describe('the program', () => {
  test('refuses a second start on the same settings, and the first one goes on', async () => {
    const { page, userData, dataFolder } = await launched()
    const second = await runToEnd({ userData, dataFolder })
    expect(second).toEqual({ status: 0, recorded: [], output: '' })
    expect((await page.evaluate(() => window.api.status())).ok).toBe(true)
  })

  test('says what to do when another program has the data, and leaves it alone', async () => {
    const { dataFolder } = await launched()
    const before = readFolder(dataFolder)
    const second = await runToEnd({
      dataFolder,
      answers: [{ kind: 'showMessageBox', value: { response: 2 } }],
    })
    expect(second.status).toBe(0)
    expect(second.recorded).toMatchObject([
      {
        kind: 'showMessageBox',
        argument: {
          message: 'Chưa mở được số liệu',
          buttons: ['Thử lại', 'Chọn thư mục khác…', 'Thoát'],
        },
      },
    ])
    expect(readFolder(dataFolder)).toEqual(before)
  })

  test('ends with status 0 and leaves nothing behind', async () => {
    const { close, dataFolder } = await launched()
    expect(await close()).toBe(0)
    app = undefined
    expect(existsSync(dataFolder)).toBe(false)
  })

  test('remembers its language and finds its data again after it was killed', async () => {
    const { kill, restart } = await launched()
    expect(await app?.page.evaluate(() => window.api.setLanguage({ language: 'en' }))).toMatchObject({
      ok: true,
      value: { language: 'en' },
    })
    await kill()
    await restart()
    const status = await app?.page.evaluate(() => window.api.status())
    expect(status).toMatchObject({ ok: true, value: { language: 'en', dataFolder: app?.dataFolder } })
  })

  test('gives the page a token for a picked file, never its path', async () => {
    const { page, answerDialog, recorded } = await launched()
    const file = join(import.meta.dirname, '../fixtures/luc-binh-2023.xlsx')
    await answerDialog('showOpenDialog', { canceled: false, filePaths: [file] })
    const picked = await page.evaluate(() => window.api.pickWorkbooks())
    expect(picked).toMatchObject({ ok: true, value: [{ name: 'luc-binh-2023.xlsx' }] })
    expect(JSON.stringify(picked)).not.toContain('fixtures')
    expect(recorded.map(({ kind }) => kind)).toEqual(['showOpenDialog'])
  })
})

function logFile(): string {
  return join(app?.userData ?? '', 'logs', 'bieu-chi-tieu.log')
}

function readLog(): string {
  return readFileSync(logFile(), 'utf8')
}

function isRunning(pid: number): boolean {
  return process.kill(pid, 0)
}

/** Names and bytes of the files of a data folder. */
function readFolder(folder: string): Record<string, string> {
  const names = readdirSync(folder)
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]))
}
