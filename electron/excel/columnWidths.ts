/** How wide the columns of a fresh sheet are: as set, else as the content asks, all together as wide as the paper. */
import type { Column } from '../../shared/model.ts'
import { isUnbroken, type PaperTable } from '../../shared/paper.ts'
import { TABLE_SIZE } from '../../shared/paperText.ts'
import { shareWidth, widthNeed, type WidthNeed } from '../../shared/paperWidths.ts'
import { longestWord, textWidth } from './textWidth.ts'

/** Of a cell's sides and border, in pixels, with a little to spare. */
const PADDING = 9
/** Excel's unit of width is one digit of the workbook's default font: ours, and the one that most workbooks have. */
const TIMES_12_DIGIT = 8
const CALIBRI_11_DIGIT = 7

/** Widths in pixels at 96 dots an inch. Wider than `room` only where the figures alone are. */
export function columnWidths(table: PaperTable, room: number): readonly number[] {
  const needs = table.columns.map((column, index) => needOf(table, column, index))
  return shareWidth(table.columns, needs, room)
}

/** Pixels to Excel's characters. */
export function excelWidth(pixels: number): number {
  return Math.round((pixels / TIMES_12_DIGIT) * 100) / 100
}

function needOf(table: PaperTable, column: Column, index: number): WidthNeed {
  let piece = 0
  let line = 0
  for (const head of table.header.flat()) {
    if (head.column !== index || head.across > 1) continue
    piece = Math.max(piece, longestWord(head.text, TABLE_SIZE, true))
  }
  for (const { cells, bold } of table.rows) {
    for (const { column: place, across, text: bare, mark } of cells) {
      if (place !== index || across > 1) continue
      const text = mark === undefined ? bare : `${bare} ${mark}`
      piece = Math.max(piece, unbrokenWidth(column, text, bold))
      line = Math.max(line, longestLine(text, bold))
    }
  }
  const need = widthNeed(column.role, piece + PADDING, line + PADDING)
  if (column.width === undefined) return need
  return { ...need, wanted: Math.max(need.least, column.width * CALIBRI_11_DIGIT) }
}

/** A figure that does not fit shows as ####. */
function unbrokenWidth(column: Column, text: string, bold: boolean): number {
  return isUnbroken(column, text) ? textWidth(text, TABLE_SIZE, bold) : longestWord(text, TABLE_SIZE, bold)
}

function longestLine(text: string, bold: boolean): number {
  return Math.max(...text.split('\n').map((line) => textWidth(line, TABLE_SIZE, bold)))
}
