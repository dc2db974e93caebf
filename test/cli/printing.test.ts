/** PDFs of the command line: the printing program in its own process, and what is told when it fails. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { orderFile, PDF_NOT_WRITTEN, PRINT_FAILED, PRINTED } from '../../electron/printMode.ts'
import { printPdf } from '../../electron/printProcess.ts'
import type { Report } from '../../shared/model.ts'
import { newFolder, openedDatabase } from '../db/folder.ts'
import { storedSmallReport } from '../services/smallReport.ts'
import { bieu } from './bieu.ts'
import { failed } from './documents.ts'

const programs = join(import.meta.dirname, '..', '..', 'dist')

async function aReport(): Promise<Report> {
  return storedSmallReport(await openedDatabase())
}

/** A printing program that does only this. */
function programThat(does: string): string {
  const folder = newFolder()
  writeFileSync(join(folder, 'standin.cjs'), '')
  writeFileSync(join(folder, 'main.cjs'), does)
  return folder
}

/** The program's printing mode; its exit status and words. */
function print(reportText: string, pdf: string): [number | null, string] {
  const input = join(newFolder(), 'report.json')
  writeFileSync(input, reportText)
  const args = ['--require', join(programs, 'standin.cjs'), join(programs, 'main.cjs'), '--print-report']
  const { status, stderr } = spawnSync(process.execPath, [...args, input, pdf], { encoding: 'utf8' })
  return [status, stderr]
}

test('the printing mode makes a PDF, and says by its status why there is none', async () => {
  const text = Buffer.from(orderFile({ report: await aReport(), options: {} })).toString()
  const pdf = join(newFolder(), 'a.pdf')
  expect(print(text, pdf)[0]).toBe(PRINTED)
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  expect(print(text, join(newFolder(), 'none', 'a.pdf'))[0]).toBe(PDF_NOT_WRITTEN)
  const [status, said] = print('{"title":"BIỂU","rows":[]}', pdf)
  expect([status, said]).toEqual([PRINT_FAILED, expect.stringContaining('holds no report')])
})

test('a disk that does not take the PDF is told as such', async () => {
  const printed = await printPdf(await aReport(), programThat(`process.exit(${PDF_NOT_WRITTEN})`))
  expect(printed).toMatchObject({ failure: { code: 'disk', reason: 'print-disk' } })
})

test('a printing program that fails is an error with its words', async () => {
  const failing = programThat("process.stderr.write('no such font'); process.exit(1)")
  await expect(printPdf(await aReport(), failing)).rejects.toMatchObject({
    message: 'Printing ended with status 1',
    cause: 'no such font',
  })
})

test('the words of a browser that does not start are in the log', { timeout: 60_000 }, async () => {
  const data = newFolder()
  const db = await openedDatabase(data)
  const { id } = storedSmallReport(db)
  db.close()
  const target = newFolder()
  const home = newFolder()
  const temporary = newFolder()
  const call = ['export', id, '--data', data, '--to', join(target, 'a.pdf'), '--json']
  const exported = async (browser: string) => {
    const { status, stdout } = await bieu(call, {
      BIEU_BROWSER: browser,
      XDG_DATA_HOME: home,
      TMPDIR: temporary,
    })
    return [status, failed.parse(JSON.parse(stdout)).error.code]
  }
  expect(await exported(join(home, 'none'))).toEqual([2, 'not-yet'])
  expect(await exported(process.execPath)).toEqual([70, 'unexpected'])
  const log = readFileSync(join(home, 'BieuChiTieu', 'program', 'logs', 'bieu-chi-tieu.log'), 'utf8')
  expect(log).toMatch(/Printing ended with status 1[^]*caused by [^]*The browser is gone/)
  expect([readdirSync(target), readdirSync(temporary)]).toEqual([[], []])
})
