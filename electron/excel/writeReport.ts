/** A report as a fresh workbook that can be handed in: title lines, merged header, figures as numbers, page set up for A4. */
import type * as ExcelJS from 'exceljs'
import type { Computed } from '../../shared/calculate.ts'
import { isFigure } from '../../shared/columns.ts'
import type { Column, Report, Row } from '../../shared/model.ts'
import { alignment, paperTable, type PaperOptions, type PaperTable } from '../../shared/paper.ts'
import { fitsPortrait, NUMBER_FROM_EDGE, PAPER, textArea } from '../../shared/paperSize.ts'
import {
  letterheadBlocks,
  NOTE_SIZE,
  signatureBlocks,
  SUBTITLE_SIZE,
  TABLE_SIZE,
  TITLE_SIZE,
  titleLines,
  type PaperBlock,
} from '../../shared/paperText.ts'
import { columnWidths, excelWidth } from './columnWidths.ts'
import { withDefaultFont } from './defaultFont.ts'
import { excelFigure, type ExcelFigure } from './excelFigure.ts'
import { sheetName } from './sheetName.ts'
import { encodeText } from './text.ts'
import { lineCount, rowHeight } from './textWidth.ts'

/** Also the default font of the workbook, at the table's size: `excelWidth` counts on it. */
const FONT = 'Times New Roman'
/** exceljs declares the names of the paper sizes, but has none of them at run time. */
const A4 = { paperSize: 9 }
/** Left free of the width for text, in pixels, so that Excel need not shrink the table. */
const SPARE = 6
/** Of a cell's sides and border, in pixels. */
const CELL_PADDING = 5
/** Excel's number format for "as typed". */
const AS_TEXT = '@'

type HorizontalAlignment = 'left' | 'center' | 'right'

/** Where on the sheet something stands: rows and columns from 1. */
interface Place {
  readonly row: number
  readonly column: number
  readonly across: number
  readonly down: number
}

interface Look {
  readonly bold: boolean
  readonly italic?: boolean
  readonly size: number
  readonly align: HorizontalAlignment
  readonly border?: boolean
}

/** What is being written, from top to bottom. */
interface Page {
  readonly sheet: ExcelJS.Worksheet
  /** In pixels; at least one. */
  readonly widths: readonly number[]
  /** The last row in use. */
  row: number
}

/** The bytes of an .xlsx holding the report as it is shown (`shown`), without hidden columns and rows. */
export async function reportWorkbook(
  report: Report,
  computed: Computed,
  options: PaperOptions = {},
): Promise<Uint8Array> {
  // Loaded when first needed: it takes a noticeable part of the program's start.
  const { Workbook } = (await import('exceljs')).default
  const workbook = new Workbook()
  workbook.creator = 'Biểu Chỉ tiêu'
  workbook.title = encodeText(report.title)
  const table = paperTable(report, computed, options)
  const sheet = workbook.addWorksheet(sheetName(report.source?.sheet ?? report.title))
  const page = { sheet, widths: setUpColumns(sheet, table), row: 0 }

  writeBlocks(page, letterheadBlocks(report.letterhead))
  writeTitle(page, report)
  writeHeader(page, table)
  for (const row of table.rows) writeRow(page, table, row)
  writeNotes(page, table.notes)
  const signature = signatureBlocks(report.signature)
  if (signature.length > 0) page.row += 1
  writeBlocks(page, signature)
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return withDefaultFont(bytes, FONT, TABLE_SIZE)
}

function setUpColumns(sheet: ExcelJS.Worksheet, table: PaperTable): readonly number[] {
  const landscape = !fitsPortrait(table.columns.length)
  const millimetres = (length: number) => length / 25.4
  sheet.pageSetup = {
    orientation: landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    // As many pages down as it takes.
    fitToHeight: 0,
    margins: {
      top: millimetres(PAPER.top),
      bottom: millimetres(PAPER.bottom),
      left: millimetres(PAPER.left),
      right: millimetres(PAPER.right),
      header: millimetres(NUMBER_FROM_EDGE),
      footer: millimetres(NUMBER_FROM_EDGE),
    },
  }
  Object.assign(sheet.pageSetup, A4)
  sheet.headerFooter.differentFirst = true
  sheet.headerFooter.oddHeader = `&C&"${FONT},Regular"&13&P`
  const room = textArea(landscape).width - SPARE
  const widths = columnWidths(table, room)
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = excelWidth(width)
  })
  return widths.length > 0 ? widths : [room]
}

