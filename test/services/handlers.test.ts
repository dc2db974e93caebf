/** What main does for each request, with a real database and reader and dialogs that answer as told. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHandlers, type Handlers } from '../../electron/handlers.ts'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { openLog } from '../../electron/log.ts'
import { forkReader } from '../../electron/readerFork.ts'
import { openSettings } from '../../electron/settings.ts'
import { createTokens } from '../../electron/tokens.ts'
import { requests, type Input, type Output, type PickedFile, type RequestName } from '../../shared/api.ts'
import { success, type Result } from '../../shared/result.ts'
import { newFolder, openedDatabase } from '../db/folder.ts'
import { communeWorkbook } from '../excel/communes.ts'

const top = join(import.meta.dirname, '..', '..')
const lucBinh = join(top, 'test', 'fixtures', 'luc-binh-2023.xlsx')

/** What the person picks and chooses; undefined closes the dialog. */
interface Answers {
  workbooks?: readonly string[]
  folder?: string
  saveTarget?: string
  profile?: string
}

interface Machine {
  readonly handlers: Handlers
  readonly answers: Answers
  readonly opened: string[]
  /** Events of the window. */
  readonly sent: { readonly name: string; readonly event: unknown }[]
  readonly logFile: string
}

async function machine(): Promise<Machine> {
  const folder = newFolder()
  const answers: Answers = {}
  const opened: string[] = []
  const sent: Machine['sent'][number][] = []
  const log = openLog(join(folder, 'bieu.log'))
  const handlers = createHandlers({
    db: await openedDatabase(folder),
    dataFolder: folder,
    version: '1.2.3',
    author: 'Lan',
    startReader: () => forkReader(join(top, 'electron', 'excel', 'readerProcess.ts')),
    pageEngine: {
      open: () => Promise.reject(new Error('Nothing is printed here')),
    },
    dialogs: {
      pickWorkbooks: () => Promise.resolve(answers.workbooks ?? []),
      pickFolder: () => Promise.resolve(answers.folder),
      pickSaveTarget: () => Promise.resolve(answers.saveTarget),
      pickProfile: () => Promise.resolve(answers.profile),
      openPath: (path) => {
        opened.push(`open ${path}`)
        return Promise.resolve(success(null))
      },
      showInFolder: (path) => {
        opened.push(`show ${path}`)
      },
    },
    tokens: createTokens(),
    send: (name, event) => {
      sent.push({ name, event })
    },
    onReadyToClose: (unsaved) => {
      opened.push(`ready to close, ${unsaved} unsaved`)
    },
    settings: openSettings(join(folder, 'settings.json'), log),
    log,
  })
  return { handlers, answers, opened, sent, logFile: log.file }
}

