/** From the bytes of an .xlsx file to plain cells. */
import type { Sheet, Workbook } from '../../shared/sheet.ts'
import { withLegibleNames } from './legacy/sheetNames.ts'
import { prescan, type Parts } from './prescan.ts'
import { Refusal } from './refusal.ts'
import { readSharedStrings } from './sharedStrings.ts'
import { readSheet } from './sheetReader.ts'
import { readStyles } from './styles.ts'
import { readOutline, takePart } from './workbookParts.ts'
import { decodeXml } from './xml.ts'
import { XmlScanner } from './xmlScanner.ts'

/** Refuses what is no .xlsx, or not a safe one, with the reason. */
export function readXlsx(bytes: Uint8Array): Workbook {
  const parts = prescan(bytes)
  const outline = readOutline(parts)
  const styles =
    outline.styles === undefined ? [] : readStyles(takePart(parts, outline.styles), outline.styles)
  const strings =
    outline.sharedStrings === undefined
      ? []
      : readSharedStrings(takePart(parts, outline.sharedStrings), outline.sharedStrings)
  const sheets: Sheet[] = []
  let cellsBefore = 0
  for (const { name, hidden, part } of outline.sheets) {
    const { date1904 } = outline
    const content = readSheet(takePart(parts, part), { name, part, strings, styles, date1904, cellsBefore })
    cellsBefore += content.cells.length
    sheets.push({ name, hidden, ...content })
  }
  refuseUnsafeRest(parts)
  return { format: 'xlsx', sheets: withLegibleNames(sheets) }
}

/** The parts nobody reads must hold no document type and no deep nesting either; else they may be as they are. */
function refuseUnsafeRest(parts: Parts): void {
  for (const { name, bytes } of parts.values()) {
    try {
      const scanner = new XmlScanner(decodeXml(bytes, name), name)
      while (scanner.next());
    } catch (error) {
      if (!(error instanceof Refusal) || error.failure.code !== 'unreadable') throw error
    }
  }
}
