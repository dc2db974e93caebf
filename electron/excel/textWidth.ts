/** About how wide text in Times New Roman is: a file has no browser to ask, and merged cells are not fitted by Excel. */

/** Widths in thousandths of the size, of the letter without its marks. */
const NARROW = 300
const WIDTHS: Readonly<Record<string, number>> = { m: 780, w: 720, M: 890, W: 940, I: 333, '%': 833 }
const BOLD = 1.07

const PIXELS_PER_POINT = 96 / 72
const LINE_HEIGHT = 1.32

/** In pixels at 96 dots an inch; `size` in points. */
export function textWidth(text: string, size: number, bold: boolean): number {
  let thousandths = 0
  for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) thousandths += letterWidth(character)
  return (thousandths / 1000) * size * PIXELS_PER_POINT * (bold ? BOLD : 1)
}

/** The widest part that is never broken. */
export function longestWord(text: string, size: number, bold: boolean): number {
  return Math.max(0, ...text.split(/\s+/u).map((word) => textWidth(word, size, bold)))
}

/** How many lines the text takes in a cell of this many pixels, its own line breaks included; at least 1. */
export function lineCount(text: string, size: number, bold: boolean, width: number): number {
  return text
    .split('\n')
    .map((line) => wrappedLines(line, size, bold, width))
    .reduce((total, lines) => total + lines, 0)
}

/** The height of a row of so many lines, in points. */
export function rowHeight(lines: number, size: number): number {
  return Math.ceil(lines * size * LINE_HEIGHT)
}

function wrappedLines(line: string, size: number, bold: boolean, width: number): number {
  const space = textWidth(' ', size, bold)
  let lines = 1
  let used = 0
  for (const word of line.split(/\s+/u)) {
    const needed = textWidth(word, size, bold)
    if (used > 0 && used + space + needed > width) {
      lines += 1
      used = needed
    } else {
      used += (used > 0 ? space : 0) + needed
    }
    const more = Math.ceil(used / width) - 1
    if (more > 0) {
      lines += more
      used -= more * width
    }
  }
  return lines
}

function letterWidth(character: string): number {
  const known = WIDTHS[character]
  if (known !== undefined) return known
  if (/[ijltfrI'|()[\]\-.,:;/\s]/u.test(character)) return NARROW
  if (/\p{Lu}/u.test(character)) return 690
  return 490
}