function writeTitle(page: Page, report: Report): void {
  const whole = { column: 1, across: page.widths.length, down: 1 }
  const title = titleLines(report.title).join('\n')
  if (title !== '') {
    page.row += 1
    writeLine(page, { ...whole, row: page.row }, title, {
      bold: true,
      size: TITLE_SIZE,
      align: 'center',
    })
  }
  if (report.subtitle !== '') {
    page.row += 1
    const look: Look = { bold: false, italic: true, size: SUBTITLE_SIZE, align: 'center' }
    writeLine(page, { ...whole, row: page.row }, report.subtitle, look)
  }
  if (page.row > 0) page.row += 1
}

function writeHeader(page: Page, table: PaperTable): void {
  const first = page.row + 1
  const last = page.row + table.header.length
  const look: Look = { bold: true, size: TABLE_SIZE, align: 'center', border: true }
  table.header.forEach((cells, level) => {
    for (const cell of cells) {
      const place = { row: first + level, column: cell.column + 1, across: cell.across, down: cell.down }
      put(page, place, cell.text, look)
    }
  })
  headerHeights(page, table).forEach((height, level) => {
    page.sheet.getRow(first + level).height = height
  })
  page.sheet.pageSetup.printTitlesRow = `${first}:${last}`
  page.row = last
}

/** Of each header row in points: its own texts, and in the last one what the names that reach down to it still need. */
function headerHeights(page: Page, table: PaperTable): readonly number[] {
  const needed = (cell: PaperTable['header'][number][number]) =>
    rowHeight(
      lineCount(cell.text, TABLE_SIZE, true, roomForText(page, cell.column + 1, cell.across)),
      TABLE_SIZE,
    )
  const heights = table.header.map((cells) =>
    Math.max(rowHeight(1, TABLE_SIZE), ...cells.filter((cell) => cell.down === 1).map(needed)),
  )
  const missing = table.header.flatMap((cells, level) =>
    cells
      .filter((cell) => cell.down > 1)
      .map((cell) => needed(cell) - heights.slice(level).reduce((sum, height) => sum + height, 0)),
  )
  const more = Math.max(0, ...missing)
  return heights.map((height, level) => (level === heights.length - 1 ? height + more : height))
}

function writeRow(page: Page, table: PaperTable, { row, bold, cells }: PaperTable['rows'][number]): void {
  page.row += 1
  for (const cell of cells) {
    const column = table.columns[cell.column]
    if (column === undefined) continue
    const mark = cell.mark === undefined ? '' : ` ${cell.mark}`
    const figure = withMark(figureIn(row, column, cell.text), mark)
    const place = { row: page.row, column: cell.column + 1, across: cell.across, down: 1 }
    put(page, place, figure ?? cell.text + mark, {
      bold,
      size: TABLE_SIZE,
      align: cell.across > 1 ? 'left' : horizontal(alignment(column.role)),
      border: true,
    })
    growRow(page, place, cell.text + mark, TABLE_SIZE, bold)
    if (figure === undefined && mayBeMistaken(column, cell.text)) {
      page.sheet.getCell(place.row, place.column).numFmt = AS_TEXT
    }
  }
}

/** The mark is part of the format: the cell still holds a number. */
function withMark(figure: ExcelFigure | undefined, mark: string): ExcelFigure | undefined {
  return figure === undefined || mark === '' ? figure : { ...figure, format: `${figure.format}"${mark}"` }
}

/** Apart from the table by an empty row, across its whole width. */
function writeNotes(page: Page, notes: readonly string[]): void {
  if (notes.length > 0) page.row += 1
  for (const note of notes) {
    page.row += 1
    const place = { row: page.row, column: 1, across: page.widths.length, down: 1 }
    writeLine(page, place, note, { bold: false, size: NOTE_SIZE, align: 'left' })
  }
}

function figureIn(row: Row, column: Column, text: string): ExcelFigure | undefined {
  if (column.role === 'ordinal') return /^\d{1,9}$/.test(text) ? excelFigure(text) : undefined
  if (!isFigure(column.role)) return undefined
  const cell = row.cells[column.id]
  return cell?.text === text && cell.quantity ? excelFigure(text, cell.quantity.value) : excelFigure(text)
}

