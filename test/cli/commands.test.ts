/** Every command of `bieu` on real data, and the statuses it ends with. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { DATABASE_FILE } from '../../electron/db/open.ts'
import { editReport } from '../../electron/services/reports.ts'
import { contentOf, newFolder, openedDatabase } from '../db/folder.ts'
import { otherProgram } from '../db/otherProgram.ts'
import { renameIn, storedSmallReport } from '../services/smallReport.ts'
import { answer, bieu, fixture } from './bieu.ts'
import { changed, failed, files, findings, reports, table, verified, written } from './documents.ts'

/** A data folder with the report of Lục Bình, and the report's id. */
async function imported(): Promise<{ data: string; id: string }> {
  const data = newFolder()
  const [file] = files.parse(await answer('import', fixture('luc-binh-2023.xlsx'), '--data', data)).files
  return { data, id: file?.tables[0]?.id ?? '' }
}

/** The status and error code of a call that must fail with one sentence. */
async function failure(...args: string[]): Promise<string> {
  const ended = await bieu([...args, '--json'])
  const { error } = failed.parse(JSON.parse(ended.stdout))
  expect(ended.stderr).toBe(`bieu: ${error.message}\n`)
  return `${ended.status} ${error.code}`
}

test('import prints what inspect prints, with ids', async () => {
  const [inspected] = files.parse(await answer('inspect', fixture('luc-binh-2023.xlsx'))).files
  const data = newFolder()
  const [stored] = files.parse(await answer('import', fixture('luc-binh-2023.xlsx'), '--data', data)).files
  expect(inspected?.tables[0]).not.toHaveProperty('id')
  expect(stored?.tables.map(({ id: _id, ...rest }) => rest)).toEqual(inspected?.tables)

  const id = stored?.tables[0]?.id ?? ''
  expect(table.parse(await answer('show', id, '--data', data))).toEqual(stored?.tables[0])
  const listed = reports.parse(await answer('list', '--data', data)).reports
  expect(listed).toEqual([
    {
      id,
      title: 'BIỂU KẾT QUẢ CÁC CHỈ TIÊU CHỦ YẾU NĂM 2023',
      period: { kind: 'year', year: 2023 },
      office: 'xã Lục Bình',
      rows: 32,
      state: 'draft',
      updatedAt: listed[0]?.updatedAt,
    },
  ])
})

test('the import makes the folder and leaves one file in it', async () => {
  const data = join(newFolder(), 'xã', 'số liệu')
  await answer('import', fixture('luc-binh-2023.xlsx'), fixture('bac-kan-6-thang-2024.xlsx'), '--data', data)
  expect(Object.keys(contentOf(data))).toEqual([DATABASE_FILE])
  expect(reports.parse(await answer('list', '--data', data)).reports).toHaveLength(2)
})

test('edits, undo and redo change the rows they say', async () => {
  const { data, id } = await imported()
  const of = (document: unknown) =>
    changed.parse(document).changed.map((row) => [row.id, row.cells.c5?.text, row.computed, row.overrides])

  const edited = await answer(
    'edit',
    id.slice(0, 8),
    '--data',
    data,
    '--set',
    'r2:c5=370',
    '--set',
    'r3:c5=30',
  )
  expect(of(edited)).toEqual([
    ['r2', '370', { c6: '100', c7: 'Đạt' }, {}],
    ['r3', '30', { c6: '100', c7: 'Đạt' }, {}],
  ])
  const reason = ['--set', 'r2:c7=Đánh giá cuối năm', '--reason', 'chờ nghiệm thu']
  expect(of(await answer('edit', id, '--data', data, ...reason))).toEqual([
    ['r2', '370', { c6: '100', c7: 'Đạt' }, { c7: { text: 'Đánh giá cuối năm', reason: 'chờ nghiệm thu' } }],
  ])
  expect(of(await answer('undo', id, '--data', data))).toEqual([['r2', '370', { c6: '100', c7: 'Đạt' }, {}]])
  expect(of(await answer('undo', id, '--data', data))).toEqual([
    ['r2', '368,77', { c6: '99.67', c7: 'Không đạt' }, {}],
    ['r3', '31,7', { c6: '105.67', c7: 'Vượt' }, {}],
  ])
  expect(await answer('undo', id, '--data', data)).toEqual({ changed: [] })
  expect(of(await answer('redo', id, '--data', data))).toEqual(of(edited))
})

test('a step that changes no row is told by its name', async () => {
  const { data, id } = await imported()
  const db = await openedDatabase(data)
  editReport(db, id, [{ type: 'properties', properties: { title: 'BIỂU SỐ 01' } }], 'Lan')
  db.close()
  const undone = await bieu(['undo', id, '--data', data])
  expect([undone.status, undone.stdout]).toEqual([0, 'Đã hoàn tác: Sửa tiêu đề, kỳ hoặc đơn vị báo cáo\n'])
  expect(await answer('redo', id, '--data', data)).toEqual({ changed: [] })
  expect(table.parse(await answer('show', id, '--data', data)).title).toBe('BIỂU SỐ 01')
  expect((await bieu(['redo', id, '--data', data])).stdout).toBe('Không có gì thay đổi.\n')
})

