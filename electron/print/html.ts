/** Text into HTML: escaped, composed Unicode, and with places to break where a word would never fit. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Longer words may break anywhere after so many characters: web addresses, rows of dots. */
const LONG_WORD = 20

export function escapeHtml(text: string): string {
  return text.normalize('NFC').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

/** Escaped text in which a word of more than 20 characters can be broken; "2021-2025" is not, at its hyphen. */
export function breakableHtml(text: string): string {
  return text.normalize('NFC').split(/(\s+)/).map(breakableWord).join('')
}

/** Room to write by hand where number, day or month are left open: "số /BC-UBND ngày /6/2024", "ngày tháng năm 2024". */
export function withSlots(html: string): string {
  return html.replace(/(số:?|ngày|tháng)\s+(?=\/|tháng|năm)/giu, '$1<span class="slot"> </span>')
}

function breakableWord(word: string): string {
  const characters = [...word]
  if (characters.length <= LONG_WORD) {
    return /\d[-–]\d/.test(word) ? `<span class="joined">${escapeHtml(word)}</span>` : escapeHtml(word)
  }
  const pieces: string[] = []
  for (let start = 0; start < characters.length; start += LONG_WORD) {
    pieces.push(escapeHtml(characters.slice(start, start + LONG_WORD).join('')))
  }
  return pieces.join('<wbr>')
}