/** Whether Excel, once a person edits the cell, would make a figure, a date or a formula of the text. */
function mayBeMistaken(column: Column, text: string): boolean {
  if (/^[-+=@]/u.test(text)) return true
  return text !== '' && (column.role === 'ordinal' || column.role === 'code' || isFigure(column.role))
}

/** Left and right side by side, the centre below them, a row for each line; the space is above what is in the centre. */
function writeBlocks(page: Page, blocks: readonly PaperBlock[]): void {
  if (blocks.length === 0) return
  const columns = page.widths.length
  const half = halfOf(page.widths)
  const spans = {
    left: { column: 1, across: half },
    right: { column: half + 1, across: columns - half },
    centre: { column: 1, across: columns },
  }
  // With a single column there is no room side by side.
  const beside = columns > 1 ? blocks.filter((block) => block.side !== 'centre') : []
  const below = blocks.filter((block) => !beside.includes(block))
  const first = page.row + 1
  for (const block of beside) writeLines(page, block, first, spans[block.side])
  page.row += Math.max(0, ...beside.map((block) => block.lines.length))
  if (beside.length > 0 && below.length > 0) page.row += 1
  for (const block of below) {
    writeLines(page, block, page.row + 1, spans.centre)
    page.row += block.lines.length
  }
  if (!below.some((block) => block.side === 'centre')) page.row += 1
}

function writeLines(
  page: Page,
  { lines, align }: PaperBlock,
  first: number,
  span: { readonly column: number; readonly across: number },
): void {
  lines.forEach((line, index) => {
    if (line.text === '') return
    const look: Look = { bold: line.bold, italic: line.italic, size: line.size, align: horizontal(align) }
    writeLine(page, { ...span, row: first + index, down: 1 }, line.text, look)
  })
}

/** How many columns make up the left half of the table, as near as the columns allow; at least one, never all. */
function halfOf(widths: readonly number[]): number {
  const middle = widths.reduce((sum, width) => sum + width, 0) / 2
  let best = 1
  let left = 0
  let nearest = Infinity
  widths.slice(0, -1).forEach((width, index) => {
    left += width
    if (Math.abs(left - middle) >= nearest) return
    nearest = Math.abs(left - middle)
    best = index + 1
  })
  return best
}

function writeLine(page: Page, place: Place, text: string, look: Look): void {
  put(page, place, text, look)
  growRow(page, place, text, look.size, look.bold)
}

function put(page: Page, place: Place, value: string | ExcelFigure, look: Look): void {
  const cell = page.sheet.getCell(place.row, place.column)
  cell.font = { name: FONT, size: look.size, bold: look.bold, italic: look.italic === true }
  cell.alignment = { horizontal: look.align, vertical: 'middle', wrapText: true }
  if (look.border === true) {
    const thin = { style: 'thin' } as const
    cell.border = { top: thin, left: thin, bottom: thin, right: thin }
  }
  if (typeof value === 'string') {
    // An empty cell stays empty: it has its borders, and no text of no letters.
    if (value !== '') cell.value = encodeText(value.normalize('NFC'))
  } else {
    cell.value = value.value
    cell.numFmt = value.format
  }
  const { row, column, across, down } = place
  if (across > 1 || down > 1) page.sheet.mergeCells(row, column, row + down - 1, column + across - 1)
}

/**
 * Makes the row of a text high enough for it. Programs fit heights only as a sheet is edited, and never to merged cells,
 * so a fresh sheet states them all.
 */
function growRow(page: Page, place: Place, text: string, size: number, bold: boolean): void {
  const row = page.sheet.getRow(place.row)
  const lines = lineCount(text, size, bold, roomForText(page, place.column, place.across))
  row.height = Math.max(row.height || 0, rowHeight(lines, size))
}

/** In pixels, inside the cells from this column (from 1) on. */
function roomForText(page: Page, column: number, across: number): number {
  return page.widths.slice(column - 1, column - 1 + across).reduce((sum, width) => sum + width, -CELL_PADDING)
}

function horizontal(align: 'left' | 'centre' | 'right'): HorizontalAlignment {
  return align === 'centre' ? 'center' : align
}