test('a row counts as changed also where only the spelling of a text is another', async () => {
  const { data, id } = await imported()
  const edited = await answer('edit', id, '--data', data, '--set', 'r2:c5=  368,77')
  expect(changed.parse(edited).changed.map((row) => row.id)).toEqual(['r2'])
  const again = await bieu(['edit', id, '--data', data, '--set', 'r2:c5=  368,77'])
  expect(again.stdout).toBe('Không có gì thay đổi.\n')
})

test('what cannot be taken back because another report has gone on since is a wrong call', async () => {
  const data = newFolder()
  const db = await openedDatabase(data)
  const [a, b] = [storedSmallReport(db, 'Xã A'), storedSmallReport(db, 'Xã B')]
  renameIn(db, [a, b])
  editReport(db, b.id, [{ type: 'properties', properties: { title: 'Xã C' } }], 'Mai')
  db.close()
  expect(await failure('undo', a.id, '--data', data)).toBe('2 usage')
})

test('rows and columns are taken by their ids too, and texts may hold any sign', async () => {
  const { data, id } = await imported()
  const db = await openedDatabase(data)
  const idIn = (from: string, tag: string) =>
    String(db.prepare(`SELECT id FROM ${from} WHERE tag = ?`).pluck().get(tag))
  const place = `${idIn('report_row', 'r2')}:${idIn('report_column', 'c5')}`
  db.close()
  const text = 'a=b:c "d" – ≥ 99'
  const [row] = changed.parse(await answer('edit', id, '--data', data, '--set', `${place}=${text}`)).changed
  expect([row?.id, row?.cells.c5]).toEqual(['r2', { text }])
})

test('an edit that cannot be done changes nothing', async () => {
  const { data, id } = await imported()
  const before = contentOf(data)
  const set = (...sets: string[]) =>
    failure('edit', id, '--data', data, ...sets.flatMap((text) => ['--set', text]))
  expect(await set('r2:c5=1', 'r99:c5=1')).toBe('2 usage')
  expect(await set('r2:c99=1')).toBe('2 usage')
  expect(await set('r2c5=1')).toBe('2 usage')
  expect(contentOf(data)).toEqual(before)
})

test('a fresh workbook says what the report says', async () => {
  const { data, id } = await imported()
  const to = join(newFolder(), 'xuất.xlsx')
  await answer('edit', id, '--data', data, '--set', 'r2:c5=370')
  const { file, bytes } = written.parse(await answer('export', id, '--data', data, '--to', to, '--fresh'))
  expect([file, bytes]).toEqual([to, readFileSync(to).length])
  const [read] = files.parse(await answer('inspect', to)).files
  const row = read?.tables[0]?.rows[1]
  expect([row?.cells.c5?.value, row?.stated]).toEqual(['370', { c6: '100', c7: 'Đạt' }])
})

test('a PDF is made without a window', { timeout: 60_000 }, async () => {
  const { data, id } = await imported()
  const to = join(newFolder(), 'phụ lục.pdf')
  const { bytes } = written.parse(await answer('export', id, '--data', data, '--to', to))
  expect(readFileSync(to).subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes).toBe(readFileSync(to).length)
})

test('what this version cannot make yet says so', async () => {
  const { data, id } = await imported()
  const folder = newFolder()
  const to = (name: string) => ['--to', join(folder, name)]
  expect(await failure('export', id, '--data', data, ...to('a.xlsx'))).toBe('2 not-yet')
  expect(await failure('export', id, '--data', data, ...to('a.docx'))).toBe('2 not-yet')
  expect(await failure('export', id, '--data', data, ...to('a.csv'))).toBe('2 not-yet')
  expect(await failure('backup', '--data', data, ...to('a.db'))).toBe('2 not-yet')
  expect(await failure('restore', join(folder, 'a.db'), '--data', data)).toBe('2 not-yet')
  expect(await failure('export', id, '--data', data, ...to('a.png'))).toBe('2 usage')
  expect(await failure('export', id, '--data', data, '--fresh', '--to', join(folder, 'none', 'a.xlsx'))).toBe(
    '2 disk',
  )
  expect(contentOf(folder)).toEqual({})
})

test('check finds the same in a file and in the stored report', async () => {
  const { data, id } = await imported()
  const ofFile = findings.parse(await answer('check', fixture('luc-binh-2023.xlsx'))).findings
  const ofReport = findings.parse(await answer('check', id, '--data', data)).findings
  expect(ofFile.length).toBeGreaterThan(5)
  expect(new Set(ofFile.map((finding) => finding.table))).toEqual(new Set(['Biểu kết quả!A7:G40']))
  expect(ofReport).toEqual(ofFile.map((finding) => ({ ...finding, table: id })))
})

