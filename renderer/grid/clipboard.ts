/** Tables as tab-separated text, the way Excel and LibreOffice put them on the clipboard and read them from it. */

/**
 * Rows of cell texts. A cell in double quotes may hold tabs and line breaks; a doubled quote in it is one quote.
 * The line break that ends the text makes no row of its own.
 */
export function parseTable(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t') {
      at++
      continue
    }
    rows.push(row)
    if (at >= text.length) return rows
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at >= text.length) return rows
    row = []
  }
}

/** The text that `parseTable` reads back as the same rows; never empty. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(formatCell).join('\t'))
  // Only a last line without text needs the line break that ends it: elsewhere a paste into a text would show it.
  return lines.join('\r\n') + (lines.at(-1) === '' ? '\r\n' : '')
}

function formatCell(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function plainCell(text: string, start: number): { text: string; end: number } {
  let end = start
  while (end < text.length && !'\t\r\n'.includes(text.charAt(end))) end++
  return { text: text.slice(start, end), end }
}

/** A quote that nothing closes, or that ends in the middle of a cell, is an ordinary character. */
function quotedCell(text: string, start: number): { text: string; end: number } {
  let cell = ''
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text.charAt(at)
    else if (text[at + 1] === '"') {
      cell += '"'
      at++
    } else {
      const after = text[at + 1]
      if (after === undefined || '\t\r\n'.includes(after)) {
        return { text: cell.replaceAll('\r\n', '\n'), end: at + 1 }
      }
      break
    }
  }
  return plainCell(text, start)
}
