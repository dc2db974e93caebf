/** Files that are no workbook with a table: the exit status and one sentence, and the data as it was. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { contentOf, newFolder } from '../db/folder.ts'
import { answer, bieu, fixture } from './bieu.ts'
import { failed, failedFiles, files, mixedFiles } from './documents.ts'

const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const workbook = readFileSync(fixture('luc-binh-2023.xlsx'))

/** How each bad file comes about, and what it must come to. */
const cases: readonly (readonly [string, number, string, (path: string) => unknown])[] = [
  ['missing.xlsx', 2, 'not-found', () => undefined],
  ['folder.xlsx', 2, 'not-found', (path) => mkdirSync(path)],
  ['empty.xlsx', 2, 'not-a-workbook', (path) => writeFileSync(path, '')],
  [
    'truncated.xlsx',
    2,
    'unreadable',
    (path) => writeFileSync(path, workbook.subarray(0, workbook.length / 2)),
  ],
  [
    'html.xlsx',
    2,
    'not-a-workbook',
    (path) => writeFileSync(path, '<html><table><tr><td>TT</td></tr></table></html>'),
  ],
  ['encrypted.xlsx', 2, 'encrypted', (path) => writeFileSync(path, compoundFile('EncryptedPackage'))],
  ['text.xlsx', 2, 'not-a-workbook', (path) => writeFileSync(path, 'Báo cáo kết quả')],
  ['too-big.xlsx', 4, 'limit', (path) => tooBig(path)],
  ['no-table.xlsx', 3, 'no-table', (path) => writeWithoutTable(path)],
]

/** The container of old Office files with one stream in its directory. */
function compoundFile(stream: string): Buffer {
  const bytes = Buffer.alloc(2048)
  OLE_SIGNATURE.copy(bytes)
  bytes.write(stream, 1024, 'utf16le')
  return bytes
}

function tooBig(path: string): void {
  copyFileSync(fixture('luc-binh-2023.xlsx'), path)
  truncateSync(path, 20_000_001)
}

async function writeWithoutTable(path: string): Promise<void> {
  const made = new exceljs.Workbook()
  made.addWorksheet('Thư mời').addRows([['Kính gửi các đồng chí'], ['Mời họp lúc 8 giờ']])
  await made.xlsx.writeFile(path)
}

/** A data folder with one report. */
async function filled(): Promise<string> {
  const folder = newFolder()
  await answer('import', fixture('luc-binh-2023.xlsx'), '--data', folder)
  return folder
}

test.each(cases)('%s ends with %i and says %s', async (name, status, code, make) => {
  const folder = await filled()
  const path = join(newFolder(), name)
  await make(path)
  const before = contentOf(folder)
  for (const call of [
    ['import', path, '--data', folder],
    ['inspect', path],
  ]) {
    const ended = await bieu([...call, '--json'])
    expect(ended.status).toBe(status)
    const { error, files: entries } = failedFiles.parse(JSON.parse(ended.stdout))
    expect(error.code).toBe(code)
    const known =
      code === 'no-table' ? { format: 'xlsx', skipped: [{ sheet: 'Thư mời', reason: 'no-table' }] } : {}
    expect(entries).toEqual([{ path, error, ...known }])
    expect(ended.stderr).toMatch(new RegExp(`^bieu: .*${name}.*\\n$`))
  }
  expect(contentOf(folder)).toEqual(before)
})

test('a file that cannot be read makes no data folder', async () => {
  const folder = join(newFolder(), 'số liệu')
  const { status } = await bieu(['import', 'missing.xlsx', '--data', folder])
  expect(status).toBe(2)
  expect(existsSync(folder)).toBe(false)
})

test('of several files the readable ones are imported, and each bad one has its own error', async () => {
  const folder = newFolder()
  const ended = await bieu([
    'import',
    'missing.xlsx',
    fixture('luc-binh-2023.xlsx'),
    '--data',
    folder,
    '--json',
  ])
  expect(ended.status).toBe(0)
  const [first, second] = mixedFiles.parse(JSON.parse(ended.stdout)).files
  expect(first).toMatchObject({ path: 'missing.xlsx', error: { code: 'not-found' } })
  expect(second).toMatchObject({ path: fixture('luc-binh-2023.xlsx'), format: 'xlsx' })
  expect(ended.stderr).toMatch(/^bieu: .*missing\.xlsx.*\n$/)
})

test('when no file has a table the status is that of the first', async () => {
  const folder = newFolder()
  const [empty, none] = [join(folder, 'không có bảng.xlsx'), join(folder, 'missing.xlsx')]
  await writeWithoutTable(empty)
  const ended = await bieu(['inspect', empty, none, '--json'])
  expect(ended.status).toBe(3)
  const codes = mixedFiles
    .parse(JSON.parse(ended.stdout))
    .files.map((file) => 'error' in file && file.error.code)
  expect(codes).toEqual(['no-table', 'not-found'])
})

test('a sheet without a table is skipped, another sheet can be asked for alone', async () => {
  const path = join(newFolder(), 'hai trang.xlsx')
  const made = new exceljs.Workbook()
  await made.xlsx.readFile(fixture('luc-binh-2023.xlsx'))
  made.addWorksheet('Bìa').addRow(['Ủy ban nhân dân xã'])
  await made.xlsx.writeFile(path)
  const [all] = files.parse(await answer('inspect', path)).files
  expect(all?.tables).toHaveLength(1)
  expect(all?.skipped).toEqual([{ sheet: 'Bìa', reason: 'no-table' }])
  const [table] = files.parse(await answer('inspect', path, '--sheet', 'Biểu kết quả')).files
  expect(table?.skipped).toEqual([])
  expect((await bieu(['inspect', path, '--sheet', 'Bìa'])).status).toBe(3)
  expect((await bieu(['inspect', path, '--sheet', 'Khác'])).status).toBe(2)
})

test('a sheet is found however its letters are composed', async () => {
  const path = fixture('luc-binh-2023.xlsx')
  const name = 'Biểu kết quả'.normalize('NFD')
  expect(files.parse(await answer('inspect', path, '--sheet', name)).files[0]?.tables).toHaveLength(1)
})

test('findings of a file that cannot be read are an error', async () => {
  const ended = await bieu(['check', 'missing.xlsx', '--json'])
  expect(ended.status).toBe(2)
  expect(failed.parse(JSON.parse(ended.stdout)).error.code).toBe('not-found')
})