async function ask<Name extends RequestName>(
  { handlers }: Machine,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const result: Result<Output<Name>> = await handlers[name](input)
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.reason}`)
  return result.value
}

/** The first of the files that the person picks. */
async function pickedFile(at: Machine): Promise<PickedFile> {
  const [file] = await ask(at, 'pickWorkbooks', undefined)
  if (file === undefined) throw new Error('Nothing was picked.')
  return file
}

async function imported(at: Machine): Promise<string> {
  at.answers.workbooks = [lucBinh]
  const { token } = await pickedFile(at)
  await ask(at, 'planImport', { token })
  const [id] = await ask(at, 'applyImport', { token, tables: [{ table: 0 }] })
  if (id === undefined) throw new Error('Nothing was stored.')
  return id
}

test('a workbook is picked, planned and imported by its token', async () => {
  const at = await machine()
  at.answers.workbooks = [lucBinh]
  const picked = await pickedFile(at)
  expect(picked.name).toBe('luc-binh-2023.xlsx')
  expect(JSON.stringify(picked)).not.toContain(top)
  const plan = await ask(at, 'planImport', { token: picked.token })
  expect(plan.tables).toHaveLength(1)
  expect(await ask(at, 'listReports', undefined)).toEqual([])
  const [id = ''] = await ask(at, 'applyImport', {
    token: picked.token,
    tables: [{ table: 0, corrections: { office: 'xã Mới' } }],
  })
  const { report } = await ask(at, 'openReport', { report: id })
  expect([report.office, report.rows.length]).toEqual(['xã Mới', 32])
})

test('a token nobody gave out, or whose preview is gone, opens no file', async () => {
  const at = await machine()
  const forgotten = { failure: { code: 'not-found', reason: 'file-forgotten' } }
  expect(await at.handlers.planImport({ token: lucBinh })).toMatchObject(forgotten)
  expect(await at.handlers.applyImport({ token: 'x', tables: [{ table: 0 }] })).toMatchObject(forgotten)
  expect(await at.handlers.openFile({ token: lucBinh, how: 'open' })).toMatchObject(forgotten)
  expect(at.opened).toEqual([])
})

test('the workbooks of a picked folder are imported by their tokens, and the window hears of each', async () => {
  const at = await machine()
  const root = newFolder()
  mkdirSync(join(root, 'Xã A'))
  writeFileSync(join(root, 'Xã A', 'a.xlsx'), communeWorkbook({ office: 'xã A' }))
  writeFileSync(join(root, 'hỏng.xlsx'), 'x')
  writeFileSync(join(root, 'thư.docx'), 'x')
  at.answers.folder = root
  const { files, skipped } = await ask(at, 'pickFolder', undefined)
  expect(files.map(({ name, folder }) => [name, folder])).toEqual([
    ['hỏng.xlsx', undefined],
    ['a.xlsx', 'Xã A'],
  ])
  expect(skipped).toEqual(['thư.docx'])
  expect(JSON.stringify(files)).not.toContain(root)

  const tokens = files.map(({ token }) => token)
  const finished = await ask(at, 'startBatch', { tokens })
  expect(finished.map(({ token, outcome }) => [token, outcome.type])).toEqual([
    [tokens[0], 'refused'],
    [tokens[1], 'imported'],
  ])
  expect(at.sent).toEqual(
    finished.flatMap(({ token, outcome }) => [
      { name: 'batchProgress', event: { token, outcome: null } },
      { name: 'batchProgress', event: { token, outcome } },
    ]),
  )
})

test('a dropped file is held until its batch is over, it is forgotten, or another is planned', async () => {
  const at = await machine()
  const forgotten = { failure: { reason: 'file-forgotten' } }
  const offer = async (office: string) => {
    const bytes = new Uint8Array(communeWorkbook({ office }))
    const [token = ''] = await ask(at, 'offerFiles', { files: [{ name: `${office}.xlsx`, bytes }] })
    return token
  }
  const [a, b, c, d] = [await offer('xã A'), await offer('xã B'), await offer('xã C'), await offer('xã D')]
  const finished = await ask(at, 'startBatch', { tokens: [a] })
  expect(finished.map(({ outcome }) => outcome.type)).toEqual(['imported'])
  await ask(at, 'forgetFiles', { tokens: [b] })
  await ask(at, 'planImport', { token: c })
  expect((await ask(at, 'planImport', { token: c })).tables[0]?.office).toBe('xã C')
  await ask(at, 'planImport', { token: d })
  for (const token of [a, b, c]) expect(await at.handlers.planImport({ token })).toMatchObject(forgotten)
  await ask(at, 'applyImport', { token: d, tables: [{ table: 0 }] })
  expect((await ask(at, 'listReports', undefined)).map(({ office }) => office)).toEqual(['xã D', 'xã A'])
})

test('one batch at a time; it ends when it is cancelled, or the window closes', async () => {
  const at = await machine()
  at.answers.workbooks = [lucBinh]
  const tokens = [(await pickedFile(at)).token]
  for (const end of ['cancel', 'close']) {
    const running = at.handlers.startBatch({ tokens })
    expect(await at.handlers.startBatch({ tokens })).toMatchObject({ failure: { reason: 'batch-running' } })
    if (end === 'cancel') await ask(at, 'cancelBatch', undefined)
    else await ask(at, 'readyToClose', { unsaved: 0 })
    expect(await running).toEqual(success([]))
  }
  expect(await ask(at, 'listReports', undefined)).toEqual([])
})

test('closing a dialog is not an error and does nothing', async () => {
  const at = await machine()
  const report = await imported(at)
  delete at.answers.workbooks
  const cancelled = { failure: { code: 'cancelled' } }
  expect(await at.handlers.pickWorkbooks(undefined)).toMatchObject(cancelled)
  expect(await at.handlers.exportReport({ report, format: 'xlsx' })).toMatchObject(cancelled)
})

test('edits, undo, redo and the history of a cell go through the journal with the author', async () => {
  const at = await machine()
  const id = await imported(at)
  const { report } = await ask(at, 'openReport', { report: id })
  const row = report.rows[1]?.id ?? ''
  const column = report.columns.find(({ role }) => role === 'actual')?.id ?? ''
  const edits = [{ type: 'cell', row, column, text: '370' } as const]
  expect((await ask(at, 'edit', { report: id, edits })).change?.author).toBe('Lan')
  expect((await ask(at, 'undo', { report: id })).redo?.key).toBe('editCell')
  expect((await ask(at, 'redo', { report: id })).redo).toBeNull()
  const history = await ask(at, 'cellHistory', { report: id, row, column })
  expect(history.map(({ kind, after }) => [kind, after])).toEqual([
    ['redo', '370'],
    ['undo', '368,77'],
    ['do', '370'],
    ['do', '368,77'],
  ])
})

test('an exported file is written, named and opened by its token', async () => {
  const at = await machine()
  const report = await imported(at)
  const target = join(newFolder(), 'xuất.xlsx')
  at.answers.saveTarget = target
  const { token, name } = await ask(at, 'exportReport', { report, format: 'xlsx' })
  expect([name, existsSync(target)]).toEqual(['xuất.xlsx', true])
  await ask(at, 'openFile', { token, how: 'open' })
  await ask(at, 'openFile', { token, how: 'show' })
  await ask(at, 'openLog', undefined)
  expect(at.opened).toEqual([`open ${target}`, `show ${target}`, `open ${at.logFile}`])
})

test('an exported file says why cells were overruled where that is asked for', async () => {
  const at = await machine()
  const id = await imported(at)
  const { report } = await ask(at, 'openReport', { report: id })
  const row = report.rows[1]?.id ?? ''
  const column = report.columns.find(({ role }) => role === 'assessment')?.id ?? ''
  const edit = { type: 'cell', row, column, text: 'Đạt', reason: 'Do thiên tai' } as const
  await ask(at, 'edit', { report: id, edits: [edit] })
  const textsWith = async (reasons?: boolean) => {
    at.answers.saveTarget = join(newFolder(), 'a.xlsx')
    await ask(at, 'exportReport', { report: id, format: 'xlsx', ...(reasons !== undefined && { reasons }) })
    const read = readWorkbook(readFileSync(at.answers.saveTarget))
    return read.ok ? read.value.sheets.flatMap(({ cells }) => cells.map(({ text }) => text)) : []
  }
  expect(await textsWith(true)).toContain('(1) Sửa tay: Do thiên tai')
  expect((await textsWith()).join()).not.toContain('thiên tai')
})

test('the language is kept, and errors of the window are in the log', async () => {
  const at = await machine()
  expect(await ask(at, 'status', undefined)).toMatchObject({ version: '1.2.3', language: 'vi' })
  await ask(at, 'setLanguage', { language: 'en' })
  expect((await ask(at, 'status', undefined)).language).toBe('en')
  await ask(at, 'logError', { message: 'the grid fell over', stack: 'at grid.ts:1' })
  expect(readFileSync(at.logFile, 'utf8')).toMatch(/the grid fell over[^]*at grid\.ts:1/)
})

test('a correction is remembered, and its template goes out and comes in by dialogs', async () => {
  const at = await machine()
  at.answers.workbooks = [lucBinh]
  const { token } = await pickedFile(at)
  await ask(at, 'planImport', { token })
  const tables = [{ table: 0, corrections: { roles: { 5: 'estimate' as const } }, remember: 'Mẫu xã' }]
  await ask(at, 'applyImport', { token, tables })
  const again = await ask(at, 'planImport', { token })
  expect(again.tables[0]?.profile).toMatchObject({ name: 'Mẫu xã', newColumns: [] })

  const [profile] = await ask(at, 'listProfiles', undefined)
  const id = profile?.id ?? ''
  const cancelled = { failure: { code: 'cancelled' } }
  expect(await at.handlers.exportProfile({ profile: id })).toMatchObject(cancelled)
  expect(await at.handlers.importProfile(undefined)).toMatchObject(cancelled)
  at.answers.saveTarget = join(newFolder(), 'mau.json')
  at.answers.profile = at.answers.saveTarget
  expect((await ask(at, 'exportProfile', { profile: id })).name).toBe('mau.json')
  await ask(at, 'renameProfile', { profile: id, name: 'Mẫu khác' })
  await ask(at, 'deleteProfile', { profile: id })
  expect((await ask(at, 'importProfile', undefined)).name).toBe('Mẫu xã')
  const columns = (profile?.columns ?? []).map(({ role }) => ({ role, leftOut: false }))
  expect(await at.handlers.saveProfile({ profile: id, columns })).toMatchObject({
    failure: { code: 'not-found', reason: 'profile-unknown' },
  })
})

test('half a surrogate pair, which SQLite could not give back, does not get past the door', () => {
  const report = crypto.randomUUID()
  const edit = { type: 'cell', row: crypto.randomUUID(), column: crypto.randomUUID(), text: 'a\ud800b' }
  const [read] = requests.edit.input.parse({ report, edits: [edit] }).edits
  expect(read).toMatchObject({ text: 'a\ufffdb' })
})
