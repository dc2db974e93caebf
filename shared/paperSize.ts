/** The sheet of paper that a report is printed on, from the program and from its workbook alike. */

/** A4 with the margins of Nghị định 30/2020, in millimetres. */
export const PAPER = { short: 210, long: 297, top: 20, bottom: 20, left: 30, right: 15 } as const

/** In millimetres: the page number stands between the edge and the text. */
export const NUMBER_FROM_EDGE = 10

const MOST_PORTRAIT_COLUMNS = 7

/** Tables of more columns lie on the paper's long side. */
export function fitsPortrait(columns: number): boolean {
  return columns <= MOST_PORTRAIT_COLUMNS
}

/** Width and height left for text, in pixels at 96 dots an inch. */
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
