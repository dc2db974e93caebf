/** How this run of the stand-in behaves, from its environment. */
import { existsSync } from 'node:fs'

export interface Mode {
  /** A test drives it: dialogs are answered through the control channel, DevTools listen for Playwright. */
  readonly underTest: boolean
  /** No window on any screen. */
  readonly headless: boolean
  readonly browser: string
}

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser to draw with; undefined where there is none. */
export function findBrowser(env: NodeJS.ProcessEnv): string | undefined {
  const candidates = env.BIEU_BROWSER === undefined ? BROWSERS : [env.BIEU_BROWSER]
  return candidates.find((path) => existsSync(path))
}

export function readMode(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Mode {
  const underTest = env.BIEU_STANDIN === 'test'
  const noDisplay = platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
  const browser = findBrowser(env)
  if (browser === undefined) {
    throw new Error(`No Chromium, Chrome or Edge was found (looked for ${BROWSERS.join(', ')}).`)
  }
  return { underTest, headless: noDisplay || (underTest && env.BIEU_HEADED !== '1'), browser }
}
