/** The desktop program from start to end: one instance, its data, its window, and what to do when something breaks. */
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, Menu, protocol, type BrowserWindow } from 'electron'
import { z } from 'zod'
import { userName } from './author.ts'
import { BUNDLE_SCHEME } from './bundle.ts'
import { closeWithoutLoss } from './closing.ts'
import { localFolder } from './dataFolder.ts'
import { closeDatabase } from './db/open.ts'
import { createDialogs } from './dialogs.ts'
import { createHandlers } from './handlers.ts'
import { registerHandlers, sendEvent } from './ipc.ts'
import { openLog, type Log } from './log.ts'
import { openData, type OpenedData } from './openData.ts'
import { createPageEngine, printReportFile } from './printWindow.ts'
import { createQuestions, unattendedQuestions } from './questions.ts'
import { startReader } from './readerChild.ts'
import { createRequestWatch, type RequestWatch } from './requestWatch.ts'
import { importSamples } from './services/import.ts'
import { listReports } from './services/reports.ts'
import { openSettings } from './settings.ts'
import { startArgument, startArguments } from './startArguments.ts'
import { createTexts } from './texts.ts'
import { createTokens } from './tokens.ts'
import { createWindow, guardPage, guardSession, openPage } from './window.ts'

const machine = { platform: process.platform, env: process.env, home: homedir() }
/** The bundles; the resources stand beside it, in a checkout as in the packed program. */
const programFolder = import.meta.dirname
/** Where to put a picture of the window; then nobody is there to answer questions. */
const pictureFile = process.env.BIEU_PICTURE

const print = startArguments(process.argv, '--print-report', 2)
if (print === undefined) startProgram()
else void printReport(print)

/** Makes the PDF of one report for the command line: no data, no window, and beside a program that may be running. */
async function printReport([reportFile = '', pdfFile = '']: readonly string[]): Promise<void> {
  await app.whenReady()
  app.exit(await printReportFile(reportFile, pdfFile))
}

/** What must be said before Electron is ready, then the program itself. */
function startProgram(): void {
  const userData = resolve(
    startArgument(process.argv, '--user-data-dir') ?? join(localFolder(machine), 'program'),
  )
  mkdirSync(userData, { recursive: true })
  app.setPath('userData', userData)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.enableSandbox()
  Menu.setApplicationMenu(null)
  protocol.registerSchemesAsPrivileged([
    { scheme: BUNDLE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  app.on('web-contents-created', (_, contents) => {
    guardPage(contents)
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  void runProgram(userData)
}

async function runProgram(userData: string): Promise<void> {
  const log = openLog(join(userData, 'logs', 'bieu-chi-tieu.log'))
  const settings = openSettings(join(userData, 'settings.json'), log)
  const texts = () => createTexts(settings.get().language)
  const shown: { window?: BrowserWindow; page: boolean } = { page: false }
  const questions =
    pictureFile === undefined ? createQuestions(texts, () => shown.window) : unattendedQuestions(texts())
  let givingUp = false

  /** The one place of errors nobody expects in main: into the log, told to the person, and the program goes on. */
  const onUnexpected = (error: unknown) => {
    log.error('An unexpected error in the main process', error)
    const message = error instanceof Error ? error.message : String(error)
    if (shown.page) sendEvent(shown.window, 'unexpectedError', { message })
    else void giveUp(message)
  }
  /** Without a page to show it. Nothing is lost by the end: every acknowledged edit is on disk. */
  const giveUp = async (message: string) => {
    if (givingUp) return
    givingUp = true
    if ((await questions.afterUnexpected(message, log.file)) === 'restart') app.relaunch()
    app.exit(1)
  }
  process.on('uncaughtException', onUnexpected)
  process.on('unhandledRejection', onUnexpected)
  app.on('second-instance', () => {
    if (shown.window?.isMinimized()) shown.window.restore()
    shown.window?.focus()
  })

  await app.whenReady()
  const version = programVersion()
  log.info(`Biểu Chỉ tiêu ${version} starts`)
  const dataArgument = startArgument(process.argv, '--data')
  const data = await openData({
    named: dataArgument === undefined ? undefined : resolve(dataArgument),
    machine,
    settings,
    questions,
    log,
  })
  if (data === undefined) {
    app.exit(pictureFile === undefined ? 0 : 1)
    return
  }
  app.on('quit', () => {
    closeDatabase(data.db)
    log.info('Biểu Chỉ tiêu ends')
  })

  guardSession(join(programFolder, 'renderer'))
  const window = createWindow({
    title: texts().t('appName'),
    preload: join(programFolder, 'preload.cjs'),
    settings,
    log,
    onLost: (reason) => void giveUp(reason),
  })
  shown.window = window
  const requests = createRequestWatch()
  const onReadyToClose = closeWithoutLoss(window, {
    askPage: (again) => {
      sendEvent(window, 'closing', { again })
    },
    requests,
    questions,
    settings,
    log,
  })
  const handlers = createHandlers({
    db: data.db,
    dataFolder: data.folder,
    version,
    author: userName(),
    startReader: readers,
    pageEngine: createPageEngine(),
    dialogs: createDialogs(window, texts),
    tokens: createTokens(),
    send: (name, event) => {
      sendEvent(window, name, event)
    },
    onReadyToClose,
    settings,
    log,
  })
  registerHandlers(handlers, window, requests, (error, request) => {
    log.error(`The request "${request}" failed`, error)
  })
  await addSamples(data, log)

  const drawn = once(window, 'ready-to-show')
  await openPage(window)
  // From here on the page hears of errors, though it may still be drawing.
  shown.page = true
  await drawn
  if (pictureFile !== undefined) await takePicture(window, requests, pictureFile)
}

function readers() {
  return startReader(programFolder)
}

/** A person who starts with an empty program finds two reports to learn from. */
async function addSamples({ db }: OpenedData, log: Log): Promise<void> {
  const reports = listReports(db)
  if (!reports.ok || reports.value.length > 0) return
  const imported = await importSamples(db, join(programFolder, '..', 'resources', 'samples'), readers)
  if (!imported.ok) log.warn(`The samples were not imported: ${imported.failure.reason}`)
}

/** Once the page has been drawn and has asked for nothing for a while. */
async function takePicture(window: BrowserWindow, requests: RequestWatch, file: string): Promise<void> {
  await requests.quietFor(1500)
  const picture = await window.webContents.capturePage()
  await writeFile(file, picture.toPNG())
}

/** From package.json itself: Electron gives its own version when it is started with a file. */
function programVersion(): string {
  const text = readFileSync(join(programFolder, '..', 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
