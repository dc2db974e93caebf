/** Reading workbooks beside the two libraries that office programs read them with, all in one process in turns. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read as readBySheetJs } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { xlsx } from '../excel/xlsx.ts'
import { median, type BenchRow } from './bench.ts'

const COLUMNS = 10
const MEGABYTES_ALLOWED = 150
const MEGABYTES_ALLOWED_FOR_MOST = 500

type Reader = (bytes: Uint8Array<ArrayBuffer>) => unknown

const readers = {
  own: (bytes) => {
    const result = readWorkbook(bytes)
    if (!result.ok) throw new Error(result.failure.reason)
    return result.value
  },
  exceljs: (bytes) => new ExcelJS.Workbook().xlsx.load(bytes.buffer),
  // The faster of its two ways to keep cells.
  sheetjs: (bytes) => readBySheetJs(bytes, { type: 'buffer', dense: true }),
} satisfies Record<string, Reader>

export default async function reading(): Promise<readonly BenchRow[]> {
  const big = await workbook(5_000)
  const small = await workbook(100)
  const hundred = Array.from({ length: 100 }, () => small)
  const bigTimes = await timesOf([big], 9, median)
  const smallTimes = await timesOf(hundred, 5, (times) => times.reduce((sum, time) => sum + time))
  return [
    ...rowsOf('read 5,000 rows', bigTimes, 1 / 4),
    ...rowsOf('read 500 files of 100 rows', smallTimes, 1 / 5),
    {
      job: 'memory of a process that reads 5,000 rows',
      against: 'what it may take',
      ours: megabytesToRead(big),
      peer: MEGABYTES_ALLOWED,
      unit: 'MB',
      budget: 1,
    },
    {
      job: 'memory of a process that reads 100,000 rows',
      against: 'what it may take',
      ours: megabytesToRead(most(100_000)),
      peer: MEGABYTES_ALLOWED_FOR_MOST,
      unit: 'MB',
      budget: 1,
    },
  ]
}

/** As Excel writes a long table: shared names, formulas, figures with all their digits. */
function most(rows: number): Uint8Array {
  const strings = Array.from({ length: 5_000 }, (_, index) => `<si><t>Chỉ tiêu số ${index}</t></si>`)
  const lines = Array.from({ length: rows }, (_, index) => {
    const row = index + 1
    const figures = ['D', 'E', 'F', 'G', 'H'].map(
      (column, place) => `<c r="${column}${row}" s="1"><v>${(index * 7_919 + place) / 7}</v></c>`,
    )
    return `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" t="s"><v>${index % 5_000}</v></c><c r="C${row}" t="s"><v>1</v></c>${figures.join('')}<c r="I${row}"><f>E${row}/D${row}*100</f><v>${index / 3}</v></c><c r="J${row}" t="s"><v>${index % 7}</v></c></row>`
  })
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs>'
  return xlsx({ rows: lines.join(''), strings: strings.join(''), styles })
}

/** A table as offices make it: texts, some of them often the same, and formatted figures with border and font. */
async function workbook(rows: number): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Biểu')
  const border = { top: { style: 'thin' }, left: { style: 'thin' } } as const
  for (let index = 1; index <= rows; index++) {
    const name = `Diện tích gieo trồng cây hằng năm của thôn số ${index}`
    const figures = [index * 1.5, index * 1.37, (index * 137) / 150, index / 7, index * 31]
    const row = sheet.addRow([
      index,
      name,
      'Ha',
      ...figures,
      index % 3 === 0 ? 'Vượt' : 'Đạt',
      `Ghi chú ${index % 50}`,
    ])
    for (let column = 1; column <= COLUMNS; column++) {
      Object.assign(row.getCell(column), { font: { name: 'Times New Roman', size: 12 }, border })
      if (column > 3 && column < 9) row.getCell(column).numFmt = '#,##0.##'
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

type Times = Readonly<Record<keyof typeof readers, number>>

/** The times of each reader for all files, in turns so that a busy moment hits them alike, as one figure. */
async function timesOf(
  files: readonly Uint8Array<ArrayBuffer>[],
  rounds: number,
  figure: (times: readonly number[]) => number,
): Promise<Times> {
  const times: Record<keyof typeof readers, number[]> = { own: [], exceljs: [], sheetjs: [] }
  const warmUp = files.slice(0, 10)
  for (const reader of Object.values(readers)) for (const bytes of warmUp) await reader(bytes)
  for (let round = 0; round < rounds; round++) {
    for (const name of ['own', 'exceljs', 'sheetjs'] as const) {
      const start = performance.now()
      for (const bytes of files) await readers[name](bytes)
      times[name].push(performance.now() - start)
    }
  }
  return { own: figure(times.own), exceljs: figure(times.exceljs), sheetjs: figure(times.sheetjs) }
}

/** `budget` is against exceljs. */
function rowsOf(job: string, { own, exceljs, sheetjs }: Times, budget: number): readonly BenchRow[] {
  return [
    { job, against: 'exceljs', ours: own, peer: exceljs, unit: 'ms', budget },
    { job, against: '@e965/xlsx', ours: own, peer: sheetjs, unit: 'ms', budget: 1 / 2 },
  ]
}

/** The most memory that a fresh process ever holds while it reads the file. */
function megabytesToRead(bytes: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), 'reading-bench-'))
  try {
    const file = join(folder, 'big.xlsx')
    writeFileSync(file, bytes)
    const reader = new URL('../../electron/excel/readWorkbook.ts', import.meta.url).href
    const program = `
      import { readFileSync } from 'node:fs'
      import { readWorkbook } from ${JSON.stringify(reader)}
      if (!readWorkbook(readFileSync(process.argv[1])).ok) process.exit(1)
      console.log(process.resourceUsage().maxRSS / 1024)`
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program, file])
    if (status !== 0) throw new Error('The process that reads failed.')
    return Number(stdout.toString())
  } finally {
    rmSync(folder, { recursive: true })
  }
}
