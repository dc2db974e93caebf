/** How many lines a text takes in a cell, counted before it is drawn, so that all rows have their height at once. */

/** The width of a text in pixels, in the font of the table. */
export type Measure = (text: string) => number

/**
 * Lines of a text broken at spaces within `width` pixels, as the browser breaks them; a word wider than that breaks
 * anywhere. At least 1.
 */
export function lineCount(text: string, width: number, measure: Measure): number {
  return text.split('\n').reduce((lines, paragraph) => lines + linesOf(paragraph, width, measure), 0)
}

function linesOf(paragraph: string, width: number, measure: Measure): number {
  if (measure(paragraph) <= width) return 1
  const space = measure(' ')
  let lines = 1
  let used = 0
  for (const word of paragraph.split(' ')) {
    const wide = measure(word)
    if (used > 0 && used + space + wide <= width) {
      used += space + wide
      continue
    }
    if (used > 0) lines++
    const broken = Math.max(0, Math.ceil(wide / width) - 1)
    lines += broken
    used = wide - broken * width
  }
  return lines
}

/** Measures with a canvas and remembers each word, since tables repeat theirs. `font` is a CSS font. */
export function canvasMeasure(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('No canvas to measure text with')
  context.font = font
  const known = new Map<string, number>()
  return (text) => {
    let width = known.get(text)
    if (width === undefined) {
      width = context.measureText(text).width
      known.set(text, width)
    }
    return width
  }
}
