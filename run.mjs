/**
 * The one entry of all commands (`npm start`, `npm test`, `npm run -s bieu -- …`): sets up what the command
 * needs and is not there yet, then runs it on Node 24. Runs itself on Node 20 and newer.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import {
  ensureBuilt,
  ensureDisplay,
  ensurePackages,
  ensureSystemPackages,
  fetchElectron,
  findElectron,
  findNode,
  say,
  stop,
  top,
} from './setup.mjs'

const browser = ['chromium', 'fonts-liberation2']
const readers = ['libreoffice-calc-nogui', 'poppler-utils']
const both = ['programs', 'window']

/** A command: the builds and system packages it needs, whether it opens windows, and the script it runs. */
const commands = {
  start: { builds: both, system: browser, windows: true },
  bieu: { builds: ['programs'], script: 'dist/cli.cjs' },
  check: { script: 'test/check.ts' },
  test: { builds: both, system: [...browser, ...readers], windows: true, script: 'test/run.ts' },
  bench: { builds: both, system: [...browser, ...readers], windows: true, script: 'test/bench/run.ts' },
  soak: { builds: ['programs'], script: 'test/soak/run.ts' },
  screenshots: { builds: both, system: browser, windows: true, script: 'test/e2e/screenshots.ts' },
  build: { builds: both },
  dist: { builds: both, script: 'release.ts', args: ['dist'] },
  pack: { builds: both, script: 'release.ts', args: ['pack'] },
}

const [name, ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined
if (!command) stop(`Usage: node run.mjs ${Object.keys(commands).join('|')} [arguments]`)

ensurePackages()
const node = findNode()
// Paper is made by the browser's engine, so the command line needs it for PDF only.
const makesPaper = name === 'bieu' && args.some((arg) => arg.toLowerCase().endsWith('.pdf'))
ensureSystemPackages(makesPaper ? browser : (command.system ?? []))
ensureBuilt(node, command.builds ?? [])

const electron = name === 'start' ? (findElectron() ?? fetchElectron(node)) : findElectron()
const env = { ...process.env }
// Under test the stand-in shows nothing; Electron itself always needs a display.
if (command.windows && (name === 'start' || electron !== undefined)) {
  ensureSystemPackages(['xvfb'])
  const virtual = await ensureDisplay()
  if (virtual !== undefined) env.DISPLAY = virtual
  if (virtual !== undefined && name === 'start') {
    env.BIEU_PICTURE ??= join(top, 'dist', 'window.png')
    say(`There is no display: a virtual one was started. A picture of the window: ${env.BIEU_PICTURE}`)
  }
}

if (name === 'start') process.exit(await startProgram())
if (command.script === undefined) process.exit(0)
const script = [join(top, command.script), ...(command.args ?? []), ...args]
process.exit(await run(node, script, name === 'bieu' ? whereTyped() : top))

/** npm changes into the project's folder; the paths a person typed count from where they stand. */
function whereTyped() {
  const throughNpm = process.env.npm_lifecycle_event === name
  return (throughNpm && process.env.INIT_CWD) || process.cwd()
}

/** Opens the window: on Electron where it is or could be fetched, else on the stand-in over the system's Chromium. */
function startProgram() {
  const main = join(top, 'dist', 'main.cjs')
  if (electron === undefined) {
    say("Electron's binary is out of reach: the window opens in the system's Chromium.")
    return run(node, ['--require', join(top, 'dist', 'standin.cjs'), main, ...args], top)
  }
  // Chromium refuses its sandbox to root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return run(electron, [...asRoot, main, ...args], top)
}

/** Runs a program to its end, passing signals on. Gives its exit status, or that of a shell for a signal. */
function run(program, programArgs, folder) {
  const child = spawn(program, programArgs, { cwd: folder, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  endWithNpm(child)
  return new Promise((resolve) => {
    child.on('error', (error) => stop(`${program} could not be started: ${error.message}`))
    child.on('exit', (status, signal) => resolve(status ?? 128 + constants.signals[signal]))
  })
}

/** A signal to npm ends npm and its shell only: what they started notices that it is left alone. */
function endWithNpm(child) {
  const parent = process.ppid
  const look = () => process.ppid !== parent && child.kill()
  if (process.env.npm_lifecycle_event === name) setInterval(look, 500).unref()
}
