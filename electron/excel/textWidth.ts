/** About how wide text in Times New Roman is: a file has no browser to ask, and merged cells are not fitted by Excel. */

/** Advance widths of the letters A-Z and a-z, in thousandths of the size. */
const REGULAR = [
  722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722,
  722, 944, 722, 722, 611, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500,
  500, 333, 389, 278, 500, 500, 722, 500, 500, 444,
]
const BOLD = [
  722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722,
  722, 1000, 722, 722, 667, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556,
  556, 444, 389, 333, 556, 500, 722, 500, 500, 444,
]
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const DIGIT = 500
const SPACE = 250
const PUNCTUATION = 333
const WIDE = 1000

/** Programs round the widths of letters on their screens: a line may turn out this much longer. */
const TOLERANCE = 1.02

const PIXELS_PER_POINT = 96 / 72
const LINE_HEIGHT = 1.3
/** In points, above and below the text of a cell. */
const ROW_PADDING = 3

/** In pixels at 96 dots an inch; `size` in points. */
export function textWidth(text: string, size: number, bold: boolean): number {
  let thousandths = 0
  for (const character of withoutMarks(text)) thousandths += advance(character, bold ? BOLD : REGULAR)
  return (thousandths / 1000) * size * PIXELS_PER_POINT * TOLERANCE
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
  return Math.ceil(lines * size * LINE_HEIGHT) + ROW_PADDING
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

/** Vietnamese letters are as wide as their base letters. */
function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}

function advance(character: string, letters: readonly number[]): number {
  const letter = letters[LETTERS.indexOf(character)]
  if (letter !== undefined) return letter
  if (/\d/u.test(character)) return DIGIT
  if (/[\s.,]/u.test(character)) return SPACE
  return /\p{P}/u.test(character) && character !== '%' ? PUNCTUATION : WIDE
}
