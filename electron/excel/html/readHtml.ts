/**
 * From a web page to plain cells: many systems write their tables as a page and call it .xls. All tables of the page and
 * the lines between them stand on one sheet, one below the other, as Excel opens it.
 */
import { Parser } from 'htmlparser2'
import type { Workbook } from '../../../shared/sheet.ts'
import { decodePlainText } from '../plainText.ts'
import { refuse } from '../refusal.ts'
import { HtmlSheet } from './htmlSheet.ts'

/** So much of a page may stand before it names its encoding. */
const HEAD_BYTES = 4_096

/** `name` is the file's, without its folder: the sheet is called after it. A page without a table is no workbook. */
export function readHtml(bytes: Uint8Array, name: string): Workbook {
  const decoded = decodePlainText(bytes, declaredEncoding(bytes)) ?? refuse('not-a-workbook', 'html-file')
  const sheet = new HtmlSheet(name.replace(/\.[^.]*$/, '').normalize('NFC'), decoded.legacy)
  const parser = new Parser({
    onopentag: (element, attributes) => {
      sheet.open(element, attributes)
    },
    ontext: (text) => {
      sheet.text(text)
    },
    onclosetag: (element) => {
      sheet.close(element)
    },
  })
  parser.end(decoded.text)
  const read = sheet.finish()
  return read ? { format: 'html', sheets: [read] } : refuse('not-a-workbook', 'html-file')
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  return /<meta[^>]+charset\s*=\s*["']?([-\w]+)/i.exec(head)?.[1]
}
