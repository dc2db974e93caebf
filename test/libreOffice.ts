/** LibreOffice as a second reader of what the program writes. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Comma, double quote, UTF-8, from line 1, language unset, no quoted text, values as they are stored. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false'

/** The stored values of a workbook's first sheet, by row and column. */
export async function valuesOf(workbook: Uint8Array): Promise<string[][]> {
  const converted = await convert(workbook, CSV, 'csv')
  return parseCsv(converted.toString('utf8'))
}

/** `profile` is a folder that LibreOffice finds as it left it; by default it starts with a fresh one, which takes longer. */
export async function pdfOf(workbook: Uint8Array, profile?: string): Promise<Uint8Array> {
  return convert(workbook, 'pdf', 'pdf', profile)
}

/** The workbook as an old .xls, of Excel 97 to 2003. */
export async function xlsOf(workbook: Uint8Array): Promise<Uint8Array> {
  return convert(workbook, 'xls:MS Excel 97', 'xls')
}

/** The workbook as an OpenDocument spreadsheet. */
export async function odsOf(workbook: Uint8Array): Promise<Uint8Array> {
  return convert(workbook, 'ods', 'ods')
}

/** The first sheet as it is shown, in UTF-8 between semicolons. */
export async function csvOf(workbook: Uint8Array): Promise<Uint8Array> {
  return convert(workbook, 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false', 'csv')
}

/** The workbook as a web page. */
export async function htmlOf(workbook: Uint8Array): Promise<Uint8Array> {
  return convert(workbook, 'html:HTML (StarCalc)', 'html')
}

/** The workbooks, which may be many, in another format: one call, for starting takes longer than converting. */
export async function allConverted(
  workbooks: readonly Uint8Array[],
  extension: 'ods' | 'xls',
): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'))
  try {
    const names = workbooks.map((_, place) => `workbook${place}`)
    const files = names.map((name) => join(folder, `${name}.xlsx`))
    await Promise.all(workbooks.map((bytes, place) => writeFile(files[place] ?? '', bytes)))
    const user = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const filter = extension === 'xls' ? 'xls:MS Excel 97' : extension
    await run('soffice', [user, '--headless', '--convert-to', filter, '--outdir', folder, ...files])
    return await Promise.all(names.map((name) => readFile(join(folder, `${name}.${extension}`))))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function convert(
  workbook: Uint8Array,
  filter: string,
  extension: string,
  profile?: string,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'))
  try {
    await writeFile(join(folder, 'report.xlsx'), workbook)
    // A profile of its own: another LibreOffice may be running.
    const user = `-env:UserInstallation=file://${profile ?? join(folder, 'profile')}`
    await run('soffice', [
      user,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      folder,
      join(folder, 'report.xlsx'),
    ])
    return await readFile(join(folder, `report.${extension}`))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  return rows
}
