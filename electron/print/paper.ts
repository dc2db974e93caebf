/** Sizes of the sheet of paper, and how a table lies on it. */

/** A4 with the margins of Nghị định 30/2020, in millimetres. */
export const PAPER = { short: 210, long: 297, top: 20, bottom: 20, left: 30, right: 15 } as const

/** The middle of the page number's line lies between the edge and the text. */
export const NUMBER_FROM_EDGE = 10

/** In CSS pixels: the border left of the first column. Every other is in the width of its column. */
export const TABLE_BORDER = 1

/** How the tables of a report are set: one size and direction for the whole report. */
export interface Setting {
  readonly landscape: boolean
  /** Of the table's text, in points. */
  readonly fontSize: number
}

/** Width and height left for text, in CSS pixels. */
export function textArea(landscape: boolean): { readonly width: number; readonly height: number } {
  const width = landscape ? PAPER.long : PAPER.short
  const height = landscape ? PAPER.short : PAPER.long
  return {
    width: Math.floor(pixels(width - PAPER.left - PAPER.right)),
    height: Math.floor(pixels(height - PAPER.top - PAPER.bottom)),
  }
}

function pixels(millimetres: number): number {
  return (millimetres * 96) / 25.4
}
