/** How wide the columns of a fresh sheet are: as set, else as the content asks, all together as wide as the paper. */
import type { Column } from '../../shared/model.ts'
import { alignment, type PaperTable } from '../../shared/paper.ts'
import { TABLE_SIZE } from '../../shared/paperText.ts'
import { longestWord, textWidth } from './textWidth.ts'

/** Of a cell's sides and border. */
const PADDING = 9
/** Excel's unit of width, one digit of the workbook's default font (Calibri 11), and what it adds to it. */
const PIXELS_PER_CHARACTER = 7
const PIXELS_ADDED = 5

const LEAST_NAME = 150
const MOST_NAME = 270
const MOST_OTHER = 110

/** Widths in pixels at 96 dots an inch. Wider than `room` only where the figures alone are. */
export function columnWidths(table: PaperTable, room: number): readonly number[] {
  const needs = table.columns.map((column, index) => widthNeeds(table, column, index))
  const least = total(needs.map((need) => need.least))
  const wanted = total(needs.map((need) => need.wanted))
  if (wanted <= room) return filled(table.columns, needs, room - wanted)
  const share = Math.max(0, room - least) / (wanted - least)
  return needs.map((need) => need.least + (need.wanted - need.least) * (wanted > least ? share : 0))
}

/** Pixels to Excel's characters. */
export function excelWidth(pixels: number): number {
  return Math.round(((pixels - PIXELS_ADDED) / PIXELS_PER_CHARACTER) * 100) / 100
}

interface WidthNeeds {
  /** Narrower, and figures or words would be cut. */
  readonly least: number
  readonly wanted: number
}

function widthNeeds(table: PaperTable, column: Column, index: number): WidthNeeds {
  const heads = table.header.flat().filter((cell) => cell.column === index && cell.across === 1)
  const cells = table.rows.flatMap((row) =>
    row.cells
      .filter((cell) => cell.column === index && cell.across === 1)
      .map((cell) => ({ text: cell.text, bold: row.bold })),
  )
  const unbroken = alignment(column.role) === 'right' ? figureWidth : wordWidth
  const least = Math.max(
    column.role === 'name' ? LEAST_NAME : 0,
    ...heads.map((head) => longestWord(head.text, TABLE_SIZE, true)),
    ...cells.map((cell) => unbroken(cell.text, cell.bold)),
  )
  const most = column.role === 'name' ? MOST_NAME : MOST_OTHER
  const content = Math.max(0, ...cells.map((cell) => widestLine(cell.text, cell.bold)))
  const wanted =
    column.width === undefined
      ? Math.min(content, most) + PADDING
      : column.width * PIXELS_PER_CHARACTER + PIXELS_ADDED
  return { least: least + PADDING, wanted: Math.max(wanted, least + PADDING) }
}

/** What is left of the paper's width goes to the names, unless their width was set. */
function filled(columns: readonly Column[], needs: readonly WidthNeeds[], rest: number): readonly number[] {
  const name = columns.findIndex((column) => column.role === 'name' && column.width === undefined)
  return needs.map((need, index) => need.wanted + (index === name ? rest : 0))
}

/** A figure that does not fit shows as ####; a sentence in a column of figures wraps. */
function figureWidth(text: string, bold: boolean): number {
  return text.length <= 16 ? textWidth(text, TABLE_SIZE, bold) : wordWidth(text, bold)
}

function wordWidth(text: string, bold: boolean): number {
  return longestWord(text, TABLE_SIZE, bold)
}

function widestLine(text: string, bold: boolean): number {
  return Math.max(...text.split('\n').map((line) => textWidth(line, TABLE_SIZE, bold)))
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0)
}
