/** The program's window: its size and place, its page, and the walls around the page. */
import { BrowserWindow, screen, session, type Session } from 'electron'
import { BUNDLE_ORIGIN, BUNDLE_PAGE, BUNDLE_SCHEME, serveBundle } from './bundle.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'
import { placeOnScreen } from './windowPlace.ts'

/** Fluent's neutral background, so that nothing flashes before the page is drawn. */
const BACKGROUND = '#fafafa'
const LEAST_SIZE = { minWidth: 900, minHeight: 560 }
/** A page that crashes again within this time would crash for ever. */
const CRASH_PAUSE_MILLISECONDS = 10_000

export interface WindowParts {
  readonly title: string
  readonly preload: string
  readonly settings: Settings
  readonly log: Log
  /** Called when the page has crashed twice in a row and the window stays empty. */
  readonly onLost: (reason: string) => void
}

/** The window is shown when its page has been drawn; `openPage` loads it. */
export function createWindow({ title, preload, settings, log, onLost }: WindowParts): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
  const { maximised, ...bounds } = placeOnScreen(settings.get().window, areas)
  const window = new BrowserWindow({
    ...bounds,
    ...LEAST_SIZE,
    title,
    backgroundColor: BACKGROUND,
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      // Electron would fetch dictionaries from the internet.
      spellcheck: false,
    },
  })
  if (maximised) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
  })
  recoverFromCrashes(window, log, onLost)
  return window
}

export async function openPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(BUNDLE_PAGE)
}

/** Serves the page's files and refuses it everything a local program does not need. Once, before the first window. */
export function guardSession(pageFolder: string): void {
  const own = session.defaultSession
  own.protocol.handle(BUNDLE_SCHEME, (request) => serveBundle(pageFolder, request.url))
  refusePermissions(own)
  own.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] },
    (_, answer) => {
      answer({ cancel: true })
    },
  )
}

/** No page of the program goes anywhere else, opens another window or embeds a foreign page. */
export function guardPage(contents: Electron.WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

/** Writing text to the clipboard is the only thing a page of the program may ask for. */
function refusePermissions(own: Session): void {
  const mayHave = (permission: string, origin: string | undefined) =>
    permission === 'clipboard-sanitized-write' && origin === BUNDLE_ORIGIN
  own.setPermissionRequestHandler((contents, permission, answer) => {
    answer(mayHave(permission, originOf(contents.getURL())))
  })
  own.setPermissionCheckHandler((_, permission, origin) => mayHave(permission, originOf(origin)))
}

/** `URL.origin` is "null" for the program's own scheme. */
function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}

function recoverFromCrashes(window: BrowserWindow, log: Log, onLost: (reason: string) => void): void {
  let lastCrash = -Infinity
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error(`The window's page is gone: ${reason}, exit code ${exitCode}`)
    const now = performance.now()
    if (now - lastCrash < CRASH_PAUSE_MILLISECONDS) onLost(reason)
    else {
      window.webContents.once('did-finish-load', () => {
        log.info("The window's page was loaded again")
      })
      window.webContents.reload()
    }
    lastCrash = now
  })
  window.webContents.on('preload-error', (_, path, error) => {
    log.error(`The preload script ${path} failed`, error)
  })
  window.on('unresponsive', () => {
    log.warn('The window does not respond')
  })
}
