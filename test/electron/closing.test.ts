/** Closing a window whose page answers as told, and a person who decides about what is not saved. */
import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeWithoutLoss, type ClosableWindow } from '../../electron/closing.ts'
import { openLog } from '../../electron/log.ts'
import { createRequestWatch } from '../../electron/requestWatch.ts'
import { openSettings } from '../../electron/settings.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-closing-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Closes unless a listener prevents it, as Electron's window. */
class FakeWindow extends EventEmitter implements ClosableWindow {
  readonly webContents = new EventEmitter()
  isClosed = false

  close(): void {
    let prevented = false
    this.emit('close', { preventDefault: () => (prevented = true) })
    this.isClosed = !prevented
  }
  getNormalBounds() {
    return { x: 1, y: 2, width: 1000, height: 600 }
  }
  isMaximized(): boolean {
    return false
  }
}

/** `unsaved` are the page's answers in turn, `answers` the person's. */
function opened(unsaved: number[], answers: ('again' | 'close' | 'stay')[] = []) {
  const window = new FakeWindow()
  const log = openLog(join(folder, 'program.log'))
  const settings = openSettings(join(folder, 'settings.json'), log)
  const requests = createRequestWatch()
  const asked: string[] = []
  const pageAnswers = closeWithoutLoss(window, {
    askPage: (again) => {
      asked.push(again ? 'page again' : 'page')
      const [answer] = unsaved.splice(0, 1)
      if (answer !== undefined) setTimeout(() => pageAnswers(answer), 0)
    },
    requests,
    questions: {
      afterUnsaved: (edits) => {
        asked.push(`person ${edits}`)
        const [answer] = answers.splice(0, 1)
        return answer === undefined ? Promise.reject(new Error('Not expected')) : Promise.resolve(answer)
      },
    },
    settings,
    log,
  })
  window.webContents.emit('did-finish-load')
  return { window, asked, settings, requests }
}

describe('the window', () => {
  test('closes once its page has nothing unsaved, and its place is remembered', async () => {
    const { window, asked, settings } = opened([0])
    window.close()
    expect(window.isClosed).toBe(false)
    await expect.poll(() => window.isClosed).toBe(true)
    expect(asked).toEqual(['page'])
    expect(settings.get().window).toEqual({ x: 1, y: 2, width: 1000, height: 600, maximised: false })
  })

  test('asks the person about what is not saved, until it is saved or given up', async () => {
    const { window, asked } = opened([2, 1, 1], ['again', 'again', 'close'])
    window.close()
    await expect.poll(() => window.isClosed).toBe(true)
    expect(asked).toEqual(['page', 'person 2', 'page again', 'person 1', 'page again', 'person 1'])
  })

  test('stays when the person wants it to, and can be closed later', async () => {
    const { window, asked } = opened([1, 0], ['stay'])
    window.close()
    await expect.poll(() => asked).toEqual(['page', 'person 1'])
    await sleep(20)
    expect(window.isClosed).toBe(false)
    window.close()
    await expect.poll(() => window.isClosed).toBe(true)
  })

  test('waits for requests that are still running, such as an export', async () => {
    const { window, requests } = opened([0])
    let written = false
    void requests.run(async () => {
      await sleep(60)
      written = true
    })
    window.close()
    await expect.poll(() => window.isClosed).toBe(true)
    expect(written).toBe(true)
  })

  test('closes at once when its page is not there or breaks down', async () => {
    const { window, asked } = opened([])
    window.close()
    await expect.poll(() => asked).toEqual(['page'])
    window.webContents.emit('render-process-gone')
    await expect.poll(() => window.isClosed).toBe(true)

    const empty = opened([])
    empty.window.webContents.emit('render-process-gone')
    empty.window.close()
    await expect.poll(() => empty.window.isClosed).toBe(true)
    expect(empty.asked).toEqual([])
  })

  test('closes all the same when its place cannot be written', async () => {
    mkdirSync(join(folder, 'settings.json.new'))
    const { window } = opened([0])
    window.close()
    await expect.poll(() => window.isClosed).toBe(true)
    expect(readFileSync(join(folder, 'program.log'), 'utf8')).toContain(
      "The window's place is not remembered",
    )
  })
})

describe('a quiet time', () => {
  test('is counted from the call, also when nothing ran lately', async () => {
    const start = performance.now()
    await createRequestWatch().quietFor(60)
    expect(performance.now() - start).toBeGreaterThanOrEqual(60)
  })

  test('begins anew after each request, also one that fails', async () => {
    const watch = createRequestWatch()
    const failed = watch.run(async () => {
      await sleep(30)
      throw new Error('no')
    })
    const start = performance.now()
    await Promise.all([expect(failed).rejects.toThrow('no'), watch.quietFor(40)])
    expect(performance.now() - start).toBeGreaterThanOrEqual(65)
  })
})
