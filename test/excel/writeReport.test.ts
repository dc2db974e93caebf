import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/excel/readWorkbook.ts'
import { reportWorkbook } from '../../electron/excel/writeReport.ts'
import { calculate } from '../../shared/calculate.ts'
import { planImport } from '../../shared/layout/planImport.ts'
import { reportFromTable } from '../../shared/layout/toReport.ts'
import type { Report } from '../../shared/model.ts'
import { headerOf } from '../../shared/paper.ts'
import { shown } from '../../shared/shown.ts'
import { valuesOf, pdfOf } from '../libreOffice.ts'
import { changed, everyKind, tall, wide } from '../outputReports.ts'
import { pdfPages } from '../pdf.ts'
import { build } from '../shared/building.ts'
import { importFixture } from '../shared/importing.ts'

const CONVERTING = 120_000

/** What no XML may hold. */
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

function written(report: Report): Promise<Uint8Array> {
  return reportWorkbook(report, calculate(report))
}

/** What the program itself reads from the workbook. */
function readAgain(bytes: Uint8Array): Report {
  const read = readWorkbook(bytes)
  if (!read.ok) throw new Error(read.failure.reason)
  const [table] = planImport(read.value).tables
  if (table === undefined) throw new Error('no table')
  return reportFromTable(table, {}, { file: 'x', hash: 'x' }, randomUUID, '2024-07-01T08:00:00.000Z')
}

