/** Every command of `bieu` on real data, and the statuses it ends with. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { closeDatabase, DATABASE_FILE } from '../../electron/db/open.ts'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { editReport, openReport } from '../../electron/services/reports.ts'
import { calculate } from '../../shared/calculate.ts'
import { setAsideEdit } from '../../shared/check/fixes.ts'
import { check } from '../../shared/check/index.ts'
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

test('reasons of overruled cells are exported on request only', async () => {
  const { data, id } = await imported()
  await answer('edit', id, '--data', data, '--set', 'r2:c7=Đạt', '--reason', 'Do thiên tai')
  const textsWith = async (...options: string[]) => {
    const to = join(newFolder(), 'a.xlsx')
    await answer('export', id, '--data', data, '--to', to, '--fresh', ...options)
    const read = readWorkbook(readFileSync(to))
    return read.ok ? read.value.sheets.flatMap(({ cells }) => cells.map(({ text }) => text)) : []
  }
  expect(await textsWith('--reasons')).toEqual(
    expect.arrayContaining(['Đạt (1)', '(1) Sửa tay: Do thiên tai']),
  )
  expect((await textsWith()).filter((text) => /\(1\)|thiên tai/.test(text))).toEqual([])
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

test('show sums up the report, for programs and for people', async () => {
  const { data, id } = await imported()
  const { summary, rows } = table.parse(await answer('show', id, '--data', data))
  expect([summary.assessment, summary.ratio, summary.indicators]).toEqual(['c7', 'c6', 28])
  expect(summary.verdicts.map(({ word, outcome, count, share }) => [word, outcome, count, share])).toEqual([
    ['Vượt', 'exceeded', 10, '35.71'],
    ['Đạt', 'met', 4, '14.29'],
    ['(Dự kiến Đạt)', 'expected', 3, '10.71'],
    ['Không đạt', 'missed', 11, '39.29'],
  ])
  const exceeded = rows.filter((row) => row.stated.c7 === 'Vượt').map((row) => row.id)
  expect(summary.verdicts[0]?.rows).toEqual(exceeded)
  const sections = rows.filter(({ kind, level }) => kind === 'section' && level === 0)
  expect(summary.sections.map(({ row }) => row)).toEqual(sections.map((row) => row.id))
  const counted = summary.sections.reduce((sum, { indicators }) => sum + indicators, 0)
  expect(counted).toBe(28)

  const { stdout } = await bieu(['show', id, '--data', data])
  expect(stdout).toMatch(/^Mục +Chỉ tiêu +Vượt +Đạt +\(Dự kiến Đạt\) +Không đạt +Chưa đánh giá +>=100%/m)
  expect(stdout).toMatch(/^Toàn biểu +28 +10 \(35,71%\) +4 \(14,29%\) +3 \(10,71%\) +11 \(39,29%\)/m)
})

test('alike findings stand under one line, and what was let stand is only counted', async () => {
  const { data, id } = await imported()
  const before = findings.parse(await answer('check', id, '--data', data)).findings
  const truncated = before.filter(({ code }) => code === 'ratio-truncated')
  const { stdout } = await bieu(['check', id, '--data', data])
  const [, group = ''] = stdout.split(/^lưu ý: .*\[ratio-truncated\]$/m)
  expect(
    group
      .trimStart()
      .split('\n')
      .slice(0, truncated.length)
      .map((line) => line.trim()),
  ).toEqual(truncated.map(({ row, message }) => `Biểu kết quả!${row}  ${message}`))

  const db = await openedDatabase(data)
  const opened = openReport(db, id)
  if (!opened.ok) throw new Error(opened.failure.reason)
  const { report } = opened.value
  const found = check(report, calculate(report)).filter(({ code }) => code === 'ratio-truncated')
  editReport(db, id, [setAsideEdit(found, 'tỉnh quen cắt số')], 'Lan')
  closeDatabase(db)

  const after = findings.parse(await answer('check', id, '--data', data)).findings
  expect(after).toEqual(
    before.map((each) => (each.code === 'ratio-truncated' ? { ...each, settled: 'tỉnh quen cắt số' } : each)),
  )
  const told = (await bieu(['check', id, '--data', data])).stdout
  expect(told).not.toContain('ratio-truncated')
  expect(told).toContain(`${truncated.length} điểm khác đã được giữ nguyên hoặc bỏ qua.`)
})

test('a row that follows its parts is among those an edit changed', async () => {
  const data = newFolder()
  const [file] = files.parse(
    await answer('import', fixture('bac-kan-6-thang-2024.xlsx'), '--data', data),
  ).files
  const id = file?.tables[0]?.id ?? ''
  const of = (document: unknown) =>
    changed.parse(document).changed.map((row) => [row.id, row.cells.c5?.text, row.cells.c5?.rolledUp])
  expect(of(await answer('edit', id, '--data', data, '--set', 'r7:c5=15.720'))).toEqual([
    ['r6', '220.880', true],
    ['r7', '15.720', undefined],
  ])
  expect(of(await answer('undo', id, '--data', data))).toEqual([
    ['r6', '220.879', true],
    ['r7', '15.719', undefined],
  ])
})
