/** A text as the name of a sheet: Excel forbids some characters and more than 31 of them. */

const LONGEST = 31
const FALLBACK = 'Biểu'

export function sheetName(text: string): string {
  const legal = text
    .normalize('NFC')
    .replace(/[[\]:*?/\\\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/\s+/gu, ' ')
  const short = cut(withoutQuotes(legal))
  // Excel keeps "History" for itself.
  return short === '' || short.toLowerCase() === 'history' ? FALLBACK : short
}

/** Excel counts UTF-16 units; a character of two is not cut in half. */
function cut(text: string): string {
  let result = ''
  for (const character of text) {
    if (result.length + character.length > LONGEST) break
    result += character
  }
  return withoutQuotes(result)
}

/** A name neither begins nor ends with an apostrophe. */
function withoutQuotes(text: string): string {
  return text.replace(/^[\s']+|[\s']+$/gu, '')
}