/** The sheet as another library sees it. */
async function sheetOf(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  // exceljs declares a Buffer type of its own.
  await workbook.xlsx.load(bytes.buffer as Parameters<typeof workbook.xlsx.load>[0])
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

/** Everything of a report that a workbook can carry, without ids. */
function contentOf(report: Report) {
  const computed = calculate(report)
  return {
    title: report.title,
    subtitle: report.subtitle,
    period: report.period,
    office: report.office,
    letterhead: report.letterhead,
    signature: report.signature,
    columns: report.columns.map((column) => ({ role: column.role, header: headerOf(column) })),
    rows: report.rows.map((row) => ({
      kind: row.kind,
      level: row.level,
      mark: row.mark,
      ordinal: row.ordinal,
      name: row.name,
      unit: row.unit,
      cells: report.columns.map((column) => row.cells[column.id]?.quantity),
      shown: report.columns.map((column) => shown(report, row, column, computed).text),
      computed: report.columns.map((column) => computed.get(row.id)?.[column.id]),
    })),
  }
}

describe('texts that XML cannot hold', () => {
  it.each(['\u0001', '\u000b', '\r', '\u001f', '\u007f', '\ufffe', '\uffff', '_x0001_', '_x005F_'])(
    '%j comes back as typed, wherever it stands',
    async (odd) => {
      const text = `A${odd}b`
      const made = changed(
        build([['1', text, text, '1', text, '', text]]),
        { title: `BIỂU ${text}` },
        { 1: { header: ['Chỉ tiêu'] }, 3: { header: ['Kế hoạch'] }, 4: { header: ['Thực hiện'] } },
      )
      const bytes = await written(made)
      const read = readWorkbook(bytes)
      if (!read.ok) throw new Error(read.failure.reason)
      const texts = read.value.sheets[0]?.cells.map((cell) => cell.text)
      expect(texts?.filter((each) => each === text)).toHaveLength(4)
      expect(texts).toContain(`BIỂU ${text}`)
      for (const part of Object.values(unzipSync(bytes))) expect(strFromU8(part)).not.toMatch(NO_XML)
    },
  )
})

describe('read back by the program, the workbook gives the same report', () => {
  it.each(['luc-binh-2023', 'bac-kan-6-thang-2024'] as const)('%s', async (name) => {
    const report = importFixture(name)
    expect(contentOf(readAgain(await written(report)))).toEqual(contentOf(report))
  })

  it('with every kind of cell', async () => {
    const report = everyKind()
    expect(contentOf(readAgain(await written(report)))).toEqual(contentOf(report))
  })

  it('after a second time round', async () => {
    const once = readAgain(await written(importFixture('bac-kan-6-thang-2024')))
    expect(contentOf(readAgain(await written(once)))).toEqual(contentOf(once))
  })
})

describe('cells', () => {
  it('hold plain figures as numbers, shown as they were, and other texts as text', async () => {
    const sheet = await sheetOf(await written(everyKind()))
    /** Type, value and number format of plan, actual, ratio and assessment. */
    const figuresOf = (name: string) => {
      const row = sheet.getRow(rowNamed(sheet, name))
      return [4, 5, 6, 7].map((column) => {
        const { value, numFmt } = row.getCell(column)
        return [typeof value, row.getCell(column).text, numFmt].join(' ').trim()
      })
    }
    expect(figuresOf('Diện tích lúa')).toEqual([
      'number 2225.4 #,##0.0',
      'number 2352.97 #,##0.00',
      'number 105.73 0.00',
      'string Vượt',
    ])
    expect(figuresOf('Thôn đạt chuẩn')).toEqual(['number 2 00', 'number 8 00', 'number 400 0', 'string Vượt'])
    expect(figuresOf('Hộ kinh doanh')).toEqual([
      'string >4.000 @',
      'number 4227 #,##0',
      'number 105.68 0.00',
      'string Đánh giá cuối năm',
    ])
    expect(figuresOf('Nuôi trồng thủy sản').slice(0, 2)).toEqual(['number 19 0', 'string 18,6 ha @'])
    expect(figuresOf('Tăng dân số').slice(0, 2)).toEqual(['number -0.25 0.00', 'number 0.9967 0.00%'])
    expect(figuresOf('Trường chuẩn').slice(0, 2)).toEqual(['string 21/34 @', 'number 0 0'])
    expect(figuresOf('Tỷ lệ che phủ').slice(0, 2)).toEqual(['number 65.5 0.00', 'number 65.5 0.0'])
    expect(figuresOf('- Đàn lợn').slice(0, 3)).toEqual([
      'number 21000 #,##0',
      'number 15719 #,##0',
      'number 74.85 0.00',
    ])
  })

  it('keep the digits a format hides', async () => {
    const report = build([['1', 'Tỷ lệ', '%', '100', '', '', '']])
    const cells = {
      c5: { text: '99,7', quantity: { op: '=', value: '99.67' }, flags: ['digits-hidden'] },
    } as const
    const sheet = await sheetOf(await written(changed(report, {}, {}, { 0: { cells } })))
    const cell = sheet.getRow(sheet.rowCount).getCell(5)
    expect([cell.value, cell.numFmt]).toEqual([99.67, '0.0'])
  })

  it('are set as on paper: figures right, words left or centred, framed, in Times New Roman 12', async () => {
    const sheet = await sheetOf(await written(importFixture('luc-binh-2023')))
    const row = sheet.getRow(rowNamed(sheet, 'Nuôi trồng thủy sản'))
    const alignments = [1, 2, 3, 4, 5, 6, 7].map((column) => row.getCell(column).alignment.horizontal)
    expect(alignments).toEqual(['center', 'left', 'center', 'right', 'right', 'right', 'center'])
    for (const column of [1, 2, 3, 4, 5, 6, 7]) {
      const { font, border, alignment } = row.getCell(column)
      expect(font).toEqual({ name: 'Times New Roman', size: 12 })
      expect(Object.values(border).map((side) => side.style)).toEqual(['thin', 'thin', 'thin', 'thin'])
      expect(alignment.wrapText).toBe(true)
    }
  })

  it('keep texts that a file or Excel could take for something else', async () => {
    const names = ['Có <mới> & "cũ"', '_x0041_ là chữ', '=1+1', '- gạch', '@a', "'nháy", '1/2']
    const report = build(names.map((name, row) => [String(row + 1), name, 'Ha', '1', '2', '', '']))
    const headers = ['TT', 'Chỉ tiêu', 'Đơn vị', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ %', 'Đánh giá']
    const columns = Object.fromEntries(headers.map((header, place) => [place, { header: [header] }]))
    const bytes = await written(changed(report, {}, columns))
    expect(readAgain(bytes).rows.map((row) => [row.mark, row.name].join(' ').trim())).toEqual(names)
    const sheet = await sheetOf(bytes)
    const formats = names.map((name) => [name, sheet.getRow(rowNamed(sheet, name)).getCell(2).numFmt])
    expect(formats.filter(([, format]) => format === '@').map(([name]) => name)).toEqual([
      '=1+1',
      '- gạch',
      '@a',
    ])
  })
})

describe('the sheet', () => {
  it('has the label of an appendix right above the title, an empty row below the letterhead', async () => {
    const report: Report = {
      ...everyKind(),
      title: 'KẾT QUẢ NĂM 2024',
      letterhead: [
        { side: 'left', lines: ['ỦY BAN NHÂN DÂN', 'XÃ TÂN HÒA'] },
        { side: 'right', lines: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'] },
        { side: 'centre', lines: ['Phụ lục I'] },
      ],
    }
    const bytes = await written(report)
    const sheet = await sheetOf(bytes)
    expect([1, 2, 3, 4, 5].map((row) => sheet.getCell(row, 1).text)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'XÃ TÂN HÒA',
      '',
      'Phụ lục I',
      'KẾT QUẢ NĂM 2024',
    ])
    expect(readAgain(bytes).letterhead).toContainEqual({ side: 'centre', lines: ['Phụ lục I'] })
  })

  it('has title, subtitle and letterhead merged across, in their type', async () => {
    const sheet = await sheetOf(await written(importFixture('luc-binh-2023')))
    const title = sheet.getCell(rowNamed(sheet, 'BIỂU KẾT QUẢ CÁC CHỈ TIÊU CHỦ YẾU NĂM 2023', 1), 1)
    expect(title.font).toMatchObject({ name: 'Times New Roman', size: 14, bold: true })
    const subtitle = sheet.getCell(Number(title.row) + 1, 1)
    expect(subtitle.text).toMatch(/^\(Kèm theo/)
    expect(subtitle.font).toMatchObject({ italic: true, size: 13 })
    for (const cell of [title, subtitle]) {
      expect(cell.master.address).toBe(cell.address)
      expect(sheet.getCell(Number(cell.row), 7).master.address).toBe(cell.address)
    }
    expect(sheet.getCell('A1').text).toBe('ĐẢNG BỘ HUYỆN BẠCH THÔNG')
    expect([sheet.getCell('A1').font.bold, sheet.getCell('A2').font.bold]).toEqual([undefined, true])
    expect(sheet.getCell('G1').text).toBe('ĐẢNG CỘNG SẢN VIỆT NAM')
  })

  it('merges groups across, single columns down and section names over the row', async () => {
    const bytes = await written(importFixture('luc-binh-2023'))
    const read = readWorkbook(bytes)
    if (!read.ok) throw new Error(read.failure.reason)
    const sheet = read.value.sheets[0]
    const at = (text: string) => sheet?.cells.find((cell) => cell.text === text)
    const mergeAt = (text: string) =>
      sheet?.merges.find((merge) => merge.top === at(text)?.row && merge.left === at(text)?.column)
    const header = at('TT')?.row ?? 0
    expect(mergeAt('TT')).toEqual({ top: header, left: 1, bottom: header + 1, right: 1 })
    expect(mergeAt('Kết quả năm 2023')).toEqual({ top: header, left: 5, bottom: header, right: 6 })
    expect(mergeAt('CHỈ TIÊU KINH TẾ')).toMatchObject({ left: 2, right: 7 })
    expect(at('CHỈ TIÊU KINH TẾ')?.bold).toBe(true)
    const { pageSetup } = await sheetOf(bytes)
    expect(pageSetup.printTitlesRow).toBe(`${header}:${header + 1}`)
    expect(sheet?.name).toBe('Biểu kết quả')
  })

  it('is set up for A4, upright up to seven columns, with the margins of the rules', async () => {
    const upright = await sheetOf(await written(importFixture('luc-binh-2023')))
    expect(upright.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    })
    const { top, bottom, left, right } = upright.pageSetup.margins ?? {}
    const millimetres = [top, bottom, left, right].map((inches) => Math.round((inches ?? 0) * 25.4))
    expect(millimetres).toEqual([20, 20, 30, 15])
    expect(upright.headerFooter.differentFirst).toBe(true)
    expect(upright.headerFooter.oddHeader).toMatch(/^&C.*&P$/)
    const across = await sheetOf(await written(wide(9, 5)))
    expect(across.pageSetup.orientation).toBe('landscape')
  })

  it('leaves hidden columns and rows out', async () => {
    const report = changed(everyKind(), {}, { 7: { hidden: true } }, { 1: { hidden: true } })
    const again = readAgain(await written(report))
    expect(again.columns.map((column) => column.role)).not.toContain('note')
    expect(again.rows.map((row) => row.name)).not.toContain('Diện tích lúa')
    expect(again.rows).toHaveLength(report.rows.length - 1)
  })

  it('has no signature where the report has none', async () => {
    const report = importFixture('bac-kan-6-thang-2024')
    const sheet = await sheetOf(await written(report))
    expect(sheet.rowCount).toBe(rowNamed(sheet, report.rows.at(-1)?.name ?? '?'))
  })

  it('is high enough for wrapped names', async () => {
    const sheet = await sheetOf(await written(tall([3, 60])))
    const heights = [sheet.rowCount - 1, sheet.rowCount].map((row) => sheet.getRow(row).height)
    expect(heights[0]).toBe(19)
    expect(heights[1]).toBeGreaterThan(60)
  })

  it('has Times New Roman 12 as the default font, not the Calibri of exceljs', async () => {
    const styles = strFromU8(unzipSync(await written(everyKind()))['xl/styles.xml'] ?? new Uint8Array())
    const [first] = /<font>.*?<\/font>/.exec(styles) ?? []
    expect(first).toContain('"Times New Roman"')
    expect(first).toContain('<sz val="12"/>')
    expect(styles).not.toContain('Calibri')
  })

  it.each([
    [
      'no columns',
      changed(
        build([]),
        { title: '' },
        Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((c) => [c, { hidden: true }])),
      ),
    ],
    ['no rows', build([])],
    [
      'one column',
      changed(everyKind(), {}, Object.fromEntries([0, 2, 3, 4, 5, 6, 7].map((c) => [c, { hidden: true }]))),
    ],
    ['sixty columns', wide(57, 5)],
  ])('is written of a report with %s', async (_, report) => {
    expect(readWorkbook(await written(report)).ok).toBe(true)
  })
})

describe('LibreOffice', () => {
  it.each(['luc-binh-2023', 'bac-kan-6-thang-2024'] as const)(
    'reads the same figures: %s',
    async (name) => {
      const report = importFixture(name)
      const bytes = await written(report)
      const found = await valuesOf(bytes)
      const computed = calculate(report)
      const expected = report.rows
        .filter((row) => row.kind !== 'section')
        .map((row) =>
          report.columns.map((column) => plainValue(shown(report, row, column, computed).text, column.role)),
        )
      const first = found.findIndex((row) => row[1] === expected[0]?.[1])
      const names = new Set(expected.map((row) => row[1]))
      const rows = found.slice(first).filter((row) => names.has(row[1] ?? ''))
      expect(rows).toEqual(expected)
    },
    CONVERTING,
  )

  it(
    'prints it with the header on every page and the page number from the second on',
    async () => {
      const pages = await pdfPages(await pdfOf(await written(importFixture('bac-kan-6-thang-2024'))))
      expect(pages.length).toBeGreaterThan(1)
      pages.forEach((page, index) => {
        expect([Math.round(page.width), Math.round(page.height)]).toEqual([210, 297])
        expect(page.text).toContain('Đơn vị tính')
        const number = page.words.find((word) => word.top < 20 && word.text === String(index + 1))
        expect(number !== undefined).toBe(index > 0)
      })
    },
    CONVERTING,
  )
})

describe('notes below the table', () => {
  const reasons = { 3: { overrides: { c6: { text: '105', reason: 'Do thiên tai' } } } }
  const report = changed(everyKind(), {}, {}, reasons)
  const bytes = reportWorkbook(report, calculate(report), { reasons: true })

  it('say why cells were overruled; a marked figure is still a number', async () => {
    const sheet = await sheetOf(await bytes)
    const cell = sheet.getRow(rowNamed(sheet, 'Hộ kinh doanh')).getCell(6)
    expect([cell.value, cell.numFmt]).toEqual([105, '0" (1)"'])
    const note = rowNamed(sheet, '(1) Sửa tay: Do thiên tai', 1)
    expect(note).toBeGreaterThan(rowNamed(sheet, 'Tổng cộng') + 1)
    expect(rowNamed(sheet, 'Ghi chú:', 1)).toBe(note - 1)
    expect(sheet.getCell(note, 8).isMerged).toBe(true)
  })

  it('are no rows of the table when it is read again, nor part of the signature', async () => {
    const again = readAgain(await bytes)
    expect(again.rows.map(({ name }) => name)).toEqual(report.rows.map(({ name }) => name))
    expect(again.signature).toEqual(report.signature)
  })
})

/** A plain Vietnamese figure as a sheet stores it; every other text as it is. */
function plainValue(text: string, role: string): string {
  if (['name', 'unit', 'note', 'assessment'].includes(role)) return text
  if (!/^\d+(\.\d{3})*(,\d+)?$/.test(text)) return text
  return String(Number(text.replaceAll('.', '').replace(',', '.')))
}

function rowNamed(sheet: ExcelJS.Worksheet, text: string, column = 2): number {
  let found = 0
  sheet.eachRow((row, number) => {
    if (row.getCell(column).value === text) found = number
  })
  return found
}
