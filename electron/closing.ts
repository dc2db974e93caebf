/** Closing the window loses nothing: what is being typed is saved first, and what cannot be saved is asked about. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import type { Log } from './log.ts'
import type { Questions } from './questions.ts'
import type { RequestWatch } from './requestWatch.ts'
import type { Settings } from './settings.ts'

/** How long closing waits for the page's answer, and then for what is still being written, such as an export. */
const CLOSING_MILLISECONDS = 30_000

/** What closing needs of Electron's window. */
export type ClosableWindow = Pick<BrowserWindow, 'close' | 'getNormalBounds' | 'isMaximized'> & {
  on(event: 'close', listener: (event: { preventDefault: () => void }) => void): unknown
  readonly webContents: {
    on(event: 'did-finish-load' | 'render-process-gone', listener: () => void): unknown
  }
}

export interface ClosingParts {
  /** Sends the event `closing` to the page. */
  readonly askPage: (again: boolean) => void
  readonly requests: RequestWatch
  readonly questions: Pick<Questions, 'afterUnsaved'>
  readonly settings: Settings
  readonly log: Log
}

/**
 * From now on the window closes only when the page has nothing unsaved, or the person does without it. Its size and
 * place are remembered. The returned function takes the page's answer.
 */
export function closeWithoutLoss(window: ClosableWindow, parts: ClosingParts): (unsaved: number) => void {
  const { askPage, requests, questions, settings, log } = parts
  let state: 'open' | 'finishing' | 'finished' = 'open'
  let pageIsThere = false
  let takeAnswer: (unsaved: number) => void = () => undefined

  window.webContents.on('did-finish-load', () => {
    pageIsThere = true
  })
  window.webContents.on('render-process-gone', () => {
    pageIsThere = false
    takeAnswer(0)
  })
  window.on('close', (event) => {
    if (state === 'finished') return
    event.preventDefault()
    if (state === 'open') void finish()
  })
  return (unsaved) => {
    takeAnswer(unsaved)
  }

  async function finish(): Promise<void> {
    state = 'finishing'
    try {
      if (!(await mayGo())) return
      rememberPlace()
      state = 'finished'
    } finally {
      if (state === 'finishing') state = 'open'
    }
    window.close()
  }

  async function mayGo(): Promise<boolean> {
    let answer: 'again' | 'close' | 'stay' | undefined
    do {
      const unsaved = await committed(answer === 'again')
      answer = unsaved === 0 ? 'close' : await questions.afterUnsaved(unsaved)
    } while (answer === 'again')
    return answer === 'close'
  }

  /** How many steps are not on disk after the page has sent all it has. A page that is gone has nothing left to send. */
  async function committed(again: boolean): Promise<number> {
    if (!pageIsThere) return 0
    const answered = new Promise<number>((resolve) => {
      takeAnswer = resolve
    })
    askPage(again)
    const unsaved = await inTime(answered)
    if (unsaved === undefined) log.error('The window closes without an answer of its page')
    await inTime(requests.quietFor(0))
    return unsaved ?? 0
  }

  function rememberPlace(): void {
    try {
      settings.update({ window: { ...window.getNormalBounds(), maximised: window.isMaximized() } })
    } catch (error) {
      log.error("The window's place is not remembered", error)
    }
  }
}

/** Undefined when it takes too long. */
function inTime<T>(waited: Promise<T>): Promise<T | undefined> {
  return Promise.race([waited, sleep(CLOSING_MILLISECONDS, undefined, { ref: false })])
}
