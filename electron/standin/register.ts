/**
 * The `electron` module over a system Chromium, for machines without Electron's binary: started as
 * `node --require dist/standin.cjs dist/main.cjs`, it takes the place of every `require('electron')`.
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { App } from './app.ts'
import { createBrowsers } from './browsers.ts'
import { createBrowserWindowClass } from './browserWindow.ts'
import { listenToTest } from './control.ts'
import { createDialog } from './dialog.ts'
import { ipcMain } from './ipcMain.ts'
import { readMode } from './mode.ts'
import { installParentPort } from './parentPort.ts'
import { protocol } from './schemes.ts'
import { session } from './session.ts'
import { createShell } from './shell.ts'
import { UTILITY_MARK, createUtilityProcess } from './utilityProcess.ts'

/** The common size of a screen, less a taskbar: a page cannot be asked before it is there. */
const display = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } }

function electronModule(): object {
  const mode = readMode(process.env, process.platform)
  const browsers = createBrowsers(mode)
  const app = new App(mode, browsers.closeAll)
  const { dialog, answer } = createDialog(mode, browsers)
  const electron = {
    app,
    BrowserWindow: createBrowserWindowClass({ app, browsers, mode }),
    dialog,
    ipcMain,
    Menu: { setApplicationMenu: (_: null) => undefined },
    protocol,
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    session,
    shell: createShell(mode.underTest),
    utilityProcess: createUtilityProcess(import.meta.filename),
  }
  if (mode.underTest) {
    listenToTest({
      electron,
      address: browsers.address,
      answer,
      abandon: () => {
        app.exit(1)
      },
    })
  }
  return new Proxy(electron, { get: knownPart })
}

/** What this program does not use is not there, and says so. */
function knownPart(electron: object, name: string | symbol): unknown {
  if (Reflect.has(electron, name)) return Reflect.get(electron, name)
  if (typeof name === 'symbol' || name === '__esModule' || name === 'default') return undefined
  throw new Error(`Stand-in: electron.${name} is not implemented.`)
}

/** In a utility process there is no `electron`, only the port to main. */
function installUtility(): object {
  installParentPort()
  return {}
}

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: pathToFileURL(import.meta.filename).href, format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
})

export default process.env[UTILITY_MARK] === undefined ? electronModule() : installUtility()
