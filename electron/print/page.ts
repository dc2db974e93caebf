/** The HTML of a report on paper: one document to measure it, one with a section for every page to print it. */
import type { Column, Report } from '../../shared/model.ts'
import { alignment, isUnbroken, type PaperRow, type PaperTable } from '../../shared/paper.ts'
import {
  letterheadBlocks,
  signatureBlocks,
  titleLines,
  type PaperBlock,
  type PaperLine,
} from '../../shared/paperText.ts'
import { breakableHtml, escapeHtml, withSlots } from './html.ts'
import type { PageRows } from './paginate.ts'
import { TABLE_BORDER, type Setting } from './paper.ts'
import { styles } from './styles.ts'

/** One printed page: some rows of a table, perhaps the title above, notes and the signature below them. */
export interface PrintedPage {
  readonly table: PaperTable
  /** In CSS pixels, as measured: every page of a table has the same columns. */
  readonly columnWidths: readonly number[]
  /** The table's rows and, counted on, its notes. */
  readonly rows: PageRows
  readonly title: boolean
  readonly signature: boolean
}

/** The whole report in one piece, to be measured: title block, every row of every table, notes, signature. */
export function measuringDocument(report: Report, tables: readonly PaperTable[], setting: Setting): string {
  const body = [
    titleBlock(report),
    ...tables.map((table) => tableHtml(table, table.rows, undefined)),
    ...tables.flatMap(({ notes }) => notes.map(noteHtml)),
    signatureBlock(report),
  ]
  return documentHtml(report, setting, body.join('\n'))
}

/** The report page by page. Page numbers are its own, from 2 on. */
export function printedDocument(report: Report, pages: readonly PrintedPage[], setting: Setting): string {
  return documentHtml(
    report,
    setting,
    pages.map((page, index) => section(report, page, index + 1)).join('\n'),
  )
}

function documentHtml(report: Report, setting: Setting, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(report.title)}</title>
<style>${styles(setting)}</style>
</head>
<body>
${body}
</body>
</html>`
}

function section(report: Report, page: PrintedPage, number: number): string {
  const { start, end } = page.rows
  const rows = page.table.rows.slice(start, end)
  const count = page.table.rows.length
  const notes = page.table.notes.slice(Math.max(0, start - count), Math.max(0, end - count))
  const headerAlone = count === 0 && page.title
  const parts = [
    number > 1 ? `<p class="number">${number}</p>` : '',
    page.title ? titleBlock(report) : '',
    rows.length > 0 || headerAlone ? tableHtml(page.table, rows, page.columnWidths) : '',
    ...notes.map(noteHtml),
    page.signature ? signatureBlock(report) : '',
  ]
  return `<section>\n${parts.filter((part) => part !== '').join('\n')}\n</section>`
}

function titleBlock(report: Report): string {
  const lines = titleLines(report.title)
  const parts = [
    blocksHtml('letterhead', letterheadBlocks(report.letterhead)),
    ...lines.map((line) => `<h1 class="title">${escapeHtml(line)}</h1>`),
    report.subtitle === '' ? '' : `<p class="subtitle">${withSlots(escapeHtml(report.subtitle))}</p>`,
    lines.length > 0 || report.subtitle !== '' ? '<div class="rule"></div>' : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? `<div class="title-block">\n${parts.join('\n')}\n</div>` : ''
}

function noteHtml(note: string): string {
  return `<p class="note">${breakableHtml(note)}</p>`
}

function signatureBlock(report: Report): string {
  return blocksHtml('signature', signatureBlocks(report.signature))
}

/** Left and right halves of the page; what stands in the centre has the whole width. */
function blocksHtml(className: string, blocks: readonly PaperBlock[]): string {
  if (blocks.length === 0) return ''
  const at = (side: PaperBlock['side']) => blocks.find((block) => block.side === side)
  const halves = blocks.some((block) => block.side !== 'centre')
  const centre = at('centre')
  return [
    `<div class="${className}">`,
    halves ? `<div class="halves">${blockHtml(at('left'))}${blockHtml(at('right'))}</div>` : '',
    centre ? blockHtml(centre) : '',
    '</div>',
  ].join('')
}

function blockHtml(block: PaperBlock | undefined): string {
  return `<div class="block ${block?.align ?? 'centre'}">${(block?.lines ?? []).map(lineHtml).join('')}</div>`
}

function lineHtml(line: PaperLine): string {
  const style = [
    `font-size:${line.size}pt`,
    line.bold ? 'font-weight:bold' : '',
    line.italic ? 'font-style:italic' : '',
  ]
  const text = withSlots(escapeHtml(line.text))
  const ruled = line.rule === undefined ? text : `<span class="${line.rule}">${text}</span>`
  return `<p style="${style.filter((part) => part !== '').join(';')}">${ruled}</p>`
}

function tableHtml(
  table: PaperTable,
  rows: readonly PaperRow[],
  widths: readonly number[] | undefined,
): string {
  const columns = table.columns.map((_, index) => {
    const width = widths?.[index]
    return width === undefined ? '<col>' : `<col style="width:${width}px">`
  })
  const total = widths?.reduce((sum, width) => sum + width, TABLE_BORDER)
  return [
    total === undefined ? '<table>' : `<table style="width:${total}px">`,
    `<colgroup>${columns.join('')}</colgroup>`,
    `<thead>${table.header.map((cells) => `<tr>${cells.map(headerCell).join('')}</tr>`).join('\n')}</thead>`,
    `<tbody>${rows.map((row) => rowHtml(row, table.columns)).join('\n')}</tbody>`,
    '</table>',
  ].join('\n')
}

function headerCell(cell: PaperTable['header'][number][number]): string {
  return `<th${span('colspan', cell.across)}${span('rowspan', cell.down)}>${breakableHtml(cell.text)}</th>`
}

function rowHtml(row: PaperRow, columns: readonly Column[]): string {
  const cells = row.cells.map((cell) => {
    const column = columns[cell.column]
    const mark = cell.mark === undefined ? '' : `<sup>${escapeHtml(cell.mark)}</sup>`
    return `<td class="${column ? cellClass(column, cell.text) : ''}"${span('colspan', cell.across)}>${breakableHtml(cell.text)}${mark}</td>`
  })
  return `<tr${row.bold ? ' class="bold"' : ''}>${cells.join('')}</tr>`
}

function cellClass(column: Column, text: string): string {
  return `${alignment(column.role)}${isUnbroken(column, text) ? ' unbroken' : ''}`
}

function span(attribute: string, cells: number): string {
  return cells > 1 ? ` ${attribute}="${cells}"` : ''
}