test('verify tells whole data from data changed behind the program', async () => {
  const { data } = await imported()
  expect(verified.parse(await answer('verify', '--data', data))).toEqual({ ok: true, problems: [] })
  const other = new SqliteDatabase(join(data, DATABASE_FILE))
  other.exec("UPDATE cell SET text = '999' WHERE text = '370'")
  other.close()
  const ended = await bieu(['verify', '--data', data, '--json'])
  expect(ended.status).toBe(5)
  const found = verified.parse(JSON.parse(ended.stdout))
  expect([found.ok, found.problems.length]).toEqual([false, 1])
})

test('data that cannot be used ends with 5 and stays as it is', async () => {
  const { data, id } = await imported()
  const file = fixture('luc-binh-2023.xlsx')
  const attempts = [
    ['list', '--data', data],
    ['edit', id, '--data', data, '--set', 'r2:c5=1'],
    ['import', file, '--data', data],
    ['verify', '--data', data],
  ]
  const allFail = async (code: string) => {
    const before = contentOf(data)
    for (const args of attempts) expect(await failure(...args)).toBe(`5 ${code}`)
    expect(contentOf(data)).toMatchObject(before)
  }
  const other = await otherProgram(data)
  await allFail('data-locked')
  await other.kill()

  const newer = new SqliteDatabase(join(data, DATABASE_FILE))
  newer.pragma('user_version = 99')
  newer.close()
  await allFail('data-newer')

  writeFileSync(join(data, DATABASE_FILE), 'no database')
  await allFail('data-damaged')
})

test('a command that only reads makes no data folder and leaves an existing one as it is', async () => {
  const { data, id } = await imported()
  const before = contentOf(data)
  await answer('list', '--data', data)
  await answer('show', id, '--data', data)
  await answer('check', id, '--data', data)
  await answer('verify', '--data', data)
  expect(contentOf(data)).toEqual(before)

  const missing = join(newFolder(), 'none')
  const calls = [['list'], ['show', id], ['edit', id, '--set', 'r2:c5=1'], ['undo', id], ['verify']]
  for (const call of calls) expect(await failure(...call, '--data', missing)).toBe('2 not-found')
  expect(existsSync(missing)).toBe(false)
})

test.each([
  [[], 'no command'],
  [['wave'], 'an unknown command'],
  [['inspect'], 'no file'],
  [['list'], 'no data folder'],
  [['list', '--data'], 'an option without its value'],
  [['list', '--data', 'x', 'y'], 'an operand too many'],
  [['list', '--data', 'x', '--fresh'], 'an option of another command'],
  [['list', '--date', 'x'], 'an unknown option'],
  [['edit', 'x', '--data', 'y'], 'nothing to set'],
  [['list', '--data', 'x', '--lang', 'fr'], 'an unknown language'],
])('%j is wrong usage: %s', async (args) => {
  expect(await failure(...args)).toBe('2 usage')
})

test('messages speak the language asked for, figures and verdicts stay Vietnamese', async () => {
  const vietnamese = await bieu(['list', '--data', 'none'])
  const english = await bieu(['list', '--data', 'none', '--lang', 'en'])
  expect(vietnamese.stderr).toContain('chưa có số liệu')
  expect(english.stderr).toContain('holds no data yet')
  const shown = await bieu(['inspect', fixture('luc-binh-2023.xlsx'), '--lang', 'en'])
  expect(shown.stdout).toMatch(/r2 .* 368,77 +99,67 +Không đạt/)
  expect((await bieu(['--help'])).stdout).toContain('bieu inspect TỆP')
  expect((await bieu(['list', '--help', '--lang', 'en'])).stdout).toContain('bieu inspect FILE')
})

test('an error nobody expected is one sentence, and the log has the rest', async () => {
  const home = newFolder()
  // A folder where the program's temporary files should go is no place to make them in.
  const blocked = join(home, 'blocked')
  writeFileSync(blocked, '')
  const { data, id } = await imported()
  const to = join(home, 'a.pdf')
  const ended = await bieu(['export', id, '--data', data, '--to', to, '--json'], {
    TMPDIR: blocked,
    XDG_DATA_HOME: home,
  })
  const { error } = failed.parse(JSON.parse(ended.stdout))
  expect([ended.status, error.code]).toEqual([70, 'unexpected'])
  expect(ended.stderr).toBe(`bieu: ${error.message}\n`)
  const log = join(home, 'BieuChiTieu', 'program', 'logs', 'bieu-chi-tieu.log')
  expect(error.message).toContain(log)
  expect(readFileSync(log, 'utf8')).toMatch(/ENOTDIR[^]* at /)
})
